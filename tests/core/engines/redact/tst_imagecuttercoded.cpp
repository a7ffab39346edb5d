#include "core/engines/redact/imagecutter.h"

#include "core/engines/redact/unprovable.h"
#include "tests/support/imagebench.h"
#include "tests/support/imagefixtures.h"
#include "tests/support/jbig2maker.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::ImageBench;
using dwtest::Jbig2Maker;

namespace {

const QSize large(64, 48);
const QRect secret(20, 14, 24, 16);

QByteArray jpegOf(const QImage &image, int quality = 70)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "JPEG", quality);
    return bytes;
}

/// Red to blue, with black and yellow bars in the secret part.
QImage colourful()
{
    QImage image(96, 80, QImage::Format_RGB32);
    for (int y = 0; y < 80; ++y) {
        for (int x = 0; x < 96; ++x)
            image.setPixel(x, y, QRect(40, 32, 24, 16).contains(x, y) ? (x / 2 % 2 ? qRgb(0, 0, 0) : qRgb(255, 255, 0)) : qRgb(2 * x, 60, 255 - 2 * x));
    }
    return image;
}

} // namespace

/// DCT, JPX, JBIG2 and CCITT: what is decoded first.
class TestImageCutterCoded final : public QObject
{
    Q_OBJECT

private slots:
    void dctLosesItsThumbnail();
    void dctGrowsToItsBlocks();
    void dctInFourColours();
    void jpx_data();
    void jpx();
    void jpxOpacityBecomesAMask();
    void jbig2WithSharedGlobals();
    void ccitt_data();
    void ccitt();
};

void TestImageCutterCoded::dctLosesItsThumbnail()
{
    ImageBench bench;
    const QByteArray thumbnail = jpegOf(colourful().scaled(48, 40));
    const QByteArray exif = QByteArray("Exif\0\0SECRETXQ", 14) + thumbnail;
    QByteArray data = jpegOf(colourful());
    const int length = int(exif.size()) + 2;
    data.insert(2, QByteArray("\xff\xe1") + char(length >> 8) + char(length) + exif);
    QPDFObjectHandle image = bench.image(data, ImageBench::sizeKeys({96, 80}, 8) + "/ColorSpace/DeviceRGB/Filter/DCTDecode");
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area({40, 32, 24, 16}, {96, 80})});
    QVERIFY(!cut.whole);
    QCOMPARE(cut.image.getDict().getKey("/Filter").getName(), std::string("/FlateDecode"));
    const QByteArray file = bench.file(cut.image);
    QVERIFY(!file.contains("SECRETXQ") && !file.contains("Exif") && !file.contains(thumbnail.mid(20, 60)) && !file.contains("\xff\xd8\xff"));
    QVERIFY(!ImageBench::samples(cut.image, 3).bytes().contains("SECRETXQ"));
}

void TestImageCutterCoded::dctGrowsToItsBlocks()
{
    ImageBench bench;
    const QByteArray data = jpegOf(colourful());
    const QRect bars(40, 32, 24, 16);
    QPDFObjectHandle image = bench.image(data, ImageBench::sizeKeys({96, 80}, 8) + "/ColorSpace/DeviceRGB/Filter/DCTDecode");
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(bars, {96, 80})});
    const QImage decoded = QImage::fromData(data, "JPEG").convertToFormat(QImage::Format_RGB888);
    QByteArray rows;
    for (int y = 0; y < 80; ++y)
        rows += QByteArray(reinterpret_cast<const char *>(decoded.constScanLine(y)), 96 * 3);
    // 24 samples either way of the bars are touched at most: their blocks of 8 and those of colour, 16, and one more.
    const ImageSamples before({96, 80}, 3, 8, rows);
    const ImageSamples after = ImageBench::samples(cut.image, 3);
    QCOMPARE(ImageBench::fault(before, after, bars, {0, 0, 0}, {25, 17, 17, 17}), QString());
    // What rings around the bars in the original is gone: the gradient has no yellow.
    for (int y = 24; y < 56; ++y) {
        for (int x = 32; x < 72; ++x) {
            if (!bars.contains(x, y))
                QVERIFY2(qAbs(int(after.at(x, y, 1)) - 60) < 12, qPrintable(u"%1,%2: %3"_s.arg(x).arg(y).arg(after.at(x, y, 1))));
        }
    }
}

