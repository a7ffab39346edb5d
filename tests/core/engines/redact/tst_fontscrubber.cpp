// A page goes; what only it used of the fonts goes with it, and the page that stays looks as before to both engines.
#include "core/engines/redact/fontscrubber.h"

#include "core/engines/parse/glyphshapes.h"
#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/docsanitizer.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"
#include "tests/support/type1maker.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dwtest;

namespace {

/// What is left of a file of which only page `kept` is copied while something was cut from the others.
struct Scrubbed {
    QByteArray pdf;
    QList<FontScrubber::Outcome> outcomes;
    std::unique_ptr<PdfFile> file;

    Scrubbed(const QByteArray &source, int kept, bool scrub = true)
    {
        auto from = PdfFile::open(source);
        auto poppler = PopplerDocument::open(source);
        if (!from || !poppler)
            qFatal("the test's file is broken");
        QPDF target;
        target.emptyPDF();
        DocSanitizer sanitizer((*from)->qpdf(), target);
        const std::vector<QPDFObjectHandle> pages = (*from)->qpdf().getAllPages();
        for (const QPDFObjectHandle &page : pages)
            sanitizer.noteCut(page);
        target.addPage(target.makeIndirectObject(sanitizer.copyPage(pages.at(std::size_t(kept)), (*poppler)->pageInfo(kept))), false);
        if (scrub)
            outcomes = sanitizer.scrubFonts();
        pdf = PdfFile::write(target).value();
        file = PdfFile::open(pdf).value();
    }

    /// The first dictionary that has `key`, wherever it is.
    QPDFObjectHandle only(const std::string &key)
    {
        for (QPDFObjectHandle &object : file->qpdf().getAllObjects()) {
            if (QPDFObjectHandle found = within(object, key, 0); !found.isNull())
                return found;
        }
        return QPDFObjectHandle::newNull();
    }

    static QPDFObjectHandle within(QPDFObjectHandle object, const std::string &key, int depth)
    {
        if (object.isDictionary() && object.hasKey(key))
            return object;
        std::vector<QPDFObjectHandle> inner;
        if (object.isArray())
            inner = object.getArrayAsVector();
        else if (object.isDictionary())
            std::ranges::transform(object.getKeys(), std::back_inserter(inner), [&](const std::string &name) { return object.getKey(name); });
        for (QPDFObjectHandle &item : inner) {
            if (QPDFObjectHandle found = depth < 6 ? within(item, key, depth + 1) : QPDFObjectHandle::newNull(); !found.isNull())
                return found;
        }
        return QPDFObjectHandle::newNull();
    }

    std::string stream(const std::string &key)
    {
        QPDFObjectHandle holder = only(key);
        if (holder.isNull())
            return {};
        const std::shared_ptr<Buffer> data = holder.getKey(key).getStreamData(qpdf_dl_generalized);
        return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
    }
};

void compareLooks(const QByteArray &before, const QByteArray &after)
{
    auto poppler = PopplerDocument::open(before);
    auto popplerAfter = PopplerDocument::open(after);
    QVERIFY(poppler && popplerAfter);
    const QImage picture = (*poppler)->render(0, 100).value();
    QCOMPARE((*popplerAfter)->render(0, 100).value(), picture);
    QCOMPARE((*popplerAfter)->text(0).plain(), (*poppler)->text(0).plain());
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            dark += qGray(picture.pixel(x, y)) < 100 ? 1 : 0;
    }
    QVERIFY(dark > 50); // there is something to compare
    auto pdfium = PdfiumDocument::open(before);
    auto pdfiumAfter = PdfiumDocument::open(after);
    QVERIFY(pdfium && pdfiumAfter);
    QCOMPARE((*pdfiumAfter)->render(0, picture.size()), (*pdfium)->render(0, picture.size()));
    QCOMPARE((*pdfiumAfter)->text(0), (*pdfium)->text(0));
}

/// Page 1 shows "ABC" and `secret`, page 2 only "A". The font has codes 65 to 67; 67 is the glyph "hushhush".
QByteArray simpleFont(PdfMaker &maker, const QByteArray &program, const QByteArray &name = "ABCDEF+TestFont", const QByteArray &kind = "/FontFile3")
{
    const QByteArray map = QByteArray::number(maker.addStream(
        "1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <41> <0041> <42> <0042> <43> <5BC6> endbfchar"));
    return "<</Type/Font/Subtype/Type1/BaseFont/" + name + "/FirstChar 65/LastChar 67/Widths[600 611 633]/ToUnicode " + map
        + " 0 R/Encoding<</Type/Encoding/Differences[65/A/B/hushhush]>>/FontDescriptor<</Type/FontDescriptor/FontName/" + name
        + "/Flags 4/FontBBox[0 0 1000 1000]/Ascent 800/Descent -200/ItalicAngle 0/CapHeight 700/StemV 80" + kind + ' ' + program + " 0 R>>>>";
}

