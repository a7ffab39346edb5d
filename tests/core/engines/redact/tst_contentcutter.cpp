// One content stream interpreted and written again: well formed, and without what nobody sees.
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

namespace {

const std::string square = "5 5 9 9 re\nf\n";
const QRectF overAbc(99, 697, 20, 13); ///< Letters of Courier at 10 points, set at (100, 700).

} // namespace

class TestContentCutter final : public QObject
{
    Q_OBJECT

    QByteArray cut(const std::string &content) { return QByteArray::fromStdString(m_bench->cut(content)); }
    QByteArray cut(const std::string &content, const QRectF &area) { return QByteArray::fromStdString(m_bench->cut(content, area)); }

    std::unique_ptr<CutBench> m_bench;

private slots:
    void init() { m_bench = std::make_unique<CutBench>(); }

    void groupsAreBalanced()
    {
        QCOMPARE(cut("Q Q " + square), QByteArray::fromStdString(square));
        const QByteArray open = cut("q 1 w q 2 w " + square);
        QCOMPARE(open.count("q\n"), 2);
        QCOMPARE(open.count("Q\n"), 2);
        // One Q too many takes nothing back that was set outside of all groups.
        const QByteArray text = cut("/F1 10 Tf q Q Q BT 100 700 Td (ABCD) Tj ET", {118.5, 697, 5, 13});
        QVERIFY2(text.contains("[(ABC)]TJ"), text.constData());
        // A text object that is never closed.
        QVERIFY(cut("/F1 10 Tf BT 100 700 Td (A) Tj").endsWith("ET\n"));
    }

    void tooDeepGroupsAreRefused()
    {
        std::string deep;
        for (int i = 0; i < 600; ++i)
            deep += "q ";
        QCOMPARE(m_bench->refusal(deep + square), u"nested_too_deep"_s);
    }

    void unknownOperatorsGo()
    {
        QCOMPARE(cut("BX (SECRET) /Name 7 foo EX " + square + "(SECRET) bar"), QByteArray::fromStdString(square));
        QCOMPARE(cut("/Secret MP /Secret << /Text (SECRET) >> DP /P << /MCID 3 /Alt (SECRET) >> BDC " + square + "EMC EMC /A BMC"),
            QByteArray::fromStdString(square));
    }

    void stateOperatorsWithTooFewNumbersDoNothing()
    {
        // Taken for the unit matrix or for zeros they would move what follows.
        const QByteArray left = cut("/F1 10 Tf 1 0 0 cm w Tz BT 100 700 Td 5 Td (ABC) Tj ET", overAbc);
        QVERIFY2(!left.contains("(") && !left.contains("cm"), left.constData());
        QCOMPARE(m_bench->context().counts.value(0).glyphs, 3);
    }

    void matricesAddUp()
    {
        // 2 * 40 + 20 = 100, 2 * 340 + 20 = 700.
        const std::string content = "q 1 0 0 1 20 20 cm 2 0 0 2 0 0 cm /F1 5 Tf BT 40 340 Td (ABC) Tj ET Q " + square;
        QCOMPARE(cut(content, overAbc), QByteArray::fromStdString(square));
        QVERIFY(cut("q 1 0 0 1 20 20 cm Q /F1 10 Tf BT 100 700 Td (ABC) Tj ET " + square, overAbc).endsWith(square.c_str()));
        QCOMPARE(m_bench->context().counts.value(0).glyphs, 3); // Q took the matrix back
    }

