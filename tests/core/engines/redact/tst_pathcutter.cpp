// Paths minus areas: nothing of the outline is left inside, everything outside looks as before.
#include "core/engines/redact/pathcutter.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

struct Drawn {
    QPainterPath path;
    QList<QPointF> points; ///< Control points too.
    int rectangles = 0;
};

/// The operators of an answer, read back.
Drawn read(const std::string &operators)
{
    Drawn result;
    QList<double> numbers;
    const auto point = [&](int at) { return QPointF(numbers.at(at), numbers.at(at + 1)); };
    for (const QByteArray &word : QByteArray::fromStdString(operators).simplified().split(' ')) {
        bool number = false;
        const double value = word.toDouble(&number);
        if (number) {
            numbers.append(value);
            continue;
        }
        if (word == "m") {
            result.path.moveTo(point(0));
        } else if (word == "l") {
            result.path.lineTo(point(0));
        } else if (word == "c") {
            result.path.cubicTo(point(0), point(2), point(4));
        } else if (word == "re") {
            result.path.moveTo(point(0));
            result.path.lineTo(point(0) + QPointF(numbers.at(2), 0));
            result.path.lineTo(point(0) + point(2));
            result.path.lineTo(point(0) + QPointF(0, numbers.at(3)));
            result.path.closeSubpath();
            ++result.rectangles;
            for (const QPointF &step : {QPointF(), QPointF(numbers.at(2), 0), QPointF(0, numbers.at(3)), point(2)})
                result.points.append(point(0) + step);
        } else if (word == "h") {
            result.path.closeSubpath();
        } else if (!word.isEmpty()) {
            qFatal("unknown operator %s", word.constData());
        }
        for (int i = 0; word != "re" && i + 1 < numbers.size(); i += 2)
            result.points.append(point(i));
        numbers.clear();
    }
    return result;
}

QString vertexInside(const Drawn &drawn, const QTransform &ctm, const QList<QRectF> &areas)
{
    for (const QPointF &local : drawn.points) {
        const QPointF point = ctm.map(local);
        for (const QRectF &area : areas) {
            const QRectF inner = area.adjusted(1e-5, 1e-5, -1e-5, -1e-5);
            if (point.x() > inner.left() && point.x() < inner.right() && point.y() > inner.top() && point.y() < inner.bottom())
                return u"%1 %2"_s.arg(point.x()).arg(point.y());
        }
    }
    return {};
}

constexpr double zoom = 8;
constexpr int side = 100; // points

QImage canvas()
{
    QImage image(int(side * zoom), int(side * zoom), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    return image;
}

void prepare(QPainter &painter, const QTransform &ctm)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(ctm * QTransform::fromScale(zoom, zoom));
}

/// Pixels outside the areas (and the two pixels around them) that differ by more than antialiasing may.
int changed(const QImage &before, const QImage &after, const QList<QRectF> &areas, int allowed = 72)
{
    int count = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            const int a = before.constScanLine(y)[x];
            const int b = after.constScanLine(y)[x];
            if (std::abs(a - b) <= allowed)
                continue;
            const QPointF place((x + 0.5) / zoom, (y + 0.5) / zoom);
            const double near = 2 / zoom;
            count += std::none_of(areas.begin(), areas.end(),
                [&](const QRectF &area) { return area.adjusted(-near, -near, near, near).contains(place); });
        }
    }
    return count;
}

QList<QRectF> someAreas(QRandomGenerator &random)
{
    QList<QRectF> areas;
    for (int i = random.bounded(1, 5); i > 0; --i)
        areas.append(QRectF(random.bounded(80.0), random.bounded(80.0), 3 + random.bounded(30.0), 3 + random.bounded(15.0)));
    return areas;
}

QTransform someMatrix(QRandomGenerator &random, bool alike)
{
    QTransform matrix;
    matrix.translate(50, 50);
    matrix.rotate(random.bounded(3) == 0 ? 90 * random.bounded(4) : random.bounded(360.0));
    const double scale = std::pow(10, random.bounded(4.0) - 2);
    matrix.scale(scale, alike ? scale : scale * (0.4 + random.bounded(1.0)));
    if (!alike)
        matrix.shear(random.bounded(0.5), 0);
    return matrix;
}