void TestImageCutterCoded::dctInFourColours()
{
    ImageBench bench;
    const QByteArray data = fixtures::bytes(fixtures::jpegYcck);
    // The dictionary says something else than the data: the data are right.
    for (const char *space : {"/DeviceCMYK", "/DeviceRGB"}) {
        QPDFObjectHandle image = bench.image(data, ImageBench::sizeKeys({32, 32}, 8) + "/Filter[/DCTDecode]/ColorSpace" + space);
        auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area({8, 8, 6, 6}, {32, 32})});
        QVERIFY(!cut.whole);
        QCOMPARE(cut.image.getDict().getKey("/ColorSpace").getName(), std::string("/DeviceCMYK"));
        const ImageSamples after = ImageBench::samples(cut.image, 4);
        const int factor = after.size().width() / 32;
        QCOMPARE(after.pixel(10 * factor, 10 * factor), (ImagePixel {0, 0, 0, 255}));
        QVERIFY(qAbs(int(after.at(28 * factor, 28 * factor, 0)) - 64) < 12);
    }
}

void TestImageCutterCoded::jpx_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("components");
    QTest::addColumn<int>("scale");
    QTest::newRow("16 bits, space from the file") << fixtures::bytes(fixtures::jpxGray16) << QByteArray() << 1 << 257;
    QTest::newRow("a Decode array is no matter") << fixtures::bytes(fixtures::jpxGray16) << QByteArray("/Decode[1 0]/ColorSpace/DeviceGray") << 1 << 257;
    QTest::newRow("colours, opacity not asked for") << fixtures::bytes(fixtures::jpxRgba) << QByteArray("/ColorSpace/DeviceRGB") << 3 << 1;
    QTest::newRow("colours, space from the file, in hex") << QByteArray(fixtures::bytes(fixtures::jpxRgba).toHex() + ">") << QByteArray("hex") << 3 << 1;
}

void TestImageCutterCoded::jpx()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, keys);
    QFETCH(int, components);
    QFETCH(int, scale);
    ImageBench bench;
    const QRect hidden(8, 6, 6, 6);
    const QByteArray filter = keys == "hex" ? QByteArray("/Filter[/ASCIIHexDecode/JPXDecode]") : QByteArray(keys + "/Filter/JPXDecode");
    QPDFObjectHandle image = bench.image(data, "/Width 24/Height 20" + filter);
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(hidden, {24, 20})});
    QVERIFY(!cut.whole);
    const ImageSamples after = ImageBench::samples(cut.image, components);
    ImageSamples before({24, 20}, components, scale == 1 ? 8 : 16, {});
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 24; ++x) {
            const quint32 grey = hidden.contains(x, y) ? ((x ^ y) & 1 ? 255 : 0) : quint32(5 * x + 3 * y);
            before.setPixel(x, y, components == 1 ? ImagePixel {grey * quint32(scale)} : ImagePixel {grey, 255 - grey, grey / 2});
        }
    }
    QCOMPARE(ImageBench::fault(before, after, hidden, ImagePixel(std::size_t(components), 0)), QString());
    QVERIFY(!cut.image.getDict().hasKey("/Decode") && !cut.image.getDict().hasKey("/SMask"));
    QCOMPARE(cut.image.getDict().getKey("/ColorSpace").getName(), std::string(components == 1 ? "/DeviceGray" : "/DeviceRGB"));
}

void TestImageCutterCoded::jpxOpacityBecomesAMask()
{
    ImageBench bench;
    const QByteArray data = fixtures::bytes(fixtures::jpxRgba);
    QPDFObjectHandle image = bench.image(data, "/Width 24/Height 20/SMaskInData 1/Filter/JPXDecode");
    const QRect hidden(8, 6, 6, 6);
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(hidden, {24, 20})});
    QVERIFY(!cut.image.getDict().hasKey("/SMaskInData"));
    ImageSamples before({24, 20}, 1, 8, {});
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 24; ++x)
            before.setPixel(x, y, {hidden.contains(x, y) ? ((x ^ y) & 1 ? 0U : 255U) : quint32(255 - 5 * x - 3 * y)});
    }
    QCOMPARE(ImageBench::fault(before, ImageBench::samples(cut.image.getDict().getKey("/SMask"), 1), hidden, {255}), QString());
    QPDFObjectHandle mixed = bench.image(data, "/Width 24/Height 20/SMaskInData 2/Filter/JPXDecode");
    QVERIFY_EXCEPTION_THROWN(ImageCutter(bench.pdf()).cut(mixed, {ImageBench::area(hidden, {24, 20})}), Unprovable);
}