    void layersThatAreOffGo()
    {
        QPDFObjectHandle off = m_bench->layer(false);
        QPDFObjectHandle on = m_bench->layer(true);
        m_bench->add("/Properties", "/Off", off);
        m_bench->add("/Properties", "/On", on);
        const std::string text = "/F1 10 Tf BT 50 500 Td (ABC) Tj ET 20 20 m 30 30 l S 0 0 90 90 re W n ";
        const QByteArray hidden = cut("/OC /Off BDC " + text + "EMC /OC /On BDC " + square + "EMC");
        QVERIFY2(!hidden.contains("(ABC)") && !hidden.contains("30 30 l"), hidden.constData());
        QVERIFY(hidden.contains("0 0 90 90 re\nW\nn")); // the clip holds for what comes after the layer
        QVERIFY(hidden.endsWith(square.c_str()));
        QCOMPARE(m_bench->context().hiddenGlyphs, 3);
        QVERIFY(cut("/OC /On BDC " + text + "EMC").contains("(ABC)"));
        // Inside one that is off nothing is shown, whatever is on in it.
        QVERIFY(!cut("/OC /Off BDC /OC /On BDC " + text + "EMC " + text + "EMC").contains("(ABC)"));
        QVERIFY(cut("/OC /Off BDC /A BMC EMC EMC " + text).contains("(ABC)"));
    }

    void layersThatCannotBeDecidedAreRefused()
    {
        m_bench->add("/Properties", "/Odd", QPDFObjectHandle::parse("<< /Type /OCMD /VE [/Not 7] >>"));
        QCOMPARE(m_bench->refusal("/OC /Odd BDC " + square + "EMC"), u"layer_undecided"_s);
        QCOMPARE(m_bench->refusal("/OC /Missing BDC " + square + "EMC"), u"layer_undecided"_s);
        QCOMPARE(m_bench->refusal("/P /Missing BDC " + square + "EMC"), QString());
    }

    void inlineImages()
    {
        const std::string image = "BI /W 4 /H 1 /CS /G /BPC 8 ID abcd EI ";
        const QByteArray kept = cut("q 80 0 0 80 100 600 cm " + image + "Q");
        QVERIFY2(kept.contains("BI /W 4 /H 1 /CS /G /BPC 8 ID abcd"), kept.constData());
        const QByteArray touched = cut("q 80 0 0 80 100 600 cm " + image + "Q", {100, 600, 20, 80});
        QVERIFY2(touched.contains("/Cut1 Do") && !touched.contains("abcd"), touched.constData());
        const std::string samples = CutBench::textOf(m_bench->left().getKey("/XObject").getKey("/Cut1"));
        QVERIFY(!CutBench::has(samples, "a") && CutBench::has(samples, "b") && CutBench::has(samples, "c"));
        QCOMPARE(m_bench->context().counts.value(0).images, 1);
        QVERIFY(!cut("q 80 0 0 80 500 600 cm " + image + "Q").contains("abcd")); // beside the page
    }

    void statesBringFontsAndDashes()
    {
        QPDFObjectHandle state = QPDFObjectHandle::parse("<< /LW 4 /D [[7 3] 1] >>");
        state.replaceKey("/Font", QPDFObjectHandle::newArray({m_bench->resources().getKey("/Font").getKey("/F1"), QPDFObjectHandle::newInteger(10)}));
        m_bench->add("/ExtGState", "/G", state);
        QCOMPARE(cut("/G gs BT 100 700 Td (ABC) Tj ET", overAbc), "/G gs\n"_ba);
        QCOMPARE(m_bench->context().counts.value(0).glyphs, 3);
        // A line two points over the area has its ink in it by its width; its dash is the state's again afterwards.
        const QByteArray line = cut("/G gs 10 51.5 m 300 51.5 l S", {100, 40, 50, 10});
        QVERIFY2(line.contains("[7 3 ] 1 d\n") && line.indexOf("/G gs") < line.indexOf(" d\n"), line.constData());
        QCOMPARE(m_bench->context().counts.value(0).paths, 1);
        QVERIFY(cut("/Missing gs " + square) == square.c_str());
    }

    void missingResources()
    {
        QCOMPARE(cut("/Missing Do " + square), QByteArray::fromStdString(square));
        QVERIFY(m_bench->context().changed);
        QCOMPARE(cut("/Missing sh " + square), QByteArray::fromStdString(square));
        QCOMPARE(m_bench->refusal("/Missing 10 Tf BT (ABC) Tj ET"), u"font_unknown"_s);
        QCOMPARE(m_bench->refusal("/Missing 10 Tf BT () Tj ET"), QString()); // shows nothing
    }

