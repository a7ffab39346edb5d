#include "core/engines/find/rulescanner.h"
#include "core/engines/find/finder.h"
#include "tests/core/engines/find/cputime.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestRuleScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds();
    void checksPatterns();
    void hostilePatternEnds_data();
    void hostilePatternEnds();
    void findsOverCharactersOfTwoUnits();
};

void TestRuleScanner::finds()
{
    const Finder finder({{}, false, {{u"Ledger numbers"_s, u"LEDGER"_s, u"总账(\\d{4})"_s}, {u"Code name"_s, u"PROJECT"_s, u"(?i)project\\s+heron"_s}}});
    const QList<FoundSpan> found = finder.find(u"总账1234与Project Heron，总账12"_s);
    QCOMPARE(found, (QList<FoundSpan> {{2, 6, u"LEDGER"_s, 0.95, u"rule"_s, u"Ledger numbers"_s}, {7, 20, u"PROJECT"_s, 0.95, u"rule"_s, u"Code name"_s}}));
}

void TestRuleScanner::checksPatterns()
{
    QVERIFY(RuleScanner::check({u"a"_s, u"T"_s, u"a+"_s}));
    QCOMPARE(RuleScanner::check({u"a"_s, u"T"_s, u"a("_s}).error().reason, u"find.rule_pattern"_s);
    QCOMPARE(RuleScanner::check({u"a"_s, u"T"_s, u"a*"_s}).error().reason, u"find.rule_empty"_s);
    QCOMPARE(RuleScanner::check({u"a"_s, u"T"_s, QString()}).error().reason, u"find.rule_empty"_s);
    QVERIFY(RuleScanner({{u"a"_s, u"T"_s, u"a("_s}}).isEmpty());
}

void TestRuleScanner::hostilePatternEnds_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("nested") << u"(a+)+\\d"_s;
    QTest::newRow("alternatives") << u"(a|a)*\\d"_s;
    QTest::newRow("stars") << u"a.*a.*a.*a.*a.*\\d"_s;
    QTest::newRow("its own limit") << u"(*LIMIT_MATCH=4000000000)(a+)+\\d"_s;
}

void TestRuleScanner::hostilePatternEnds()
{
    QFETCH(QString, pattern);
    const Finder finder({{}, false, {{u"Hostile"_s, u"T"_s, pattern}}});
    QStringList stopped;
    const qint64 start = dwtest::threadNanoseconds();
    (void)finder.find(MappedText(u"a"_s.repeated(200'000)), &stopped);
    QVERIFY(dwtest::threadNanoseconds() - start < 5'000'000'000);
    QCOMPARE(stopped, QStringList {u"Hostile"_s}); // it is said, not kept quiet
}

void TestRuleScanner::findsOverCharactersOfTwoUnits()
{
    const Finder finder({{}, false, {{u"R"_s, u"T"_s, u"K-\\d+"_s}}});
    const QString text = u"𠮷"_s.repeated(5000) + u"K-77。"_s;
    const QList<FoundSpan> found = finder.find(text);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].start, 5000);
    QCOMPARE(found[0].end, 5004);
}

DW_TEST(TestRuleScanner)
#include "tst_rulescanner.moc"
