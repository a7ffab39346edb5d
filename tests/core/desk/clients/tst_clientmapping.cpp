#include "core/desk/clients/clientimport.h"
#include "core/desk/clients/clientmapping.h"
#include "core/desk/clients/levelproposal.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

TableBatch batch(const QList<QStringList> &rows)
{
    TableBatch table;
    qint64 number = 0;
    for (const QStringList &row : rows) {
        table.beginRow(++number);
        for (const QString &cell : row)
            table.addCell(cell.toUtf8());
    }
    return table;
}

QStringList rolesOf(const ClientMapping &mapping)
{
    QStringList roles;
    for (const ClientMapping::Column &column : mapping.columns)
        roles.append(clientRoleId(column.role));
    return roles;
}

QString reasonOf(const QByteArray &json, const ClientMapping &proposal)
{
    const auto mapping = applyMapping(proposal, QJsonDocument::fromJson(json).object());
    return mapping ? u"accepted"_s : mapping.error().reason;
}

} // namespace

class TestClientMapping : public QObject
{
    Q_OBJECT

private slots:
    void headings_chinese();
    void headings_english();
    void contents_withoutHeadings();
    void contents_areCountedAsEvidence();
    void strongerColumn_wins();
    void mappingFile();
    void mappingFile_refused();
    void levelWords();
    void amounts_data();
    void amounts();
    void levels();
};

void TestClientMapping::headings_chinese()
{
    const ClientMapping mapping = proposeMapping(batch({{u"客户编号"_s, u"客户名称"_s, u"联系人"_s, u"身份证号"_s, u"手机号"_s, u"电子邮箱"_s,
        u"地址"_s, u"统一社会信用代码"_s, u"银行账号"_s, u"交易金额"_s, u"密级"_s, u"备注 Notes"_s}}));
    QVERIFY(mapping.hasHeader);
    QCOMPARE(rolesOf(mapping),
        QStringList({u"keep"_s, u"name"_s, u"contact"_s, u"identifier"_s, u"phone"_s, u"email"_s, u"address"_s, u"keep"_s,
            u"account"_s, u"revenue"_s, u"level"_s, u"free_text"_s}));
}

void TestClientMapping::headings_english()
{
    const ClientMapping mapping = proposeMapping(batch({{u"Client ID"_s, u"Company Name"_s, u"Contact name"_s, u"Phone No."_s, u"E-mail"_s,
        u"Annual revenue (CNY)"_s, u"Classification"_s, u"Short name"_s, u"Region"_s}}));
    QCOMPARE(rolesOf(mapping),
        QStringList({u"identifier"_s, u"name"_s, u"contact"_s, u"phone"_s, u"email"_s, u"revenue"_s, u"level"_s, u"alias"_s, u"keep"_s}));
}

void TestClientMapping::contents_withoutHeadings()
{
    const ClientMapping mapping = proposeMapping(batch({{u"上海天远软件集团有限公司"_s, u"a@x.cn"_s, u"13800138000"_s, u"110101199003070011"_s, u"内部"_s},
        {u"Fairmont Holdings LLC"_s, u"b@x.cn"_s, u"+86 139 0013 8000"_s, u"91310115MA1K4ABC1X"_s, u"公开"_s}}));
    QVERIFY(!mapping.hasHeader);
    QCOMPARE(rolesOf(mapping), QStringList({u"name"_s, u"email"_s, u"phone"_s, u"identifier"_s, u"level"_s}));
    QCOMPARE(mapping.columns.first().evidence, u"content"_s);
}

void TestClientMapping::contents_areCountedAsEvidence()
{
    QList<QStringList> rows {{u"编号"_s, u"字段一"_s, u"字段二"_s, u"字段三"_s}};
    for (int i = 0; i < 20; ++i)
        rows.append({u"K%1"_s.arg(i), u"138%1"_s.arg(12345600 + i), i == 3 ? u"none"_s : u"c%1@client.example"_s.arg(i), u"-"_s});
    const ClientMapping mapping = proposeMapping(batch(rows));
    QVERIFY(mapping.hasHeader);
    const ClientMapping::Column &phone = mapping.columns.at(1);
    QCOMPARE(phone.role, ClientRole::Phone);
    QCOMPARE(phone.evidence, u"content"_s);
    QCOMPARE(phone.found, u"PHONE"_s);
    QCOMPARE(phone.foundCells, 20);
    QCOMPARE(phone.filledCells, 20);
    QCOMPARE(phone.level, 3);
    const ClientMapping::Column &mail = mapping.columns.at(2);
    QCOMPARE(mail.role, ClientRole::Email);
    QCOMPARE(mail.foundCells, 19);
    QCOMPARE(mail.filledCells, 20);
    QCOMPARE(mapping.columns.at(3).role, ClientRole::Keep);
    QCOMPARE(mapping.columns.at(3).foundCells, 0);
    QCOMPARE(mapping.columns.at(3).level, 0);
}

void TestClientMapping::strongerColumn_wins()
{
    const ClientMapping mapping = proposeMapping(batch({{u"名称"_s, u"客户名称"_s, u"联系人"_s, u"联系人电话"_s}}));
    QCOMPARE(mapping.columnOf(ClientRole::Name), 1);
    QCOMPARE(rolesOf(mapping).first(), u"keep"_s);
    QVERIFY(checkMapping(mapping));
}

