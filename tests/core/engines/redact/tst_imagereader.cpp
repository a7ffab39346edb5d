// Samples of images through their filters.
#include "core/engines/redact/imagereader.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/imagebench.h"
#include "tests/support/imagefixtures.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::ImageBench;

class TestImageReader final : public QObject
{
    Q_OBJECT

    static constexpr qint64 most = 1 << 20;

    static QString refusal(ImageBench &bench, QPDFObjectHandle image)
    {
        try {
            ImageReader(bench.pdf(), most).read(image);
        } catch (const Unprovable &unprovable) {
            return unprovable.reason;
        }
        return {};
    }

private slots:
    void plainSamples()
    {
        ImageBench bench;
        const QByteArray keys = ImageBench::sizeKeys({2, 2}, 8) + "/ColorSpace/DeviceRGB/Decode[1 0 1 0 1 0]";
        auto read = ImageReader(bench.pdf(), most).read(bench.image("abcdefghijklSECRET", keys));
        QVERIFY(read && read->complete);
        QCOMPARE(read->samples.bytes(), "abcdefghijkl"_ba); // what follows the last row is not of the picture
        QCOMPARE(read->samples.components(), 3);
        QVERIFY(read->decode.isArray());
        QVERIFY(!ImageReader(bench.pdf(), most).read(bench.image("abc", keys))->complete);
    }

    void filtersAfterEachOther()
    {
        ImageBench bench;
        const QByteArray packed = qCompress("ab"_ba).mid(4).toHex() + '>';
        const auto read = ImageReader(bench.pdf(), most).read(
            bench.image(packed, ImageBench::sizeKeys({2, 1}, 8) + "/ColorSpace/DeviceGray/Filter[/ASCIIHexDecode/FlateDecode]"));
        QVERIFY(read);
        QCOMPARE(read->samples.bytes(), "ab"_ba);
    }

    void codingsAreTold()
    {
        ImageBench bench;
        const QByteArray keys = ImageBench::sizeKeys({44, 36}, 1) + "/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 44/Rows 36>>";
        QPDFObjectHandle fax = bench.image(fixtures::bytes(fixtures::ccittG4), keys);
        QCOMPARE(ImageReader::coding(fax), std::string("/CCITTFaxDecode"));
        QVERIFY(ImageReader::isGroup4(ImageReader::codingParameters(fax)));
        QVERIFY(!ImageReader::isGroup4(QPDFObjectHandle::parse("<</K -1/EncodedByteAlign true>>")));
        QVERIFY(!ImageReader::isGroup4(QPDFObjectHandle::parse("<</K 0>>")));
        QVERIFY(!ImageReader::isGroup4(QPDFObjectHandle::newNull()));
        QCOMPARE(ImageReader(bench.pdf(), most).codedData(fax), fixtures::bytes(fixtures::ccittG4));
        const auto read = ImageReader(bench.pdf(), most).read(fax);
        QVERIFY(read && read->complete);
        QCOMPARE(read->samples.size(), QSize(44, 36));
        QPDFObjectHandle wrapped = bench.image(fixtures::bytes(fixtures::ccittG4).toHex() + '>',
            ImageBench::sizeKeys({44, 36}, 1) + "/ColorSpace/DeviceGray/Filter[/ASCIIHexDecode/CCITTFaxDecode]/DecodeParms[null<</K -1/Columns 44/Rows 36>>]");
        QCOMPARE(ImageReader(bench.pdf(), most).codedData(wrapped), fixtures::bytes(fixtures::ccittG4));
        QCOMPARE(ImageReader(bench.pdf(), most).read(wrapped)->samples.bytes(), read->samples.bytes());
    }

    void whatIsNoPictureIsNone()
    {
        ImageBench bench;
        const auto read = [&](const QByteArray &keys) { return ImageReader(bench.pdf(), most).read(bench.image("abc", keys)).has_value(); };
        QVERIFY(!read("/Width 0/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"));
        QVERIFY(!read("/Width 1/Height 1/BitsPerComponent 3/ColorSpace/DeviceGray"));
        QVERIFY(!read("/Width 1/Height 1/BitsPerComponent 8/ColorSpace/Unknown"));
        QVERIFY(!read("/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/NoSuchFilter"));
        QVERIFY(!read("/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode")); // no such data
    }

    void limitsAreKept()
    {
        ImageBench bench;
        QCOMPARE(refusal(bench, bench.image("abc", "/Width 2000/Height 2000/BitsPerComponent 8/ColorSpace/DeviceGray")), u"image_too_large"_s);
        QCOMPARE(refusal(bench, bench.image("abc", "/Width 2000000000/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray")), u"image_too_large"_s);
        QCOMPARE(refusal(bench, bench.image("abc", "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/F(other.bin)")), u"external_stream"_s);
        const QByteArray bomb = qCompress(QByteArray(40 << 20, '\0'), 9).mid(4);
        QCOMPARE(refusal(bench, bench.image(bomb, "/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode")), u"image_too_large"_s);
    }
};

DW_TEST(TestImageReader)
#include "tst_imagereader.moc"
