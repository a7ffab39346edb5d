#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "tests/support/imagebench.h"
#include "tests/support/imagefixtures.h"
#include "tests/support/jbig2maker.h"
#include "tests/support/redacting.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QImage>
#include <QJsonDocument>
#include <QTest>

using dwtest::ImageBench;
using dwtest::Jbig2Maker;
using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QSize grid(60, 50); ///< Samples of the drawings: 4 points each on the page.
const QRect secret(20, 15, 22, 12);
const QByteArray placed = "BT /F1 14 Tf 100 700 Td (Words above) Tj ET q 240 0 0 200 100 300 cm /Im Do Q BT /F1 14 Tf 100 250 Td (Words below) Tj ET";
const QRectF mark(100 + 4 * 20, 300 + 4 * (50 - 27), 4 * 22, 4 * 12); ///< The secret part's place on the page.

/// Calm and light outside, noise within the secret part.
QByteArray drawing(int components, int bits, quint32 largest)
{
    ImageSamples image(grid, components, bits, {});
    quint32 state = 99;
    for (int y = 0; y < grid.height(); ++y) {
        for (int x = 0; x < grid.width(); ++x) {
            ImagePixel pixel;
            for (int i = 0; i < components; ++i) {
                state = state * 1'664'525 + 1'013'904'223;
                pixel.push_back(secret.contains(x, y) ? (state >> 13) % (largest + 1) : largest - quint32(x / 20 + y / 25 + i) % (largest / 4 + 1));
            }
            image.setPixel(x, y, pixel);
        }
    }
    return image.bytes();
}

/// A row of the secret part of one component of 8 bits.
QByteArray secretRow(const QByteArray &samples, int components)
{
    return samples.mid((grid.width() * 20 + secret.left()) * components, secret.width() * components);
}

QByteArray jpegWithThumbnail()
{
    QImage image(240, 200, QImage::Format_RGB32);
    image.fill(qRgb(200, 220, 240));
    for (int y = 60; y < 108; ++y) {
        for (int x = 80; x < 168; ++x)
            image.setPixel(x, y, (x / 3 + y / 5) % 2 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    }
    const auto bytes = [](const QImage &picture) {
        QByteArray result;
        QBuffer buffer(&result);
        picture.save(&buffer, "JPEG", 75);
        return result;
    };
    const QByteArray exif = QByteArray("Exif\0\0SECRETXQ", 14) + bytes(image.scaled(60, 50));
    QByteArray data = bytes(image);
    const int length = int(exif.size()) + 2;
    return data.insert(2, QByteArray("\xff\xe1") + char(length >> 8) + char(length) + exif);
}

/// Everything that any stream of the file decodes to, or holds as it is.
QList<QByteArray> streamsOf(const QByteArray &file)
{
    QPDF pdf;
    pdf.processMemoryFile("out", file.constData(), std::size_t(file.size()));
    QList<QByteArray> result;
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (!object.isStream())
            continue;
        result.append(ImageBench::rawBytes(object));
        const std::shared_ptr<Buffer> data = object.getStreamData(qpdf_dl_generalized);
        result.append(QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize())));
    }
    return result;
}

/// The largest difference of two pictures outside a place (points of a page of 612 x 792 at 72 dpi).
int difference(const QImage &before, const QImage &after, const QRectF &except)
{
    int largest = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (except.contains(QPointF(x + 0.5, 792 - y - 0.5)))
                continue;
            const QColor a = before.pixelColor(x, y);
            const QColor b = after.pixelColor(x, y);
            largest = std::max({largest, qAbs(a.red() - b.red()), qAbs(a.green() - b.green()), qAbs(a.blue() - b.blue())});
        }
    }
    return largest;
}

QList<QImage> rendered(const QByteArray &pdf, int page = 0)
{
    const auto poppler = PopplerDocument::open(pdf);
    const auto pdfium = PdfiumDocument::open(pdf);
    if (!poppler || !pdfium)
        return {};
    return {(*poppler)->render(page, 72).value_or(QImage()), (*pdfium)->render(page, {612, 792})};
}

