#include "core/engines/redact/inlineimage.h"

#include "core/engines/redact/imagecutter.h"
#include "tests/support/imagebench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using dwtest::ImageBench;

namespace {

/// The inline image of a content stream, as the parser gives it.
Operation parsed(ImageBench &bench, const QByteArray &content)
{
    const ContentProgram program = ContentProgram::ofStream(bench.pdf().newStream(content.toStdString()));
    for (const Operation &operation : program.operations()) {
        if (operation.name == "EI")
            return operation;
    }
    return {};
}

} // namespace

class TestInlineImage final : public QObject
{
    Q_OBJECT

private slots:
    void abbreviationsBecomeFullNames()
    {
        ImageBench bench;
        const QByteArray packed = qCompress(QByteArray(12, '\x2a')).mid(4).toHex();
        const Operation operation = parsed(bench, "q BI /W 2 /H 2 /BPC 8 /CS /RGB /D [1 0 1 0 1 0] /I true /F [/AHx /Fl] /DP [null <</Columns 2>>] ID "
                + packed + "> EI Q");
        QPDFObjectHandle image = inlineimage::toXObject(bench.pdf(), operation, QPDFObjectHandle::newNull());
        QPDFObjectHandle dictionary = image.getDict();
        QCOMPARE(dictionary.getKey("/Subtype").getName(), std::string("/Image"));
        QCOMPARE(dictionary.getKey("/ColorSpace").getName(), std::string("/DeviceRGB"));
        QCOMPARE(dictionary.getKey("/Filter").unparse(), std::string("[ /ASCIIHexDecode /FlateDecode ]"));
        QCOMPARE(dictionary.getKey("/DecodeParms").getArrayItem(1).getKey("/Columns").getIntValue(), 2);
        QVERIFY(dictionary.getKey("/Interpolate").getBoolValue());
        QCOMPARE(ImageBench::samples(image, 3).bytes(), QByteArray(12, '\x2a'));
        for (const char *key : {"/W", "/H", "/BPC", "/CS", "/D", "/F", "/DP", "/I"})
            QVERIFY(!dictionary.hasKey(key));
    }

    void spacesAreLookedUp()
    {
        ImageBench bench;
        QPDFObjectHandle resources = QPDFObjectHandle::parse("<</ColorSpace<</Cs1[/CalGray<</WhitePoint[1 1 1]>>]/G[/Pattern]>>>>");
        const auto spaceOf = [&](const QByteArray &space) {
            const Operation operation = parsed(bench, "BI /W 1 /H 1 /BPC 8 /CS " + space + " ID a EI");
            return inlineimage::toXObject(bench.pdf(), operation, resources).getDict().getKey("/ColorSpace").unparse();
        };
        QCOMPARE(spaceOf("/Cs1"), std::string("[ /CalGray << /WhitePoint [ 1 1 1 ] >> ]"));
        QCOMPARE(spaceOf("/G"), std::string("/DeviceGray"));
        QCOMPARE(spaceOf("/CMYK"), std::string("/DeviceCMYK"));
        QCOMPARE(spaceOf("[/I /RGB 1 <000000ffffff>]"), std::string("[ /Indexed /DeviceRGB 1 <000000ffffff> ]"));
        QCOMPARE(spaceOf("[/I /Cs1 1 <00ff>]"), std::string("[ /Indexed [ /CalGray << /WhitePoint [ 1 1 1 ] >> ] 1 <00ff> ]"));
    }

    void bytesEndWithTheLastRow()
    {
        ImageBench bench;
        const Operation operation = parsed(bench, "BI /W 9 /H 2 /IM true ID abcd\nEI");
        QCOMPARE(ImageBench::rawBytes(inlineimage::toXObject(bench.pdf(), operation, QPDFObjectHandle::newNull())), QByteArray("abcd"));
    }

    void isCutLikeOthers()
    {
        ImageBench bench;
        ImageSamples before({40, 30}, 1, 4, {});
        for (int y = 0; y < 30; ++y) {
            for (int x = 0; x < 40; ++x)
                before.setPixel(x, y, {quint32(x / 5 + y / 4) % 16});
        }
        const Operation operation = parsed(bench, "BI /W 40 /H 30 /BPC 4 /CS /G /F /AHx /D [1 0] ID " + before.bytes().toHex() + "> EI");
        ImageCutter cutter(bench.pdf());
        const QRect hidden(12, 9, 14, 13);
        auto cut = cutter.cut(cutter.fromInline(operation, QPDFObjectHandle::newNull()), {ImageBench::area(hidden, {40, 30})});
        QVERIFY(!cut.whole);
        QCOMPARE(ImageBench::fault(before, ImageBench::samples(cut.image, 1), hidden, {15}), QString());
    }
};

DW_TEST(TestInlineImage)
#include "tst_inlineimage.moc"
