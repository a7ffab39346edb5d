#include "core/engines/find/finder.h"
#include "tests/core/engines/find/cputime.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>
#include <tuple>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

struct Sentence {
    QString text;
    std::set<std::tuple<qsizetype, qsizetype, QString>> spans; // in code points
};

/// Lines with [[TYPE:value]] marks; ⏎ for the end of a line.
QList<Sentence> readTruth(const QString &name)
{
    QFile file(QStringLiteral(DW_SOURCE_DIR "/tests/core/engines/find/data/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(name));
    static const QRegularExpression mark(u"\\[\\[([A-Z_]+):(.*?)\\]\\]"_s, QRegularExpression::DotMatchesEverythingOption);
    QList<Sentence> sentences;
    for (QString line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        line.replace(u'⏎', u'\n');
        Sentence sentence;
        qsizetype done = 0;
        const auto points = [&] { return sentence.text.toUcs4().size(); };
        for (auto marks = mark.globalMatch(line); marks.hasNext();) {
            const QRegularExpressionMatch match = marks.next();
            sentence.text += line.mid(done, match.capturedStart() - done);
            const qsizetype start = points();
            sentence.text += match.captured(2);
            sentence.spans.insert({start, points(), match.captured(1)});
            done = match.capturedEnd();
        }
        sentence.text += line.mid(done);
        sentences.append(sentence);
    }
    return sentences;
}

/// Names and places have test sets of their own.
bool isName(const QString &type)
{
    return type == u"COMPANY" || type == u"PERSON" || type == u"ADDRESS";
}

/// What a person writes before such a number.
QString sentenceWith(const QString &type, const QString &value)
{
    static const QHash<QString, QString> words {{u"CN_ID"_s, u"公民身份号码"_s}, {u"CN_ID15"_s, u"一代身份证号码"_s}, {u"USCC"_s, u"统一社会信用代码"_s}, {u"ORG_CODE"_s, u"组织机构代码"_s},
        {u"BIZ_REG_NO"_s, u"营业执照注册号"_s}, {u"BANK_CARD"_s, u"银行卡号"_s}, {u"HKID"_s, u"香港身份证号码"_s}, {u"TW_ID"_s, u"台湾身份证字号"_s}, {u"PERM_RES_ID"_s, u"外国人永久居留身份证号码"_s},
        {u"IBAN"_s, u"IBAN"_s}, {u"IMEI"_s, u"手机IMEI"_s}};
    return words.value(type) + u"："_s + value + u"，经核对。"_s;
}

} // namespace

class TestFinder : public QObject
{
    Q_OBJECT

private slots:
    void sentence();
    void cell_readsItsHeading();
    void nothing_data();
    void nothing();
    void propagates();
    void possibleOnlyOnDemand();
    void truth_data();
    void truth();
    void vectors();
    void growth_data();
    void growth();
};

void TestFinder::sentence()
{
    const Finder finder({{{u"华天科技"_s, u"COMPANY"_s}}, false});
    const QList<FoundSpan> spans = finder.find(u"𠮷：华天科技，电话13812345678，邮箱a@bb.cn"_s);
    QCOMPARE(spans, (QList<FoundSpan> {{2, 6, u"COMPANY"_s, 1.0, u"dictionary"_s}, {9, 20, u"PHONE"_s, 0.97, u"cue"_s, u"电话"_s}, {23, 30, u"EMAIL"_s, 0.99, u"shape"_s}}));
}

void TestFinder::cell_readsItsHeading()
{
    const Finder finder;
    QVERIFY(finder.findInCell(u"E87909165", u"备注").isEmpty());
    QCOMPARE(finder.findInCell(u"E87909165", u"护照"), (QList<FoundSpan> {{0, 9, u"PASSPORT"_s, 0.95, u"cue"_s, u"护照"_s}}));
    QVERIFY(finder.findInCell(u"", u"13812345678").isEmpty());
}

void TestFinder::nothing_data()
{
    QTest::addColumn<QString>("text");
    int number = 0;
    for (const QString &text : {u"发票号码：79159279965906940088，开票日期：2021-07-26"_s, u"专利号ZL201910732199.7"_s, u"版本号2024010112345678，批次20240101。"_s,
             u"任何一方不得向第三方披露本协议内容。"_s, u"Invoice No. 01387992 dated 2017-08-09, order 157948340544635332"_s, u"build 6.5.7.781"_s})
        QTest::addRow("%d", ++number) << text;
}

void TestFinder::nothing()
{
    QFETCH(QString, text);
    QVERIFY(Finder().find(text).isEmpty());
}

void TestFinder::propagates()
{
    // The second place has no word before it; another page of the same document has none either.
    const QString text = u"账号：1202020109800012345。已向1202020109800012345付款。"_s;
    const QList<FoundSpan> found = Finder().find(text);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].reason, u"cue"_s);
    QCOMPARE(found[1].reason, u"propagated"_s);
    QCOMPARE(found[1].type, u"BANK_ACCOUNT"_s);

    const Finder finder;
    DocumentNotes notes;
    const MappedText first(text), second(u"见1202020109800012345"_s);
    (void)finder.findFirst(first, notes);
    const QList<FoundSpan> alone = finder.findFirst(second, notes);
    QVERIFY(alone.isEmpty());
    QCOMPARE(finder.findAgain(second, alone, Finder::noted(notes)).size(), 1);
}

