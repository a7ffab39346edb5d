#include "core/worker/workerclient.h"

#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

namespace {

const QByteArray line = "BT /F1 12 Tf 100 700 Td (Hello World) Tj ET ";

QByteArray pageOf(const QByteArray &content, const QByteArray &resources = {}, const QByteArray &keys = {})
{
    PdfMaker maker;
    maker.addPage(content, keys, resources);
    return maker.bytes();
}

/// Object 6 is the form, 7 the content, 8 the page.
QByteArray withForm(const QByteArray &form, const QByteArray &keys, const QByteArray &content = "/X Do " + line)
{
    PdfMaker maker;
    maker.addStream(form, "/Type/XObject/Subtype/Form/BBox[0 0 600 700]" + keys);
    maker.addPage(content, {}, "/XObject<</X 6 0 R>>/Pattern<</P 6 0 R>>");
    return maker.bytes();
}

/// A form that draws the next one twice, and so on: 2^n drawings.
QByteArray doubling(int levels)
{
    PdfMaker maker;
    for (int i = 0; i < levels; ++i) {
        const QByteArray next = QByteArray::number(7 + i);
        maker.addStream(i + 1 < levels ? QByteArray("/X Do /X Do") : "BT /F1 9 Tf (a) Tj ET",
            "/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</XObject<</X " + next + " 0 R>>>>");
    }
    maker.addPage("/X Do " + line, {}, "/XObject<</X 6 0 R>>");
    return maker.bytes();
}

QByteArray repeated(const QByteArray &piece, int times)
{
    QByteArray result;
    result.reserve(piece.size() * times);
    for (int i = 0; i < times; ++i)
        result += piece;
    return result;
}

QByteArray nested(const QByteArray &open, const QByteArray &close, int depth)
{
    return repeated(open, depth) + repeated(close, depth);
}

QByteArray deepTree(int depth)
{
    QByteArray file = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n";
    for (int i = 0; i < depth; ++i) {
        const QByteArray next = QByteArray::number(i + 3);
        file += QByteArray::number(i + 2) + " 0 obj<</Type/Pages/Count 1/Kids[" + next + " 0 R]>>endobj\n";
    }
    return file + QByteArray::number(depth + 2) + " 0 obj<</Type/Page/MediaBox[0 0 612 792]>>endobj\ntrailer<</Root 1 0 R>>\n";
}

} // namespace

/// Files made to break what reads them: each ends with a proven result or with a reason, soon, and the next file is read.
class TestHostilePdf final : public QObject
{
    Q_OBJECT

public:
    TestHostilePdf() { qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); } // a busy machine gives little processor time

