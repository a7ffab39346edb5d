// Patterns, shadings and soft masks over an area, on pages cut as a whole.
#include "core/engines/redact/pagecutter.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

const char *const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

std::string text(QPDFObjectHandle stream)
{
    const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
}

bool has(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestPatternCutter final : public QObject
{
    Q_OBJECT

    QPDFObjectHandle stream(const std::string &dictionary, const std::string &content)
    {
        QPDFObjectHandle result = m_pdf->newStream(content);
        for (auto &[key, value] : QPDFObjectHandle::parse(m_pdf.get(), "<<" + dictionary + ">>").getDictAsMap())
            result.getDict().replaceKey(key, value);
        return result;
    }

    static std::string reference(QPDFObjectHandle object)
    {
        return object.unparse();
    }

    QPDFObjectHandle page(const std::string &resources, const std::string &content)
    {
        QPDFObjectHandle result = m_pdf->makeIndirectObject(QPDFObjectHandle::parse(m_pdf.get(),
            "<< /Type /Page /MediaBox [0 0 400 800] /Resources << /Font << /F1 " + reference(m_font) + " >> " + resources + " >> >>"));
        result.replaceKey("/Contents", m_pdf->newStream(content));
        m_pdf->addPage(result, false);
        return m_pdf->getAllPages().back();
    }

    QPDFObjectHandle cut(QPDFObjectHandle page, const QRectF &area)
    {
        PdfPageInfo info;
        info.mediaBox = info.cropBox = QRectF(0, 0, 400, 800);
        PageCutter cutter(*m_pdf, "/Proven");
        return cutter.cut(page, info, {{area, 0, RedactionLevel::A}}, {RedactionMark()}).page;
    }

    QString refusal(QPDFObjectHandle page, const QRectF &area)
    {
        try {
            cut(page, area);
        } catch (const Unprovable &unprovable) {
            return unprovable.reason;
        }
        return {};
    }

    /// Of the new patterns, shadings or states of a cut page: the only one that was added.
    static QPDFObjectHandle added(QPDFObjectHandle page, const std::string &category)
    {
        QPDFObjectHandle names = page.getKey("/Resources").getKey(category);
        for (const std::string &name : names.getKeys()) {
            if (name.starts_with("/Cut"))
                return names.getKey(name);
        }
        return QPDFObjectHandle::newNull();
    }

    std::string tiling(const std::string &content, const std::string &keys, int paint = 1)
    {
        return "/Pattern << /P1 "
            + reference(stream("/Type /Pattern /PatternType 1 /TilingType 1 /PaintType " + std::to_string(paint) + " /Resources << /Font << /F1 "
                      + reference(m_font) + " >> >> " + keys,
                content))
            + " >>";
    }

    std::unique_ptr<QPDF> m_pdf;
    QPDFObjectHandle m_font;

private slots:
    void init()
    {
        m_pdf = std::make_unique<QPDF>();
        m_pdf->emptyPDF();
        m_font = m_pdf->makeIndirectObject(QPDFObjectHandle::parse(helvetica));
    }

    // Case 30 of the leak catalogue.
    void textInACellThatIsPaintedOnceIsCut()
    {
        QPDFObjectHandle source = page(tiling("BT /F1 16 Tf 2 6 Td (SECRETXQ) Tj 0 30 Td (KEEP) Tj ET",
                                           "/BBox [0 0 100 60] /XStep 100 /YStep 60 /Matrix [1 0 0 1 100 690]"),
            "/Pattern cs /P1 scn 100 690 100 60 re f");
        QPDFObjectHandle result = cut(source, QRectF(95, 690, 110, 25));
        QPDFObjectHandle pattern = added(result, "/Pattern");
        QVERIFY(pattern.isStream());
        QVERIFY(!has(text(pattern), "SECRETXQ"));
        QVERIFY(has(text(pattern), "(KEEP)"));
        QCOMPARE(pattern.getDict().getKey("/XStep").getIntValue(), 100);
        QVERIFY(has(text(result.getKey("/Contents")), "/Cut1 scn"));
        QVERIFY(!has(text(result.getKey("/Contents")), "/P1")); // or it would be taken along
        // The source is as it was: another page may use it.
        QVERIFY(has(text(source.getKey("/Resources").getKey("/Pattern").getKey("/P1")), "SECRETXQ"));
    }

    void theTileThatIsPaintedDecidesWhereTheCellLies()
    {
        // Painted four steps to the right of and two below where the matrix puts it.
        QPDFObjectHandle source = page(tiling("BT /F1 16 Tf 2 6 Td (SECRETXQ) Tj ET", "/BBox [0 0 50 25] /XStep 50 /YStep 25 /Matrix [2 0 0 2 -300 790]"),
            "/Pattern cs /P1 scn 100 690 100 50 re f");
        QVERIFY(!has(text(added(cut(source, QRectF(100, 690, 100, 50)), "/Pattern")), "SECRETXQ"));
        QVERIFY(added(cut(source, QRectF(100, 600, 100, 50)), "/Pattern").isNull());
    }

    void patternsOfFormsCountFromTheForm()
    {
        const std::string pattern = tiling("BT /F1 16 Tf 2 6 Td (SECRETXQ) Tj ET", "/BBox [0 0 100 25] /XStep 100 /YStep 25 /Matrix [1 0 0 1 0 0]");
        QPDFObjectHandle form = stream("/Type /XObject /Subtype /Form /BBox [0 0 400 800] /Matrix [1 0 0 1 100 690] /Resources << " + pattern + " >>",
            "q 1 0 0 1 7 7 cm /Pattern cs /P1 scn -7 -7 100 25 re f Q");
        QPDFObjectHandle source = page("/XObject << /X " + reference(form) + " >>", "/X Do");
        QPDFObjectHandle ownForm = added(cut(source, QRectF(100, 690, 100, 25)), "/XObject");
        QVERIFY(ownForm.isStream());
        QPDFObjectHandle names = ownForm.getDict().getKey("/Resources").getKey("/Pattern");
        QVERIFY(names.hasKey("/Cut1"));
        QVERIFY(!has(text(names.getKey("/Cut1")), "SECRETXQ"));
    }

    void linesInACellThatIsPaintedOnceAreCut()
    {
        QPDFObjectHandle source = page(tiling("0 g 23.456 10 m 30 22 l 40 10 l h f 80 10 m 90 22 l 95 10 l f",
                                           "/BBox [0 0 100 25] /XStep 100 /YStep 25 /Matrix [1 0 0 1 100 690]"),
            "/Pattern cs /P1 scn 100 690 100 25 re f");
        const std::string left = text(added(cut(source, QRectF(100, 690, 60, 25)), "/Pattern"));
        QVERIFY(!has(left, "23.456"));
        QVERIFY(has(left, "80 10 m"));
    }

    void hatchingGoesAroundTheArea()
    {
        QPDFObjectHandle source = page(tiling("0 0 m 8 8 l S", "/BBox [0 0 8 8] /XStep 8 /YStep 8"), "/Pattern cs /P1 scn 50 600 200 150 re f");
        QPDFObjectHandle result = cut(source, QRectF(100, 690, 60, 25));
        QVERIFY(added(result, "/Pattern").isNull());
        const std::string content = text(result.getKey("/Contents"));
        QVERIFY(!has(content, "50 600 200 150 re"));
        QVERIFY(has(content, "50 600 200 89.996 re") || has(content, "50 600 49.996 150 re"));
        // Elsewhere it is not touched.
        QVERIFY(has(text(cut(source, QRectF(300, 690, 60, 25)).getKey("/Contents")), "50 600 200 150 re"));
    }

    void manyTilesWithTextRefuse()
    {
        QPDFObjectHandle source = page(tiling("BT /F1 16 Tf 2 6 Td (SECRETXQ) Tj ET", "/BBox [0 0 100 25] /XStep 100 /YStep 25"),
            "/Pattern cs /P1 scn 0 0 400 800 re f");
        QCOMPARE(refusal(source, QRectF(100, 690, 60, 25)), u"pattern"_s);
    }

    void linesThatNobodySeesWholeRefuse()
    {
        // Two tiles, a whole one under the area and a sliver of the next.
        QPDFObjectHandle source = page(tiling("23.456 10 m 30 22 l S", "/BBox [0 0 100 25] /XStep 100 /YStep 25 /Matrix [1 0 0 1 100 690]"),
            "/Pattern cs /P1 scn 100 690 103 25 re f");
        QCOMPARE(refusal(source, QRectF(100, 690, 60, 25)), u"pattern"_s);
    }

    void uncolouredPatternsKeepTheirColour()
    {
        QPDFObjectHandle source = page(tiling("BT /F1 16 Tf 2 6 Td (SECRETXQ) Tj ET", "/BBox [0 0 100 25] /XStep 100 /YStep 25 /Matrix [1 0 0 1 100 690]", 2)
                + " /ColorSpace << /C [/Pattern /DeviceRGB] >>",
            "/C cs 0.5 0 1 /P1 scn 110 695 20 10 re f");
        QVERIFY(has(text(cut(source, QRectF(100, 690, 100, 25)).getKey("/Contents")), "/C cs\n"));
        QPDFObjectHandle beside = page(tiling("BT /F1 16 Tf 2 6 Td (SECRETXQ) Tj ET", "/BBox [0 0 100 25] /XStep 100 /YStep 25 /Matrix [1 0 0 1 100 690]", 2)
                + " /ColorSpace << /C [/Pattern /DeviceRGB] >>",
            "/C cs 0.5 0 1 /P1 scn 100 690 100 25 re f");
        QVERIFY(has(text(cut(beside, QRectF(100, 690, 30, 25)).getKey("/Contents")), "0.5 0 1 /Cut1 scn"));
    }

    void lettersFilledWithTextRefuse()
    {
        const std::string words = tiling("BT /F1 16 Tf 2 6 Td (SECRETXQ) Tj ET", "/BBox [0 0 100 25] /XStep 100 /YStep 25");
        const std::string show = "/Pattern cs /P1 scn BT /F1 40 Tf 20 20 Td (Big) Tj ET";
        QCOMPARE(refusal(page(words, show), QRectF(100, 690, 60, 25)), u"pattern"_s);
        const std::string lines = tiling("0 0 m 8 8 l S", "/BBox [0 0 8 8] /XStep 8 /YStep 8");
        QCOMPARE(refusal(page(lines, show), QRectF(100, 690, 60, 25)), QString());
    }

    void cellsThatPaintThemselvesRefuse()
    {
        QPDFObjectHandle pattern = stream("/Type /Pattern /PatternType 1 /TilingType 1 /PaintType 1 /BBox [0 0 100 25] /XStep 100 /YStep 25", "/Pattern cs /P1 scn 0 0 100 25 re f");
        pattern.getDict().replaceKey("/Resources", QPDFObjectHandle::parse(m_pdf.get(), "<< /Pattern << /P1 " + reference(pattern) + " >> >>"));
        QPDFObjectHandle source = page("/Pattern << /P1 " + reference(pattern) + " >>", "/Pattern cs /P1 scn 0 0 100 25 re f");
        QCOMPARE(refusal(source, QRectF(10, 10, 60, 25)), u"cycle"_s);
    }

    // Case 72, and the shadings that are not smooth.
    void gradientsStayMeshesAreCut()
    {
        QPDFObjectHandle axial = page("/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] "
                                      "/Function << /FunctionType 2 /N 1 /Domain [0 1] >> >> >>",
            "/S sh");
        QVERIFY(has(text(cut(axial, QRectF(10, 10, 60, 25)).getKey("/Contents")), "/S sh"));
        std::string data;
        for (const int byte : {0, 0, 0, 0, 0, 200, 0, 200, 0, 0, 200, 0})
            data += char(byte);
        QPDFObjectHandle mesh = stream("/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 "
                                       "/Decode [0 255 0 255 0 1]", data);
        QPDFObjectHandle source = page("/Shading << /S " + reference(mesh) + " >>", "q 2 0 0 2 0 0 cm /S sh Q");
        QPDFObjectHandle result = cut(source, QRectF(10, 10, 60, 25));
        QVERIFY(added(result, "/Shading").isStream());
        QVERIFY(has(text(result.getKey("/Contents")), "/Cut1 sh"));
        QVERIFY(has(text(cut(source, QRectF(390, 390, 5, 5)).getKey("/Contents")), "/S sh"));
        QPDFObjectHandle asPattern = page("/Pattern << /P1 << /PatternType 2 /Shading " + reference(mesh) + " >> >>", "/Pattern cs /P1 scn 0 0 300 300 re f");
        QVERIFY(added(cut(asPattern, QRectF(10, 10, 60, 25)), "/Pattern").getKey("/Shading").isStream());
    }

    // Case 31.
    void textOfASoftMaskIsCut()
    {
        QPDFObjectHandle group = stream("/Type /XObject /Subtype /Form /BBox [0 0 400 800] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Font << /F1 "
                + reference(m_font) + " >> >>",
            "1 g BT /F1 16 Tf 0 6 Td (SECRETXQ) Tj 0 60 Td (KEEP) Tj ET");
        QPDFObjectHandle source = page("/ExtGState << /G << /SMask << /S /Luminosity /G " + reference(group) + " >> >> >>",
            "q 1 0 0 1 100 690 cm /G gs 1 0 0 rg 0 0 100 80 re f Q");
        QPDFObjectHandle state = added(cut(source, QRectF(95, 690, 110, 25)), "/ExtGState");
        QVERIFY(state.isDictionary());
        const std::string left = text(state.getKey("/SMask").getKey("/G"));
        QVERIFY(!has(left, "SECRETXQ"));
        QVERIFY(has(left, "(KEEP)"));
    }
};

DW_TEST(TestPatternCutter)
#include "tst_patterncutter.moc"
