// Rectangles found by their rows.
#include "core/engines/redact/rowindex.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dw;

class TestRowIndex final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsNearNothing()
    {
        QVERIFY(!RowIndex().isNear(QRectF(0, 0, 100, 100), 50));
    }

    void touchingIsNear()
    {
        const RowIndex index({QRectF(10, 10, 20, 10)});
        QVERIFY(index.isNear(QRectF(30, 10, 5, 5), 0));
        QVERIFY(!index.isNear(QRectF(30.1, 10, 5, 5), 0));
        QVERIFY(index.isNear(QRectF(30.1, 10, 5, 5), 0.1));
        QVERIFY(index.isNear(QRectF(15, 15, 0, 0), 0)); // a point in it
    }

    void answersAsASearchThroughAllDoes()
    {
        QRandomGenerator random(11);
        QList<QRectF> rects;
        for (int i = 0; i < 200; ++i)
            rects.append(QRectF(random.bounded(600.0), random.bounded(800.0), random.bounded(80.0), random.bounded(20.0)));
        const RowIndex index(rects);
        for (int i = 0; i < 500; ++i) {
            const QRectF asked(random.bounded(700.0) - 50, random.bounded(900.0) - 50, random.bounded(30.0), random.bounded(30.0));
            const bool expected = std::any_of(rects.begin(), rects.end(), [&](const QRectF &rect) {
                return asked.left() - 2 <= rect.right() + 2 && rect.left() - 2 <= asked.right() + 2 && asked.top() - 2 <= rect.bottom()
                    && rect.top() <= asked.bottom() + 2 && asked.left() - 2 <= rect.right() && rect.left() <= asked.right() + 2;
            });
            QCOMPARE(index.isNear(asked, 2), expected);
        }
    }
};

DW_TEST(TestRowIndex)
#include "tst_rowindex.moc"
