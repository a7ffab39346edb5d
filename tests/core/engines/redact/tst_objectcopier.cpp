// Objects of a page copied key by allowed key.
#include "core/engines/redact/objectcopier.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using namespace dw;
using namespace Qt::StringLiterals;

class TestObjectCopier final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QPDF> m_from;
    std::unique_ptr<QPDF> m_to;

    QPDFObjectHandle parsed(const std::string &text) { return QPDFObjectHandle::parse(m_from.get(), text); }

    QPDFObjectHandle stream(const std::string &keys, const std::string &data)
    {
        QPDFObjectHandle result = m_from->newStream(data);
        for (const auto &[key, value] : parsed("<<" + keys + ">>").getDictAsMap())
            result.getDict().replaceKey(key, value);
        return result;
    }

    template <typename Copy> static QString refusal(Copy copy)
    {
        try {
            copy();
        } catch (const Unprovable &unprovable) {
            return unprovable.reason;
        }
        return {};
    }

private slots:
    void init()
    {
        m_from = std::make_unique<QPDF>();
        m_to = std::make_unique<QPDF>();
        m_from->emptyPDF();
        m_to->emptyPDF();
    }

    void onlyWhatIsNamedIsCopied()
    {
        ObjectCopier copier(*m_from, *m_to);
        QPDFObjectHandle none = QPDFObjectHandle::newNull();
        QCOMPARE(copier.graphicsState(parsed("<</LW 2/BM/Multiply/Who(secret)/D[[3(secret)]0]/Font[<</Type/Font/Subtype/Type1/BaseFont/Courier>>9]>>"), none)
                     .unparse(),
            parsed("<</LW 2/BM/Multiply/D[[3]0]/Font[<</Type/Font/Subtype/Type1/BaseFont/Courier>>9]>>").unparse());
        QPDFObjectHandle form = copier.xobject(stream("/Type/XObject/Subtype/Form/Name/Secret/BBox[0 0 9 9]/PieceInfo<</Secret 1>>", "0 g f % secret"), none);
        QCOMPARE(form.getDict().getKeys(), (std::set<std::string> {"/BBox", "/Length", "/Resources", "/Subtype", "/Type"}));
        QPDFObjectHandle image = copier.xobject(
            stream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Alternates[]/Metadata 1/Intent/Secret", "aSECRET"), none);
        QVERIFY(!image.getDict().hasKey("/Alternates") && !image.getDict().hasKey("/Metadata") && !image.getDict().hasKey("/Intent"));
        QCOMPARE(image.getStreamData(qpdf_dl_all)->getSize(), std::size_t(1));
    }

    void sharedObjectsAreCopiedOnce()
    {
        ObjectCopier copier(*m_from, *m_to);
        QPDFObjectHandle none = QPDFObjectHandle::newNull();
        QPDFObjectHandle form = stream("/Subtype/Form/BBox[0 0 9 9]/Resources<<>>", "0 g f");
        QCOMPARE(copier.xobject(form, none).getObjGen(), copier.xobject(form, none).getObjGen());
        QCOMPARE(copier.copyOf(form).getObjGen(), copier.xobject(form, none).getObjGen());
        QVERIFY(copier.copyOf(stream("/Subtype/Form", "")).isNull());
        // Without resources of its own it draws with those of each page.
        QPDFObjectHandle borrowing = stream("/Subtype/Form/BBox[0 0 9 9]", "0 g f");
        QVERIFY(!(copier.xobject(borrowing, none).getObjGen() == copier.xobject(borrowing, none).getObjGen()));
    }

    void namesOfInksAreNeutral()
    {
        ObjectCopier copier(*m_from, *m_to);
        const std::string tint = "<</FunctionType 2/Domain[0 1]/N 1>>";
        const std::string one = copier.colorSpace(parsed("[/Separation/Secret/DeviceGray" + tint + "]")).unparse();
        QVERIFY(one.find("Secret") == std::string::npos && one.find("/Spot1") != std::string::npos);
        const std::string two = copier.colorSpace(parsed("[/DeviceN[/Secret/Black/Other]/DeviceGray" + tint + "]")).unparse();
        QVERIFY(two.find("[ /Spot1 /Black /Spot2 ]") != std::string::npos); // the same ink, the same name
    }

    void palettesEndWithTheirLastColour()
    {
        ObjectCopier copier(*m_from, *m_to);
        QCOMPARE(copier.colorSpace(parsed("[/Indexed/DeviceRGB 1(abcdefSECRET)]")).getArrayItem(3).getStringValue(), std::string("abcdef"));
        QPDFObjectHandle table = stream("", "abcdefSECRET");
        QPDFObjectHandle space = parsed("[/Indexed/DeviceRGB 1 " + table.unparse() + "]");
        QCOMPARE(copier.colorSpace(space).getArrayItem(3).getStreamData()->getSize(), std::size_t(6));
        QCOMPARE(copier.colorSpace(space).getArrayItem(3).getObjGen(), copier.colorSpace(space).getArrayItem(3).getObjGen());
    }

    void faxesEndWithTheirPicture()
    {
        ObjectCopier copier(*m_from, *m_to);
        const std::string rows("\xe0\x02\x00\x20", 4); // three white rows and the end
        QPDFObjectHandle fax = stream("/Subtype/Image/Width 8/Height 3/BitsPerComponent 1/ColorSpace/DeviceGray", {});
        fax.replaceStreamData(rows + "SECRET", QPDFObjectHandle::newName("/CCITTFaxDecode"), parsed("<</K -1/Columns 8/Rows 3>>"));
        const std::shared_ptr<Buffer> left = copier.xobject(fax, QPDFObjectHandle::newNull()).getRawStreamData();
        QCOMPARE(std::string(reinterpret_cast<const char *>(left->getBuffer()), left->getSize()), rows);
    }

    void embeddedFontsHaveOneName()
    {
        ObjectCopier copier(*m_from, *m_to);
        const std::string program = stream("/Length1 3", "abc").unparse();
        QPDFObjectHandle font = copier.font(parsed("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Own/Encoding/Secret/FontDescriptor<</FontName/Secret"
                                                   "/FontFamily(secret)/FontStretch/Secret/Panose 1/FontFile2 " + program + ">>>>"),
            QPDFObjectHandle::newNull());
        QCOMPARE(font.getKey("/BaseFont").getName(), std::string("/ABCDEF+Own"));
        QVERIFY(!font.hasKey("/Encoding"));
        QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
        QCOMPARE(descriptor.getKeys(), (std::set<std::string> {"/FontFile2", "/FontName"}));
        QCOMPARE(descriptor.getKey("/FontName").getName(), std::string("/ABCDEF+Own"));
    }

    void whatCannotBeVouchedForIsRefused()
    {
        ObjectCopier copier(*m_from, *m_to);
        QPDFObjectHandle none = QPDFObjectHandle::newNull();
        QCOMPARE(refusal([&] { copier.xobject(stream("/Subtype/PS", "x"), none); }), u"xobject_kind"_s);
        QCOMPARE(refusal([&] { copier.xobject(none, none); }), u"resource_missing"_s);
        QCOMPARE(refusal([&] { copier.colorSpace(parsed("/Secret")); }), u"color_space"_s);
        QCOMPARE(refusal([&] { copier.colorSpace(parsed("[/Secret 1]")); }), u"color_space"_s);
        QCOMPARE(refusal([&] { copier.font(parsed("<</Subtype/Type0/Encoding/Secret/DescendantFonts[<<>>]>>"), none); }), u"font_unknown"_s);
        QCOMPARE(refusal([&] { copier.xobject(stream("/Subtype/Image/Width 1/Height 1/F(file)/BitsPerComponent 8/ColorSpace/DeviceGray", ""), none); }),
            u"external_stream"_s);
        QPDFObjectHandle circle = stream("/Subtype/Form/BBox[0 0 9 9]", "/X Do");
        circle.getDict().replaceKey("/Resources", parsed("<</XObject<</X " + circle.unparse() + ">>>>"));
        QCOMPARE(refusal([&] { copier.xobject(circle, none); }), u"cycle"_s);
    }
};

DW_TEST(TestObjectCopier)
#include "tst_objectcopier.moc"
