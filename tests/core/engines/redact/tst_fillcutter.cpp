// Filled areas and clips minus the areas: what is not touched keeps its numbers.
#include "core/engines/redact/fillcutter.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestFillCutter final : public QObject
{
    Q_OBJECT

    using Touch = FillCutter::Touch;

    static bool touches(const QPainterPath &path, const QRectF &area, Touch touch)
    {
        const VectorPath vector(path, QTransform());
        const AreaIndex areas({area});
        return FillCutter(vector, areas, touch).touches();
    }

    static QPainterPath rectangle(const QRectF &rect)
    {
        QPainterPath path;
        path.addRect(rect);
        return path;
    }

private slots:
    void aGroundIsTouchedOnlyByItsInk()
    {
        const QPainterPath ground = rectangle({0, 0, 600, 800});
        const QRectF area(100, 100, 50, 20);
        QVERIFY(!touches(ground, area, Touch::Outline));
        QVERIFY(!touches(ground, area, Touch::Vertices));
        QVERIFY(touches(ground, area, Touch::Ink));
        const QPainterPath line = rectangle({0, 105, 600, 2}); // through the area
        QVERIFY(touches(line, area, Touch::Outline));
        QVERIFY(!touches(line, area, Touch::Vertices));
        QVERIFY(touches(rectangle({120, 105, 5, 5}), area, Touch::Vertices));
    }

    void aLoneRectangleFallsApartIntoRectangles()
    {
        const VectorPath path(rectangle({0, 105, 600, 2}), QTransform());
        const AreaIndex areas({QRectF(100, 100, 50, 20)});
        const QList<std::string> left = FillCutter(path, areas, Touch::Outline).fills();
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.first(), std::string("0 105 99.996 2 re\n"));
        QCOMPARE(left.last(), std::string("150.004 105 449.996 2 re\n"));
    }

    void nothingIsLeftOfWhatIsCovered()
    {
        const VectorPath path(rectangle({110, 105, 10, 5}), QTransform());
        const AreaIndex areas({QRectF(100, 100, 50, 20)});
        QVERIFY(FillCutter(path, areas, Touch::Outline).fills().isEmpty());
        QVERIFY(FillCutter(path, areas, Touch::Outline).whole().empty());
    }

    void neighboursKeepTheirNumbers()
    {
        QPainterPath path = rectangle({110, 105, 100, 5});
        path.addRect(QRectF(300.123456, 400.654321, 7.5, 8.25));
        const VectorPath vector(path, QTransform());
        const AreaIndex areas({QRectF(100, 100, 50, 20)});
        const std::string left = FillCutter(vector, areas, Touch::Outline).whole();
        QVERIFY(left.find("300.123456 400.654321 7.5 8.25 re") != std::string::npos);
        QVERIFY(left.find("110 105") == std::string::npos);
    }

    void aClipMayBeTrimmed()
    {
        const QPainterPath clip = rectangle({0, 0, 200, 50});
        const VectorPath vector(clip, QTransform());
        const AreaIndex side({QRectF(150, -10, 100, 100)});
        QCOMPARE(FillCutter(vector, side, Touch::Vertices).trimmed({0, 0, 200, 50}), std::optional(QRectF(0, 0, 149.996, 50)));
        const AreaIndex corner({QRectF(150, 30, 100, 100)}); // no rectangle is the same outside it
        QCOMPARE(FillCutter(vector, corner, Touch::Vertices).trimmed({0, 0, 200, 50}), std::optional<QRectF>());
        const AreaIndex all({QRectF(-10, -10, 400, 100)});
        QCOMPARE(FillCutter(vector, all, Touch::Vertices).trimmed({0, 0, 200, 50}), std::optional(QRectF()));
    }
};

DW_TEST(TestFillCutter)
#include "tst_fillcutter.moc"
