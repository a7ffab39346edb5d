#include "core/engines/find/cuedpersonscanner.h"
#include "core/engines/find/personscanner.h"
#include "tests/core/engines/find/settled.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestCuedPersonScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void looksBeside();
};

void TestCuedPersonScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    // A surname that no list has, between a sure cue and a boundary.
    row(u"代理人仵振国已提交答辩状"_s, {u"PERSON 仵振国"_s});
    row(u"法定代表人：犇海涛，"_s, {u"PERSON 犇海涛"_s});
    row(u"法定代表人由犇强变更为"_s, {u"PERSON 犇强"_s});
    row(u"请致电霍经理，或联系负责人欧阳主任"_s, {});
    row(u"联系人：见附件，负责人：财务部，签署人：本人"_s, {});
    // Names of parts.
    row(u"跟达瓦次仁视频"_s, {u"PERSON 达瓦次仁"_s});
    row(u"股东乌兰图雅出质股权"_s, {u"PERSON 乌兰图雅"_s});
    row(u"阿依古丽、卓玛两名员工"_s, {u"PERSON 阿依古丽"_s, u"PERSON 卓玛"_s});
    row(u"乌兰察布市的仓库，巴图湾水电站"_s, {});
    // Foreign names before a title.
    row(u"史密斯先生表示"_s, {u"PERSON 史密斯"_s});
    row(u"各位女士、先生，本教授"_s, {});
    // Nicknames.
    row(u"老王介绍来的客户，小陈说可以"_s, {u"PERSON 老王"_s, u"PERSON 小陈"_s});
    row(u"股东覃老三同意"_s, {u"PERSON 覃老三"_s});
    row(u"小区、小麦、老家、老师、小时、老方案，从小程序进入"_s, {});
}

void TestCuedPersonScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::settled(CuedPersonScanner(), text), "expected");
}

void TestCuedPersonScanner::looksBeside()
{
    const MappedText text(u"请联系盖爱国或别业辉，另有安然、周启明到会"_s);
    QList<FoundSpan> found;
    PersonScanner().scan(text, found);
    CuedPersonScanner().scan(text, found);
    QStringList names;
    for (const FoundSpan &span : std::as_const(found))
        names.append(text.sourceText(span.start, span.end));
    QVERIFY2(names.contains(u"别业辉"_s), qPrintable(names.join(u' ')));
    QVERIFY2(names.contains(u"周启明"_s), qPrintable(names.join(u' ')));
}

DW_TEST(TestCuedPersonScanner)
#include "tst_cuedpersonscanner.moc"
