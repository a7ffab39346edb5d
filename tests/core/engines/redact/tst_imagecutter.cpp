#include "core/engines/redact/imagecutter.h"

#include "core/engines/parse/popplerdocument.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/imagebench.h"
#include "tests/support/imagefixtures.h"
#include "tests/support/jbig2maker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::ImageBench;
using dwtest::Jbig2Maker;

namespace {

const QSize large(64, 48);
const QRect secret(20, 14, 24, 16);

/// Calm outside, noise within the secret part.
ImageSamples drawing(QSize size, int components, int bits, quint32 largest)
{
    ImageSamples image(size, components, bits, QByteArray(qsizetype(ImageSamples::byteCount(size, components, bits)), '\0'));
    quint32 state = 7;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            ImagePixel pixel;
            for (int i = 0; i < components; ++i) {
                state = state * 1'664'525 + 1'013'904'223;
                const quint32 calm = quint32(x / 4 + y / 3 + i);
                pixel.push_back((secret.contains(x, y) ? state >> 12 : calm) % (largest + 1));
            }
            image.setPixel(x, y, pixel);
        }
    }
    return image;
}

QByteArray inHex(const QByteArray &data) { return data.toHex() + ">"; }
QByteArray inFlate(const QByteArray &data) { return qCompress(data).mid(4); }

QByteArray inRuns(const QByteArray &data)
{
    QByteArray result;
    for (qsizetype i = 0; i < data.size(); i += 100) {
        const QByteArray part = data.mid(i, 100);
        result += char(part.size() - 1) + part;
    }
    return result + char(-128);
}

QByteArray in85(const QByteArray &data)
{
    QByteArray padded = data + QByteArray((4 - data.size() % 4) % 4, '\0');
    QByteArray result;
    for (qsizetype i = 0; i < padded.size(); i += 4) {
        quint32 word = 0;
        for (int k = 0; k < 4; ++k)
            word = word << 8 | quint8(padded.at(i + k));
        QByteArray group(5, '!');
        for (int k = 4; k >= 0; --k, word /= 85)
            group[k] = char('!' + word % 85);
        result += group;
    }
    return result + "~>";
}

/// Nine bits for every byte, the table cleared in time.
QByteArray inLzw(const QByteArray &data)
{
    QByteArray bits;
    const auto put = [&](int code) {
        for (int i = 8; i >= 0; --i)
            bits += (code >> i) & 1 ? '1' : '0';
    };
    for (qsizetype i = 0; i < data.size(); ++i) {
        if (i % 200 == 0)
            put(256);
        put(quint8(data.at(i)));
    }
    put(257);
    QByteArray result((bits.size() + 7) / 8, '\0');
    for (qsizetype i = 0; i < bits.size(); ++i)
        result[i / 8] = char(quint8(result.at(i / 8)) | (bits.at(i) == '1' ? 0x80 >> (i % 8) : 0));
    return result;
}

/// PNG's predictor "up".
QByteArray inUpRows(const QByteArray &data, qsizetype rowBytes)
{
    QByteArray result;
    for (qsizetype i = 0; i < data.size(); ++i) {
        if (i % rowBytes == 0)
            result += '\x02';
        result += char(quint8(data.at(i)) - (i >= rowBytes ? quint8(data.at(i - rowBytes)) : 0));
    }
    return inFlate(result);
}

struct SampleKind {
    QByteArray space;
    int components = 1;
    int bits = 8;
    QByteArray decode;
    ImagePixel black;
    int largest = -1; ///< Of the samples used, for palettes; -1: all.
};

const QByteArray spot = "[/Separation/Secret#20Ink/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0.2 1 1 0.6]>>]";
const QByteArray light = "[/Separation/Glow/DeviceGray<</FunctionType 2/Domain[0 1]/N 1/C0[0]/C1[1]>>]";

} // namespace

Q_DECLARE_METATYPE(SampleKind)

