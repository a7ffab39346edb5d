// A rectangle minus areas: parts that meet between pixels.
#include "core/engines/redact/pathcutter.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace dw;

namespace {

/// Of "x y width height re".
QRectF rectangle(const std::string &piece)
{
    const QList<QByteArray> words = QByteArray::fromStdString(piece).simplified().split(' ');
    if (words.size() != 5 || words.at(4) != "re")
        return {};
    return {words.at(0).toDouble(), words.at(1).toDouble(), words.at(2).toDouble(), words.at(3).toDouble()};
}

bool isOne(double edge, const QList<double> &known)
{
    return std::any_of(known.begin(), known.end(), [edge](double one) { return std::abs(edge - one) < 1e-6; });
}

} // namespace

class TestFillCutter final : public QObject
{
    Q_OBJECT

private slots:
    void seamsRunBetweenPixels_data()
    {
        QTest::addColumn<QRectF>("area");
        QTest::addRow("over the upper edge") << QRectF(40.3, 80.2, 20.4, 15.2);
        QTest::addRow("over a corner") << QRectF(5, 5.3, 30.6, 20.1);
        QTest::addRow("over the left edge") << QRectF(5.5, 40.4, 30.6, 20.1);
    }

    void seamsRunBetweenPixels()
    {
        QFETCH(QRectF, area);
        const QRectF ground(10.3, 10.2, 80, 80);
        QPainterPath page;
        page.addRect(ground);
        const QList<std::string> left = PathCutter({area}).cutFill(page, {});
        QVERIFY(left.size() >= 2);
        double size = 0;
        for (const std::string &piece : left) {
            const QRectF rect = rectangle(piece);
            QVERIFY2(rect.isValid() && !rect.intersects(area), piece.c_str());
            size += rect.width() * rect.height();
            if (rect.width() < 1 || rect.height() < 1)
                continue; // beside the area
            for (const double x : {rect.left(), rect.right()})
                QVERIFY2(isOne(x, {ground.left(), ground.right(), std::round(x)}), piece.c_str());
            for (const double y : {rect.top(), rect.bottom()})
                QVERIFY2(isOne(y, {ground.top(), ground.bottom(), std::round(y)}), piece.c_str());
        }
        const QRectF gone = ground.intersected(area);
        QVERIFY(std::abs(size - (ground.width() * ground.height() - gone.width() * gone.height())) < 1);
    }

    void cellsAreCutAtTheArea()
    {
        QPainterPath cell;
        cell.addRect(QRectF(10.3, 50.2, 80, 11.5));
        const QList<std::string> left = PathCutter({QRectF(40.3, 61.3, 20.4, 10)}).cutFill(cell, {});
        QCOMPARE(left.size(), 3); // nothing thin beside the area
        for (const std::string &piece : left)
            QVERIFY2(rectangle(piece).height() > 11, piece.c_str());
    }

    void whatIsCutThroughHasNoSeam()
    {
        QPainterPath rule;
        rule.addRect(QRectF(10.3, 50.2, 80, 0.48));
        const QList<std::string> left = PathCutter({QRectF(40.3, 45, 20.4, 10)}).cutFill(rule, {});
        QCOMPARE(left.size(), 2);
        QVERIFY(std::abs(rectangle(left.first()).right() - 40.296) < 1e-6); // up to the area
        QVERIFY(std::abs(rectangle(left.last()).left() - 60.704) < 1e-6);
    }
};

DW_TEST(TestFillCutter)
#include "tst_fillcutter.moc"
