// Samples of an image filled where areas touch them.
#include "core/engines/redact/samplefiller.h"
#include "tests/support/imagebench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using dwtest::ImageBench;

class TestSampleFiller final : public QObject
{
    Q_OBJECT

    /// 64 x 64 grey, no two neighbours alike.
    static ReadImage sample()
    {
        const QSize size(64, 64);
        QByteArray bytes;
        for (int i = 0; i < 64 * 64; ++i)
            bytes.append(char(40 + (i * 7 + i / 64 * 13) % 200));
        ReadImage image;
        image.samples = ImageSamples(size, 1, 8, bytes);
        return image;
    }

private slots:
    void whatIsCoveredIsFilledAndNothingElse()
    {
        ReadImage image = sample();
        const ImageSamples before = image.samples;
        QVERIFY(samplefiller::fill(image, {ImageBench::area(QRectF(10, 20, 12, 8), image.samples.size())}, {0}));
        QCOMPARE(image.samples.size(), before.size());
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                const bool inside = QRect(10, 20, 12, 8).contains(x, y);
                const bool near = QRect(9, 19, 14, 10).contains(x, y);
                if (inside)
                    QCOMPARE(image.samples.at(x, y, 0), 0U);
                else if (!near)
                    QCOMPARE(image.samples.at(x, y, 0), before.at(x, y, 0));
                else
                    QVERIFY(image.samples.at(x, y, 0) != 0U); // beside it: a sample, its own or a neighbour's
            }
        }
    }

    void nothingTouchedIsNothingDone()
    {
        ReadImage image = sample();
        const QByteArray before = image.samples.bytes();
        QVERIFY(!samplefiller::fill(image, {ImageBench::area(QRectF(100, 100, 12, 8), image.samples.size())}, {0}));
        QVERIFY(!samplefiller::fill(image, {}, {0}));
        QCOMPARE(image.samples.bytes(), before);
    }

    void codedBlocksGoAsAWhole()
    {
        ReadImage image = sample();
        image.block = image.chromaBlock = QSize(8, 8);
        const ImageSamples before = image.samples;
        QVERIFY(samplefiller::fill(image, {ImageBench::area(QRectF(18, 18, 7, 7), image.samples.size())}, {0}));
        // What the coding mixed with the area is nobody's: every block it touches was replaced.
        int kept = 0;
        for (int y = 16; y < 24; ++y) {
            for (int x = 16; x < 24; ++x)
                kept += image.samples.at(x, y, 0) == before.at(x, y, 0);
        }
        QVERIFY2(kept < 6, qPrintable(QString::number(kept)));
        QCOMPARE(image.samples.at(40, 40, 0), before.at(40, 40, 0));
    }

    void aCoarseImageIsRefined()
    {
        ReadImage image;
        image.samples = ImageSamples({4, 4}, 1, 8, QByteArray::fromHex("102030405060708090a0b0c0d0e0f0ff"));
        const ImageSamples before = image.samples;
        QVERIFY(samplefiller::fill(image, {ImageBench::area(QRectF(1.25, 1.25, 0.5, 0.5), before.size())}, {0}));
        QVERIFY(image.samples.size().width() > 4); // a quarter of a sample is not the whole of it
        const int factor = image.samples.size().width() / 4;
        QCOMPARE(image.samples.at(factor + factor / 2, factor + factor / 2, 0), 0U);
        QCOMPARE(image.samples.at(factor, factor, 0), before.at(1, 1, 0));
        QCOMPARE(image.samples.at(0, 0, 0), before.at(0, 0, 0));
    }
};

DW_TEST(TestSampleFiller)
#include "tst_samplefiller.moc"