class TestImageCutter final : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfSamples_data();
    void everyKindOfSamples();
    void everyFilter_data();
    void everyFilter();
    void stencils_data();
    void stencils();
    void colourKeyNeverHidesTheBox();
    void masksAreCutAtTheirOwnResolution();
    void stencilMaskBecomesOpaque();
    void matteNeedsOneGrid();
    void remarksAndAlternatesStayBehind();
    void turnedArea();
    void severalAreas();
    void coarseImagesAreCutFinely();
    void smallLettersGoWithTheirEdges();
    void uniformImagesKeepTheirColour();
    void areaBesideTheImage();
    void damagedImagesGoWhole_data();
    void damagedImagesGoWhole();
    void tooLargeIsRefused_data();
    void tooLargeIsRefused();
    void externalDataIsRefused();
};

void TestImageCutter::everyKindOfSamples_data()
{
    QTest::addColumn<SampleKind>("kind");
    const auto row = [](const char *name, const SampleKind &kind) { QTest::newRow(name) << kind; };
    for (const int bits : {1, 2, 4, 8, 16}) {
        const quint32 most = (1U << bits) - 1;
        QTest::addRow("grey, %d bits", bits) << SampleKind {"/DeviceGray", 1, bits, {}, {0}};
        QTest::addRow("grey, inverted, %d bits", bits) << SampleKind {"/DeviceGray", 1, bits, "[1 0]", {most}};
        QTest::addRow("rgb, %d bits", bits) << SampleKind {"/DeviceRGB", 3, bits, {}, {0, 0, 0}};
        QTest::addRow("cmyk, %d bits", bits) << SampleKind {"/DeviceCMYK", 4, bits, {}, {0, 0, 0, most}};
    }
    row("cmyk, inverted", {"/DeviceCMYK", 4, 8, "[1 0 1 0 1 0 1 0]", {255, 255, 255, 0}});
    row("calibrated grey", {"[/CalGray<</WhitePoint[0.95 1 1.09]>>]", 1, 8, {}, {0}});
    row("calibrated rgb", {"[/CalRGB<</WhitePoint[0.95 1 1.09]>>]", 3, 8, {}, {0, 0, 0}});
    row("Lab", {"[/Lab<</WhitePoint[0.96 1 0.82]/Range[-128 127 -128 127]>>]", 3, 8, {}, {0, 128, 128}});
    row("Lab, 16 bits", {"[/Lab<</WhitePoint[0.96 1 0.82]>>]", 3, 16, {}, {0, 32768, 32768}});
    row("palette, 1 bit", {"[/Indexed/DeviceRGB 1<FFFFFF300010>]", 1, 1, {}, {1}});
    row("palette, 2 bits, inverted", {"[/Indexed/DeviceGray 3<F0102080>]", 1, 2, "[3 0]", {2}});
    row("palette, 4 bits, of CMYK", {"[/Indexed/DeviceCMYK 2<00000000FFFFFF8010101000>]", 1, 4, {}, {1}, 2});
    row("palette, 8 bits, all of it light", {"[/Indexed/DeviceRGB 1<FFFFFFFFC0C0>]", 1, 8, {}, {2}, 1});
    row("palette in Lab", {"[/Indexed[/Lab<</WhitePoint[0.96 1 0.82]>>]2<FF8080008080808080>]", 1, 8, {}, {1}, 2});
    row("spot colour", {spot, 1, 8, {}, {255}});
    row("spot colour, inverted", {spot, 1, 8, "[1 0]", {0}});
    row("spot colour that is light", {light, 1, 8, {}, {0}});
    row("two inks", {"inks", 2, 8, {}, {255, 255}});
    row("profile", {"icc", 3, 8, {}, {0, 0, 0}});
}

