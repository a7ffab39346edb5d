// Paths by their parts, in both spaces.
#include "core/engines/redact/vectorpath.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace dw;
using namespace Qt::StringLiterals;

class TestVectorPath final : public QObject
{
    Q_OBJECT

private slots:
    void partsAreSubPaths()
    {
        QPainterPath path;
        path.addRect(10, 20, 30, 40);
        path.moveTo(100, 100); // a lone move draws nothing
        path.moveTo(0, 0);
        path.lineTo(50, 5);
        const VectorPath vector(path, QTransform::fromScale(2, 3));
        QCOMPARE(vector.parts().size(), std::size_t(2));
        QVERIFY(vector.parts()[0].closed && !vector.parts()[1].closed);
        QCOMPARE(vector.parts()[0].bounds, QRectF(20, 60, 60, 120));
        QCOMPARE(vector.rectangle(vector.parts()[0]), std::optional(QRectF(10, 20, 30, 40)));
        QVERIFY(!vector.rectangle(vector.parts()[1]));
        QCOMPARE(vector.segments(vector.parts()[1], false).size(), std::size_t(1));
        QCOMPARE(vector.segments(vector.parts()[1], true).size(), std::size_t(2)); // a fill closes it
        QVERIFY(std::abs(vector.scale() - 3) < 1e-12);
    }

    void rectanglesStayOnesOnlyInQuarterTurns()
    {
        QPainterPath path;
        path.addRect(0, 0, 5, 5);
        QVERIFY(VectorPath(path, QTransform(0, 1, -1, 0, 7, 8)).keepsAxes());
        QVERIFY(!VectorPath(path, QTransform().rotate(30)).keepsAxes());
    }

    void curvesAreDividedExactly()
    {
        PathSegment curve;
        curve.curve = true;
        curve.points = {QPointF(0, 0), QPointF(10, 30), QPointF(40, -20), QPointF(50, 10)};
        const PathSegment part = curve.part(0.25, 0.75);
        for (const double t : {0.0, 0.3, 1.0}) {
            const QPointF expected = curve.at(0.25 + 0.5 * t);
            QVERIFY(QLineF(part.at(t), expected).length() < 1e-12);
        }
        QVERIFY(curve.chords(0.02) > curve.chords(2));
        QCOMPARE(curve.part(0, 1).points, curve.points);
        PathSegment line;
        line.points[3] = {10, 0};
        QCOMPARE(line.chords(0.001), 1);
        QCOMPARE(line.part(0.2, 0.5).from(), QPointF(2, 0));
    }

    void whatCannotBeCountedWithIsRefused()
    {
        QPainterPath path;
        path.addRect(0, 0, 5, 5);
        const auto reason = [](auto make) {
            try {
                make();
            } catch (const Unprovable &unprovable) {
                return unprovable.reason;
            }
            return QString();
        };
        QCOMPARE(reason([&] { VectorPath(path, QTransform(0, 0, 0, 0, 1, 1)); }), u"matrix"_s);
        QCOMPARE(reason([&] { VectorPath(path, QTransform(1, 2, 2, 4, 0, 0)); }), u"matrix"_s);
        QCOMPARE(reason([&] { VectorPath(path, QTransform::fromScale(1e200, 1)); }), u"matrix"_s);
        QVERIFY(VectorPath(QPainterPath(), QTransform()).parts().empty());
    }
};

DW_TEST(TestVectorPath)
#include "tst_vectorpath.moc"
