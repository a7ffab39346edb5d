// How far readers that round widths are from those that do not.
#include "core/engines/redact/readerdrift.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestReaderDrift final : public QObject
{
    Q_OBJECT

private slots:
    void wholeWidthsDoNotDrift()
    {
        QCOMPARE(ReaderDrift::ofWidth(0.5), ReaderDrift());
        QCOMPARE(ReaderDrift::ofWidth(0.6020000000000001), ReaderDrift()); // noise of a division
        QCOMPARE(ReaderDrift::ofWidth(0), ReaderDrift());
    }

    void fractionsDo()
    {
        const ReaderDrift drift = ReaderDrift::ofWidth(0.5007);
        QVERIFY(qAbs(drift.rounding - 0.0003) < 1e-9);
        QVERIFY(qAbs(drift.cutting + 0.0007) < 1e-9);
        const ReaderDrift half = ReaderDrift::ofWidth(0.50049999999999994); // 500.5 as it comes back
        QVERIFY(qAbs(half.rounding - 0.0005) < 1e-9);
    }

    void type3FontsTurnThemRound()
    {
        const ReaderDrift drift = ReaderDrift::ofType3Width(30.7, 0.01);
        QVERIFY(qAbs(drift.rounding) < 1e-6 && qAbs(drift.cutting) < 1e-6); // 307 thousandths
        const ReaderDrift fraction = ReaderDrift::ofType3Width(30.77, 0.01); // 307.7
        QVERIFY(qAbs(fraction.rounding + 0.0007) < 1e-6);
        QVERIFY(qAbs(fraction.cutting - 0.0003) < 1e-6);
    }

    void theyAddUp()
    {
        const ReaderDrift sum = ReaderDrift {1, 2} + ReaderDrift {3, -1} * 2 - ReaderDrift {1, 1};
        QCOMPARE(sum, (ReaderDrift {6, -1}));
    }
};

DW_TEST(TestReaderDrift)
#include "tst_readerdrift.moc"
