// Two pictures of a page: what differs, where, and what is expected to.
#include "core/desk/documents/picturecompare.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestPictureCompare final : public QObject
{
    Q_OBJECT

    static PdfPicture paper(int width = 200, int height = 100) { return {width, height, QByteArray(3 * qsizetype(width) * height, char(255))}; }

    static void fill(PdfPicture &picture, const QRect &area, int grey)
    {
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                picture.rgb.replace(3 * (qsizetype(y) * picture.width + x), 3, QByteArray(3, char(grey)));
        }
    }

private slots:
    void theSameIsTheSame()
    {
        const PictureDifference found = PictureCompare::compare(paper(), paper(), {}, 72);
        QCOMPARE(found.pixels, 20000);
        QCOMPARE(found.outside, 0);
        QVERIFY(found.places.isEmpty() && !found.sizesDiffer);
    }

    void onePixelIsEnough()
    {
        PdfPicture after = paper();
        fill(after, {150, 50, 1, 1}, 0);
        const PictureDifference found = PictureCompare::compare(paper(), after, {}, 72);
        QCOMPARE(found.outside, 1);
        QCOMPARE(found.places.size(), 1);
        QVERIFY(found.places.first().contains(QPointF(150.5, 50.5)));
    }

    void aShadeIsNone()
    {
        PdfPicture after = paper();
        fill(after, {10, 10, 30, 30}, 240);
        QCOMPARE(PictureCompare::compare(paper(), after, {}, 72).outside, 0);
        fill(after, {10, 10, 30, 30}, 225);
        QCOMPARE(PictureCompare::compare(paper(), after, {}, 72).outside, 900);
    }

    void whatIsExpectedIsCountedApart()
    {
        PdfPicture after = paper();
        fill(after, {20, 20, 40, 10}, 0);
        fill(after, {120, 70, 4, 4}, 0);
        const PictureDifference found = PictureCompare::compare(paper(), after, {QRectF(20, 20, 40, 10)}, 72);
        QCOMPARE(found.inside, 400);
        QCOMPARE(found.outside, 16);
        QCOMPARE(found.places.size(), 1);
        QVERIFY(found.places.first().intersects(QRectF(120, 70, 4, 4)) && !found.places.first().intersects(QRectF(20, 20, 40, 10)));
    }

    void placesAreInPoints()
    {
        PdfPicture after = paper();
        fill(after, {100, 50, 10, 10}, 0);
        const PictureDifference found = PictureCompare::compare(paper(), after, {}, 144);
        QCOMPARE(found.places.size(), 1);
        QVERIFY(found.places.first().contains(QRectF(50, 25, 5, 5)));
        QVERIFY(found.places.first().width() < 15);
        // the expected area is in points as well
        QCOMPARE(PictureCompare::compare(paper(), after, {QRectF(50, 25, 5, 5)}, 144).outside, 0);
    }

    void lettersOfALineAreOnePlace()
    {
        PdfPicture after = paper();
        for (int x = 10; x < 120; x += 12)
            fill(after, {x, 40, 3, 8}, 0);
        fill(after, {10, 85, 3, 3}, 0);
        QCOMPARE(PictureCompare::compare(paper(), after, {}, 72).places.size(), 2);
    }

    void otherSizesAreNotCompared()
    {
        QVERIFY(PictureCompare::compare(paper(), paper(200, 101), {}, 72).sizesDiffer);
        PdfPicture cut = paper();
        cut.rgb.chop(1);
        QVERIFY(PictureCompare::compare(paper(), cut, {}, 72).sizesDiffer);
    }

    void picturesAreComparedFromFurtherAway()
    {
        PdfPicture before = paper();
        PdfPicture after = paper();
        for (int y = 16; y < 24; y += 2) { // a line moved by one pixel: as dark as before
            fill(before, {16, y, 80, 1}, 0);
            fill(after, {16, y + 1, 80, 1}, 0);
        }
        QVERIFY(PictureCompare::compare(before, after, {}, 72).outside > 0);
        QCOMPARE(PictureCompare::compare(before, after, {}, 72, PictureCompare::Care::Coarse).outside, 0);
        fill(after, {16, 16, 80, 8}, 255); // the line is gone
        QVERIFY(PictureCompare::compare(before, after, {}, 72, PictureCompare::Care::Coarse).outside > 0);
    }
};

DW_TEST(TestPictureCompare)
#include "tst_picturecompare.moc"