struct ImageCase {
    QByteArray data = {};
    QByteArray keys = {}; ///< Without size and bits.
    QSize size = {};
    int bits = 8;
    QByteArray trace = {}; ///< Bytes of the secret part that may be nowhere.
    QByteArray mask = {}; ///< Another image's samples: 8 bits of grey, or 1 bit for a /Mask.
    QByteArray maskKey = {};
    QRectF mark = ::mark;
    QByteArray content = placed;
};

} // namespace

Q_DECLARE_METATYPE(ImageCase)

class TestRedactedImages final : public QObject
{
    Q_OBJECT

private slots:
    void everyKind_data();
    void everyKind();
    void sharedImageStaysOnOtherPages();
    void sharedSymbolsGo();
    void turnedImage();
    void imageInAForm();
};

void TestRedactedImages::everyKind_data()
{
    QTest::addColumn<ImageCase>("test");
    const QByteArray grey = drawing(1, 8, 255);
    const QByteArray rgb = drawing(3, 8, 255);
    const QByteArray greyTrace = secretRow(grey, 1);
    QTest::newRow("grey") << ImageCase {grey, "/ColorSpace/DeviceGray", grid, 8, greyTrace};
    QTest::newRow("grey, inverted") << ImageCase {grey, "/ColorSpace/DeviceGray/Decode[1 0]", grid, 8, greyTrace};
    QTest::newRow("1 bit") << ImageCase {drawing(1, 1, 1), "/ColorSpace/DeviceGray", grid, 1, {}};
    QTest::newRow("2 bits") << ImageCase {drawing(1, 2, 3), "/ColorSpace/DeviceGray", grid, 2, {}};
    QTest::newRow("4 bits") << ImageCase {drawing(3, 4, 15), "/ColorSpace/DeviceRGB", grid, 4, {}};
    QTest::newRow("16 bits") << ImageCase {drawing(3, 16, 65535), "/ColorSpace/DeviceRGB", grid, 16, drawing(3, 16, 65535).mid((60 * 20 + 20) * 6, 132)};
    QTest::newRow("palette") << ImageCase {drawing(1, 8, 3), "/ColorSpace[/Indexed/DeviceRGB 3<200000FFFF80F0F0F0FFFFFF>]", grid, 8, secretRow(drawing(1, 8, 3), 1)};
    QTest::newRow("Lab") << ImageCase {rgb, "/ColorSpace[/Lab<</WhitePoint[0.96 1 0.82]>>]", grid, 8, secretRow(rgb, 3)};
    QTest::newRow("spot colour") << ImageCase {grey,
        "/ColorSpace[/Separation/Secret#20Ink/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0.2 1 1 0.7]>>]/Decode[1 0]", grid, 8, greyTrace};
    QTest::newRow("two inks") << ImageCase {drawing(2, 8, 255),
        "/ColorSpace[/DeviceN[/SecretInk/Black]/DeviceGray<</FunctionType 2/Domain[0 1 0 1]/N 1/C0[1]/C1[0]>>]", grid, 8, secretRow(drawing(2, 8, 255), 2)};
    QTest::newRow("stencil") << ImageCase {drawing(1, 1, 1), "/ImageMask true", grid, 1, {}};
    QTest::newRow("colour key") << ImageCase {grey, "/ColorSpace/DeviceGray/Mask[0 20]", grid, 8, greyTrace};
    QTest::newRow("soft mask") << ImageCase {QByteArray(60 * 50, '\x60'), "/ColorSpace/DeviceGray", grid, 8, greyTrace, grey, "/SMask"};
    QTest::newRow("stencil mask") << ImageCase {grey, "/ColorSpace/DeviceGray", grid, 8, greyTrace, drawing(1, 1, 1), "/Mask"};
    const QByteArray jpeg = jpegWithThumbnail();
    QTest::newRow("DCT with a thumbnail") << ImageCase {jpeg, "/ColorSpace/DeviceRGB/Filter/DCTDecode", {240, 200}, 8, jpeg.mid(40, 60)};
    const QByteArray jpx = fixtures::bytes(fixtures::jpxGray16);
    QTest::newRow("JPX") << ImageCase {jpx, "/Filter/JPXDecode", {24, 20}, 8, jpx.mid(jpx.size() / 2, 60), {}, {},
        {140, 340, 30, 30}, "BT /F1 14 Tf 100 700 Td (Words above) Tj ET q 120 0 0 100 100 300 cm /Im Do Q BT /F1 14 Tf 100 250 Td (Words below) Tj ET"};
    const QByteArray fax = fixtures::bytes(fixtures::ccittG4);
    QTest::newRow("CCITT") << ImageCase {fax, "/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 44/Rows 36>>", {44, 36}, 1, fax.mid(120, 40), {}, {},
        {112, 320, 8, 6}, "BT /F1 14 Tf 100 700 Td (Words above) Tj ET q 44 0 0 36 100 300 cm /Im Do Q BT /F1 14 Tf 100 250 Td (Words below) Tj ET"};
}

