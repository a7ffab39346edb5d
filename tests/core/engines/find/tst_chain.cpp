#include "core/engines/find/chain.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestChain : public QObject
{
    Q_OBJECT

private slots:
    void groups();
    void endsWhereNothingBelongs();
    void goesOverTheEndOfALine();
    void repairsDigits();
};

void TestChain::groups()
{
    const MappedText text(u"号6222-0011 2233 44x。"_s);
    const Chain chain(text, 0);
    QCOMPARE(chain.first(chain.size()).toString(), u"62220011223344X"_s);
    QCOMPARE(chain.written(14), u'x');
    QCOMPARE(chain.groups(), 4);
    QCOMPARE(chain.from(), 1);
    QCOMPARE(chain.endOf(8), 10);
    QVERIFY(chain.isInFours(15) && chain.isInFours(12) && !chain.isWhole(8) && chain.isWhole(4));
    QVERIFY(chain.hasEnd(8) && !chain.hasEnd(9));
    QCOMPARE(chain.digits(15), 14);
}

void TestChain::endsWhereNothingBelongs()
{
    QCOMPARE(Chain(MappedText(u"12  34"_s), 0).size(), 2); // two spaces
    QCOMPARE(Chain(MappedText(u"12，34"_s), 0).size(), 2);
    QCOMPARE(Chain(MappedText(u"1 "_s.repeated(100)), 0).size(), Chain::mostGroups);
    QCOMPARE(Chain(MappedText(QString(u"12 "_s + u"3"_s.repeated(50))), 0).size(), 2); // longer than any identifier
}

void TestChain::goesOverTheEndOfALine()
{
    const Chain chain(MappedText(u"350203 \n 195108259659"_s), 0);
    QCOMPARE(chain.size(), 18);
    QVERIFY(chain.hasBreak(18) && !chain.hasBreak(6));
    QCOMPARE(Chain(MappedText(u"350203\n\n195108259659"_s), 0).size(), 6);
}

void TestChain::repairsDigits()
{
    int wrong = 0;
    QCOMPARE(withDigitsRepaired(u"5I0L07OQDSBZG9X", wrong), u"51010700058269X"_s);
    QCOMPARE(wrong, 9);
}

DW_TEST(TestChain)
#include "tst_chain.moc"