QByteArray twoPages(PdfMaker &maker, const QByteArray &font, const QByteArray &first, const QByteArray &second)
{
    const QByteArray number = QByteArray::number(maker.add(font));
    maker.addPage("BT /T 40 Tf 50 600 Td " + first + " Tj ET", "/Resources<</Font<</T " + number + " 0 R>>>>");
    maker.addPage("BT /T 40 Tf 50 600 Td " + second + " Tj ET", "/Resources<</Font<</T " + number + " 0 R>>>>");
    return maker.bytes();
}

fontmaker::Cff boxes()
{
    fontmaker::Cff font;
    font.glyphs = {QByteArray("\x0e"), fontmaker::type2Box(50, 400, 700), fontmaker::type2Box(60, 300, 500), fontmaker::type2Box(70, 200, 900)};
    font.charset = {34, 35, 391};
    font.strings = {"hushhush"};
    return font;
}

bool holds(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestFontScrubber final : public QObject
{
    Q_OBJECT

private slots:
    void simpleFontOfCff()
    {
        PdfMaker maker;
        const QByteArray program = QByteArray::number(maker.addStream(fontmaker::cff(boxes()), "/Subtype/Type1C"));
        const QByteArray pdf = twoPages(maker, simpleFont(maker, program), "(ABC)", "(A)");
        QVERIFY(holds(Scrubbed(pdf, 1, false).stream("/FontFile3"), "hushhush"));
        Scrubbed result(pdf, 1);
        QCOMPARE(result.outcomes.size(), 1);
        QCOMPARE(result.outcomes.first().font, u"TestFont"_s);
        QCOMPARE(result.outcomes.first().result, FontScrubber::Result::Scrubbed);
        QCOMPARE(result.outcomes.first().glyphs, 2);
        QPDFObjectHandle font = result.only("/Widths");
        QCOMPARE(font.getKey("/Widths").unparse(), std::string("[ 600 ]"));
        QCOMPARE(font.getKey("/FirstChar").getIntValue(), 65);
        QCOMPARE(font.getKey("/LastChar").getIntValue(), 65);
        QCOMPARE(font.getKey("/Encoding").getKey("/Differences").unparse(), std::string("[ 65 /A ]"));
        QVERIFY(holds(result.stream("/ToUnicode"), "<41> <0041>"));
        QVERIFY(!holds(result.stream("/ToUnicode"), "5BC6"));
        QVERIFY(!holds(result.stream("/FontFile3"), "hushhush"));
        compareLooks(Scrubbed(pdf, 1, false).pdf, result.pdf);
    }

    void simpleFontOfType1()
    {
        PdfMaker maker;
        fontmaker::Type1 font;
        font.glyphs = {{".notdef", fontmaker::type1Box(0, 1, 1)}, {"A", fontmaker::type1Box(50, 400, 700)}, {"B", fontmaker::type1Box(60, 300, 500)},
            {"hushhush", fontmaker::type1Box(70, 200, 900)}};
        font.encoding = {{65, "A"}, {66, "B"}, {67, "hushhush"}};
        const QByteArray bytes = fontmaker::type1(font);
        const QByteArray keys = "/Length1 " + QByteArray::number(font.clear) + "/Length2 " + QByteArray::number(font.encrypted) + "/Length3 525";
        const QByteArray program = QByteArray::number(maker.addStream(bytes, keys));
        const QByteArray pdf = twoPages(maker, simpleFont(maker, program, "ABCDEF+TestFont", "/FontFile"), "(ABC)", "(B)");
        Scrubbed result(pdf, 1);
        QCOMPARE(result.outcomes.first().result, FontScrubber::Result::Scrubbed);
        QCOMPARE(result.outcomes.first().glyphs, 2);
        QPDFObjectHandle stream = result.only("/FontFile").getKey("/FontFile");
        const std::string left = result.stream("/FontFile");
        QVERIFY(!holds(left, "hushhush"));
        const long long total = stream.getDict().getKey("/Length1").getIntValue() + stream.getDict().getKey("/Length2").getIntValue()
            + stream.getDict().getKey("/Length3").getIntValue();
        QCOMPARE(total, static_cast<long long>(left.size()));
        QVERIFY(GlyphShapes::open({left.begin(), left.end()})->glyphOfName("B"));
        QVERIFY(!GlyphShapes::open({left.begin(), left.end()})->glyphOfName("A"));
        compareLooks(Scrubbed(pdf, 1, false).pdf, result.pdf);
    }

    void compositeFontOfCidKeyedCff()
    {
        PdfMaker maker;
        fontmaker::Cff font = boxes();
        font.cid = true;
        font.charset = {500, 7, 900};
        const QByteArray program = QByteArray::number(maker.addStream(fontmaker::cff(font), "/Subtype/CIDFontType0C"));
        const QByteArray map = QByteArray::number(maker.addStream(
            "1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0007> <673A> <0384> <5BC6> endbfchar"));
        const QByteArray composite = "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+TestFont/Encoding/Identity-H/ToUnicode " + map
            + " 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/ABCDEF+TestFont/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
              "/Supplement 0>>/DW 1000/W[7[444] 500 500 555 900[999 998]]/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+TestFont/Flags 4"
              "/FontBBox[0 0 1000 1000]/Ascent 800/Descent -200/ItalicAngle 0/CapHeight 700/StemV 80/FontFile3 " + program + " 0 R>>>>]>>";
        const QByteArray pdf = twoPages(maker, composite, "<00070384>", "<000701f4>");
        Scrubbed result(pdf, 1);
        QCOMPARE(result.outcomes.first().result, FontScrubber::Result::Scrubbed);
        QCOMPARE(result.outcomes.first().glyphs, 1);
        QCOMPARE(result.only("/W").getKey("/W").unparse(), std::string("[ 7 [ 444 ] 500 [ 555 ] ]"));
        QVERIFY(holds(result.stream("/ToUnicode"), "673A"));
        QVERIFY(!holds(result.stream("/ToUnicode"), "5BC6"));
        compareLooks(Scrubbed(pdf, 1, false).pdf, result.pdf);
    }

    void trueTypeOfAnOrdinaryFile()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        QPainter painter(&writer);
        painter.setFont(QFont(u"DejaVu Sans"_s, 40));
        painter.drawText(50, 100, u"Zürich WQX"_s);
        writer.newPage();
        painter.drawText(50, 100, u"Zürich"_s);
        painter.end();
        const QByteArray pdf = buffer.data();
        Scrubbed plain(pdf, 1, false);
        Scrubbed result(pdf, 1);
        QVERIFY(holds(plain.stream("/ToUnicode"), "0051")); // Q
        QVERIFY(!holds(result.stream("/ToUnicode"), "0051"));
        QCOMPARE(result.outcomes.first().result, FontScrubber::Result::Scrubbed);
        QCOMPARE(result.outcomes.first().glyphs, 3); // W, Q and X
        compareLooks(plain.pdf, result.pdf);
    }

    void type3ProceduresGo()
    {
        PdfMaker maker;
        const QByteArray shown = QByteArray::number(maker.addStream("1000 0 d0 0 0 500 500 re f"));
        const QByteArray gone = QByteArray::number(maker.addStream("1000 0 d0 0 0 123 4567 re f"));
        const QByteArray font = "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65/LastChar 66/Widths[1000 990]"
                                "/Encoding<</Type/Encoding/Differences[65/shown/hushhush]>>/CharProcs<</shown " + shown + " 0 R/hushhush " + gone
            + " 0 R>>/Resources<<>>>>";
        const QByteArray pdf = twoPages(maker, font, "(AB)", "(A)");
        Scrubbed result(pdf, 1);
        QCOMPARE(result.outcomes.first().result, FontScrubber::Result::Scrubbed);
        QCOMPARE(result.only("/CharProcs").getKey("/CharProcs").getKeys(), std::set<std::string> {"/shown"});
        QCOMPARE(result.only("/CharProcs").getKey("/Widths").unparse(), std::string("[ 1000 ]"));
        for (QPDFObjectHandle &object : result.file->qpdf().getAllObjects()) {
            if (object.isStream()) {
                const std::shared_ptr<Buffer> data = object.getStreamData(qpdf_dl_generalized);
                QVERIFY(!QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize())).contains("4567"));
            }
        }
        compareLooks(Scrubbed(pdf, 1, false).pdf, result.pdf);
    }

    void embeddedEncodingsAreScrubbedOrSaid_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<FontScrubber::Result>("result");
        QTest::newRow("of its own") << QByteArray() << FontScrubber::Result::Scrubbed;
        QTest::newRow("on another") << QByteArray("/Identity-H usecmap ") << FontScrubber::Result::Kept;
    }

    void embeddedEncodingsAreScrubbedOrSaid()
    {
        QFETCH(QByteArray, start);
        QFETCH(FontScrubber::Result, result);
        PdfMaker maker;
        const QByteArray cmap = QByteArray::number(maker.addStream(
            "/CIDInit/ProcSet findresource begin begincmap " + start + "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            "2 begincidchar <0141> 34 <0142> 4567 endcidchar endcmap end", "/Type/CMap/CMapName/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"));
        const QByteArray font = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding " + cmap
            + " 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
              "/DW 1000>>]>>";
        const QByteArray pdf = twoPages(maker, font, "<01410142>", "<0141>");
        Scrubbed scrubbed(pdf, 1);
        QCOMPARE(scrubbed.outcomes.first().result, result);
        QCOMPARE(holds(scrubbed.stream("/Encoding"), "4567"), result == FontScrubber::Result::Kept);
    }

    void wholeFontsKeepTheirGlyphsAndLoseTheRest()
    {
        PdfMaker maker;
        fontmaker::Cff whole = boxes();
        for (int i = 0; i < 300; ++i) {
            whole.glyphs.append(fontmaker::type2Box(i, 100, 100));
            whole.charset.append(392 + i);
            whole.strings.append("glyph" + QByteArray::number(i));
        }
        const QByteArray bytes = fontmaker::cff(whole);
        const QByteArray program = QByteArray::number(maker.addStream(bytes, "/Subtype/Type1C"));
        const QByteArray pdf = twoPages(maker, simpleFont(maker, program, "TestFont"), "(ABC)", "(A)");
        Scrubbed result(pdf, 1);
        QCOMPARE(result.outcomes.first().result, FontScrubber::Result::WholeFont);
        QCOMPARE(result.stream("/FontFile3"), bytes.toStdString());
        QVERIFY(!holds(result.stream("/ToUnicode"), "5BC6"));
        PdfMaker other;
        const QByteArray subset = QByteArray::number(other.addStream(bytes, "/Subtype/Type1C"));
        Scrubbed said(twoPages(other, simpleFont(other, subset), "(ABC)", "(A)"), 1);
        QCOMPARE(said.outcomes.first().result, FontScrubber::Result::Scrubbed);
        QVERIFY(said.outcomes.first().glyphs > 300);
    }

    void fontsThatShareAProgramKeepWhatEitherShows()
    {
        PdfMaker maker;
        const QByteArray program = QByteArray::number(maker.addStream(fontmaker::cff(boxes()), "/Subtype/Type1C"));
        const QByteArray one = QByteArray::number(maker.add(simpleFont(maker, program)));
        const QByteArray two = QByteArray::number(maker.add(simpleFont(maker, program)));
        maker.addPage("BT /T 40 Tf 50 600 Td (C) Tj ET", "/Resources<</Font<</T " + one + " 0 R>>>>");
        maker.addPage("BT /T 40 Tf 50 600 Td (A) Tj /U 40 Tf (B) Tj ET", "/Resources<</Font<</T " + one + " 0 R/U " + two + " 0 R>>>>");
        const QByteArray pdf = maker.bytes();
        Scrubbed result(pdf, 1);
        QCOMPARE(result.outcomes.size(), 1);
        QCOMPARE(result.outcomes.first().glyphs, 1);
        compareLooks(Scrubbed(pdf, 1, false).pdf, result.pdf);
    }

    void brokenProgramsAreKeptAndSaid()
    {
        PdfMaker maker;
        const QByteArray program = QByteArray::number(maker.addStream(fontmaker::cff(boxes()).left(120), "/Subtype/Type1C"));
        const QByteArray pdf = twoPages(maker, simpleFont(maker, program), "(ABC)", "(A)");
        Scrubbed result(pdf, 1);
        QCOMPARE(result.outcomes.first().result, FontScrubber::Result::Kept);
        QCOMPARE(result.stream("/FontFile3"), fontmaker::cff(boxes()).left(120).toStdString());
    }

    void fontsOfOtherPagesStayAsTheyAre()
    {
        PdfMaker maker;
        const QByteArray program = QByteArray::number(maker.addStream(fontmaker::cff(boxes()), "/Subtype/Type1C"));
        const QByteArray pdf = twoPages(maker, simpleFont(maker, program), "(ABC)", "(A)");
        auto from = PdfFile::open(pdf).value();
        QPDF target;
        target.emptyPDF();
        DocSanitizer sanitizer(from->qpdf(), target);
        const auto poppler = PopplerDocument::open(pdf);
        target.addPage(target.makeIndirectObject(sanitizer.copyPage(from->qpdf().getAllPages().at(1), (*poppler)->pageInfo(1))), false);
        QVERIFY(sanitizer.scrubFonts().isEmpty());
    }
};

DW_TEST(TestFontScrubber)
#include "tst_fontscrubber.moc"
