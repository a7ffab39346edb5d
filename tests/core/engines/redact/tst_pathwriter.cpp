// Paths written as operators: numbers that were not computed stay, and no point goes into an area.
#include "core/engines/redact/pathwriter.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPathWriter final : public QObject
{
    Q_OBJECT

    QPainterPath m_path;
    const AreaIndex m_areas {{QRectF(100, 100, 50, 50)}};

private slots:
    void initTestCase() { m_path.addRect(0, 0, 10, 10); }

    void givenNumbersStay()
    {
        const VectorPath space(m_path, QTransform());
        PathWriter writer(space, m_areas);
        writer.move({0.1, 1e-7});
        writer.line({12.3456789, -5});
        writer.close();
        QCOMPARE(writer.subPaths(), 1);
        QCOMPARE(writer.take(), std::string("0.1 0.0000001 m\n12.3456789 -5 l\nh\n"));
        QCOMPARE(writer.subPaths(), 0);
        QVERIFY(writer.take().empty());
    }

    void computedOnesAreRoundedInUserSpace()
    {
        const VectorPath page(m_path, QTransform());
        QCOMPARE(PathWriter(page, m_areas).rounded(1.23456789), 1.2346);
        const VectorPath large(m_path, QTransform::fromScale(1000, 1000)); // one unit is a thousand points
        QCOMPARE(PathWriter(large, m_areas).rounded(1.23456789), 1.2345679);
    }

    void rectanglesAreOneOperator()
    {
        const VectorPath space(m_path, QTransform());
        PathWriter writer(space, m_areas);
        writer.rectangle(QPointF(0.1, 0.2), QSizeF(0.30000000000000004, -0.1));
        QCOMPARE(writer.take(), std::string("0.1 0.2 0.3 -0.1 re\n"));
        writer.part(space.parts().front());
        QCOMPARE(writer.take(), std::string("0 0 10 10 re\n"));
    }

    void noPointGoesIntoAnArea()
    {
        const VectorPath space(m_path, QTransform::fromScale(2, 2));
        PathWriter writer(space, m_areas);
        writer.move({50, 50}); // on its edge
        const auto refused = [](auto write) {
            try {
                write();
            } catch (const Unprovable &unprovable) {
                return unprovable.reason == u"path_vertex"_s;
            }
            return false;
        };
        QVERIFY(refused([&] { writer.line({60, 60}); }));
        PathSegment curve;
        curve.curve = true;
        curve.points = {QPointF(50, 50), QPointF(60, 60), QPointF(0, 0), QPointF(0, 0)}; // a control point tells the shape too
        QVERIFY(refused([&] { writer.curve(curve); }));
        QVERIFY(refused([&] { writer.rectangle(QRectF(40, 40, 20, 20)); }));
    }

    void endlessNumbersAreRefused()
    {
        const VectorPath space(m_path, QTransform());
        PathWriter writer(space, m_areas);
        QVERIFY_EXCEPTION_THROWN(writer.move({std::numeric_limits<double>::infinity(), 0}), Unprovable);
    }
};

DW_TEST(TestPathWriter)
#include "tst_pathwriter.moc"
