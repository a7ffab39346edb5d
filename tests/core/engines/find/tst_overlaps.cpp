#include "core/engines/find/overlaps.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestOverlaps : public QObject
{
    Q_OBJECT

private slots:
    void further();
    void strongerTypeWins();
    void longerWins();
    void neighboursStay();
};

void TestOverlaps::strongerTypeWins()
{
    const QList<FoundSpan> kept = withoutOverlaps({{0, 30, u"PHONE"_s, 0.9}, {5, 23, u"CN_ID"_s, 0.9}, {22, 25, u"AMOUNT"_s, 1}});
    QCOMPARE(kept, (QList<FoundSpan> {{5, 23, u"CN_ID"_s, 0.9}}));
}

void TestOverlaps::longerWins()
{
    const QList<FoundSpan> kept = withoutOverlaps({{2, 4, u"COMPANY"_s, 1}, {0, 10, u"COMPANY"_s, 1}, {8, 12, u"PERSON"_s, 1}});
    QCOMPARE(kept, (QList<FoundSpan> {{0, 10, u"COMPANY"_s, 1}}));
}

void TestOverlaps::neighboursStay()
{
    const QList<FoundSpan> kept = withoutOverlaps({{4, 8, u"PHONE"_s, 1}, {0, 4, u"PERSON"_s, 1}, {8, 9, u"QQ"_s, 1}});
    QCOMPARE(kept.size(), 3);
    QCOMPARE(kept.first().type, u"PERSON"_s);
}

void TestOverlaps::further()
{
    const QList<FoundSpan> settled {{0, 4, u"PERSON"_s, 1}, {10, 14, u"PHONE"_s, 1}};
    // In the gap; over a shorter one of its type; over another type; inside one of its type.
    QCOMPARE(withFurther(settled, {{5, 8, u"PERSON"_s, 0.5}}).size(), 3);
    QCOMPARE(withFurther(settled, {{0, 6, u"PERSON"_s, 0.5}}), (QList<FoundSpan> {{0, 6, u"PERSON"_s, 0.5}, {10, 14, u"PHONE"_s, 1}}));
    QCOMPARE(withFurther(settled, {{9, 15, u"PERSON"_s, 0.5}}), settled);
    QCOMPARE(withFurther(settled, {{1, 3, u"PERSON"_s, 0.5}}), settled);
}

DW_TEST(TestOverlaps)
#include "tst_overlaps.moc"
