// Pictures of a page before and after: what counts as the same, as black, as ink.
#include "core/engines/redact/pixelcheck.h"
#include "tests/support/testmain.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestPixelCheck final : public QObject
{
    Q_OBJECT

    /// 100 x 60 points at two pixels a point, with bars as letters would be.
    static QImage page(int bars = 10, const QColor &ground = Qt::white)
    {
        QImage image(200, 120, QImage::Format_RGB888);
        image.fill(ground);
        QPainter painter(&image);
        for (int i = 0; i < bars; ++i)
            painter.fillRect(10 + 18 * i, 40, 4, 20, Qt::black);
        return image;
    }

    static QImage with(QImage image, const QRect &rect, const QColor &color)
    {
        QPainter painter(&image);
        painter.fillRect(rect, color);
        painter.end();
        return image;
    }

private slots:
    void samePagesAreTheSame()
    {
        QVERIFY(pixelcheck::isSame(page(), page(), 2, {}));
        QVERIFY(!pixelcheck::isSame(page(), page().scaled(201, 120), 2, {}));
        QVERIFY(!pixelcheck::isSame(page(), page().convertToFormat(QImage::Format_RGB32), 2, {}));
    }

    void aLetterThatIsGoneIsSeen()
    {
        QVERIFY(!pixelcheck::isSame(page(10), page(9), 2, {}));
        QVERIFY(!pixelcheck::isSame(page(9), page(10), 2, {}));
    }

    void insideAnAreaAnythingMayChange()
    {
        const QImage blacked = with(page(), {60, 30, 50, 40}, Qt::black);
        QVERIFY(!pixelcheck::isSame(page(), blacked, 2, {}));
        QVERIFY(pixelcheck::isSame(page(), blacked, 2, {QRectF(30, 15, 25, 20)}));
    }

    void anotherSmoothingIsNoChange()
    {
        QImage softer = page();
        for (int y = 40; y < 60; ++y)
            softer.setPixelColor(9, y, QColor(200, 200, 200));
        QVERIFY(pixelcheck::isSame(page(), softer, 2, {}));
    }

    void blackIsBlackAllOver()
    {
        const QRectF area(30, 15, 25, 20);
        QVERIFY(pixelcheck::isBlack(with(page(), {60, 30, 50, 40}, Qt::black), 2, area, false));
        QVERIFY(!pixelcheck::isBlack(page(), 2, area, false));
        const QImage labelled = with(with(page(), {60, 30, 50, 40}, Qt::black), {75, 45, 20, 8}, Qt::white);
        QVERIFY(!pixelcheck::isBlack(labelled, 2, area, false));
        QVERIFY(pixelcheck::isBlack(labelled, 2, area, true));
        QVERIFY(!pixelcheck::isBlack(page(0), 2, area, true)); // all of it light is no label
    }

    void inkIsFoundOnAnyGround()
    {
        const QRectF area(30, 15, 25, 20);
        QVERIFY(pixelcheck::hasInk(page(), 2, area));
        QVERIFY(!pixelcheck::hasInk(page(0), 2, area));
        QVERIFY(!pixelcheck::hasInk(page(0, Qt::black), 2, area)); // a ground that covers it
        QVERIFY(pixelcheck::hasInk(with(page(0, Qt::darkBlue), {70, 40, 10, 10}, Qt::yellow), 2, area));
    }

    void picturesAtAnotherResolutionKeepTheirInk()
    {
        const QImage small = page().scaled(150, 90, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY(pixelcheck::hasInkOf(page(), small));
        QVERIFY(!pixelcheck::hasInkOf(page(), QImage(page(0)).scaled(150, 90)));
    }
};

DW_TEST(TestPixelCheck)
#include "tst_pixelcheck.moc"