QPainterPath somePath(QRandomGenerator &random, const QTransform &ctm)
{
    const QTransform toLocal = ctm.inverted();
    const auto point = [&] { return toLocal.map(QPointF(random.bounded(100.0), random.bounded(100.0))); };
    QPainterPath path;
    path.setFillRule(random.bounded(2) == 0 ? Qt::WindingFill : Qt::OddEvenFill);
    for (int i = random.bounded(1, 6); i > 0; --i) {
        switch (random.bounded(4)) {
        case 0: {
            const QPointF corner = point();
            const QPointF size = (point() - corner) * 0.7;
            path.addRect(QRectF(corner, QSizeF(size.x(), size.y())));
            break;
        }
        case 1:
            path.addEllipse(point(), (10 + random.bounded(20.0)) / std::sqrt(std::abs(ctm.determinant())), 15 / std::sqrt(std::abs(ctm.determinant())));
            break;
        default:
            path.moveTo(point());
            for (int k = random.bounded(2, 7); k > 0; --k) {
                if (random.bounded(2) == 0)
                    path.lineTo(point());
                else
                    path.cubicTo(point(), point(), point());
            }
            if (random.bounded(2) == 0)
                path.closeSubpath();
        }
    }
    return path;
}

QPen penOf(const PathCutter::Stroke &stroke)
{
    QPen pen(Qt::black, stroke.width);
    pen.setCapStyle(stroke.cap == 0 ? Qt::FlatCap : stroke.cap == 1 ? Qt::RoundCap : Qt::SquareCap);
    pen.setJoinStyle(stroke.join == 0 ? Qt::SvgMiterJoin : stroke.join == 1 ? Qt::RoundJoin : Qt::BevelJoin);
    pen.setMiterLimit(stroke.miter);
    return pen;
}

/// Mapped first: Qt's own outline of a curve is coarse where one unit is many pixels.
void drawStroke(QPainter &painter, const QPainterPath &path, const PathCutter::Stroke &stroke, const QList<double> &dash, double phase)
{
    const QTransform matrix = painter.transform();
    QPen pen = penOf(stroke);
    pen.setWidthF(stroke.width * std::sqrt(std::abs(matrix.determinant())));
    if (!dash.isEmpty()) {
        QList<double> pattern;
        for (const double length : dash)
            pattern.append(length / stroke.width);
        pen.setDashPattern(pattern);
        pen.setDashOffset(phase / stroke.width);
    }
    painter.resetTransform();
    painter.strokePath(matrix.map(path), pen);
    painter.setTransform(matrix);
}

QPainterPath polyline(const QList<QPointF> &points)
{
    QPainterPath path(points.first());
    for (const QPointF &point : points.mid(1))
        path.lineTo(point);
    return path;
}

} // namespace

