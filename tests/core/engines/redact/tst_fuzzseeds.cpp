#include "tests/fuzz/targets.h"

#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dwtest;

/// The seeds of the fuzz targets and a few hundred neighbours of theirs, always the same ones.
class TestFuzzSeeds final : public QObject
{
    Q_OBJECT

private slots:
    void interpreterPassesNoLeak()
    {
        for (const QByteArray &seed : fuzz::seeds())
            QVERIFY2(fuzz::interpreter(seed), seed.constData());
    }

    void verifierPassesNoLeak()
    {
        for (const QByteArray &seed : fuzz::seeds())
            QVERIFY2(fuzz::verifier(seed), seed.constData());
        QVERIFY(fuzz::verifier("%PDF-1.7 nothing"));
        QVERIFY(fuzz::verifier(fuzz::page(fuzz::seeds().at(1))));
    }

    void neighbours()
    {
        QRandomGenerator random(20261123);
        const QList<QByteArray> seeds = fuzz::seeds();
        for (int i = 0; i < 120; ++i) {
            QByteArray data = seeds.at(random.bounded(int(seeds.size())));
            for (int changes = 1 + random.bounded(4); changes > 0; --changes) {
                const int at = random.bounded(int(data.size()));
                switch (random.bounded(4)) {
                case 0:
                    data[at] = char(random.bounded(256));
                    break;
                case 1:
                    data.remove(at, 1 + random.bounded(6));
                    break;
                case 2:
                    data.insert(at, data.mid(random.bounded(int(data.size())), 12));
                    break;
                default:
                    data.insert(at, random.bounded(2) ? " 99999999999 " : " -0.00001 ");
                }
            }
            QVERIFY2(fuzz::interpreter(data), data.toPercentEncoding(" /()<>[]").constData());
            QVERIFY2(fuzz::verifier(data), data.toPercentEncoding(" /()<>[]").constData());
        }
    }
};

DW_TEST(TestFuzzSeeds)
#include "tst_fuzzseeds.moc"