void TestImageCutter::everyKindOfSamples()
{
    QFETCH(SampleKind, kind);
    ImageBench bench;
    const ImageSamples before = drawing(large, kind.components, kind.bits, kind.largest < 0 ? (1U << kind.bits) - 1 : quint32(kind.largest));
    if (kind.space == "icc") {
        QPDFObjectHandle profile = bench.pdf().newStream(std::string("none"));
        profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
        profile.getDict().replaceKey("/Alternate", QPDFObjectHandle::newName("/DeviceRGB"));
        kind.space = "[/ICCBased " + ImageBench::reference(profile) + "]";
    } else if (kind.space == "inks") {
        QPDFObjectHandle tint = bench.pdf().newStream(std::string("{0 0 3 -1 roll}"));
        tint.replaceDict(QPDFObjectHandle::parse("<</FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1 0 1]>>"));
        tint.replaceStreamData("{0 0 3 -1 roll}", QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        kind.space = "[/DeviceN[/Cyan/Black]/DeviceCMYK " + ImageBench::reference(tint) + "]";
    }
    const QByteArray keys = ImageBench::sizeKeys(large, kind.bits) + "/ColorSpace " + kind.space + (kind.decode.isEmpty() ? QByteArray() : QByteArray("/Decode " + kind.decode));
    QPDFObjectHandle image = bench.image(before.bytes(), keys);
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
    QVERIFY(!cut.whole);
    QVERIFY(cut.image.getObjGen() != image.getObjGen());
    QCOMPARE(ImageBench::rawBytes(image), before.bytes()); // the old one is as it was
    QCOMPARE(ImageBench::fault(before, ImageBench::samples(cut.image, kind.components), secret, kind.black), QString());
    // Poppler finds it black, whatever the space.
    const auto page = PopplerDocument::open(bench.file(cut.image));
    QVERIFY(page);
    const auto shown = (*page)->render(0, 72);
    QVERIFY(shown);
    const QColor middle = shown->pixelColor(shown->width() * 32 / 64, shown->height() * 22 / 48);
    QVERIFY2(middle.lightness() < 70, qPrintable(middle.name()));
}

void TestImageCutter::everyFilter_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("filter");
    const QByteArray plain = drawing(large, 3, 8, 255).bytes();
    QTest::newRow("none") << plain << QByteArray();
    QTest::newRow("Flate") << inFlate(plain) << QByteArray("/Filter/FlateDecode");
    QTest::newRow("Flate with PNG rows") << inUpRows(plain, 192) << QByteArray("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/Columns 64>>");
    QTest::newRow("LZW") << inLzw(plain) << QByteArray("/Filter/LZWDecode");
    QTest::newRow("RunLength") << inRuns(plain) << QByteArray("/Filter[/RunLengthDecode]");
    QTest::newRow("ASCII85") << in85(plain) << QByteArray("/Filter/ASCII85Decode");
    QTest::newRow("Hex of Flate") << inHex(inFlate(plain)) << QByteArray("/Filter[/ASCIIHexDecode/FlateDecode]");
    QTest::newRow("more than the rows") << inFlate(plain + "SECRET REMARK") << QByteArray("/Filter/FlateDecode");
}

void TestImageCutter::everyFilter()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, filter);
    ImageBench bench;
    QPDFObjectHandle image = bench.image(data, ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceRGB" + filter);
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
    QVERIFY(!cut.whole);
    QCOMPARE(ImageBench::fault(drawing(large, 3, 8, 255), ImageBench::samples(cut.image, 3), secret, {0, 0, 0}), QString());
    QCOMPARE(qsizetype(cut.image.getStreamData()->getSize()), qsizetype(64 * 48 * 3));
}

void TestImageCutter::stencils_data()
{
    QTest::addColumn<QByteArray>("decode");
    QTest::addColumn<int>("unpainted");
    QTest::newRow("0 paints") << QByteArray() << 1;
    QTest::newRow("0 paints, said") << QByteArray("/Decode[0 1]") << 1;
    QTest::newRow("1 paints") << QByteArray("/Decode[1 0]") << 0;
}

void TestImageCutter::stencils()
{
    QFETCH(QByteArray, decode);
    QFETCH(int, unpainted);
    ImageBench bench;
    const ImageSamples before = drawing(large, 1, 1, 1);
    QPDFObjectHandle image = bench.image(before.bytes(), ImageBench::sizeKeys(large, 1) + "/ImageMask true" + decode);
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
    QCOMPARE(ImageBench::fault(before, ImageBench::samples(cut.image, 1), secret, {quint32(unpainted)}), QString());
    QVERIFY(cut.image.getDict().getKey("/ImageMask").getBoolValue());
    QVERIFY(!cut.image.getDict().hasKey("/ColorSpace"));
}

