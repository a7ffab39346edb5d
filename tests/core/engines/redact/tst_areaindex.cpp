// Rectangles found by where they are.
#include "core/engines/redact/areaindex.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dw;

class TestAreaIndex final : public QObject
{
    Q_OBJECT

private slots:
    void emptyOnesAreNotThere()
    {
        const AreaIndex index({QRectF(10, 10, 0, 5), QRectF()});
        QVERIFY(index.isEmpty());
        QVERIFY(!index.anyNear(QRectF(0, 0, 100, 100)));
        QVERIFY(!index.contains({10, 12}));
    }

    void bordersAreOutside()
    {
        const AreaIndex index({QRectF(10, 10, 20, 10)});
        QVERIFY(index.contains({10.001, 10.001}));
        QVERIFY(!index.contains({10, 15}) && !index.contains({15, 20}));
        QVERIFY(!index.anyNear(QRectF(30, 10, 5, 5)));
        QVERIFY(index.anyNear(QRectF(20, 5, 0, 20))); // a line through it
        QVERIFY(!index.crossedBy({0, 10}, {100, 10})); // along its edge
        QVERIFY(index.crossedBy({0, 0}, {40, 30}));
        QVERIFY(!index.crossedBy({0, 20}, {9, 0}));
    }

    void sizesMayBeNegative()
    {
        const AreaIndex index({QRectF(30, 20, -20, -10)});
        QCOMPARE(index.bounds(), QRectF(10, 10, 20, 10));
        QVERIFY(index.contains({15, 15}));
    }

    void answersAsASearchThroughAllDoes()
    {
        QRandomGenerator random(7);
        const auto rect = [&](double size) {
            return QRectF(random.bounded(600.0), random.bounded(800.0), 1 + random.bounded(size), 1 + random.bounded(size));
        };
        QList<QRectF> areas;
        for (int i = 0; i < 300; ++i)
            areas.append(rect(60));
        const AreaIndex index(areas);
        for (int i = 0; i < 500; ++i) {
            const QRectF asked = rect(i % 2 == 0 ? 5 : 200);
            QList<QRectF> expected;
            for (const QRectF &area : areas) {
                if (area.intersects(asked))
                    expected.append(area);
            }
            QCOMPARE(index.near(asked), expected);
            QCOMPARE(index.anyNear(asked), !expected.isEmpty());
        }
    }
};

DW_TEST(TestAreaIndex)
#include "tst_areaindex.moc"
