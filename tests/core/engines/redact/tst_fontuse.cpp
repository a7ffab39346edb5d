#include "core/engines/redact/fontuse.h"

#include "core/engines/redact/pagefonts.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <qpdf/QPDF.hh>

using namespace dw;

namespace {

struct Page {
    QPDF pdf;
    QPDFObjectHandle resources;
    FontUse use;

    explicit Page(const std::string &text)
    {
        pdf.emptyPDF();
        resources = QPDFObjectHandle::parse("<< /Font << >> /ExtGState << >> >>");
        for (const char *name : {"/A", "/B"}) {
            const QPDFObjectHandle font = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
            resources.getKey("/Font").replaceKey(name, pdf.makeIndirectObject(font));
        }
        const QPDFObjectHandle wide = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");
        resources.getKey("/Font").replaceKey("/W", pdf.makeIndirectObject(wide));
        QPDFObjectHandle state = QPDFObjectHandle::parse("<< /Font [ null 10 ] >>");
        state.getKey("/Font").setArrayItem(0, font("/B"));
        resources.getKey("/ExtGState").replaceKey("/G", state);
        FontUseTracker tracker(use);
        const ContentProgram program = ContentProgram::ofStream(pdf.newStream(text));
        for (const Operation &operation : program.operations())
            tracker.operation(operation, resources);
    }

    QPDFObjectHandle font(const std::string &name) { return resources.getKey("/Font").getKey(name); }

    FontUse::Entry entry(const std::string &name)
    {
        for (FontUse::Entry &entry : use.entries({font(name)})) {
            if (entry.font.getObjGen() == font(name).getObjGen())
                return entry;
        }
        return {};
    }

    std::string bytes(const std::string &name)
    {
        std::string result;
        const FontUse::Entry found = entry(name);
        for (unsigned byte = 0; byte < 256; ++byte) {
            if (found.bytes.test(byte))
                result += char(byte);
        }
        return result;
    }
};

} // namespace

class TestFontUse final : public QObject
{
    Q_OBJECT

private slots:
    void everyOperatorThatShowsTextCounts()
    {
        Page page("BT /A 1 Tf (ab) Tj [(c) -20 (d)] TJ (e) ' 1 2 (f) \" /B 1 Tf <67> Tj ET");
        QCOMPARE(page.bytes("/A"), std::string("abcdef"));
        QCOMPARE(page.bytes("/B"), std::string("g"));
        QCOMPARE(page.bytes("/W"), std::string());
    }

    void fontsAreSavedAndRestored()
    {
        Page page("/A 1 Tf q /B 1 Tf (x) Tj q (y) Tj Q Q (z) Tj Q Q (u) Tj /G gs (v) Tj");
        QCOMPARE(page.bytes("/A"), std::string("uz"));
        QCOMPARE(page.bytes("/B"), std::string("vxy"));
    }

    void textWithoutAFontCountsForEveryFont()
    {
        Page page("(q) Tj /A 1 Tf (r) Tj /Missing 1 Tf (s) Tj");
        QCOMPARE(page.bytes("/A"), std::string("qrs"));
        QCOMPARE(page.bytes("/B"), std::string("qs"));
        QVERIFY(!page.entry("/B").unclear);
    }

    void codesOfTwoBytes()
    {
        Page page("/W 1 Tf <004100420041> Tj");
        const FontUse::Entry entry = page.entry("/W");
        QCOMPARE(std::count(entry.pairs.begin(), entry.pairs.end(), true), 2);
        QVERIFY(entry.pairs[0x41] && entry.pairs[0x42]);
        QVERIFY(!entry.unclear);
        Page half("/W 1 Tf <0041ff> Tj");
        QVERIFY(half.entry("/W").unclear);
    }

    void fontsOfAPageAreFoundWhereverTheyAre()
    {
        QPDF pdf;
        pdf.emptyPDF();
        const auto font = [&](const char *name) {
            return pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /" + std::string(name) + " >>"));
        };
        const auto resources = [&](const char *name) {
            QPDFObjectHandle result = QPDFObjectHandle::parse("<< /Font << >> >>");
            result.getKey("/Font").replaceKey("/F", font(name));
            return result;
        };
        const auto stream = [&](QPDFObjectHandle own) {
            QPDFObjectHandle result = pdf.newStream(std::string());
            result.getDict().replaceKey("/Resources", own);
            return result;
        };
        QPDFObjectHandle form = stream(resources("Form"));
        form.getDict().getKey("/Resources").replaceKey("/XObject", QPDFObjectHandle::parse("<< >>"));
        form.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/Self", form); // a circle
        QPDFObjectHandle all = resources("Page");
        QPDFObjectHandle type3 = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type3 >>");
        type3.replaceKey("/Resources", resources("Glyph"));
        all.getKey("/Font").replaceKey("/T", pdf.makeIndirectObject(type3));
        all.replaceKey("/XObject", QPDFObjectHandle::parse("<< >>"));
        all.getKey("/XObject").replaceKey("/X", form);
        all.replaceKey("/Pattern", QPDFObjectHandle::parse("<< >>"));
        all.getKey("/Pattern").replaceKey("/P", stream(resources("Pattern")));
        all.replaceKey("/ExtGState", QPDFObjectHandle::parse("<< /S << /SMask << >> >> /T << >> >>"));
        all.getKey("/ExtGState").getKey("/S").getKey("/SMask").replaceKey("/G", stream(resources("Mask")));
        all.getKey("/ExtGState").getKey("/T").replaceKey("/Font", QPDFObjectHandle::newArray({font("State"), QPDFObjectHandle::newInteger(1)}));
        QPDFObjectHandle parent = QPDFObjectHandle::parse("<< /Type /Pages >>");
        parent.replaceKey("/Resources", all);
        QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page >>");
        page.replaceKey("/Parent", pdf.makeIndirectObject(parent));

        PageFonts fonts;
        fonts.addPage(page);
        fonts.addPage(page);
        std::multiset<std::string> names;
        for (QPDFObjectHandle found : fonts.fonts())
            names.insert(found.hasKey("/BaseFont") ? found.getKey("/BaseFont").getName() : "type3");
        QCOMPARE(names, (std::multiset<std::string> {"/Page", "/Form", "/Pattern", "/Mask", "/State", "/Glyph", "type3"}));
    }
};

DW_TEST(TestFontUse)
#include "tst_fontuse.moc"