void TestImageCutter::colourKeyNeverHidesTheBox()
{
    ImageBench bench;
    const ImageSamples grey = drawing(large, 1, 8, 255);
    auto cut = ImageCutter(bench.pdf()).cut(bench.image(grey.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray/Mask[0 15]"),
        {ImageBench::area(secret, large)});
    QCOMPARE(ImageBench::fault(grey, ImageBench::samples(cut.image, 1), secret, {16}), QString());
    QCOMPARE(cut.image.getDict().getKey("/Mask").unparse(), std::string("[ 0 15 ]"));

    const ImageSamples colour = drawing(large, 3, 8, 255);
    cut = ImageCutter(bench.pdf()).cut(bench.image(colour.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceRGB/Mask[0 9 0 3 0 255]"),
        {ImageBench::area(secret, large)});
    QCOMPARE(ImageBench::fault(colour, ImageBench::samples(cut.image, 3), secret, {0, 4, 0}), QString());

    const ImageSamples indexed = drawing(large, 1, 2, 3);
    cut = ImageCutter(bench.pdf()).cut(bench.image(indexed.bytes(), ImageBench::sizeKeys(large, 2) + "/ColorSpace[/Indexed/DeviceGray 3<00F01080>]/Mask[0 0]"),
        {ImageBench::area(secret, large)});
    QCOMPARE(ImageBench::fault(indexed, ImageBench::samples(cut.image, 1), secret, {2}), QString());
}

void TestImageCutter::masksAreCutAtTheirOwnResolution()
{
    ImageBench bench;
    const ImageSamples grey = drawing(large, 1, 8, 255);
    const QSize maskSize = large * 2;
    ImageSamples opacity(maskSize, 1, 8, QByteArray(maskSize.width() * maskSize.height(), '\x40'));
    for (int y = secret.top() * 2; y <= secret.bottom() * 2 + 1; ++y) {
        for (int x = secret.left() * 2; x <= secret.right() * 2 + 1; ++x)
            opacity.setPixel(x, y, {quint32(x * 31 + y * 17) & 0xff});
    }
    for (const bool inverted : {false, true}) {
        QPDFObjectHandle mask = bench.image(inFlate(opacity.bytes()), ImageBench::sizeKeys(maskSize, 8) + "/ColorSpace/DeviceGray/Filter/FlateDecode"
                + (inverted ? "/Decode[1 0]" : ""));
        QPDFObjectHandle image = bench.image(grey.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray/SMask " + ImageBench::reference(mask));
        auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
        QCOMPARE(ImageBench::fault(grey, ImageBench::samples(cut.image, 1), secret, {0}), QString());
        QPDFObjectHandle cutMask = cut.image.getDict().getKey("/SMask");
        QVERIFY(cutMask.getObjGen() != mask.getObjGen());
        const QRect twice(secret.topLeft() * 2, secret.size() * 2);
        QCOMPARE(ImageBench::fault(opacity, ImageBench::samples(cutMask, 1), twice, {inverted ? 0U : 255U}), QString());
    }
}

void TestImageCutter::stencilMaskBecomesOpaque()
{
    ImageBench bench;
    const ImageSamples grey = drawing(large, 1, 8, 255);
    const ImageSamples stencil = drawing(large, 1, 1, 1);
    QPDFObjectHandle mask = bench.image(stencil.bytes(), ImageBench::sizeKeys(large, 1) + "/ImageMask true");
    QPDFObjectHandle image = bench.image(grey.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray/Mask " + ImageBench::reference(mask));
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
    QCOMPARE(ImageBench::fault(stencil, ImageBench::samples(cut.image.getDict().getKey("/Mask"), 1), secret, {0}), QString());
    const auto page = PopplerDocument::open(bench.file(cut.image));
    QVERIFY(page);
    const auto shown = (*page)->render(0, 72);
    QVERIFY(shown && shown->pixelColor(120, 90).lightness() < 20);
}

void TestImageCutter::matteNeedsOneGrid()
{
    ImageBench bench;
    const ImageSamples grey = drawing(large, 1, 8, 255);
    const auto imageWith = [&](QSize maskSize) {
        const QByteArray opacity(maskSize.width() * maskSize.height(), '\x40');
        QPDFObjectHandle mask = bench.image(opacity, ImageBench::sizeKeys(maskSize, 8) + "/ColorSpace/DeviceGray/Matte[0.5]");
        return bench.image(grey.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray/SMask " + ImageBench::reference(mask));
    };
    auto cut = ImageCutter(bench.pdf()).cut(imageWith(large), {ImageBench::area(secret, large)});
    QVERIFY(cut.image.getDict().getKey("/SMask").getDict().hasKey("/Matte"));
    QVERIFY_EXCEPTION_THROWN(ImageCutter(bench.pdf()).cut(imageWith({32, 24}), {ImageBench::area(secret, large)}), Unprovable);
}

void TestImageCutter::remarksAndAlternatesStayBehind()
{
    ImageBench bench;
    const ImageSamples grey = drawing(large, 1, 8, 255);
    QPDFObjectHandle other = bench.image(grey.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray");
    QPDFObjectHandle image = bench.image(grey.bytes(), ImageBench::sizeKeys(large, 8)
            + "/ColorSpace/DeviceGray/Interpolate true/Name/SECRETXQ/ID(SECRETXQ)/StructParent 4/OPI<</2.0<</F(SECRETXQ)>>>>/Metadata "
            + ImageBench::reference(other) + "/Alternates[<</Image " + ImageBench::reference(other) + ">>]/PieceInfo<</A(SECRETXQ)>>");
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
    QCOMPARE(cut.image.getDict().getKeys(), (std::set<std::string> {"/BitsPerComponent", "/ColorSpace", "/Filter", "/Height",
        "/Interpolate", "/Length", "/Subtype", "/Type", "/Width"}));
}

void TestImageCutter::turnedArea()
{
    ImageBench bench;
    const QSize size(200, 160);
    ImageSamples before(size, 1, 8, QByteArray(200 * 160, '\x80'));
    before.setPixel(0, 0, {1});
    QPDFObjectHandle image = bench.image(before.bytes(), ImageBench::sizeKeys(size, 8) + "/ColorSpace/DeviceGray");
    const QPolygonF diamond({{0.5, 0.2}, {0.8, 0.5}, {0.5, 0.8}, {0.2, 0.5}});
    const ImageSamples after = ImageBench::samples(ImageCutter(bench.pdf()).cut(image, {diamond}).image, 1);
    for (int y = 0; y < 160; ++y) {
        for (int x = 0; x < 200; ++x) {
            const bool inside = qAbs((x + 0.5) / 200 - 0.5) + qAbs((y + 0.5) / 160 - 0.5) < 0.3;
            const bool outside = qAbs((x + 0.5) / 200 - 0.5) + qAbs((y + 0.5) / 160 - 0.5) > 0.32;
            if (inside)
                QCOMPARE(after.at(x, y, 0), 0U);
            if (outside)
                QCOMPARE(after.at(x, y, 0), before.at(x, y, 0)); // not the diamond's box
        }
    }
}

void TestImageCutter::severalAreas()
{
    ImageBench bench;
    const ImageSamples before = drawing(large, 1, 8, 255);
    QPDFObjectHandle image = bench.image(before.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray");
    auto cut = ImageCutter(bench.pdf()).cut(image, {ImageBench::area({0, 0, 20, 12}, large), ImageBench::area({40, 30, 60, 60}, large),
                                                             ImageBench::area(secret, large)});
    const ImageSamples after = ImageBench::samples(cut.image, 1);
    QCOMPARE(after.size(), large);
    for (const QPoint &point : {QPoint(0, 0), QPoint(19, 11), QPoint(63, 47), QPoint(40, 30), secret.center()})
        QCOMPARE(after.at(point.x(), point.y(), 0), 0U);
    QCOMPARE(after.at(30, 5, 0), before.at(30, 5, 0));
    QCOMPARE(after.at(10, 40, 0), before.at(10, 40, 0));
}

/// Eight samples across the page: a mark on a word would black out an eighth of it.
void TestImageCutter::coarseImagesAreCutFinely()
{
    ImageBench bench;
    QByteArray stripes;
    for (int i = 0; i < 8; ++i)
        stripes += char(100 + 15 * i);
    QPDFObjectHandle image = bench.image(stripes, ImageBench::sizeKeys({8, 1}, 8) + "/ColorSpace/DeviceGray");
    const QPolygonF mark(QRectF(0.4, 0.5, 0.05, 0.02)); // within the fourth sample
    const ImageSamples after = ImageBench::samples(ImageCutter(bench.pdf()).cut(image, {mark}).image, 1);
    const auto at = [&](double x, double y) { return after.at(int(x * after.size().width()), int((1 - y) * after.size().height()), 0); };
    QCOMPARE(at(0.425, 0.51), 0U);
    QCOMPARE(at(0.401, 0.501), 0U);
    QCOMPARE(at(0.425, 0.6), 145U);
    QCOMPARE(at(0.3, 0.51), 130U);
    QCOMPARE(at(0.55, 0.51), 160U);
}

/// Eight samples over the mark's height can be a letter: those that it touches go, though not in black.
void TestImageCutter::smallLettersGoWithTheirEdges()
{
    ImageBench bench;
    const QSize size(60, 50);
    ImageSamples before(size, 1, 8, QByteArray(60 * 50, '\xc8'));
    for (int x = 20; x < 40; ++x) {
        for (int y = 19; y < 29; ++y)
            before.setPixel(x, y, {quint32((x ^ y) & 1 ? 10 : 11)});
    }
    QPDFObjectHandle image = bench.image(before.bytes(), ImageBench::sizeKeys(size, 8) + "/ColorSpace/DeviceGray");
    // The mark cuts through the first and the last row of the letters.
    const ImageSamples after = ImageBench::samples(ImageCutter(bench.pdf()).cut(image, {ImageBench::area({19.5, 19.5, 21, 9}, size)}).image, 1);
    QCOMPARE(after.size(), size);
    QVERIFY(!after.bytes().contains(char(10)) && !after.bytes().contains(char(11)));
}

void TestImageCutter::uniformImagesKeepTheirColour()
{
    ImageBench bench;
    QPDFObjectHandle image = bench.image(QByteArray("\xc8\xb4\x50"), ImageBench::sizeKeys({1, 1}, 8) + "/ColorSpace/DeviceRGB");
    const QPolygonF mark(QRectF(0.4, 0.5, 0.1, 0.05));
    const ImageSamples after = ImageBench::samples(ImageCutter(bench.pdf()).cut(image, {mark}).image, 3);
    const auto at = [&](double x, double y) { return after.pixel(int(x * after.size().width()), int((1 - y) * after.size().height())); };
    QCOMPARE(at(0.45, 0.52), (ImagePixel {0, 0, 0}));
    QCOMPARE(at(0.45, 0.65), (ImagePixel {0xc8, 0xb4, 0x50}));
    QCOMPARE(at(0.1, 0.1), (ImagePixel {0xc8, 0xb4, 0x50}));
}

void TestImageCutter::areaBesideTheImage()
{
    ImageBench bench;
    QPDFObjectHandle image = bench.image(drawing(large, 1, 8, 255).bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray");
    auto cut = ImageCutter(bench.pdf()).cut(image, {QPolygonF(QRectF(1.2, 0, 1, 1)), QPolygonF(QRectF(0, 1, 1, 1))});
    QVERIFY(cut.image.getObjGen() == image.getObjGen() && !cut.whole);
}

void TestImageCutter::damagedImagesGoWhole_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("keys");
    const QByteArray some(3072, 'x');
    const QByteArray size = ImageBench::sizeKeys(large, 8);
    QTest::newRow("unknown filter") << some << size + "/ColorSpace/DeviceGray/Filter/SecretDecode";
    QTest::newRow("no JPEG") << some << size + "/ColorSpace/DeviceRGB/Filter/DCTDecode";
    QTest::newRow("no JPEG 2000") << some << size + "/ColorSpace/DeviceRGB/Filter/JPXDecode";
    QTest::newRow("no JBIG2") << some << ImageBench::sizeKeys(large, 1) + "/ColorSpace/DeviceGray/Filter/JBIG2Decode";
    QTest::newRow("no Flate") << some << size + "/ColorSpace/DeviceGray/Filter/FlateDecode";
    QTest::newRow("no colour space") << some << size;
    QTest::newRow("unknown colour space") << some << size + "/ColorSpace/Cs8";
    QTest::newRow("three bits") << some << ImageBench::sizeKeys(large, 3) + "/ColorSpace/DeviceGray";
    QTest::newRow("no size") << some << QByteArray("/BitsPerComponent 8/ColorSpace/DeviceGray");
    QTest::newRow("no bytes") << QByteArray() << size + "/ColorSpace/DeviceGray";
    QTest::newRow("coding not the last") << some << size + "/ColorSpace/DeviceGray/Filter[/DCTDecode/FlateDecode]";
    QTest::newRow("colour stencil") << fixtures::bytes(fixtures::jpegYcck) << ImageBench::sizeKeys({32, 32}, 1) + "/ImageMask true/Filter/DCTDecode";
}

void TestImageCutter::damagedImagesGoWhole()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, keys);
    ImageBench bench;
    auto cut = ImageCutter(bench.pdf()).cut(bench.image(data, keys), {ImageBench::area(secret, large)});
    QVERIFY(cut.whole);
    QCOMPARE(cut.note, u"image_damaged"_s);
    const bool stencil = keys.contains("ImageMask");
    QCOMPARE(ImageBench::samples(cut.image, 1).size(), QSize(1, 1));
    QCOMPARE(ImageBench::samples(cut.image, 1).pixel(0, 0), ImagePixel {stencil ? 1U : 0U});

    if (stencil)
        return;
    const ImageSamples grey = drawing(large, 1, 8, 255);
    QPDFObjectHandle mask = bench.image(data, keys);
    QPDFObjectHandle image = bench.image(grey.bytes(), ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray/SMask " + ImageBench::reference(mask));
    auto masked = ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)});
    QVERIFY(masked.whole && !masked.image.getDict().hasKey("/SMask"));
    QCOMPARE(masked.note, u"image_mask_damaged"_s);
}

void TestImageCutter::tooLargeIsRefused_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("keys");
    const QByteArray some(100, 'x');
    QTest::newRow("plain") << some << ImageBench::sizeKeys({100'000, 100'000}, 8) + "/ColorSpace/DeviceRGB";
    QTest::newRow("numbers that overflow") << some << ImageBench::sizeKeys({0x7fffffff, 0x7fffffff}, 16) + "/ColorSpace/DeviceCMYK";
    QTest::newRow("one row of all") << some << ImageBench::sizeKeys({0x7fffffff, 1}, 8) + "/ColorSpace/DeviceGray";
    QTest::newRow("stencil") << some << ImageBench::sizeKeys({100'000, 100'000}, 1) + "/ImageMask true";
    QTest::newRow("JBIG2") << Jbig2Maker::page({40, 30}, {}) << ImageBench::sizeKeys({100'000, 100'000}, 1) + "/ColorSpace/DeviceGray/Filter/JBIG2Decode";
    QTest::newRow("CCITT columns") << some << ImageBench::sizeKeys({64, 48}, 1)
            + "/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2000000000>>";
    QTest::newRow("predictor") << inFlate(some) << ImageBench::sizeKeys({64, 48}, 8)
            + "/ColorSpace/DeviceGray/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000/Colors 4>>";
    QTest::newRow("Flate bomb") << inFlate(inFlate(QByteArray(60'000'000, '\0'))) << ImageBench::sizeKeys({64, 48}, 8)
            + "/ColorSpace/DeviceGray/Filter[/FlateDecode/FlateDecode]";
}

void TestImageCutter::tooLargeIsRefused()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, keys);
    ImageBench bench;
    QString reason;
    try {
        ImageCutter(bench.pdf()).cut(bench.image(data, keys), {ImageBench::area(secret, large)});
    } catch (const Unprovable &unprovable) {
        reason = unprovable.reason;
    }
    QCOMPARE(reason, u"image_too_large"_s);
}

void TestImageCutter::externalDataIsRefused()
{
    ImageBench bench;
    QPDFObjectHandle image = bench.image({}, ImageBench::sizeKeys(large, 8) + "/ColorSpace/DeviceGray/F(other.jpg)");
    QVERIFY_EXCEPTION_THROWN(ImageCutter(bench.pdf()).cut(image, {ImageBench::area(secret, large)}), Unprovable);
}

DW_TEST(TestImageCutter)
#include "tst_imagecutter.moc"
