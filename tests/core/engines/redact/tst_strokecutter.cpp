// Lines minus the areas stay lines.
#include "core/engines/redact/strokecutter.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestStrokeCutter final : public QObject
{
    Q_OBJECT

    static QPainterPath line(QPointF from, QPointF to)
    {
        QPainterPath path(from);
        path.lineTo(to);
        return path;
    }

    static QList<PathCutter::StrokePiece> pieces(const QPainterPath &path, const PathCutter::Stroke &stroke)
    {
        const VectorPath vector(path, QTransform());
        const AreaIndex areas({QRectF(100, 100, 50, 20)});
        return StrokeCutter(vector, areas, stroke).pieces();
    }

    static bool touches(const QPainterPath &path, double width)
    {
        const VectorPath vector(path, QTransform());
        const AreaIndex areas({QRectF(100, 100, 50, 20)});
        PathCutter::Stroke stroke;
        stroke.width = width;
        return StrokeCutter(vector, areas, stroke).touches();
    }

private slots:
    void theInkCountsNotTheLine()
    {
        QVERIFY(touches(line({0, 110}, {600, 110}), 1));
        QVERIFY(!touches(line({0, 95}, {600, 95}), 1));
        QVERIFY(touches(line({0, 95}, {600, 95}), 12)); // half its width reaches in
        QVERIFY(!touches(line({0, 300}, {600, 300}), 12));
    }

    void aLineThroughABoxEndsAtIt()
    {
        const auto left = pieces(line({0, 110}, {600, 110}), {});
        QCOMPARE(left.size(), 1);
        const QByteArray operators = QByteArray::fromStdString(left.first().operators);
        QVERIFY2(operators.startsWith("0 110 m\n99.995 110 l\n"), operators.constData());
        QVERIFY2(operators.endsWith("150.005 110 m\n600 110 l\n"), operators.constData());
    }

    void roundCapsEndEarlier()
    {
        PathCutter::Stroke stroke;
        stroke.width = 4;
        stroke.cap = 1;
        const QByteArray operators = QByteArray::fromStdString(pieces(line({0, 110}, {600, 110}), stroke).first().operators);
        QVERIFY2(operators.startsWith("0 110 m\n97.99"), operators.constData());
    }

    void dashesGoOnWhereTheyWere()
    {
        PathCutter::Stroke stroke;
        stroke.dash = {7, 3};
        stroke.phase = 2;
        const auto left = pieces(line({0, 110}, {600, 110}), stroke);
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.first().phase, 2.0);
        QCOMPARE(left.last().dash, (QList<double> {7, 3}));
        const double expected = std::fmod(2 + 150.005, 10);
        QVERIFY2(qAbs(std::fmod(left.last().phase, 10) - expected) < 0.01, qPrintable(QString::number(left.last().phase)));
    }

    void whatIsCoveredIsGone()
    {
        QVERIFY(pieces(line({110, 105}, {140, 115}), {}).isEmpty());
    }
};

DW_TEST(TestStrokeCutter)
#include "tst_strokecutter.moc"
