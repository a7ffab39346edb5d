#include "core/engines/parse/imagedecoder.h"
#include "tests/support/imagefixtures.h"
#include "tests/support/jbig2maker.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QImage>
#include <QTest>
#include <QtEndian>

using namespace dw;
using dwtest::Jbig2Maker;
using Coding = CodedImage::Coding;
using imagedecoder::Failure;

namespace {

CodedImage coded(Coding coding, const QByteArray &data, QSize size = {})
{
    CodedImage image;
    image.coding = coding;
    image.data = data;
    image.size = size;
    image.budget = 1 << 20;
    return image;
}

bool bit(const DecodedImage &image, int x, int y)
{
    return quint8(image.samples.at(y * ((image.size.width() + 7) / 8) + x / 8)) >> (7 - x % 8) & 1;
}

/// The drawing behind the CCITT fixtures; true is black.
bool drawn(int x, int y)
{
    return x >= 12 && x < 20 && y >= 10 && y < 16 ? (x ^ y) & 1 : (x / 3 + y / 2) & 1;
}

int grey(int x, int y)
{
    return x >= 8 && x < 14 && y >= 6 && y < 12 ? ((x ^ y) & 1 ? 255 : 0) : 5 * x + 3 * y;
}

} // namespace

class TestImageDecoder final : public QObject
{
    Q_OBJECT

private slots:
    void ccitt_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("k");
        QTest::addColumn<int>("blackIs1");
        QTest::newRow("G4") << fixtures::bytes(fixtures::ccittG4) << -1 << 0;
        QTest::newRow("G4, black is 1") << fixtures::bytes(fixtures::ccittG4) << -1 << 1;
        QTest::newRow("G3") << fixtures::bytes(fixtures::ccittG3) << 0 << 0;
        QTest::newRow("G3 of two dimensions") << fixtures::bytes(fixtures::ccittG32d) << 4 << 0;
    }

    void ccitt()
    {
        QFETCH(QByteArray, data);
        QFETCH(int, k);
        QFETCH(int, blackIs1);
        CodedImage source = coded(Coding::Ccitt, data, {44, 36});
        source.parameters = {{"K", k}, {"Columns", 44}, {"Rows", 36}, {"BlackIs1", blackIs1}};
        const auto image = imagedecoder::decode(source);
        QVERIFY(image);
        QCOMPARE(image->bits, 1);
        for (int y = 0; y < 36; ++y) {
            for (int x = 0; x < 44; ++x)
                QCOMPARE(bit(*image, x, y), drawn(x, y) == (blackIs1 == 1));
        }
    }

    void ccittIsFittedToTheImage()
    {
        CodedImage source = coded(Coding::Ccitt, fixtures::bytes(fixtures::ccittG4), {50, 40});
        source.parameters = {{"K", -1}, {"Columns", 44}};
        const auto image = imagedecoder::decode(source);
        QVERIFY(image);
        QCOMPARE(image->samples.size(), 7 * 40);
        QCOMPARE(bit(*image, 43, 35), !drawn(43, 35));
        QVERIFY(bit(*image, 44, 35) && bit(*image, 49, 0) && bit(*image, 10, 38)); // paper
    }

    void jbig2WithGlobals()
    {
        const QList<QByteArray> symbols {QByteArray(8, '\xff'), QByteArray::fromHex("8142241818244281"), QByteArray::fromHex("aa55aa55aa55aa55"),
            QByteArray::fromHex("ff818181818181ff")};
        CodedImage source = coded(Coding::Jbig2, Jbig2Maker::page({40, 32}, {{1, {2, 1}}, {2, {9, 5}}, {3, {20, 15}}}), {40, 32});
        source.globals = Jbig2Maker::globals(symbols);
        const auto image = imagedecoder::decode(source);
        QVERIFY(image);
        for (int y = 0; y < 8; ++y) {
            for (int x = 0; x < 8; ++x) {
                const auto on = [&](int symbol) { return bool(quint8(symbols.at(symbol).at(y)) >> (7 - x) & 1); };
                QCOMPARE(bit(*image, 20 + x, 15 + y), !on(3));
                if (y < 4) // the second symbol lies over the rest of the first one
                    QCOMPARE(bit(*image, 2 + x, 1 + y), !on(1));
            }
        }
        QVERIFY(bit(*image, 0, 0) && bit(*image, 39, 31));
        source.globals.clear();
        const auto without = imagedecoder::decode(source);
        QVERIFY(!without || without->samples != image->samples);
    }

    void jpxKeepsItsDepth()
    {
        const auto deep = imagedecoder::decode(coded(Coding::Jpx, fixtures::bytes(fixtures::jpxGray16)));
        QVERIFY(deep);
        QCOMPARE(deep->bits, 16);
        QCOMPARE(deep->size, QSize(24, 20));
        QCOMPARE(deep->colors, DecodedImage::Colors::Gray);
        QCOMPARE(deep->block, QSize(1, 1));
        const auto flat = imagedecoder::decode(coded(Coding::Jpx, fixtures::bytes(fixtures::jpxGray4)));
        QVERIFY(flat);
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 24; ++x) {
                QCOMPARE(int(qFromBigEndian<quint16>(deep->samples.constData() + 2 * (24 * y + x))), 257 * grey(x, y));
                const int step = flat->bits == 4 ? quint8(flat->samples.at(12 * y + x / 2)) >> (x % 2 ? 0 : 4) & 15
                                                 : quint8(flat->samples.at(24 * y + x));
                QCOMPARE(step, grey(x, y) / 16);
            }
        }
    }

    void jpxSplitsItsOpacityOff()
    {
        const auto image = imagedecoder::decode(coded(Coding::Jpx, fixtures::bytes(fixtures::jpxRgba)));
        QVERIFY(image);
        QCOMPARE(image->components, 3);
        QCOMPARE(image->colors, DecodedImage::Colors::Rgb);
        QVERIFY(!image->premultiplied);
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 24; ++x) {
                const qsizetype pixel = 24 * y + x;
                QCOMPARE(int(quint8(image->samples.at(3 * pixel))), grey(x, y));
                QCOMPARE(int(quint8(image->samples.at(3 * pixel + 2))), grey(x, y) / 2);
                QCOMPARE(int(quint8(image->alpha.at(pixel))), 255 - grey(x, y));
            }
        }
    }

    void jpxWithLossesReachesFurther()
    {
        const auto image = imagedecoder::decode(coded(Coding::Jpx, fixtures::bytes(fixtures::jpxLossy)));
        QVERIFY(image);
        QCOMPARE(image->block, QSize(8, 8));
        QVERIFY(qAbs(int(quint8(image->samples.at(0))) - grey(0, 0)) < 20);
    }

    void dctIsWhatOthersDecode()
    {
        QImage drawing(50, 40, QImage::Format_RGB32);
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 50; ++x)
                drawing.setPixel(x, y, qRgb(5 * x, 6 * y, 255 - 5 * x));
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(drawing.save(&buffer, "JPEG", 80));
        const auto image = imagedecoder::decode(coded(Coding::Dct, bytes));
        QVERIFY(image);
        QCOMPARE(image->size, QSize(50, 40));
        QCOMPARE(image->components, 3);
        QCOMPARE(image->chromaBlock, QSize(16, 16)); // Qt writes 4:2:0
        const QImage other = QImage::fromData(bytes, "JPEG").convertToFormat(QImage::Format_RGB888);
        for (int y = 0; y < 40; ++y)
            QCOMPARE(image->samples.mid(150 * y, 150), QByteArray(reinterpret_cast<const char *>(other.constScanLine(y)), 150));
    }

    void dctInFourColours()
    {
        const auto image = imagedecoder::decode(coded(Coding::Dct, fixtures::bytes(fixtures::jpegYcck)));
        QVERIFY(image);
        QCOMPARE(image->components, 4);
        const auto at = [&](int x, int y, int component) { return int(quint8(image->samples.at((32 * y + x) * 4 + component))); };
        QVERIFY(qAbs(at(28, 28, 0) - 64) < 12 && qAbs(at(28, 28, 1) - 32) < 12 && qAbs(at(28, 28, 2)) < 12);
        QVERIFY(qAbs(at(28, 28, 3) - 4 * 28) < 12);
    }

    void refusesWhatIsTooLarge()
    {
        QByteArray jpeg = fixtures::bytes(fixtures::jpegYcck);
        const qsizetype frame = jpeg.indexOf(QByteArray::fromHex("ffc0"));
        QVERIFY(frame > 0);
        jpeg.replace(frame + 5, 4, QByteArray::fromHex("ffdcffdc"));
        QVERIFY(imagedecoder::decode(coded(Coding::Dct, jpeg)) == tl::unexpected(Failure::TooLarge));

        QByteArray jpx = fixtures::bytes(fixtures::jpxGray4);
        jpx.replace(8, 8, QByteArray::fromHex("000186a0000186a0"));
        QVERIFY(imagedecoder::decode(coded(Coding::Jpx, jpx)) == tl::unexpected(Failure::TooLarge));

        QByteArray page = Jbig2Maker::page({40, 32}, {});
        QVERIFY(imagedecoder::decode(coded(Coding::Jbig2, page, {100'000, 100'000})) == tl::unexpected(Failure::TooLarge));
        page.replace(11, 8, QByteArray::fromHex("000186a0000186a0"));
        QVERIFY(imagedecoder::decode(coded(Coding::Jbig2, page, {40, 32})) == tl::unexpected(Failure::TooLarge));

        CodedImage fax = coded(Coding::Ccitt, fixtures::bytes(fixtures::ccittG4), {44, 36});
        fax.parameters = {{"K", -1}, {"Columns", 0x7fffffff}};
        QVERIFY(imagedecoder::decode(fax) == tl::unexpected(Failure::TooLarge));
        fax.parameters["Columns"] = 1'000'000;
        fax.size = QSize(44, 1'000'000);
        QVERIFY(imagedecoder::decode(fax) == tl::unexpected(Failure::TooLarge));
    }

    /// Whatever is cut off or turned over: an answer, no crash, and never more than was asked for.
    void survivesDamage()
    {
        QList<CodedImage> sources {coded(Coding::Dct, fixtures::bytes(fixtures::jpegYcck)),
            coded(Coding::Jpx, fixtures::bytes(fixtures::jpxRgba)), coded(Coding::Jpx, fixtures::bytes(fixtures::jpxGray4)),
            coded(Coding::Ccitt, fixtures::bytes(fixtures::ccittG4), {44, 36}),
            coded(Coding::Jbig2, Jbig2Maker::page({40, 32}, {{1, {2, 1}}, {2, {9, 5}}}), {40, 32})};
        sources[3].parameters = {{"K", -1}, {"Columns", 44}};
        sources[4].globals = Jbig2Maker::globals(QList<QByteArray>(4, QByteArray(8, '\x5a')));
        quint32 state = 12'345;
        for (const CodedImage &source : sources) {
            for (int round = 0; round < 150; ++round) {
                CodedImage damaged = source;
                state = state * 1'664'525 + 1'013'904'223;
                if (round % 3 == 0)
                    damaged.data.truncate(state % source.data.size());
                else
                    damaged.data[qsizetype((state >> 8) % source.data.size())] = char(state >> 4);
                if (const auto image = imagedecoder::decode(damaged))
                    QVERIFY(image->samples.size() <= damaged.budget);
            }
        }
    }
};

DW_TEST(TestImageDecoder)
#include "tst_imagedecoder.moc"
