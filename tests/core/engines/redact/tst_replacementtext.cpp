// Replacement text stays only where it says what the letters say, and only what was proven here gets through.
#include "core/engines/redact/contentcleaner.h"
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

namespace {

const QRectF nowhere(390, 790, 1, 1);
const QRectF overA(100, 697, 5, 13);

} // namespace

class TestReplacementText final : public QObject
{
    Q_OBJECT

    std::string cut(const std::string &span, const QRectF &area = nowhere) { return m_bench.cut("/F1 10 Tf " + span, area); }

    std::string cleaned(const std::string &content, const std::string &tag)
    {
        QPDF target;
        target.emptyPDF();
        ObjectCopier copier(m_bench.pdf(), target);
        copier.keepSpans(tag);
        return ContentCleaner(copier, m_bench.resources(), m_bench.resources())
            .clean(ContentProgram::ofStream(m_bench.pdf().newStream("/F1 10 Tf BT " + content + " ET")));
    }

    CutBench m_bench;

private slots:
    void agreeing_data()
    {
        QTest::addColumn<QString>("actual");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("agree");
        QTest::addRow("same") << u"Alpha"_s << u"Alpha"_s << true;
        QTest::addRow("small capitals") << u"Alpha"_s << u"ALPHA"_s << true;
        QTest::addRow("spaces") << u"Al pha "_s << u"Alpha"_s << true;
        QTest::addRow("only a space") << u" "_s << u"-"_s << true;
        QTest::addRow("nothing") << QString() << u"x"_s << true;
        QTest::addRow("ligature") << u"office"_s << u"o\ufb03ce"_s << true;
        QTest::addRow("soft hyphen") << u"\u00ad"_s << u"-"_s << true;
        QTest::addRow("more") << u"Alpha Secret"_s << u"Alpha"_s << false;
        QTest::addRow("less") << u"Alp"_s << u"Alpha"_s << false;
        QTest::addRow("other") << u"Secret"_s << u"Alpha!"_s << false;
        QTest::addRow("other order") << u"ab"_s << u"ba"_s << false;
        QTest::addRow("for nothing") << u"Secret"_s << QString() << false;
        QTest::addRow("leader") << u". . . ."_s << u" . . . "_s << true;
        QTest::addRow("leader shown as a space") << u"."_s << u" "_s << true;
        QTest::addRow("leader of other marks") << u"- - -"_s << u". . ."_s << false;
        QTest::addRow("longer leader") << u".........."_s << u". ."_s << false;
        QTest::addRow("marks that differ") << u".-.."_s << u"...."_s << false;
        QTest::addRow("letters are no leader") << u"aaa"_s << u"a a"_s << false;
        QTest::addRow("digits") << u"2"_s << u"3"_s << false;
    }

    void agreeing()
    {
        QFETCH(QString, actual);
        QFETCH(QString, shown);
        QTEST(ReplacementText::agree(actual, shown), "agree");
    }

    void whatSaysTheSameStays()
    {
        const std::string kept = cut("/Span << /ActualText (Abc) >> BDC BT 100 700 Td (AB) Tj (C) Tj ET EMC");
        QVERIFY2(CutBench::has(kept, "/Proven << /ActualText"), kept.c_str());
        QVERIFY(kept.find("BDC") < kept.find("(AB)") && kept.find("(C)") < kept.find("EMC"));
        QVERIFY(!CutBench::has(kept, "/Span"));
        // Inside a text object that was open before.
        const std::string inside = cut("BT 100 700 Td (X) Tj /Span << /ActualText (Abc) >> BDC (ABC) Tj EMC (Y) Tj ET");
        QVERIFY(inside.find("(X)") < inside.find("BDC") && inside.find("BDC") < inside.find("(ABC)"));
    }

    void whatSaysMoreGoes()
    {
        QVERIFY(!CutBench::has(cut("/Span << /ActualText (ABC SECRET) >> BDC BT 100 700 Td (ABC) Tj ET EMC"), "BDC"));
        // Over nothing at all, over a picture, over hidden letters' neighbours.
        QVERIFY(!CutBench::has(cut("/Span << /ActualText (SECRET) >> BDC EMC BT 100 700 Td (ABC) Tj ET"), "BDC"));
        QVERIFY(!CutBench::has(cut("/Span << /ActualText (SECRET) >> BDC 0 0 9 9 re f EMC"), "BDC"));
        m_bench.add("/XObject", "/X", m_bench.form("BT ET"));
        QVERIFY(!CutBench::has(cut("/Span << /ActualText (ABC) >> BDC /X Do BT 100 700 Td (ABC) Tj ET EMC"), "BDC"));
    }

