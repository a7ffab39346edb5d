#include "ui/viewer/pagelayout.h"
#include "tests/support/testmain.h"

#include <QRectF>
#include <QTest>

using namespace dw;

class TestPageLayout final : public QObject
{
    Q_OBJECT

private slots:
    void pagesDoNotOverlapAndAreFound()
    {
        PageLayout layout;
        QList<QSizeF> sizes;
        for (int i = 0; i < 500; ++i)
            sizes.append(i % 3 == 0 ? QSizeF(842, 595) : QSizeF(595, 842));
        layout.setSizes(sizes);
        for (const int columns : {1, 2}) {
            PageView view;
            view.zoom = 0.77;
            view.columns = columns;
            layout.setView(view);
            for (int page = 0; page < 500; ++page) {
                const QRect rect = layout.pageRect(page);
                QVERIFY(QRect(QPoint(), layout.extent()).contains(rect));
                if (page > 0)
                    QVERIFY(!rect.intersects(layout.pageRect(page - 1)));
                const auto [first, last] = layout.pagesBetween(rect.top(), rect.bottom());
                QVERIFY(first <= page && page <= last && last - first <= 1);
            }
        }
    }

    void thereAndBack_data()
    {
        QTest::addColumn<int>("rotation");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("%d", rotation) << rotation;
    }

    void thereAndBack()
    {
        QFETCH(int, rotation);
        PageLayout layout;
        layout.setSizes(QList<QSizeF>(4, QSizeF(600, 800)));
        PageView view;
        view.zoom = 1.5;
        view.rotation = rotation;
        layout.setView(view);
        const QRectF place(100, 200, 50, 20);
        const QRectF shown = layout.toContents(2, place);
        QCOMPARE(shown.size(), rotation % 180 == 0 ? QSizeF(75, 30) : QSizeF(30, 75));
        QVERIFY(QRectF(layout.pageRect(2)).contains(shown));
        const QPointF back = layout.toPage(2, layout.toContents(2, place.topLeft()));
        QVERIFY((back - place.topLeft()).manhattanLength() < 0.01);
        // The upper left corner of the page, turned clockwise, is where a reader sees it.
        const QRectF paper = layout.pageRect(2);
        const QPointF corners[] = {paper.topLeft(), {paper.left() + paper.width(), paper.top()}, {paper.left() + paper.width(), paper.top() + paper.height()}, {paper.left(), paper.top() + paper.height()}};
        QVERIFY((layout.toContents(2, QPointF(0, 0)) - corners[rotation / 90]).manhattanLength() < 0.01);
    }

    void oneRowInSingleFlow()
    {
        PageLayout layout;
        layout.setSizes(QList<QSizeF>(5, QSizeF(600, 800)));
        PageView view;
        view.flow = PageFlow::Single;
        view.columns = 2;
        layout.setView(view);
        layout.setShown(3);
        QVERIFY(layout.pageRect(0).isNull());
        QVERIFY(!layout.pageRect(2).isNull());
        QCOMPARE(layout.pagesBetween(0, 10), std::make_pair(2, 3));
        layout.setShown(4);
        QCOMPARE(layout.pagesBetween(0, 10), std::make_pair(4, 4));
    }

    void nothingIsNothing()
    {
        PageLayout layout;
        layout.setView({});
        QCOMPARE(layout.pageNear(10), -1);
        QVERIFY(layout.pageRect(0).isNull());
        QVERIFY(layout.extent().isEmpty());
        QCOMPARE(layout.pagesBetween(0, 100), std::make_pair(0, -1));
    }
};

DW_TEST(TestPageLayout)
#include "tst_pagelayout.moc"
