#include "core/engines/redact/imagecolors.h"
#include "tests/support/testmain.h"

#include <qpdf/QPDF.hh>

#include <QTest>

using namespace dw;

namespace {

QPDFObjectHandle parsed(const char *text)
{
    return *text ? QPDFObjectHandle::parse(text) : QPDFObjectHandle::newNull();
}

} // namespace

class TestImageColors final : public QObject
{
    Q_OBJECT

private slots:
    void countsComponents_data()
    {
        QTest::addColumn<QByteArray>("space");
        QTest::addColumn<int>("count");
        QTest::newRow("grey") << QByteArray("/DeviceGray") << 1;
        QTest::newRow("grey in an array") << QByteArray("[/DeviceGray]") << 1;
        QTest::newRow("cmyk") << QByteArray("/DeviceCMYK") << 4;
        QTest::newRow("Lab") << QByteArray("[/Lab<<>>]") << 3;
        QTest::newRow("inks") << QByteArray("[/DeviceN[/A/B/C]/DeviceRGB null]") << 3;
        QTest::newRow("palette") << QByteArray("[/Indexed/DeviceRGB 0<000000>]") << 1;
        QTest::newRow("palette of palettes") << QByteArray("[/Indexed[/Indexed/DeviceRGB 0<000000>]0<00>]") << 0;
        QTest::newRow("pattern") << QByteArray("/Pattern") << 0;
        QTest::newRow("profile that is none") << QByteArray("[/ICCBased 3]") << 0;
        QTest::newRow("nothing") << QByteArray("null") << 0;
        QTest::newRow("empty") << QByteArray("[]") << 0;
        QTest::newRow("too many inks") << QByteArray("[/DeviceN[" + QByteArray("/A").repeated(33) + "]/DeviceRGB null]") << 0;
    }

    void countsComponents()
    {
        QFETCH(QByteArray, space);
        QFETCH(int, count);
        QCOMPARE(imagecolors::components(QPDFObjectHandle::parse(space.toStdString())), count);
    }

    void blackFollowsDecode()
    {
        const auto black = [](const char *space, int bits, const char *decode) {
            return imagecolors::black(parsed(space), bits, parsed(decode), QPDFObjectHandle::newNull()).pixel;
        };
        QCOMPARE(black("/DeviceGray", 8, "[-1 1]"), ImagePixel {128}); // half way up
        QCOMPARE(black("/DeviceGray", 8, "[0.5 1]"), ImagePixel {0}); // black is not to be had: the darkest
        QCOMPARE(black("/DeviceGray", 8, "[0 1 2]"), ImagePixel {0}); // malformed: none
        QCOMPARE(black("/DeviceGray", 8, "[0 0]"), ImagePixel {0});
        QCOMPARE(black("[/Lab<</Range[0 100 0 100]>>]", 8, ""), (ImagePixel {0, 0, 0}));
        QCOMPARE(black("/DeviceRGB", 4, "[1 0 0 1 1 0]"), (ImagePixel {15, 0, 15}));
    }

    void palettesGiveTheDarkestEntryInReach()
    {
        const auto black = [](const char *space, int bits, const char *decode, const char *key) {
            return imagecolors::black(parsed(space), bits, parsed(decode), parsed(key));
        };
        QCOMPARE(black("[/Indexed/DeviceGray 3<FF002080>]", 8, "", "").pixel, ImagePixel {1});
        QCOMPARE(black("[/Indexed/DeviceGray 3<FF002080>]", 1, "", "").pixel, ImagePixel {1});
        QCOMPARE(black("[/Indexed/DeviceGray 3<FF402000>]", 1, "", "").pixel, ImagePixel {1}); // 2 and 3 need two bits
        QCOMPARE(black("[/Indexed/DeviceGray 3<FF002080>]", 8, "", "[1 1]").pixel, ImagePixel {2});
        QCOMPARE(black("[/Indexed/DeviceGray 1<FF>]", 8, "", "").pixel, ImagePixel {1}); // what the string lacks is 0
        auto light = black("[/Indexed/DeviceCMYK 0<00000000>]", 8, "", "");
        QCOMPARE(light.pixel, ImagePixel {1});
        QCOMPARE(light.colorSpace.getArrayItem(3).getStringValue(), std::string("\0\0\0\0\0\0\0\xff", 8));
        QCOMPARE(light.colorSpace.getArrayItem(2).getIntValue(), 1);
    }

    void sampledTintsTellTheirDirection()
    {
        QPDF pdf;
        pdf.emptyPDF();
        for (const bool lighter : {false, true}) {
            QPDFObjectHandle tint = pdf.newStream(lighter ? std::string("\0\xff", 2) : std::string("\xff\0", 2));
            tint.replaceDict(QPDFObjectHandle::parse("<</FunctionType 0/Size[2]/BitsPerSample 8/Domain[0 1]/Range[0 1]>>"));
            tint.replaceStreamData(lighter ? std::string("\0\xff", 2) : std::string("\xff\0", 2), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
            QPDFObjectHandle space = QPDFObjectHandle::parse(&pdf, "[/Separation/S/DeviceGray " + tint.unparse() + "]");
            QCOMPARE(imagecolors::black(space, 8, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull()).pixel,
                ImagePixel {lighter ? 0U : 255U});
        }
    }

    void masksKnowTheirValues()
    {
        QCOMPARE(imagecolors::maskPixel(1, 8, QPDFObjectHandle::newNull()), ImagePixel {255});
        QCOMPARE(imagecolors::maskPixel(1, 1, parsed("[1 0]")), ImagePixel {0});
        QCOMPARE(imagecolors::maskPixel(0, 16, parsed("[1 0]")), ImagePixel {65535});
    }
};

DW_TEST(TestImageColors)
#include "tst_imagecolors.moc"