void TestImageCutterCoded::jbig2WithSharedGlobals()
{
    ImageBench bench;
    const QByteArray glyph = QByteArray::fromHex("8142e7183c24a5c3");
    const QList<QByteArray> symbols {QByteArray(8, '\xff'), glyph, QByteArray::fromHex("aa55aa55aa55aa55"), QByteArray::fromHex("ff818181818181ff")};
    QPDFObjectHandle globals = bench.pdf().newStream(Jbig2Maker::globals(symbols).toStdString());
    const QByteArray keys = ImageBench::sizeKeys(large, 1) + "/ColorSpace/DeviceGray/Filter/JBIG2Decode/DecodeParms<</JBIG2Globals "
        + ImageBench::reference(globals) + ">>";
    const QByteArray data = Jbig2Maker::page(large, {{3, {2, 1}}, {1, {24, 18}}, {2, {40, 36}}});
    QPDFObjectHandle image = bench.image(data, keys);
    QPDFObjectHandle other = bench.image(Jbig2Maker::page(large, {{1, {5, 5}}}), keys);
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
    QVERIFY(!cut.whole);
    ImageSamples before(large, 1, 1, {});
    const QList<std::pair<int, QPoint>> placed {{3, {2, 1}}, {1, {24, 18}}, {2, {40, 36}}};
    for (const auto &[symbol, place] : placed) {
        for (int y = 0; y < 8; ++y) {
            for (int x = 0; x < 8; ++x)
                before.setPixel(place.x() + x, place.y() + y, {quint8(symbols.at(symbol).at(y)) >> (7 - x) & 1 ? 0U : 1U});
        }
    }
    QCOMPARE(ImageBench::fault(before, ImageBench::samples(cut.image, 1), secret, {0}), QString());
    // Neither the page nor the dictionary with the glyph comes along; the other user of the dictionary is as it was.
    const QByteArray file = bench.file(cut.image);
    QVERIFY(!file.contains("JBIG2") && !file.contains(data.mid(20)) && !file.contains(Jbig2Maker::globals(symbols).mid(20)));
    QVERIFY(ImageBench::samples(cut.image, 1).at(43, 40, 0) == before.at(43, 40, 0));
    QCOMPARE(ImageBench::rawBytes(image), data);
    QVERIFY(other.getDict().getKey("/DecodeParms").getKey("/JBIG2Globals").isStream());
}

void TestImageCutterCoded::ccitt_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<bool>("stencil");
    QTest::newRow("G4") << fixtures::bytes(fixtures::ccittG4) << QByteArray("/K -1") << false;
    QTest::newRow("G4, black is 1") << fixtures::bytes(fixtures::ccittG4) << QByteArray("/K -1/BlackIs1 true") << false;
    QTest::newRow("G3") << fixtures::bytes(fixtures::ccittG3) << QByteArray() << false;
    QTest::newRow("G3 of two dimensions") << fixtures::bytes(fixtures::ccittG32d) << QByteArray("/K 4") << false;
    QTest::newRow("G4 stencil") << fixtures::bytes(fixtures::ccittG4) << QByteArray("/K -1") << true;
}

void TestImageCutterCoded::ccitt()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, parameters);
    QFETCH(bool, stencil);
    ImageBench bench;
    const QSize size(44, 36);
    const QRect hidden(12, 10, 8, 6);
    QPDFObjectHandle image = bench.image(data, ImageBench::sizeKeys(size, 1) + "/Filter/CCITTFaxDecode/DecodeParms<</Columns 44/Rows 36" + parameters
            + ">>" + (stencil ? "/ImageMask true" : "/ColorSpace/DeviceGray"));
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(hidden, size)});
    QVERIFY(!cut.whole);
    const bool blackIs1 = parameters.contains("BlackIs1");
    ImageSamples before(size, 1, 1, {});
    for (int y = 0; y < 36; ++y) {
        for (int x = 0; x < 44; ++x) {
            const bool black = hidden.contains(x, y) ? (x ^ y) & 1 : (x / 3 + y / 2) & 1;
            before.setPixel(x, y, {black == blackIs1 ? 1U : 0U});
        }
    }
    // Black in DeviceGray is 0, whatever the coding calls black; a stencil paints nothing with 1.
    QCOMPARE(ImageBench::fault(before, ImageBench::samples(cut.image, 1), hidden, {stencil ? 1U : 0U}), QString());
}

DW_TEST(TestImageCutterCoded)
#include "tst_imagecuttercoded.moc"