class TestPathCutter final : public QObject
{
    Q_OBJECT

private slots:
    void fillsLookTheSameOutside()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 60; ++round) {
            const QTransform ctm = someMatrix(random, false);
            const QPainterPath path = somePath(random, ctm);
            const QList<QRectF> areas = someAreas(random);
            const QList<std::string> left = PathCutter(areas).cutFill(path, ctm);
            QImage before = canvas();
            QImage after = canvas();
            QPainter source(&before);
            QPainter target(&after);
            prepare(source, ctm);
            prepare(target, ctm);
            source.fillPath(path, Qt::black);
            for (const std::string &operators : left) {
                Drawn drawn = read(operators);
                QCOMPARE(vertexInside(drawn, ctm, areas), QString());
                drawn.path.setFillRule(path.fillRule());
                target.fillPath(drawn.path, Qt::black);
            }
            source.end();
            target.end();
            const int different = changed(before, after, areas);
            if (different > 40)
                qWarning("round %d: %d pixels", round, different);
            QVERIFY(different <= 40);
            // No edge is left inside: what ink is there is as even as that of a shape that covers it all.
            for (const QRectF &area : areas) {
                const QRectF inner = area.adjusted(0.3, 0.3, -0.3, -0.3).intersected(QRectF(0, 0, side - 0.2, side - 0.2));
                QSet<int> inks;
                for (double y = inner.top(); y < inner.bottom(); y += 0.3) {
                    for (double x = inner.left(); x < inner.right(); x += 0.3)
                        inks.insert(qGray(after.pixel(int(x * zoom), int(y * zoom))));
                }
                QVERIFY(inks.size() <= 1);
            }
        }
    }

    void strokesLookTheSameOutside()
    {
        QRandomGenerator random(815);
        int most = 0;
        for (int round = 0; round < 60; ++round) {
            const QTransform ctm = someMatrix(random, true);
            const QPainterPath path = somePath(random, ctm);
            const QList<QRectF> areas = someAreas(random);
            const double scale = std::sqrt(std::abs(ctm.determinant()));
            PathCutter::Stroke stroke;
            stroke.width = (0.5 + random.bounded(1.0)) / scale;
            stroke.cap = random.bounded(3);
            stroke.join = random.bounded(3);
            if (random.bounded(2) == 0) {
                stroke.dash = {4 / scale, 3 / scale};
                stroke.phase = 2 / scale;
            }
            const QList<PathCutter::StrokePiece> left = PathCutter(areas).cutStroke(path, ctm, stroke);
            QImage before = canvas();
            QImage after = canvas();
            QPainter source(&before);
            QPainter target(&after);
            prepare(source, ctm);
            prepare(target, ctm);
            drawStroke(source, path, stroke, stroke.dash, stroke.phase);
            for (const PathCutter::StrokePiece &piece : left) {
                const Drawn drawn = read(piece.operators);
                QCOMPARE(vertexInside(drawn, ctm, areas), QString());
                drawStroke(target, drawn.path, stroke, piece.dash, piece.phase);
            }
            source.end();
            target.end();
            // Where a line comes in at a flat angle its end is square, not slanted.
            QList<QRectF> around;
            for (const QRectF &area : areas)
                around.append(area.adjusted(-1.6, -1.6, 1.6, 1.6));
            const int different = changed(before, after, around, 110);
            most = std::max(most, different);
            // Qt measures curves roughly when it dashes them.
            const int allowed = stroke.dash.isEmpty() ? 60 : 250;
            if (different > allowed)
                qWarning("round %d: %d pixels", round, different);
            QVERIFY(different <= allowed);
        }
        qInfo("at most %d of %d pixels differ", most, int(side * zoom * side * zoom));
    }

    void pathsThatNoAreaTouchesAreKept()
    {
        const PathCutter cutter({QRectF(40, 40, 20, 10)});
        QPainterPath path;
        path.addRect(QRectF(0, 0, 100, 100)); // covers it
        path.addEllipse(QPointF(80, 80), 5.125, 7);
        QVERIFY(!cutter.touchesFill(path, {}));
        QVERIFY(!cutter.touchesStroke(path, {}, {}));
        QVERIFY(!cutter.touchesClip(path, {}));
        const QList<std::string> kept = cutter.cutFill(path, {});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(read(kept.first()).path.simplified(), path.simplified());
        QVERIFY(QByteArray::fromStdString(kept.first()).startsWith("0 0 100 100 re\n85.125 80 m\n"));
    }

    void onlyTheSubPathThatIsTouchedIsCut()
    {
        const PathCutter cutter({QRectF(0, 0, 20, 10)});
        QPainterPath path;
        path.addEllipse(QPointF(80.0625, 80), 5, 7);
        path.addEllipse(QPointF(10, 10), 5, 7);
        const QByteArray left = QByteArray::fromStdString(cutter.cutFill(path, {}).first());
        QCOMPARE(left.count(" c\n"), 4); // of the first; the other is polygons now
        QVERIFY(left.contains("85.0625 80 m\n"));
        QVERIFY(left.count(" l\n") > 10);
    }

    void holesStayHoles()
    {
        for (const Qt::FillRule rule : {Qt::OddEvenFill, Qt::WindingFill}) {
            QPainterPath ring;
            ring.setFillRule(rule);
            ring.addRect(QRectF(0, 0, 60, 60));
            ring.addPath(polyline({{10, 10}, {10, 50}, {50, 50}, {50, 10}, {10, 10}})); // the other way around
            const PathCutter cutter({QRectF(55, 20, 20, 10)}); // touches the outer one only
            Drawn left = read(cutter.cutFill(ring, {}).first());
            left.path.setFillRule(rule);
            QVERIFY(!left.path.contains(QPointF(30, 30)));
            QVERIFY(left.path.contains(QPointF(5, 30)));
            QVERIFY(left.path.contains(QPointF(53, 25)));
            QVERIFY(!left.path.contains(QPointF(57, 25)));
        }
    }

    void aLoneRectangleFallsIntoRectangles()
    {
        QPainterPath rule;
        rule.addRect(QRectF(10.123456, 50.2, 80, 0.48)); // of a table
        const QList<std::string> left = PathCutter({QRectF(40, 45, 20, 10)}).cutFill(rule, {});
        QCOMPARE(left.size(), 2);
        QCOMPARE(QByteArray::fromStdString(left.at(0)), "10.123456 50.2 29.872544 0.48 re\n");
        QCOMPARE(QByteArray::fromStdString(left.at(1)), "60.004 50.2 30.119456 0.48 re\n");
        QVERIFY(PathCutter({QRectF(0, 45, 100, 10)}).cutFill(rule, {}).isEmpty());
    }

    void inkThatCoversAnAreaGetsAHole()
    {
        const PathCutter cutter({QRectF(40, 45, 20, 10)});
        QPainterPath page;
        page.addRect(QRectF(0, 0, 100, 100));
        QPainterPath left;
        for (const std::string &piece : cutter.cutInk(page, {}))
            left.addPath(read(piece).path);
        QVERIFY(!left.contains(QPointF(50, 50)));
        QVERIFY(left.contains(QPointF(50, 60)) && left.contains(QPointF(30, 50)) && left.contains(QPointF(70, 50)));
        QPainterPath round;
        round.addEllipse(QPointF(50, 50), 40, 40);
        const Drawn ring = read(cutter.cutInk(round, {}).first());
        QVERIFY(!ring.path.contains(QPointF(50, 50)));
        QVERIFY(ring.path.contains(QPointF(50, 60)));
    }

    void fillsWithoutAreaAreLines()
    {
        QPainterPath flat(QPointF(10, 50));
        flat.lineTo(90, 50);
        flat.closeSubpath();
        const QList<std::string> left = PathCutter({QRectF(40, 45, 20, 10)}).cutFill(flat, {});
        QCOMPARE(left.size(), 2);
        QVERIFY(QByteArray::fromStdString(left.first()).startsWith("10 50 29."));
        QPainterPath slanted(QPointF(10, 10));
        slanted.lineTo(90, 90);
        slanted.closeSubpath();
        const QList<std::string> two = PathCutter({QRectF(40, 45, 20, 10)}).cutFill(slanted, {});
        QCOMPARE(two.size(), 1);
        QCOMPARE(QByteArray::fromStdString(two.first()).count(" m\n"), 2);
    }

    // Case 69 of the leak catalogue.
    void anOutlineInsideLeavesNothing()
    {
        QPainterPath path(QPointF(123.456, 700));
        path.lineTo(130, 712);
        path.lineTo(140, 700);
        path.cubicTo(150, 695, 160, 712, 177.89, 700);
        path.closeSubpath();
        const PathCutter cutter({QRectF(100, 690, 100, 25)});
        QVERIFY(cutter.touchesFill(path, {}));
        QVERIFY(cutter.cutFill(path, {}).isEmpty());
    }

    void aWordDrawnAsOutlinesLeavesNoContour()
    {
        QPainterPath word;
        word.addText(0, 0, QFont(u"DejaVu Sans"_s, 20), u"Sigma 机密"_s);
        const QRectF box = word.boundingRect();
        QVERIFY(box.width() > 50);
        const QTransform ctm = QTransform(1, 0, 0, -1, 30, 50);
        const QRectF area = ctm.mapRect(box).adjusted(-0.5, -0.5, 0.5, 0.5);
        QVERIFY(PathCutter({area}).cutFill(word, ctm).isEmpty());
        // Half of it under the area: nothing of that half is left, however curves were written.
        const QRectF half(area.topLeft(), QSizeF(area.width() / 2, area.height()));
        const QList<std::string> left = PathCutter({half}).cutFill(word, ctm);
        QCOMPARE(left.size(), 1);
        for (const QPointF &point : read(left.first()).points)
            QVERIFY(ctm.map(point).x() > half.right() - 1e-6);
    }

    // Case 70: a polyline that goes in and out.
    void innerVerticesOfALineGo()
    {
        const QPainterPath path = polyline({{50, 650}, {123.456, 700}, {150, 705}, {300, 750}});
        const PathCutter cutter({QRectF(100, 690, 100, 25)});
        const QList<PathCutter::StrokePiece> left = cutter.cutStroke(path, {}, {});
        QCOMPARE(left.size(), 1);
        const QByteArray text = QByteArray::fromStdString(left.first().operators);
        QVERIFY(!text.contains("123.456"));
        QVERIFY(!text.contains("150"));
        QVERIFY(text.startsWith("50 650 m\n"));
        QVERIFY(text.endsWith("300 750 l\n"));
        QCOMPARE(text.count(" m\n"), 2);
    }

    // Case 71: a shape as a clip.
    void clipsAreCut()
    {
        QPainterPath path = polyline({{123.456, 700}, {130, 712}, {140, 700}});
        path.closeSubpath();
        const PathCutter cutter({QRectF(100, 690, 100, 25)});
        QVERIFY(cutter.touchesClip(path, {}));
        const Drawn nothing = read(cutter.cutClip(path, {}));
        QVERIFY(nothing.path.boundingRect().isEmpty());
        QCOMPARE(nothing.rectangles, 1);
        QCOMPARE(vertexInside(nothing, {}, {QRectF(100, 690, 100, 25)}), QString());
    }

    void rectangularClipsStayRectangles()
    {
        const PathCutter cutter({QRectF(100, 690, 100, 25)});
        QPainterPath frame;
        frame.addRect(QRectF(50, 695, 90.125, 12)); // ends where the hidden text does
        QVERIFY(cutter.touchesClip(frame, {}));
        QCOMPARE(QByteArray::fromStdString(cutter.cutClip(frame, {})), "50 695 49.996 12 re\n");
        QPainterPath row;
        row.addRect(QRectF(50, 695, 400, 12)); // only its long sides pass through
        QVERIFY(!cutter.touchesClip(row, {}));
        QPainterPath corner;
        corner.addRect(QRectF(50, 600, 90.125, 100));
        const Drawn left = read(cutter.cutClip(corner, {}));
        QCOMPARE(vertexInside(left, {}, {QRectF(100, 690, 100, 25)}), QString());
        QVERIFY(left.path.contains(QPointF(120, 689)));
        QVERIFY(left.path.contains(QPointF(60, 699)));
        QVERIFY(!left.path.contains(QPointF(141, 650)));
    }

    /// Readers draw by another rule through two rectangles than through one.
    void aClipWhoseSideLiesAlongAnAreaStaysOneRectangle()
    {
        const PathCutter cutter({QRectF(100, 690, 100, 25)});
        QPainterPath frame;
        frame.addRect(QRectF(100.005, 680, 300, 20)); // its upper left corner is in the area
        QVERIFY(cutter.touchesClip(frame, {}));
        const Drawn left = read(cutter.cutClip(frame, {}));
        QCOMPARE(left.rectangles, 1);
        QCOMPARE(vertexInside(left, {}, {QRectF(100, 690, 100, 25)}), QString());
        QVERIFY(std::abs(left.path.boundingRect().left() - 100) < 0.02);
        QCOMPARE(left.path.boundingRect().bottom(), 700.0);
    }

    void aWideLineEndsAtTheArea()
    {
        const QRectF area(100, 90, 50, 20);
        const PathCutter cutter({area});
        PathCutter::Stroke wide;
        wide.width = 20;
        const QPainterPath through = polyline({{50, 100}, {200, 100}});
        const Drawn left = read(cutter.cutStroke(through, {}, wide).first().operators);
        QVERIFY(std::abs(left.points.at(1).x() - 100) < 0.02); // not half a width before it
        wide.cap = 2;
        const Drawn caps = read(cutter.cutStroke(through, {}, wide).first().operators);
        QVERIFY(std::abs(caps.points.at(1).x() - 90) < 0.02); // the cap does the rest
        // Beside the area: its ink is in it.
        const QPainterPath beside = polyline({{50, 115}, {200, 115}});
        QVERIFY(cutter.touchesStroke(beside, {}, wide));
        PathCutter::Stroke thin;
        QVERIFY(!cutter.touchesStroke(beside, {}, thin));
        thin.width = 0; // as thin as the device can
        QVERIFY(cutter.touchesStroke(polyline({{50, 110.2}, {200, 110.2}}), {}, thin));
    }

    void closedLinesKeepTheJoinAtTheirStart()
    {
        QPainterPath frame;
        frame.addRect(QRectF(10, 10, 80, 50));
        const Drawn left = read(PathCutter({QRectF(85, 20, 20, 10)}).cutStroke(frame, {}, {}).first().operators);
        QCOMPARE(left.path.elementCount(), 6); // one line from below the area around to above it
        QCOMPARE(left.points.at(3), QPointF(10, 10));
        QCOMPARE(left.points.at(0).x(), 90.0);
    }

    void dotsAreKeptOrGo()
    {
        PathCutter::Stroke round;
        round.width = 4;
        round.cap = 1;
        const PathCutter cutter({QRectF(40, 40, 20, 10)});
        QPainterPath dots(QPointF(10, 10));
        dots.lineTo(10.0000001, 10);
        dots.moveTo(50, 45);
        dots.lineTo(50.0000001, 45);
        dots.moveTo(61, 45); // its ink comes in
        dots.lineTo(61.0000001, 45);
        const QList<PathCutter::StrokePiece> left = cutter.cutStroke(dots, {}, round);
        QCOMPARE(left.size(), 1);
        QCOMPARE(QByteArray::fromStdString(left.first().operators), "10 10 m\n10.0000001 10 l\n");
    }

    void dashesGoOn()
    {
        PathCutter::Stroke dashed;
        dashed.dash = {6, 4};
        dashed.phase = 1;
        const QPainterPath line = polyline({{0, 45}, {100, 45}});
        const QList<PathCutter::StrokePiece> left = PathCutter({QRectF(43, 40, 20, 10)}).cutStroke(line, {}, dashed);
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.at(0).phase, 1.0);
        QVERIFY(std::abs(left.at(1).phase - 4.005) < 0.01); // 63 + 1, modulo 10
        QCOMPARE(left.at(1).dash, dashed.dash);
    }

    void curvesAreSplitNotFlattened()
    {
        QPainterPath curve(QPointF(0, 0));
        curve.cubicTo(30, 100, 70, 100, 100, 0);
        const QByteArray text = QByteArray::fromStdString(PathCutter({QRectF(45, 60, 10, 30)}).cutStroke(curve, {}, {}).first().operators);
        QCOMPARE(text.count(" m\n"), 2);
        QVERIFY(text.count(" c\n") >= 2);
        QCOMPARE(text.count(" l\n"), 0);
        // The line passes by, its control point would not.
        const PathCutter hidden({QRectF(25, 95, 10, 10)});
        const QList<PathCutter::StrokePiece> left = hidden.cutStroke(curve, {}, {});
        QVERIFY(hidden.touchesStroke(curve, {}, {}));
        const Drawn drawn = read(left.first().operators);
        QCOMPARE(vertexInside(drawn, {}, {QRectF(25, 95, 10, 10)}), QString());
        QCOMPARE(QByteArray::fromStdString(left.first().operators).count(" m\n"), 1);
    }

    void refusesWhatCannotBeMeasured()
    {
        const auto reason = [](const QPainterPath &path, const QTransform &ctm) {
            try {
                PathCutter({QRectF(0, 0, 10, 10)}).cutFill(path, ctm);
            } catch (const Unprovable &unprovable) {
                return unprovable.reason;
            }
            return QString();
        };
        QPainterPath path;
        path.addRect(QRectF(5, 5, 10, 10));
        QCOMPARE(reason(path, QTransform(0, 0, 0, 0, 0, 0)), u"matrix"_s);
        QCOMPARE(reason(path, QTransform(1, 1, 1, 1, 0, 0)), u"matrix"_s);
        QPainterPath far = polyline({{5, 5}, {1e100, 5}, {5, 1e100}});
        QCOMPARE(reason(far, {}), u"path_numbers"_s);
        QPainterPath star(QPointF(5, 0)); // 5,000 long edges that all cross each other
        for (int i = 1; i < 5'000; ++i)
            star.lineTo(i * 0.01, i % 2 == 0 ? i * 0.001 : 800 + i * 0.001);
        QCOMPARE(reason(star, {}), u"path_too_long"_s);
        QCOMPARE(reason(path, {}), QString());
    }

    void manySmallPathsAreFast()
    {
        QPainterPath many;
        for (int i = 0; i < 100'000; ++i)
            many.addRect(QRectF(i % 400 * 1.5, i / 400 * 3, 1, 2));
        QList<QRectF> areas;
        for (int i = 0; i < 200; ++i)
            areas.append(QRectF(i % 10 * 60, i / 10 * 40, 30, 10));
        const PathCutter cutter(areas);
        QElapsedTimer timer;
        timer.start();
        const QList<std::string> left = cutter.cutFill(many, {});
        const qint64 fill = timer.restart();
        const QList<PathCutter::StrokePiece> lines = cutter.cutStroke(many, {}, {});
        const qint64 stroke = timer.restart();
        PathCutter({QRectF(5000, 5000, 1, 1)}).touchesFill(many, {});
        qInfo("100,000 rectangles, 200 areas: fill %lld ms, stroke %lld ms, miss %lld ms", fill, stroke, timer.elapsed());
        QCOMPARE(left.size(), 1);
        QVERIFY(!lines.isEmpty());
        QVERIFY(fill < 10'000); // a debug build on a busy machine
        QVERIFY(stroke < 10'000);
    }
};

DW_TEST(TestPathCutter)
#include "tst_pathcutter.moc"
