#include "core/engines/redact/samplepacker.h"
#include "tests/support/imagebench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using dwtest::ImageBench;
using samplepacker::Effort;

namespace {

ImageSamples gradient(QSize size, int components, int bits)
{
    ImageSamples image(size, components, bits, {});
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            ImagePixel pixel;
            for (int i = 0; i < components; ++i)
                pixel.push_back(quint32(x * (3 + i) + y * 5 + (x * y) % 7) & image.largest());
            image.setPixel(x, y, pixel);
        }
    }
    return image;
}

} // namespace

class TestSamplePacker final : public QObject
{
    Q_OBJECT

private slots:
    void comesOutAsItWentIn_data()
    {
        QTest::addColumn<int>("components");
        QTest::addColumn<int>("bits");
        for (const int components : {1, 3, 4}) {
            for (const int bits : {1, 4, 8, 16})
                QTest::addRow("%d x %d bits", components, bits) << components << bits;
        }
    }

    void comesOutAsItWentIn()
    {
        QFETCH(int, components);
        QFETCH(int, bits);
        ImageBench bench;
        const ImageSamples image = gradient({37, 23}, components, bits);
        for (const Effort effort : {Effort::Quick, Effort::Small}) {
            for (const bool palette : {false, true}) {
                QPDFObjectHandle stream = bench.image({}, ImageBench::sizeKeys({37, 23}, bits));
                samplepacker::store(image, stream, effort, palette);
                QCOMPARE(ImageBench::samples(stream, components).bytes(), image.bytes());
                QCOMPARE(stream.getDict().hasKey("/DecodeParms"), effort == Effort::Small && bits >= 8 && !palette);
            }
        }
    }

    void differencesAreSmaller()
    {
        ImageBench bench;
        const ImageSamples image = gradient({300, 200}, 3, 8);
        QPDFObjectHandle plain = bench.image({}, {});
        QPDFObjectHandle small = bench.image({}, {});
        samplepacker::store(image, plain, Effort::Small, true);
        samplepacker::store(image, small, Effort::Small);
        QVERIFY2(ImageBench::rawBytes(small).size() * 2 < ImageBench::rawBytes(plain).size(),
            qPrintable(QString::number(ImageBench::rawBytes(small).size())));
    }
};

DW_TEST(TestSamplePacker)
#include "tst_samplepacker.moc"