void TestRedactedImages::everyKind()
{
    QFETCH(ImageCase, test);
    ImageBench bench;
    QByteArray keys = ImageBench::sizeKeys(test.size, test.bits) + test.keys;
    if (test.keys == "/Filter/JPXDecode")
        keys = "/Width 24/Height 20/Filter/JPXDecode";
    if (!test.mask.isEmpty()) {
        const bool stencil = test.maskKey == "/Mask";
        keys += test.maskKey + " " + ImageBench::reference(bench.image(test.mask,
            ImageBench::sizeKeys(grid, stencil ? 1 : 8) + (stencil ? "/ImageMask true" : "/ColorSpace/DeviceGray")));
    }
    const QByteArray before = bench.file({{bench.image(test.data, keys), test.content}});
    const auto file = dwtest::redacted(before, {1, {}, {dwtest::markAt(0, test.mark)}});
    QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
    const QJsonArray pictures = file->report.value(u"pictures"_s).toArray();
    QVERIFY2(pictures.isEmpty(), QJsonDocument(file->report).toJson().constData());
    if (!test.trace.isEmpty()) {
        for (const QByteArray &stream : streamsOf(file->pdf))
            QVERIFY(!stream.contains(test.trace));
    }
    const QList<QImage> was = rendered(before);
    const QList<QImage> is = rendered(file->pdf);
    for (int engine = 0; engine < 2; ++engine) {
        const QColor middle = is.at(engine).pixelColor(int(test.mark.center().x()), 792 - int(test.mark.center().y()));
        QVERIFY2(middle.lightness() < 60, qPrintable(middle.name()));
        const int changed = difference(was.at(engine), is.at(engine), test.mark.adjusted(-21, -21, 21, 21));
        QVERIFY2(changed <= 16, qPrintable(u"engine %1: %2"_s.arg(engine).arg(changed)));
    }
    const auto text = PopplerDocument::open(file->pdf);
    QCOMPARE((*text)->text(0).plain().simplified(), u"Words above Words below"_s);
}

void TestRedactedImages::sharedImageStaysOnOtherPages()
{
    ImageBench bench;
    QPDFObjectHandle image = bench.image(drawing(1, 8, 255), ImageBench::sizeKeys(grid, 8) + "/ColorSpace/DeviceGray");
    const QByteArray before = bench.file({{image, placed}, {image, placed}});
    const auto file = dwtest::redacted(before, {2, {}, {dwtest::markAt(0, mark)}});
    QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
    QVERIFY(file->report.value(u"pictures"_s).toArray().isEmpty());
    const QList<QImage> was = rendered(before, 1);
    const QList<QImage> is = rendered(file->pdf, 1);
    QCOMPARE(difference(was.at(0), is.at(0), {}), 0);
    QCOMPARE(difference(was.at(1), is.at(1), {}), 0);
    QVERIFY(rendered(file->pdf, 0).at(0).pixelColor(mark.center().toPoint().x(), 792 - mark.center().toPoint().y()).lightness() < 20);
}

