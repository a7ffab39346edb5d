// Polygons minus rectangles.
#include "core/engines/redact/areaclipper.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestAreaClipper final : public QObject
{
    Q_OBJECT

    static std::vector<PathSegment> polygon(const QPolygonF &points)
    {
        std::vector<PathSegment> result;
        for (int i = 0; i < points.size(); ++i) {
            PathSegment segment;
            segment.points[0] = points.at(i);
            segment.points[3] = points.at((i + 1) % points.size());
            result.push_back(segment);
        }
        return result;
    }

    static double areaOf(const std::vector<AreaClipper::Ring> &rings)
    {
        double sum = 0;
        for (const AreaClipper::Ring &ring : rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const QPointF &a = ring[i].point;
                const QPointF &b = ring[(i + 1) % ring.size()].point;
                sum += (a.x() * b.y() - b.x() * a.y()) / 2; // holes run the other way
            }
        }
        return std::abs(sum);
    }

private slots:
    void aBiteIsTaken()
    {
        AreaClipper clipper {QTransform()};
        clipper.add(polygon(QRectF(0, 0, 100, 100)));
        const auto rings = clipper.minus({QRectF(80, 80, 50, 50)}, Qt::WindingFill);
        QCOMPARE(rings.size(), std::size_t(1));
        QVERIFY(qAbs(areaOf(rings) - 9600) < 0.1);
        int sources = 0;
        for (const AreaClipper::Corner &corner : rings[0])
            sources += corner.source;
        QCOMPARE(sources, 3); // corners of the path keep their very numbers
    }

    void aHoleIsLeftOpen()
    {
        AreaClipper clipper {QTransform()};
        clipper.add(polygon(QRectF(0, 0, 100, 100)));
        const auto rings = clipper.minus({QRectF(40, 40, 20, 20)}, Qt::WindingFill);
        QCOMPARE(rings.size(), std::size_t(2));
        QVERIFY(qAbs(areaOf(rings) - 9600) < 0.1);
        QVERIFY(clipper.minus({QRectF(-10, -10, 200, 200)}, Qt::WindingFill).empty());
    }

    void theRuleDecidesAboutHoles()
    {
        AreaClipper clipper {QTransform()};
        clipper.add(polygon(QRectF(0, 0, 100, 100)));
        clipper.add(polygon(QRectF(20, 20, 60, 60)));
        const QList<QRectF> far {QRectF(500, 500, 10, 10)};
        QVERIFY(qAbs(areaOf(clipper.minus(far, Qt::WindingFill)) - 10000) < 0.1);
        QVERIFY(qAbs(areaOf(clipper.minus(far, Qt::OddEvenFill)) - 6400) < 0.1);
    }

    void sourcePointsComeBackInLocalSpace()
    {
        AreaClipper clipper(QTransform::fromScale(10, 10));
        clipper.add(polygon(QRectF(0.1, 0.1, 1, 1)));
        const auto rings = clipper.minus({QRectF(500, 500, 10, 10)}, Qt::WindingFill);
        QCOMPARE(rings.size(), std::size_t(1));
        for (const AreaClipper::Corner &corner : rings[0]) {
            QVERIFY(corner.source);
            QVERIFY(corner.point.x() == 0.1 || corner.point.x() == 1.1);
        }
    }

    void pathsMadeToHurtAreRefused()
    {
        AreaClipper clipper {QTransform()};
        for (int i = 0; i < 1500; ++i) // all alive at one height
            clipper.add(polygon(QPolygonF {QPointF(i, 0), QPointF(3000 - i, 1000), QPointF(i + 0.5, 1000.5)}));
        QVERIFY_EXCEPTION_THROWN(clipper.minus({QRectF(0, 0, 10, 10)}, Qt::WindingFill), Unprovable);
        AreaClipper far {QTransform()};
        QVERIFY_EXCEPTION_THROWN(far.add(polygon(QRectF(0, 0, 1e12, 1))), Unprovable);
    }
};

DW_TEST(TestAreaClipper)
#include "tst_areaclipper.moc"
