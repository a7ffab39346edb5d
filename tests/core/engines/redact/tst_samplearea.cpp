#include "core/engines/redact/samplearea.h"

#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTransform>

#include <limits>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

/// A rectangle of samples as an area of image space.
QPolygonF samples(const QRectF &rect, QSize size)
{
    return QPolygonF(QRectF(rect.left() / size.width(), 1 - rect.bottom() / size.height(), rect.width() / size.width(),
        rect.height() / size.height()));
}

QStringList drawn(const SampleArea &area, QSize size, bool gone = false)
{
    QStringList rows;
    for (int y = 0; y < size.height(); ++y) {
        QString row;
        for (int x = 0; x < size.width(); ++x)
            row += QChar::fromLatin1((gone ? area.isGone(x, y) : area.isCovered(x, y)) ? '#' : '.');
        rows.append(row);
    }
    return rows;
}

} // namespace

class TestSampleArea final : public QObject
{
    Q_OBJECT

private slots:
    void wholeSamplesAreNotMore()
    {
        const QSize size(6, 4);
        const SampleArea area(size, {samples({1, 1, 3, 2}, size)}, {});
        QCOMPARE(drawn(area, size), QStringList({u"......"_s, u".###.."_s, u".###.."_s, u"......"_s}));
    }

    void aTouchedSampleGoes()
    {
        const QSize size(6, 4);
        const SampleArea area(size, {samples({1.9, 1.1, 0.2, 0.1}, size)}, {});
        QCOMPARE(drawn(area, size), QStringList({u"......"_s, u".##..."_s, u"......"_s, u"......"_s}));
    }

    void yGoesUp()
    {
        const SampleArea area({2, 2}, {QPolygonF(QRectF(0.1, 0.1, 0.2, 0.2))}, {});
        QCOMPARE(drawn(area, {2, 2}), QStringList({u".."_s, u"#."_s}));
    }

    void aTurnedAreaIsNoBox()
    {
        const QSize size(8, 8);
        const SampleArea area(size, {QPolygonF({{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}})}, {});
        QCOMPARE(drawn(area, size),
            QStringList({u"...##..."_s, u"..####.."_s, u".######."_s, u"########"_s, u"########"_s, u".######."_s, u"..####.."_s, u"...##..."_s}));
    }

    void aHollowAreaStaysHollow()
    {
        const QSize size(6, 6);
        const QPolygonF hook({{0, 0}, {1, 0}, {1, 1}, {5.0 / 6, 1}, {5.0 / 6, 1.0 / 6}, {0, 1.0 / 6}});
        const SampleArea area(size, {hook}, {});
        QCOMPARE(drawn(area, size), QStringList({u".....#"_s, u".....#"_s, u".....#"_s, u".....#"_s, u".....#"_s, u"######"_s}));
    }

    /// Against a slow answer: every sample is cut into 8 x 8 points.
    void nothingInsideIsLeft()
    {
        const QSize size(23, 17);
        for (int angle = 0; angle < 360; angle += 7) {
            QTransform turn;
            turn.translate(0.5, 0.45).rotate(angle).scale(0.3, 0.15).shear(0.3, 0);
            const QPolygonF polygon = turn.map(QPolygonF(QRectF(-1, -1, 2, 2)));
            const SampleArea area(size, {polygon}, {});
            for (int y = 0; y < size.height() * 8; ++y) {
                for (int x = 0; x < size.width() * 8; ++x) {
                    const QPointF point((x + 0.5) / 8 / size.width(), 1 - (y + 0.5) / 8 / size.height());
                    if (polygon.containsPoint(point, Qt::OddEvenFill))
                        QVERIFY(area.isCovered(x / 8, y / 8));
                }
            }
        }
    }

    void growsByOneAndToBlocks()
    {
        const QSize size(12, 10);
        SampleArea area(size, {samples({4, 4, 1, 1}, size)}, {16, 16});
        area.grow();
        QCOMPARE(drawn(area, size, true).mid(2, 4), QStringList({u"............"_s, u"...###......"_s, u"...###......"_s, u"...###......"_s}));
        QCOMPARE(drawn(area, size).at(4), u"....#......."_s);
        area.growToBlocks({4, 4}, [](const QRect &block) { return block.left() > 0; });
        QCOMPARE(drawn(area, size, true).mid(0, 8),
            QStringList({u"....####...."_s, u"....####...."_s, u"....####...."_s, u"...#####...."_s, u"...#####...."_s, u"...#####...."_s, u"....####...."_s,
                u"....####...."_s}));
        QVERIFY(!area.isGone(-1, 0) && !area.isGone(50, 50));
    }

    void outsideIsNothing()
    {
        QVERIFY(SampleArea({8, 8}, {QPolygonF(QRectF(1, 0, 1, 1)), QPolygonF(QRectF(0, -2, 1, 2)), QPolygonF()}, {}).isEmpty());
        const SampleArea all({8, 8}, {QPolygonF(QRectF(-1e9, -1e9, 3e9, 3e9))}, {});
        QCOMPARE(drawn(all, {8, 8}), QStringList(8, u"########"_s));
    }

    void numbersThatAreNoneAreRefused()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(SampleArea({8, 8}, {QPolygonF({{0, 0}, {none, 1}, {1, 0}})}, {}), Unprovable);
    }
};

DW_TEST(TestSampleArea)
#include "tst_samplearea.moc"
