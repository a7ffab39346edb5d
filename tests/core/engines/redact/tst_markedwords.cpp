// A text that lies across a mark is told from the word that the mark was made for.
#include "core/engines/redact/markedwords.h"
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

class TestMarkedWords final : public QObject
{
    Q_OBJECT

    static bool isOther(const QString &word, const QStringList &glyphs)
    {
        const CutAreas areas({{{0, 0, 10, 10}, 0, RedactionLevel::A, word}});
        MarkedWords words(areas);
        for (const QString &glyph : glyphs)
            words.add(0, glyph);
        return words.isOther(0);
    }

private slots:
    void theWordAndItsPartsAreMeant()
    {
        QVERIFY(!isOther(u"offer"_s, {u"o"_s, u"ff"_s, u"e"_s, u"r"_s}));
        QVERIFY(!isOther(u"offer"_s, {u"\uFB00"_s, u"e"_s})); // a ligature, cut at both ends
        QVERIFY(!isOther(u"two words"_s, {u"o"_s, u" "_s, u"w"_s, u"o"_s}));
        QVERIFY(!isOther(u"offer"_s, {u"("_s, u"o"_s, u"f"_s, u"f"_s, u"e"_s, u"r"_s, u")"_s}));
    }

    void anotherTextIsNot()
    {
        QVERIFY(isOther(u"offer"_s, {u"s"_s, u"t"_s, u"a"_s, u"m"_s, u"p"_s}));
        QVERIFY(isOther(u"jeopardize"_s, {u"P"_s, u"a"_s})); // of a heading
        QVERIFY(isOther(u"\u5408\u540c"_s, {u"\u7532"_s, u"\u65b9"_s}));
    }

    void whatSaysNothingIsMeant()
    {
        QVERIFY(!isOther(u"offer"_s, {})); // no middle lies in the mark
        QVERIFY(!isOther(u"offer"_s, {u"s"_s, QString(), u"t"_s})); // a font that does not say what it shows
        QVERIFY(!isOther(u"offer"_s, {u" "_s}));
        QVERIFY(!isOther({}, {u"s"_s, u"t"_s})); // a mark for whatever is there
    }

    void aStampKeepsTheLettersBesideAMark()
    {
        // Courier, 6 points a letter: the word from 112 to 136, and across it a larger text that begins a little before.
        const std::string content = "BT /F1 10 Tf 1 0 0 1 100 700 Tm (A WORD B) Tj /F1 14 Tf 1 0 0 1 88.4 702 Tm (ABCDEFGHI) Tj ET";
        // Its letters are 8.4 wide: C goes from 105.2 to 113.6, F from 130.4 to 138.8 and G from there.
        const CutArea area {{112, 697, 24, 12}, 0, RedactionLevel::A, u"WORD"_s};
        CutBench bench;
        const std::string cut = bench.cut(content, QList<CutArea> {area});
        QVERIFY2(CutBench::has(cut, "(ABC)") && CutBench::has(cut, "(GHI)") && !CutBench::has(cut, "D"), cut.c_str());
        QVERIFY(bench.context().reach.value(0).right() < 140);
        // Of a mark for whatever is there, or a text that may be the word, they go.
        for (const QString &word : {QString(), u"DEF"_s}) {
            CutArea plain = area;
            plain.word = word;
            const std::string all = bench.cut(content, QList<CutArea> {plain});
            QVERIFY2(CutBench::has(all, "(AB)") && !CutBench::has(all, "C"), all.c_str());
        }
    }
};

DW_TEST(TestMarkedWords)
#include "tst_markedwords.moc"