/// The glyph that only the marked place shows is in the dictionary that the other page needs too.
void TestRedactedImages::sharedSymbolsGo()
{
    ImageBench bench;
    const QByteArray hidden = QByteArray::fromHex("8142e7183c24a5c3");
    const QList<QByteArray> symbols {QByteArray(8, '\xff'), hidden, QByteArray::fromHex("aa55aa55aa55aa55"), QByteArray::fromHex("ff818181818181ff")};
    const QByteArray dictionary = Jbig2Maker::globals(symbols);
    QPDFObjectHandle globals = bench.pdf().newStream(dictionary.toStdString());
    const QByteArray keys = ImageBench::sizeKeys(grid, 1) + "/ColorSpace/DeviceGray/Filter/JBIG2Decode/DecodeParms<</JBIG2Globals "
        + ImageBench::reference(globals) + ">>";
    QPDFObjectHandle first = bench.image(Jbig2Maker::page(grid, {{3, {4, 2}}, {1, {28, 17}}}), keys);
    QPDFObjectHandle second = bench.image(Jbig2Maker::page(grid, {{2, {4, 2}}, {3, {28, 17}}}), keys);
    const QByteArray before = bench.file({{first, placed}, {second, placed}});
    const auto file = dwtest::redacted(before, {2, {}, {dwtest::markAt(0, mark)}});
    QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
    QVERIFY(file->report.value(u"pictures"_s).toArray().isEmpty());
    QVERIFY(!file->pdf.contains("JBIG2"));
    for (const QByteArray &stream : streamsOf(file->pdf))
        QVERIFY(!stream.contains(dictionary.right(24)));
    for (int page = 0; page < 2; ++page) {
        const QRectF except = page == 0 ? mark.adjusted(-9, -9, 9, 9) : QRectF();
        for (int engine = 0; engine < 2; ++engine)
            QCOMPARE(difference(rendered(before, page).at(engine), rendered(file->pdf, page).at(engine), except), 0);
    }
}

void TestRedactedImages::turnedImage()
{
    ImageBench bench;
    QPDFObjectHandle image = bench.image(drawing(1, 8, 255), ImageBench::sizeKeys(grid, 8) + "/ColorSpace/DeviceGray");
    const QByteArray content = "q 0.866 0.5 -0.5 0.866 250 300 cm 60 0 0 50 0 0 cm /Im Do Q";
    const QTransform place(0.866, 0.5, -0.5, 0.866, 250, 300);
    const QRectF small = place.mapRect(QRectF(20, 23, 22, 12)); // the secret part: rows count from above
    const QPointF middle = small.center();
    const QByteArray before = bench.file({{image, content}});
    const auto file = dwtest::redacted(before, {1, {}, {dwtest::markAt(0, small)}});
    QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
    QVERIFY(file->report.value(u"pictures"_s).toArray().isEmpty());
    const QList<QImage> was = rendered(before);
    const QList<QImage> is = rendered(file->pdf);
    for (int engine = 0; engine < 2; ++engine) {
        QVERIFY(is.at(engine).pixelColor(int(middle.x()), 792 - int(middle.y())).lightness() < 20);
        QVERIFY(difference(was.at(engine), is.at(engine), small.adjusted(-9, -9, 9, 9)) <= 16);
    }
}

void TestRedactedImages::imageInAForm()
{
    ImageBench bench;
    const QByteArray samples = drawing(1, 8, 255);
    QPDFObjectHandle image = bench.image(samples, ImageBench::sizeKeys(grid, 8) + "/ColorSpace/DeviceGray");
    QPDFObjectHandle form = bench.pdf().newStream("q 240 0 0 200 0 0 cm /Inner Do Q");
    form.replaceDict(QPDFObjectHandle::parse(&bench.pdf(),
        "<</Type/XObject/Subtype/Form/BBox[0 0 240 200]/Matrix[1 0 0 1 100 0]/Resources<</XObject<</Inner " + image.unparse() + ">>>>>>"));
    form.replaceStreamData("q 240 0 0 200 0 0 cm /Inner Do Q", QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    const QByteArray before = bench.file({{form, "q 1 0 0 1 0 300 cm /Im Do Q"}, {form, "/Im Do"}});
    const auto file = dwtest::redacted(before, {2, {}, {dwtest::markAt(0, mark)}});
    QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
    QVERIFY(file->report.value(u"pictures"_s).toArray().isEmpty());
    QVERIFY(rendered(file->pdf).at(1).pixelColor(int(mark.center().x()), 792 - int(mark.center().y())).lightness() < 20);
    QCOMPARE(difference(rendered(before, 1).at(1), rendered(file->pdf, 1).at(1), {}), 0);
}

DW_TEST(TestRedactedImages)
#include "tst_redactedimages.moc"
