#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "tests/support/cffmaker.h"
#include "tests/support/leakscan.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/redacting.h"
#include "tests/support/testmain.h"

#include <qpdf/QPDFWriter.hh>

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::LeakScan;
using dwtest::PdfMaker;
namespace fontmaker = dwtest::fontmaker;

namespace {

const QString secret = u"SECRETXQ"_s;
const QByteArray keep = "BT /F1 16 Tf 50 750 Td (KEEP above) Tj 0 -100 Td (KEEP below) Tj ET\n";
const QByteArray shown = "BT /F1 16 Tf 97 700 Td (SECRETXQ) Tj ET\n";
const QRectF place(96, 695, 90, 20); ///< Over what `shown` shows.

struct LeakCase {
    QByteArray pdf;
    QStringList parts = {}; ///< That the report must name.
    QRectF mark = place;
    RedactionLevel level = RedactionLevel::A;
};

QByteArray ref(int object)
{
    return QByteArray::number(object) + " 0 R";
}

/// One page with `content` after the words that stay.
LeakCase page(const QByteArray &content, const QByteArray &resources = {}, const QByteArray &extra = {})
{
    PdfMaker maker;
    maker.addPage(keep + content, extra, resources);
    return {maker.bytes()};
}

/// One page that shows the secret, in a document that says it again.
LeakCase document(const std::function<QByteArray(PdfMaker &)> &catalog, const QStringList &parts, const QByteArray &pageKeys = {})
{
    PdfMaker maker;
    maker.addPage(keep + shown, pageKeys);
    return {maker.bytes(catalog(maker)), parts};
}

/// One page that shows the secret, with these annotations.
LeakCase annotated(const std::function<QByteArray(PdfMaker &)> &annotations)
{
    PdfMaker maker;
    const QByteArray list = annotations(maker);
    maker.addPage(keep + shown, "/Annots[" + list + "]");
    return {maker.bytes(), {u"annotations"_s}};
}

void addNames()
{
    const QByteArray spot = "[/Separation/SECRETXQ/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0.2 1 1 0.6]>>]";
    QTest::newRow("name of a font") << [] {
        PdfMaker maker;
        maker.addPage(keep + "BT /SECRETXQ 16 Tf 97 700 Td (SECRETXQ) Tj ET", {}, {}, "/SECRETXQ 3 0 R");
        return LeakCase {maker.bytes()};
    }();
    QTest::newRow("name of a state") << page("/SECRETXQ gs " + shown, "/ExtGState<</SECRETXQ<</CA 1/SECRETXQ 3>>>>");
    QTest::newRow("name of a spot colour") << page("/C0 cs 1 scn 50 600 200 20 re f 0 g " + shown, "/ColorSpace<</C0 " + spot + ">>");
    QTest::newRow("name of an ink of several") << page("/C0 cs 1 0 scn 50 600 200 20 re f 0 g " + shown,
        "/ColorSpace<</C0[/DeviceN[/SECRETXQ/Black]/DeviceGray<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>><</Colorants<</SECRETXQ " + spot + ">>>>]>>");
    QTest::newRow("name of a layer") << [&] {
        PdfMaker maker;
        const QByteArray group = ref(maker.add("<</Type/OCG/Name(SECRETXQ)/Usage<</CreatorInfo<</Creator(SECRETXQ)>>>>>>"));
        maker.addPage("/OC /P0 BDC " + keep + shown + "EMC", {}, "/Properties<</P0 " + group + ">>");
        return LeakCase {maker.bytes("/OCProperties<</OCGs[" + group + "]/D<</Order[(SECRETXQ)" + group + "]/ON[" + group + "]>>>>"), {u"layers"_s}};
    }();
    QTest::newRow("name of marked content") << page("/SECRETXQ <</SECRETXQ(SECRETXQ)>> BDC /SECRETXQ MP " + shown + "EMC");
    QTest::newRow("name of an image and a form") << [&] {
        PdfMaker maker;
        const QByteArray image = ref(maker.addStream(QByteArray(1, '\x90'),
            "/Type/XObject/Subtype/Image/Name/SECRETXQ/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"));
        const QByteArray form = ref(maker.addStream("q 9 0 0 9 0 0 cm /SECRETXQ Do Q",
            "/Type/XObject/Subtype/Form/Name/SECRETXQ/BBox[0 0 9 9]/Resources<</XObject<</SECRETXQ " + image + ">>>>"));
        maker.addPage(keep + shown + "q 1 0 0 1 400 400 cm /SECRETXQ Do Q", {}, "/XObject<</SECRETXQ " + form + ">>");
        return LeakCase {maker.bytes()};
    }();
}

/// Where a reader looks for none of its words, a name or a string is text that nobody sees.
void addValues()
{
    const auto drawn = [](const char *name, const QByteArray &content, const QByteArray &resources = {}) {
        QTest::newRow(name) << page(content + " " + shown, resources);
    };
    const auto state = [&](const char *name, const QByteArray &entry) { drawn(name, "/G gs 50 600 40 20 re f", "/ExtGState<</G<<" + entry + ">>>>"); };
    drawn("text before numbers", "(SECRETXQ) 50 600 40 20 re f");
    drawn("text in a dash", "[3(SECRETXQ)]0 d 50 600 m 90 600 l S");
    drawn("name in a dash", "[3/SECRETXQ]0 d 50 600 m 90 600 l S");
    drawn("text before a font", "BT (SECRETXQ) /F1 16 Tf 50 600 Td (x) Tj ET");
    state("blend mode", "/BM/SECRETXQ");
    state("one of several blend modes", "/BM[/SECRETXQ/Normal]");
    state("intent", "/RI/SECRETXQ");
    state("soft mask by name", "/SMask/SECRETXQ");
    state("dash of a state", "/D[[3(SECRETXQ)]0]");
    const auto object = [&](const char *name, const QByteArray &data, const QByteArray &keys) {
        PdfMaker maker;
        const QByteArray drawing = ref(maker.addStream(data, "/Subtype" + keys));
        maker.addPage(keep + shown + "q 40 0 0 40 300 300 cm /X Do Q", {}, "/XObject<</X " + drawing + ">>");
        QTest::newRow(name) << LeakCase {maker.bytes()};
    };
    const QByteArray image = "/Image/Width 1/Height 1/BitsPerComponent 8";
    object("type of a form", "0 0 1 1 re f", "/Form/Type/SECRETXQ/BBox[0 0 1 1]");
    object("kind of a group", "0 0 1 1 re f", "/Form/BBox[0 0 1 1]/Group<</S/SECRETXQ>>");
    object("intent of an image", "a", image + "/ColorSpace/DeviceGray/Intent/SECRETXQ");
    object("decoding of an image", "a", image + "/ColorSpace/DeviceGray/Decode[0 1(SECRETXQ)]");
    object("behind a palette", QByteArray(1, '\0'), image + "/ColorSpace[/Indexed/DeviceGray 0(aSECRETXQ)]");
    const auto inlined = [&](const char *name, const QByteArray &keys, const QByteArray &data) {
        drawn(name, "q 40 0 0 40 300 300 cm BI /W 1 /H 1 /BPC 8 /CS /G " + keys + " ID " + data + " EI Q");
    };
    inlined("behind an inline image", "", "aSECRETXQ");
    inlined("in an inline image's keys", "/D[0 1(SECRETXQ)]/Intent/SECRETXQ/DP<</X(SECRETXQ)>>", "a");
    inlined("behind a coded inline image", "/F/AHx", "61>SECRETXQ");
    QTest::newRow("family and stretch of an embedded font") << [] {
        PdfMaker maker;
        fontmaker::Cff cff;
        cff.glyphs = {QByteArray("\x0e"), fontmaker::type2Box(50, 400, 700)};
        cff.charset = {34};
        const QByteArray program = ref(maker.addStream(fontmaker::cff(cff), "/Subtype/Type1C"));
        const QByteArray font = "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/FirstChar 65/LastChar 65/Widths[600]/FontDescriptor<</Type/FontDescriptor"
                                "/FontName/SECRETXQ/FontFamily(SECRETXQ)/FontStretch/SECRETXQ/CharSet(/SECRETXQ)/Flags 32/FontBBox[0 0 1000 1000]/Ascent 800"
                                "/Descent -200/ItalicAngle 0/CapHeight 700/StemV 80/FontFile3 " + program + ">>>>";
        maker.addPage(keep + shown + "BT /T 40 Tf 40 500 Td (A) Tj ET", {}, {}, "/T " + ref(maker.add(font)));
        return LeakCase {maker.bytes()};
    }();
}

/// A subset of which the secret alone uses a glyph that says it, by its name and its meaning.
LeakCase fontSubset(bool composite)
{
    PdfMaker maker;
    fontmaker::Cff cff;
    cff.glyphs = {QByteArray("\x0e"), fontmaker::type2Box(50, 400, 700), fontmaker::type2Box(60, 300, 500)};
    if (composite) {
        cff.cid = true;
        cff.charset = {1, 2};
    } else {
        cff.charset = {34, 391};
        cff.strings = {"SECRETXQ"};
    }
    const QByteArray program = ref(maker.addStream(fontmaker::cff(cff), composite ? "/Subtype/CIDFontType0C" : "/Subtype/Type1C"));
    const QByteArray secretHex = "00530045004300520045005400580051";
    const QByteArray map = ref(maker.addStream(composite
            ? QByteArray("1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <004B> <0002> <" + secretHex + "> endbfchar")
            : QByteArray("1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <41> <004B> <42> <" + secretHex + "> endbfchar")));
    const QByteArray descriptor = "/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Own/Flags 4/FontBBox[0 0 1000 1000]/Ascent 800/Descent -200"
                                  "/ItalicAngle 0/CapHeight 700/StemV 80/FontFile3 " + program + ">>";
    const QByteArray font = composite
        ? QByteArray("<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Own/Encoding/Identity-H/ToUnicode " + map
            + "/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/ABCDEF+Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
              "/DW 600/W[2[633]]" + descriptor + ">>]>>")
        : QByteArray("<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/FirstChar 65/LastChar 66/Widths[600 633]/ToUnicode " + map
            + "/Encoding<</Type/Encoding/Differences[65/A/SECRETXQ]>>" + descriptor + ">>");
    const QByteArray strings = composite ? "<0001> Tj 57 0 Td <0002> Tj" : "(A) Tj 57 0 Td (B) Tj";
    maker.addPage(keep + "BT /T 40 Tf 40 700 Td " + strings + " ET", {}, {}, "/T " + ref(maker.add(font)));
    return {maker.bytes()};
}

void addDocuments()
{
    QTest::newRow("portfolio") << document([](PdfMaker &maker) -> QByteArray {
        const QByteArray file = ref(maker.addStream("SECRETXQ", "/Type/EmbeddedFile/Params<</CheckSum(SECRETXQ)>>"));
        return "/Collection<</Type/Collection/D(SECRETXQ)/Schema<</SECRETXQ<</Subtype/S/N(SECRETXQ)>>>>>>/Names<</EmbeddedFiles<</Names[(SECRETXQ)"
               "<</Type/Filespec/F(SECRETXQ.txt)/UF<FEFF00530045004300520045005400580051>/Desc(SECRETXQ)/CI<</SECRETXQ(SECRETXQ)>>/EF<</F "
            + file + ">>>>]>>>>";
    }, {u"portfolio"_s, u"attachments"_s});
    QTest::newRow("files by name") << document([](PdfMaker &) -> QByteArray {
        return QByteArray("/OpenAction<</S/GoToR/F(SECRETXQ.pdf)/D(SECRETXQ)/Next[<</S/Launch/F<</F(SECRETXQ)/UF(SECRETXQ)>>>>]>>/URI<</Base(http://SECRETXQ/)>>");
    }, {});
    QTest::newRow("signed") << document([](PdfMaker &) -> QByteArray {
        return QByteArray("/AcroForm<</SigFlags 3/Fields[<</FT/Sig/T(SECRETXQ)/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached"
                          "/ByteRange[0 10 20 30]/Name(SECRETXQ)/Location(SECRETXQ)/ContactInfo(SECRETXQ)/Contents<5345435245545851>>>>>]>>"
                          "/DSS<</Certs[<5345435245545851>]>>");
    }, {u"signatures"_s, u"form"_s});
    QTest::newRow("certified, the field on the page only") << [] {
        PdfMaker maker;
        const QByteArray value = ref(maker.add("<</Type/Sig/Filter/Adobe.PPKLite/Name(SECRETXQ)/ByteRange[0 1 2 3]/Contents<5345435245545851>"
                                               "/Reference[<</TransformMethod/DocMDP/TransformParams<</P 1>>>>]>>"));
        const QByteArray look = ref(maker.addStream("BT /F1 16 Tf 1 5 Td (SECRETXQ) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 90 20]/Resources<</Font<</F1 3 0 R>>>>"));
        maker.addPage(keep, "/Annots[<</Type/Annot/Subtype/Widget/FT/Sig/T(SECRETXQ)/F 4/Rect[96 695 186 715]/V " + value + "/AP<</N " + look + ">>>>]");
        return LeakCase {maker.bytes("/Perms<</DocMDP " + value + ">>"), {u"signatures"_s, u"annotations"_s}};
    }();
}

void addAnnotations()
{
    QTest::newRow("rich media") << annotated([](PdfMaker &maker) -> QByteArray {
        const QByteArray asset = ref(maker.addStream("SECRETXQ", "/Type/EmbeddedFile"));
        return "<</Type/Annot/Subtype/RichMedia/NM(SECRETXQ)/Rect[300 300 400 400]/RichMediaContent<</Assets<</Names[(SECRETXQ.swf)<</Type/Filespec/F(SECRETXQ)/EF<</F "
            + asset + ">>>>]>>/Configurations[<</Name(SECRETXQ)>>]>>>>";
    });
    QTest::newRow("screen, sound and 3D") << annotated([](PdfMaker &maker) -> QByteArray {
        const QByteArray data = ref(maker.addStream("SECRETXQ", "/Type/3D/Subtype/U3D"));
        const QByteArray media = ref(maker.addStream("SECRETXQ", "/Type/EmbeddedFile"));
        return "<</Type/Annot/Subtype/3D/Rect[300 300 400 400]/3DD " + data + ">><</Type/Annot/Subtype/Screen/T(SECRETXQ)/Rect[300 200 400 250]/A<</S/Rendition/R<</S/MR/N(SECRETXQ)"
               "/C<</S/MCD/D<</Type/Filespec/F(SECRETXQ)/EF<</F " + media + ">>>>>>>>>>>><</Type/Annot/Subtype/Sound/Rect[0 0 9 9]/Sound " + media + ">>";
    });
    QTest::newRow("popup and replies") << annotated([](PdfMaker &maker) -> QByteArray {
        const QByteArray note = ref(maker.add("<</Type/Annot/Subtype/Text/Rect[300 300 320 320]/Contents(SECRETXQ)/T(SECRETXQ)/RC(<p>SECRETXQ</p>)/NM(n1)>>"));
        const QByteArray popup = ref(maker.add("<</Type/Annot/Subtype/Popup/Rect[300 300 400 400]/Open true/Contents(SECRETXQ)/Parent " + note + ">>"));
        const QByteArray reply = ref(maker.add("<</Type/Annot/Subtype/Text/Rect[300 300 320 320]/RT/R/State(SECRETXQ)/StateModel(Review)"
                                               "/Contents<FEFF00530045004300520045005400580051>/IRT " + note + ">>"));
        return note + ' ' + popup + ' ' + reply;
    });
}

/// Bytes that no object holds, before the table, which stays right.
QByteArray beforeTable(QByteArray pdf, const QByteArray &added)
{
    const qsizetype table = pdf.indexOf("xref\n0");
    const qsizetype end = pdf.indexOf("startxref");
    pdf.truncate(end);
    return pdf.insert(table, added) + "startxref\n" + QByteArray::number(table + added.size()) + "\n%%EOF\n";
}

void addBytes()
{
    PdfMaker maker;
    maker.addPage(keep + shown);
    const QByteArray plain = maker.bytes("", "/ID[(SECRETXQ-1234567)<5345435245545851>]/Info<</Title(SECRETXQ)>>");
    QTest::newRow("identifiers") << LeakCase {plain, {u"info"_s}};
    QTest::newRow("behind the end") << LeakCase {plain + "SECRETXQ\n%%EOF\nSECRETXQ"};
    QTest::newRow("before the header") << LeakCase {"SECRETXQ\n" + plain};
    QTest::newRow("behind the table") << LeakCase {QByteArray(plain).insert(plain.indexOf("startxref"), "% SECRETXQ\n")};
    QTest::newRow("between objects") << LeakCase {beforeTable(plain, "SECRETXQ\n% SECRETXQ\n<5345435245545851>\n")};
    QByteArray inside = plain; // in the room of a comment within an object
    inside.replace("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Catalog/Pages 2 0 R>>%SECRETXQ");
    QTest::newRow("in an object, the table wrong") << LeakCase {inside};
}

/// Object 6, the page's content, as `table` has it and once more before or behind it.
QByteArray twice(bool first)
{
    PdfMaker maker;
    maker.addPage(keep + shown);
    const QByteArray plain = maker.bytes();
    const QByteArray other = "6 0 obj\n<</Length 60>>stream\n" + QByteArray("BT /F1 16 Tf 97 600 Td (SECRETXQ old) Tj ET").leftJustified(60) + "\nendstream\nendobj\n";
    if (!first) // behind all others: a reader that mends the table takes this one
        return beforeTable(plain, other);
    PdfMaker shifted; // an object of its own that holds the bytes, not yet known to the table
    shifted.addPage(keep + shown);
    shifted.add("null\nendobj\n" + other.chopped(7));
    return shifted.bytes();
}

/// A table for old readers in which `hidden` objects are free, and a stream for new ones that has them.
QByteArray hybrid(bool differ)
{
    PdfMaker maker;
    maker.addPage(keep + shown);
    const int extra = maker.addStream(keep + QByteArray(differ ? "BT /F1 16 Tf 97 600 Td (SECRETXQ) Tj ET" : ""));
    QByteArray file = maker.bytes("/Extra " + ref(extra));
    const qsizetype table = file.indexOf("xref\n0");
    file.truncate(table);
    const QByteArray atExtra = QByteArray::number(file.indexOf(QByteArray("\n" + QByteArray::number(extra) + " 0 obj")) + 1);
    const auto four = [](const QByteArray &number) {
        const quint32 value = number.toUInt();
        return QByteArray::fromHex(QByteArray::number(value, 16).rightJustified(8, '0'));
    };
    // The stream says that object 8 (and, where readers differ, object 6) is somewhere else than the table says.
    const QByteArray index = differ ? QByteArray("[6 1 8 1]") : QByteArray("[8 1]");
    QByteArray rows;
    if (differ)
        rows += '\1' + four(atExtra) + '\0';
    rows += '\1' + four(atExtra) + '\0';
    const qsizetype stream = file.size();
    file += "9 0 obj\n<</Type/XRef/Size 10/W[1 4 1]/Root 1 0 R/Index" + index + "/Length " + QByteArray::number(rows.size()) + ">>stream\n" + rows + "\nendstream\nendobj\n";
    const qsizetype start = file.size();
    file += "xref\n0 10\n0000000000 65535 f \n";
    for (int object = 1; object <= 9; ++object) {
        const QByteArray head = "\n" + QByteArray::number(object) + " 0 obj";
        const bool hidden = object == 8;
        file += hidden ? QByteArray("0000000000 00000 f \n") : QByteArray(QByteArray::number(file.indexOf(head) + 1).rightJustified(10, '0') + " 00000 n \n");
    }
    return file + "trailer<</Size 10/Root 1 0 R/XRefStm " + QByteArray::number(stream) + ">>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

QByteArray encrypted(const QByteArray &pdf, int method, const char *user)
{
    QPDF source;
    source.processMemoryFile("in", pdf.constData(), std::size_t(pdf.size()));
    QPDFWriter writer(source);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    const char *owner = "owner";
    if (method == 2)
        writer.setR2EncryptionParametersInsecure(user, owner, true, false, false, false);
    else if (method == 3)
        writer.setR3EncryptionParametersInsecure(user, owner, true, false, false, false, false, false, qpdf_r3p_none);
    else if (method == 4)
        writer.setR4EncryptionParametersInsecure(user, owner, true, false, false, false, false, false, qpdf_r3p_none, true, true);
    else
        writer.setR6EncryptionParameters(user, owner, true, false, false, false, false, false, qpdf_r3p_none, true);
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize())};
}