    void whatSpeaksOfARemovedLetterGoes()
    {
        const std::string left = cut("/Span << /ActualText (ABC) >> BDC BT 100 700 Td (ABC) Tj ET EMC", overA);
        QVERIFY2(CutBench::has(left, "(BC)") && !CutBench::has(left, "BDC"), left.c_str());
        // The run that follows is judged for itself.
        const std::string next = cut("/Span << /ActualText (ABC) >> BDC BT 100 700 Td (ABC) Tj ET EMC "
                                     "/Span << /ActualText (DEF) >> BDC BT 100 600 Td (DEF) Tj ET EMC",
            overA);
        QCOMPARE(CutBench::count(next, "BDC"), 1);
        QVERIFY(next.find("BDC") > next.find("(BC)"));
    }

    void linesSetAnewKeepIt()
    {
        const std::string line = "BT 100 700 Td (XY ) Tj /Span << /ActualText (Abc) >> BDC (ABC) Tj EMC ET";
        const std::string left = m_bench.cut("/F1 10 Tf " + line, QRectF(100, 697, 11, 13), RedactionLevel::B);
        QVERIFY2(CutBench::has(left, "/Proven << /ActualText") && CutBench::has(left, "Tm") && !CutBench::has(left, "XY"), left.c_str());
        QVERIFY(left.find("(ABC)") > left.find("BDC") && left.find("(ABC)") < left.find("EMC"));
        // Of a letter that is taken it says nothing there either.
        const std::string taken = m_bench.cut("/F1 10 Tf " + line, QRectF(118, 697, 5, 13), RedactionLevel::B);
        QVERIFY2(!CutBench::has(taken, "BDC"), taken.c_str());
    }

    void runsInRunsAreOne()
    {
        const std::string left = cut("/Span << /ActualText (ABC) >> BDC /Span << /ActualText (SECRET) >> BDC BT 100 700 Td (ABC) Tj ET EMC EMC");
        QCOMPARE(CutBench::count(left, "BDC"), 1);
        QCOMPARE(CutBench::count(left, "EMC"), 1);
        QVERIFY(!CutBench::has(left, "SECRET"));
    }

    /// A run that begins in a group and ends in the next one: its beginning is gone when the first group is.
    void runsThatCrossGroupsGo()
    {
        const std::string left = cut("q 1 w 1 0 0 1 0 0 cm /Span << /ActualText (ABC) >> BDC Q "
                                     "q 0.5 0 0 0.5 100 300 cm 0.5 0 0 1 0 0 cm BT 100 700 Td (ABC) Tj ET EMC Q");
        QVERIFY2(!CutBench::has(left, "BDC"), left.c_str());
        QVERIFY2(CutBench::has(left, "0.5 0 0 0.5 100 300 cm"), left.c_str());
    }

    void onlyTheProvenTagPasses()
    {
        const std::string text = " << /ActualText (SECRET) >> BDC (ABC) Tj EMC";
        QVERIFY(!CutBench::has(cleaned("/Proven123" + text, "/Proven456"), "SECRET"));
        QVERIFY(!CutBench::has(cleaned("/Span" + text, "/Proven456"), "SECRET"));
        QVERIFY(!CutBench::has(cleaned("/Span" + text, ""), "SECRET"));
        // The right one becomes an ordinary span and keeps nothing but its text.
        const std::string own = cleaned("/Proven456 << /ActualText (ABC) /Lang (secret) /MCID 7 >> BDC (ABC) Tj EMC", "/Proven456");
        QVERIFY2(CutBench::has(own, "/Span << /ActualText (ABC) >> BDC"), own.c_str());
        QVERIFY(!CutBench::has(own, "Lang") && !CutBench::has(own, "Proven"));
        QCOMPARE(CutBench::count(own, "EMC"), 1);
        // The ends of dropped runs are dropped, not those of kept ones.
        const std::string nested = cleaned("/P BMC /Proven456 << /ActualText (ABC) >> BDC /Q BMC (ABC) Tj EMC EMC EMC EMC", "/Proven456");
        QCOMPARE(CutBench::count(nested, "EMC"), 1);
        QVERIFY(nested.find("EMC") > nested.find("(ABC) Tj"));
    }

    /// A page that already carries the cutter's tag: its cutter judges it like any other.
    void theTagInTheSourceProvesNothing()
    {
        QVERIFY(!CutBench::has(cut("/Proven << /ActualText (SECRET) >> BDC BT 100 700 Td (ABC) Tj ET EMC"), "SECRET"));
    }
};

DW_TEST(TestReplacementText)
#include "tst_replacementtext.moc"