void TestFinder::possibleOnlyOnDemand()
{
    const QString text = u"身份证号440785197811071486"_s;
    QVERIFY(Finder().find(text).isEmpty());
    FinderOptions options;
    options.withPossible = true;
    const QList<FoundSpan> found = Finder(options).find(text);
    QCOMPARE(found.size(), 1);
    QVERIFY(isPossibleOnly(found[0]));
    QVERIFY(found[0].score < 0.5);
    QCOMPARE(found[0].reason, u"failed_checksum"_s);
}

void TestFinder::truth_data()
{
    QTest::addColumn<double>("least");
    QTest::newRow("identifiers-tune.txt") << 0.99;
    QTest::newRow("identifiers-held.txt") << 0.97;
}

void TestFinder::truth()
{
    QFETCH(double, least);
    const Finder finder;
    double right = 0, wanted = 0, given = 0;
    QStringList wrong;
    for (const Sentence &sentence : readTruth(QString::fromLatin1(QTest::currentDataTag()))) {
        std::set<std::tuple<qsizetype, qsizetype, QString>> found;
        for (const FoundSpan &span : finder.find(sentence.text)) {
            if (!isName(span.type))
                found.insert({span.start, span.end, span.type});
        }
        right += double(std::count_if(found.begin(), found.end(), [&](const auto &span) { return sentence.spans.count(span) > 0; }));
        wanted += double(sentence.spans.size());
        given += double(found.size());
        if (found != sentence.spans)
            wrong.append(sentence.text);
    }
    QVERIFY(wanted > 40);
    const double f1 = 2 * right / (wanted + given); // strict: same type, same place
    QVERIFY2(f1 >= least, qPrintable(QString::number(f1) + u' ' + wrong.join(u" | "_s)));
}

void TestFinder::vectors()
{
    QFile file(QStringLiteral(DW_SOURCE_DIR "/../shared/data/id_vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared vectors are not here");
    const QJsonObject types = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!types.isEmpty());
    const Finder finder;
    for (auto type = types.begin(); type != types.end(); ++type) {
        const QJsonObject groups = type->toObject();
        const QString expected = type.key() == u"CN_ID15" ? u"CN_ID"_s : type.key();
        for (auto group = groups.begin(); group != groups.end(); ++group) {
            const QJsonArray values = group->toArray();
            for (const QJsonValue &item : values) {
                const QString value = item.toString().section(u" ("_s, 0, 0);
                const QList<FoundSpan> found = finder.find(sentenceWith(type.key(), value));
                const bool isFound = std::any_of(found.begin(), found.end(), [&](const FoundSpan &s) { return s.type == expected && s.length() == value.size(); });
                QVERIFY2(isFound != group.key().startsWith(u"invalid"), qPrintable(type.key() + u' ' + value));
            }
        }
    }
}

void TestFinder::growth_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece : {u"1"_s, u"1 "_s, u"公"_s, u"有限公司"_s, u"a@"_s, u"aa.@"_s, u"+86"_s, u"万元"_s, u"1,"_s, u"( "_s, u"卡号 62"_s, u"壹佰"_s, u"（"_s, u"1.1."_s,
             u"a:"_s, u"…"_s, u"𠮷"_s, u"a\u0301"_s, u"310115195511024465 "_s, u"（2021）"_s, u"年"_s, u"以下简称“"_s, u"王"_s, u"上海市"_s})
        QTest::newRow(qPrintable(piece)) << piece;
}

void TestFinder::growth()
{
    QFETCH(QString, piece);
    const Finder finder({{{u"有限公司有限公司有限公司人"_s, u"COMPANY"_s}, {u"1111111111111112"_s, u"CODE"_s}}, true});
    const auto took = [&](const QString &text) {
        const qint64 start = dwtest::threadNanoseconds();
        (void)finder.find(text);
        return dwtest::threadNanoseconds() - start;
    };
    const QString few = piece.repeated(10'000 / piece.size()), many = piece.repeated(80'000 / piece.size());
    const qint64 first = took(few);
    const qint64 small = std::min({first, took(few), took(few)});
    // Eight times the text; quadratic work would be sixty-four times. Once more only if the machine was busy.
    qint64 large = took(many);
    for (int i = 0; i < 2 && large >= 24 * small; ++i)
        large = std::min(large, took(many));
    QVERIFY2(large < 24 * small, qPrintable(QString::number(double(large) / double(small))));
}

DW_TEST(TestFinder)
#include "tst_finder.moc"
