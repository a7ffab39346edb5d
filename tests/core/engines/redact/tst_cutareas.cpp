// Finding the areas near a place: the same as looking at all of them, each once.
#include "core/engines/redact/cutareas.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dw;

namespace {

CutArea areaAt(const QRectF &rect)
{
    CutArea area;
    area.rect = rect;
    return area;
}

QList<int> found(const CutAreas &areas, const QRectF &box)
{
    QList<int> result;
    areas.forEach(box, [&](int area) {
        result.append(area);
        return true;
    });
    return result;
}

} // namespace

class TestCutAreas final : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatAllWouldFind()
    {
        QRandomGenerator random(99);
        for (const int count : {1, 2, 7, 40, 900}) {
            QList<CutArea> list;
            for (int i = 0; i < count; ++i)
                list.append(areaAt({random.bounded(600.0) - 50, random.bounded(800.0) - 50, random.bounded(120.0), random.bounded(i % 5 == 0 ? 500.0 : 12.0)}));
            const CutAreas areas(list);
            for (int round = 0; round < 200; ++round) {
                const QRectF box(random.bounded(700.0) - 100, random.bounded(900.0) - 100, random.bounded(80.0), random.bounded(round % 3 == 0 ? 300.0 : 10.0));
                QList<int> expected;
                for (int i = 0; i < count; ++i) {
                    const QRectF &rect = list.at(i).rect;
                    if (rect.left() <= box.right() && box.left() <= rect.right() && rect.top() <= box.bottom() && box.top() <= rect.bottom())
                        expected.append(i);
                }
                QList<int> seen = found(areas, box);
                std::sort(seen.begin(), seen.end());
                QCOMPARE(seen, expected); // also: none twice
                QCOMPARE(areas.touches(box), !expected.isEmpty());
            }
        }
    }

    void placesWithoutSizeAreFound()
    {
        const CutAreas areas({areaAt({10, 10, 20, 5}), areaAt({10, 400, 20, 5})});
        QVERIFY(areas.touches({15, 0, 0, 100})); // of a vertical line
        QVERIFY(areas.touches({12, 402, 0, 0}));
        QVERIFY(areas.touches({30, 15, 5, 5})); // corners that meet
        QVERIFY(!areas.touches({30.1, 15, 5, 5}));
        QVERIFY(!areas.touches({15, 200, 0, 0}));
        QVERIFY(!CutAreas().touches({0, 0, 1e6, 1e6}));
        QVERIFY(CutAreas().isEmpty());
    }

    void rectanglesFromAnyCornerAreTheSame()
    {
        const CutAreas areas({areaAt(QRectF(QPointF(30, 15), QPointF(10, 10)))});
        QCOMPARE(areas.rects(), (QList<QRectF> {{10, 10, 20, 5}}));
        QVERIFY(areas.touches({12, 12, 1, 1}));
    }

    void aVisitCanEnd()
    {
        const CutAreas areas({areaAt({0, 0, 10, 10}), areaAt({1, 1, 10, 10}), areaAt({2, 2, 10, 10})});
        int visits = 0;
        areas.forEach({5, 5, 1, 1}, [&](int) { return ++visits < 2; });
        QCOMPARE(visits, 2);
    }
};

DW_TEST(TestCutAreas)
#include "tst_cutareas.moc"