    void formsAreCopiedOnWrite()
    {
        QPDFObjectHandle form = m_bench->form("/F1 10 Tf BT 0 0 Td (ABC) Tj ET");
        m_bench->add("/XObject", "/X", form);
        const QByteArray left = cut("q 1 0 0 1 100 700 cm /X Do Q q 1 0 0 1 100 300 cm /X Do Q", {99, 697, 6, 13});
        QCOMPARE(left.count("/Cut1 Do"), 1);
        QCOMPARE(left.count("/X Do"), 1);
        QVERIFY(left.indexOf("/Cut1 Do") < left.indexOf("/X Do"));
        QVERIFY(CutBench::has(CutBench::textOf(form), "(ABC)"));
        const std::string own = CutBench::textOf(m_bench->left().getKey("/XObject").getKey("/Cut1"));
        QVERIFY(CutBench::has(own, "(BC)") && !CutBench::has(own, "A"));
        QVERIFY(!m_bench->resources().getKey("/XObject").hasKey("/Cut1"));
    }

    void formsInFormsAreCutThroughTheirMatrices()
    {
        QPDFObjectHandle inner = m_bench->form("/F1 5 Tf BT 0 0 Td (ABC) Tj ET", "/Matrix [2 0 0 2 0 0]");
        QPDFObjectHandle outer = m_bench->form("q 1 0 0 1 60 0 cm /I Do Q 0 g", "/Matrix [1 0 0 1 40 0] /Resources << /XObject << /I " + inner.unparse() + " >> >>");
        m_bench->add("/XObject", "/O", outer);
        QVERIFY(cut("q 1 0 0 1 0 700 cm /O Do Q", {99, 697, 6, 13}).contains("/Cut1 Do"));
        QPDFObjectHandle ownOuter = m_bench->left().getKey("/XObject").getKey("/Cut1");
        QPDFObjectHandle ownInner = ownOuter.getDict().getKey("/Resources").getKey("/XObject").getKey("/Cut1");
        QVERIFY(ownInner.isStream());
        QVERIFY(CutBench::has(CutBench::textOf(ownInner), "(BC)"));
        QCOMPARE(ownInner.getDict().getKey("/Matrix").unparse(), "[ 2 0 0 2 0 0 ]");
        QVERIFY(cut("q 1 0 0 1 0 700 cm /O Do Q", {50, 697, 40, 13}).contains("/O Do"));
    }

    void cyclesAreRefused()
    {
        QPDFObjectHandle form = m_bench->form("/Me Do", "/Resources << /XObject << >> >>");
        form.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/Me", form);
        m_bench->add("/XObject", "/X", form);
        QCOMPARE(m_bench->refusal("/X Do"), u"cycle"_s);
        // The same form twice in a row is none.
        m_bench->add("/XObject", "/Y", m_bench->form(square));
        QCOMPARE(cut("/Y Do /Y Do").count("/Y Do"), 2);
    }

    void softMasksAreCut()
    {
        QPDFObjectHandle group = m_bench->form("/F1 10 Tf BT 100 700 Td (ABC) Tj ET", "/Group << /S /Transparency >>");
        m_bench->add("/ExtGState", "/G", QPDFObjectHandle::parse(&m_bench->pdf(), "<< /SMask << /S /Luminosity /G " + group.unparse() + " >> >>"));
        QVERIFY(cut("/G gs " + square).contains("/G gs"));
        const QByteArray left = cut("/G gs " + square, overAbc);
        QVERIFY2(left.contains("/Cut1 gs") && !left.contains("/G gs"), left.constData());
        QPDFObjectHandle own = m_bench->left().getKey("/ExtGState").getKey("/Cut1").getKey("/SMask").getKey("/G");
        QVERIFY(!CutBench::has(CutBench::textOf(own), "ABC"));
        QVERIFY(own.getDict().hasKey("/Group"));
    }
};

DW_TEST(TestContentCutter)
#include "tst_contentcutter.moc"