private slots:
    void endsSoon_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QString>("reason"); // empty: any of those below
        const auto row = [](const char *name, const QByteArray &pdf, const QString &reason = {}) { QTest::newRow(name) << pdf << reason; };
        row("nested arrays", pageOf(line + nested("[", "]", 200'000) + " TJ"));
        row("nested dictionaries", pageOf("/Span " + nested("<</A", ">>", 100'000) + " BDC EMC " + line));
        row("nested parentheses", pageOf("BT /F1 9 Tf " + nested("(", ")", 300'000) + " Tj ET"));
        row("nested states", pageOf(nested("q ", "Q ", 300'000) + line));
        row("unbalanced states", pageOf(line + repeated("Q ", 100'000) + repeated("q ", 100'000)));
        row("nested marked content", pageOf(nested("/A BMC ", "EMC ", 10'000) + line));
        row("form draws itself", withForm("/X Do", "/Resources<</XObject<</X 6 0 R>>>>"));
        row("pattern filled with itself", withForm("/Pattern cs /P scn 0 0 9 9 re f", "/PatternType 1/PaintType 1/TilingType 1/XStep 5/YStep 5/Resources<</Pattern<</P 6 0 R>>>>", "/Pattern cs /P scn 0 0 612 792 re f " + line));
        row("tiny pattern cells", withForm("0 0 1 1 re f", "/PatternType 1/PaintType 1/TilingType 1/XStep 0.001/YStep 0.001", "/Pattern cs /P scn 0 0 612 792 re f " + line), u"pdf.page_too_complex"_s);
        row("forms that double", doubling(26), u"pdf.page_too_complex"_s);
        row("megabytes of an operand", pageOf("BT /F1 9 Tf (" + QByteArray(8 << 20, 'a') + ") Tj ET"));
        row("a number of a million digits", pageOf(QByteArray(1'000'000, '9') + " w " + line));
        row("a million operands", pageOf(repeated("1 ", 1'000'000) + "re f " + line));
        row("a million segments", pageOf("0 0 m " + repeated("9 9 l 5 700 l ", 500'000) + "S " + line));
        row("a dash of nothing", pageOf("[0.0001 0.0001] 0 d 1 w 0 705 m 612 705 l S " + line));
        row("numbers out of all bounds", pageOf("1e38 0 0 1e38 1e38 1e38 cm 1e-38 w 0 0 m 1e38 1e38 l S " + line));
        row("broken stream", pageOf(line).replace("/Length", "/Filter/FlateDecode/Length"));
        row("bomb of a filter", pageOf(line).replace("/Length", QByteArray("/Filter[" + repeated("/ASCIIHexDecode", 50'000) + "]/Length")));
        row("image of 10^10 samples", pageOf("q 600 0 0 700 0 0 cm BI /W 100000 /H 100000 /BPC 1 /CS /G ID x EI Q " + line));
        PdfMaker image;
        image.addStream("x", "/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/BitsPerComponent 16/ColorSpace/DeviceRGB");
        image.addPage("q 600 0 0 700 0 0 cm /I Do Q " + line, {}, "/XObject<</I 6 0 R>>");
        row("image of 10^18 samples", image.bytes());
        row("a million annotations", pageOf(line, {}, "/Annots[" + repeated("<</Subtype/Square/Rect[9 9 20 20]>>", 1'000'000) + "]"), u"pdf.too_many_objects"_s);
        row("a hundred thousand annotations", pageOf(line, {}, "/Annots[" + repeated("<</Subtype/Square/Rect[9 9 20 20]>>", 100'000) + "]"), u"pdf.too_many_annotations"_s);
        row("page tree loop", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>endobj\n3 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n");
        row("deep page tree", deepTree(5000));
        row("a billion pages said", pageOf(line).replace("/Count 1", "/Count 1000000000"));
        row("cross-reference loop", pageOf(line).replace("/Root 1 0 R>>\nstartxref", "/Root 1 0 R/Prev 9>>\nstartxref") + "startxref\n9\n%%EOF\n");
        QByteArray loop = pageOf(line);
        const QByteArray table = loop.mid(loop.lastIndexOf("startxref") + 10);
        loop.replace("/Root 1 0 R>>", QByteArray("/Root 1 0 R/Prev " + table.left(table.indexOf('\n')) + ">>"));
        row("cross-reference to itself", loop);
        row("fonts that are each other", pageOf(line).replace("/DescendantFonts[5 0 R]", "/DescendantFonts[4 0 R]") .replace("/F1 12 Tf", "/C 12 Tf"));
        row("functions that are each other", pageOf("/S sh " + line, "/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 9 0 R>>>>") .replace("trailer", "9 0 obj<</FunctionType 3/Domain[0 1]/Functions[9 0 R 9 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>endobj\ntrailer"));
        row("function of a billion samples", pageOf("/S sh " + line, "/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Function<</FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]>>>>>>"));
    }

    void endsSoon()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QString, reason);
        RedactionMark mark;
        mark.id = u"m"_s;
        mark.displayRect = QRectF(130, 80, 40, 14);
        mark.word = u"World"_s;
        NoJobContext job;
        const WorkerClient client(program);
        const auto result = client.redact(pdf, {{}, {}, {mark}}, {}, job);
        if (result) {
            QVERIFY(result->report.value("verification"_L1).toObject().value("passed"_L1).toBool());
        } else {
            static const QStringList reasons {u"pdf.damaged"_s, u"pdf.unsupported"_s, u"pdf.engines_disagree"_s, u"pdf.too_large"_s, u"pdf.too_many_pages"_s,
                u"pdf.page_not_drawn"_s, u"pdf.page_too_complex"_s, u"pdf.too_many_annotations"_s, u"pdf.too_many_objects"_s, u"marks.page_outside"_s, u"marks.other_file"_s, u"redact.unproven"_s, u"worker.crashed"_s, u"worker.memory"_s, u"worker.timeout"_s};
            QVERIFY2(reasons.contains(result.error().reason), qPrintable(result.error().reason + u' ' + result.error().detail));
            qInfo("%s", qPrintable(result.error().reason));
        }
        const auto inspected = client.inspectPdf(pdf, job);
        if (!reason.isEmpty()) {
            QCOMPARE(result ? QString() : result.error().reason, reason);
            QCOMPARE(inspected ? QString() : inspected.error().reason, reason);
        }
    }

private:
    const QString program = QStringLiteral(DW_BIN_DIR "/dealward-worker");
};

DW_TEST(TestHostilePdf)
#include "tst_hostilepdf.moc"