void TestClientMapping::mappingFile()
{
    const ClientMapping proposal = proposeMapping(batch({{u"客户名称"_s, u"备注"_s, u"x"_s}, {u"a"_s, u"b"_s, u"c"_s}}));
    const auto mapping = applyMapping(
        proposal, QJsonDocument::fromJson("{\"header\":true,\"columns\":{\" 客户 名称\":\"alias\",\"#3\":\"name\"},\"levels\":{\"一般\":2}}").object());
    QVERIFY(mapping);
    QCOMPARE(rolesOf(*mapping), QStringList({u"alias"_s, u"keep"_s, u"name"_s}));
    // What is saved with an import reads back as the same mapping.
    const auto again = applyMapping(proposal, mapping->toJson());
    QVERIFY(again);
    QCOMPARE(rolesOf(*again), rolesOf(*mapping));
    QCOMPARE(again->levelWords, mapping->levelWords);
}

void TestClientMapping::mappingFile_refused()
{
    const ClientMapping proposal = proposeMapping(batch({{u"客户名称"_s, u"备注"_s}, {u"a"_s, u"b"_s}}));
    QCOMPARE(reasonOf("{}", proposal), u"mapping.malformed"_s);
    QCOMPARE(reasonOf("{\"columns\":{\"nothing\":\"name\"}}", proposal), u"mapping.no_such_column"_s);
    QCOMPARE(reasonOf("{\"columns\":{\"#9\":\"name\"}}", proposal), u"mapping.no_such_column"_s);
    QCOMPARE(reasonOf("{\"columns\":{\"备注\":\"boss\"}}", proposal), u"mapping.no_such_role"_s);
    QCOMPARE(reasonOf("{\"columns\":{\"备注\":\"ignore\"}}", proposal), u"mapping.no_name"_s);
    QCOMPARE(reasonOf("{\"columns\":{\"备注\":\"name\",\"客户名称\":\"name\"}}", proposal), u"mapping.two_names"_s);
    QCOMPARE(reasonOf("{\"columns\":{\"客户名称\":\"name\"},\"levels\":{\"x\":5}}", proposal), u"mapping.malformed"_s);
}

void TestClientMapping::levelWords()
{
    QCOMPARE(levelOfWord(u" 高度敏感 "_s), 4);
    QCOMPARE(levelOfWord(u"Ｌ３"_s), 3);
    QCOMPARE(levelOfWord(u"Level 2"_s), 2);
    QCOMPARE(levelOfWord(u"PUBLIC"_s), 1);
    QCOMPARE(levelOfWord(u"机密"_s), 0);
    QVERIFY(isStateSecretWord(u"机密"_s));
    QCOMPARE(levelOfWord(u"机密"_s, {{u"机密"_s, 3}}), 3);
}

void TestClientMapping::amounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << u"671809275.77"_s << 671809275.77;
    QTest::newRow("separators") << u"1,234.50"_s << 1234.5;
    QTest::newRow("currency") << u"¥ 1 200元"_s << 1200.0;
    QTest::newRow("ten thousands") << u"12.5万"_s << 125000.0;
    QTest::newRow("ten thousand yuan") << u"12.5万元"_s << 125000.0;
    QTest::newRow("hundred millions") << u"人民币3亿元"_s << 3e8;
    QTest::newRow("accounting negative") << u"(300)"_s << -300.0;
    QTest::newRow("full width") << u"１２３"_s << 123.0;
}

void TestClientMapping::amounts()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    QVERIFY(amountOf(text).has_value());
    QCOMPARE(*amountOf(text), value);
    QVERIFY(!amountOf(u"n/a"_s).has_value());
    QVERIFY(!amountOf(u"about 5"_s).has_value());
}

void TestClientMapping::levels()
{
    const auto level = [](const QVariantMap &asset, bool competitor = false, const ListFacts &facts = {}) {
        return proposeLevel(asset, competitor, facts, {}).level;
    };
    QCOMPARE(level({}), 2);
    QCOMPARE(level({{u"has_pi"_s, true}}), 2);
    QCOMPARE(level({{u"has_sensitive_pi"_s, true}}), 3);
    QCOMPARE(level({{u"trade_secret"_s, true}}), 3);
    QCOMPARE(level({{u"minors_under_14"_s, true}}), 3);
    QCOMPARE(level({{u"competitively_sensitive"_s, true}}), 3);
    QCOMPARE(level({{u"competitively_sensitive"_s, true}}, true), 4);
    QCOMPARE(level({{u"price_list"_s, true}}), 4);
    QCOMPARE(level({{u"important_data"_s, true}}), 4);
    QCOMPARE(level({{u"has_pi"_s, true}}, false, {99, 0, true, false}), 2);
    QCOMPARE(level({{u"has_pi"_s, true}}, false, {100, 0, true, false}), 4);
    QCOMPARE(level({}, false, {1000, 0, false, false}), 2); // names alone, of companies
    QCOMPARE(level({}, false, {5, 9, true, false}), 3);
    QCOMPARE(level({}, false, {5, 10, true, false}), 4);
    const LevelProposal proposal = proposeLevel({{u"important_data"_s, true}}, false, {}, {});
    QVERIFY(proposal.needsCounsel);
    QCOMPARE(proposal.reasons.first(), u"level.important_data"_s);
}

DW_TEST(TestClientMapping)
#include "tst_clientmapping.moc"
