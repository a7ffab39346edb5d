#include "ui/viewer/picturecache.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestPictureCache final : public QObject
{
    Q_OBJECT

private slots:
    void theLeastLookedAtGoes()
    {
        PictureCache cache(3 * 40'000);
        const QImage picture(100, 100, QImage::Format_RGB32);
        for (int page = 0; page < 3; ++page)
            cache.put(page, picture);
        QVERIFY(cache.find(0));
        cache.put(3, picture);
        QVERIFY(cache.find(0));
        QVERIFY(!cache.find(1));
        QCOMPARE(cache.bytes(), 3 * 40'000);
        cache.put(3, picture.scaled(50, 50)); // takes the place of the larger one
        QCOMPARE(cache.bytes(), 2 * 40'000 + 10'000);
    }

    void oneThatIsTooLargeIsKeptAlone()
    {
        PictureCache cache(1000);
        cache.put(1, QImage(10, 10, QImage::Format_RGB32));
        cache.put(2, QImage(100, 100, QImage::Format_RGB32));
        QVERIFY(cache.find(2));
        QVERIFY(!cache.find(1));
        cache.clear();
        QCOMPARE(cache.bytes(), 0);
    }
};

DW_TEST(TestPictureCache)
#include "tst_picturecache.moc"
