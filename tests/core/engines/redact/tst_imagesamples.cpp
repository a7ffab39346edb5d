#include "core/engines/redact/imagesamples.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace dw;

class TestImageSamples final : public QObject
{
    Q_OBJECT

private slots:
    void writesOneSampleAndNoOther_data()
    {
        QTest::addColumn<int>("bits");
        for (const int bits : {1, 2, 4, 8, 16})
            QTest::addRow("%d bits", bits) << bits;
    }

    void writesOneSampleAndNoOther()
    {
        QFETCH(int, bits);
        const QSize size(5, 3);
        for (const int components : {1, 3, 4, 5}) {
            QByteArray noise(int(ImageSamples::byteCount(size, components, bits)), '\0');
            for (qsizetype i = 0; i < noise.size(); ++i)
                noise[i] = char(i * 37 + 11);
            const ImageSamples before(size, components, bits, noise);
            ImageSamples after = before;
            ImagePixel value;
            for (int i = 0; i < components; ++i)
                value.push_back((before.at(3, 1, i) + 1 + quint32(i)) & before.largest());
            after.setPixel(3, 1, value);
            QCOMPARE(after.pixel(3, 1), value);
            for (int y = 0; y < 3; ++y) {
                for (int x = 0; x < 5; ++x) {
                    if (x != 3 || y != 1)
                        QCOMPARE(after.pixel(x, y), before.pixel(x, y));
                }
            }
            after.setPixel(3, 1, before.pixel(3, 1));
            QCOMPARE(after.bytes(), noise); // the padding of rows too
        }
    }

    void readsTheHighBitFirst()
    {
        const ImageSamples nibbles({3, 1}, 1, 4, QByteArray::fromHex("1230"));
        QCOMPARE(nibbles.at(0, 0, 0), 1U);
        QCOMPARE(nibbles.at(2, 0, 0), 3U);
        const ImageSamples words({1, 1}, 1, 16, QByteArray::fromHex("0102"));
        QCOMPARE(words.at(0, 0, 0), 0x102U);
    }

    void fillsUpAndCutsOff()
    {
        QCOMPARE(ImageSamples({4, 2}, 1, 8, "ab").bytes(), QByteArray("ab\xff\xff\xff\xff\xff\xff"));
        QCOMPARE(ImageSamples({2, 1}, 1, 8, "abc").bytes(), QByteArray("ab"));
    }

    void enlargesByRepeating()
    {
        const ImageSamples image({3, 2}, 1, 1, QByteArray::fromHex("a040"));
        const ImageSamples large = image.enlarged({3, 2});
        QCOMPARE(large.size(), QSize(9, 4));
        for (int y = 0; y < 4; ++y) {
            for (int x = 0; x < 9; ++x)
                QCOMPARE(large.at(x, y, 0), image.at(x / 3, y / 2, 0));
        }
        QVERIFY(!image.isUniform());
        QVERIFY(ImageSamples({3, 2}, 1, 1, QByteArray::fromHex("e0e0")).isUniform());
    }

    void takesComponentsOut()
    {
        const ImageSamples image({2, 1}, 4, 8, "RGBARGBA");
        QCOMPARE(image.component(3, 1).bytes(), QByteArray("AA"));
        QCOMPARE(image.component(0, 3).bytes(), QByteArray("RGBRGB"));
    }

    void countsWithoutOverflow()
    {
        QCOMPARE(ImageSamples::byteCount({9, 2}, 1, 1), 4);
        QCOMPARE(ImageSamples::byteCount({0, 2}, 1, 1), -1);
        const int most = std::numeric_limits<int>::max();
        const qint64 huge = ImageSamples::byteCount({most, most}, 64, 16);
        QVERIFY(huge == -1 || huge > (qint64(1) << 60));
    }
};

DW_TEST(TestImageSamples)
#include "tst_imagesamples.moc"