QString seen(const QByteArray &pdf)
{
    const auto poppler = PopplerDocument::open(pdf);
    return poppler ? (*poppler)->text(0).plain().simplified() : QString();
}

} // namespace

Q_DECLARE_METATYPE(LeakCase)

/// What leaks beside the text under the box: one class a row, each redacted as a user's file is, verifier and all.
class TestLeakClasses final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLeft_data()
    {
        QTest::addColumn<LeakCase>("given");
        addNames();
        addValues();
        addDocuments();
        addAnnotations();
        addBytes();
        QTest::newRow("glyph, name and meaning in a subset") << fontSubset(false);
        QTest::newRow("glyph and meaning in a composite subset") << fontSubset(true);
        QTest::newRow("object twice, the table has the last") << LeakCase {twice(true)};
        QTest::newRow("object twice, the table has the first") << LeakCase {twice(false)};
        QTest::newRow("hybrid") << LeakCase {hybrid(false)};
        LeakCase ascender = page(shown);
        ascender.mark = QRectF(98, 703, 84, 3);
        QTest::newRow("ascenders outside a tight box") << ascender;
        ascender.level = RedactionLevel::B;
        QTest::newRow("ascenders outside a tight box, B") << ascender;
        ascender.level = RedactionLevel::C;
        QTest::newRow("ascenders outside a tight box, C") << ascender;
        QTest::newRow("see-through box") << page(shown + "/A gs 0 g 90 690 100 30 re f", "/ExtGState<</A<</ca 0.6>>>>");
        QTest::newRow("multiplied box") << page(shown + "/A gs 0.2 g 90 690 100 30 re f", "/ExtGState<</A<</BM/Multiply/ca 0.9>>>>");
        QTest::newRow("highlighter over it") << annotated([](PdfMaker &maker) -> QByteArray {
            const QByteArray look = ref(maker.addStream("0 g /G gs 0 0 100 30 re f",
                "/Type/XObject/Subtype/Form/BBox[0 0 100 30]/Resources<</ExtGState<</G<</ca 0.5>>>>>>"));
            return "<</Type/Annot/Subtype/Highlight/F 4/Rect[90 690 190 720]/QuadPoints[90 720 190 720 90 690 190 690]/Contents(SECRETXQ)/AP<</N " + look + ">>>>";
        });
    }

    void nothingIsLeft()
    {
        QFETCH(LeakCase, given);
        QVERIFY2(PopplerDocument::open(given.pdf), "the input is no file");
        QVERIFY2(!LeakScan(given.pdf, secret).places().isEmpty(), "the input says nothing");
        const auto file = dwtest::redacted(given.pdf, {1, {}, {dwtest::markAt(0, given.mark, secret)}}, {given.level, false, {}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
        const LeakScan scan(file->pdf, secret);
        QVERIFY2(scan.places().isEmpty(), qPrintable(scan.places().join(u"; "_s)));
        const QString text = seen(file->pdf);
        QVERIFY2(text.contains(u"KEEP above"_s) && text.contains(u"KEEP below"_s), qPrintable(text));
        const QStringList reported = file->report.value("removed_parts"_L1).toVariant().toStringList();
        for (const QString &part : std::as_const(given.parts))
            QVERIFY2(reported.contains(part), qPrintable(reported.join(u' ')));
        const QJsonObject reasons = file->report.value("page_reasons"_L1).toObject();
        QVERIFY2(reasons.isEmpty(), qPrintable(reasons.value("1"_L1).toString()));
    }

    /// An encrypted file that opens without a password is written in the clear, and the report says that it was not:
    /// only who has the owner's password could lock it again as it was.
    void encryptedFilesAreWrittenInTheClear_data()
    {
        QTest::addColumn<int>("method");
        for (const int method : {2, 3, 4, 6})
            QTest::addRow("R%d", method) << method;
    }

    void encryptedFilesAreWrittenInTheClear()
    {
        QFETCH(int, method);
        PdfMaker maker;
        maker.addPage(keep + shown);
        const QByteArray plain = maker.bytes("/Lang(SECRETXQ)");
        const QByteArray locked = encrypted(plain, method, "");
        QVERIFY(!locked.contains("SECRETXQ"));
        const MarkSet marks {1, {}, {dwtest::markAt(0, place, secret)}};
        const auto file = dwtest::redacted(locked, marks);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
        QVERIFY(!file->pdf.contains("/Encrypt"));
        QVERIFY2(LeakScan(file->pdf, secret).places().isEmpty(), "leak");
        QCOMPARE(seen(file->pdf), u"KEEP above KEEP below"_s);
        QVERIFY(file->report.value("removed_parts"_L1).toArray().contains(u"encryption"_s));
        const auto refused = dwtest::redacted(encrypted(plain, method, "user"), marks);
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, u"pdf.password_needed"_s);
    }

    /// Two tables that say different things, so that readers see different documents: refused, or what both see is clean.
    void readersThatDisagree()
    {
        const QByteArray pdf = hybrid(true);
        QVERIFY(PopplerDocument::open(pdf));
        const auto file = dwtest::redacted(pdf, {1, {}, {dwtest::markAt(0, place, secret)}});
        if (file) {
            QVERIFY2(LeakScan(file->pdf, secret).places().isEmpty(), "leak");
            QVERIFY(seen(file->pdf).contains(u"KEEP"_s));
        } else {
            QCOMPARE(file.error().code, ErrorCode::VerificationFailed);
        }
    }

    /// An image whose samples are in another file: nobody knows what it shows.
    void imagesFromOutside()
    {
        PdfMaker maker;
        const QByteArray image = ref(maker.addStream("", "/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray"
                                                         "/F<</Type/Filespec/F(SECRETXQ.bin)>>/FDecodeParms null"));
        maker.addPage(keep + shown + "q 90 0 0 20 96 695 cm /I Do Q", {}, "/XObject<</I " + image + ">>");
        const auto file = dwtest::redacted(maker.bytes(), {1, {}, {dwtest::markAt(0, place, secret)}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
        QVERIFY2(LeakScan(file->pdf, secret).places().isEmpty(), "leak");
        QVERIFY(seen(file->pdf).contains(u"KEEP above"_s));
        QCOMPARE(file->report.value("page_reasons"_L1).toObject().value("1"_L1).toString(), u"external_stream"_s);
    }
};

DW_TEST(TestLeakClasses)
#include "tst_leakclasses.moc"
