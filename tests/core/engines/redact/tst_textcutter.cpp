// Text with letters taken out: the rest stands where it stood, and nothing tells how the removed part was set.
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

namespace {

/// The letters `first` to `last` of Courier at 10 points that begins at (100, y).
QRectF letters(int first, int last, double y = 700)
{
    return {100 + 6.0 * first + 0.5, y - 3, 6.0 * (last - first + 1) - 1, 13};
}

} // namespace

class TestTextCutter final : public QObject
{
    Q_OBJECT

    QByteArray cut(const std::string &content, const QRectF &area) { return QByteArray::fromStdString(m_bench.cut(content, area)); }

    /// Cuts, and compares where a reader sees the words that shall be left.
    void compareKept(const std::string &content, const QRectF &area, const QStringList &removed, int kept)
    {
        QMap<QString, QRectF> expected = m_bench.places(content);
        for (const QString &word : removed)
            QVERIFY2(expected.remove(word) == 1, qPrintable(word));
        QCOMPARE(expected.size(), kept);
        const std::string answer = m_bench.cut(content, area);
        const QMap<QString, QRectF> seen = m_bench.places(answer);
        QCOMPARE(seen.keys(), expected.keys());
        for (auto word = expected.begin(); word != expected.end(); ++word) {
            const QRectF place = seen.value(word.key());
            QVERIFY2((place.topLeft() - word->topLeft()).manhattanLength() < 0.01 && std::abs(place.width() - word->width()) < 0.01,
                answer.c_str());
        }
    }

    CutBench m_bench;

private slots:
    void untouchedTextKeepsItsOperators()
    {
        const std::string content = "0.5 Tc\n/F1 10 Tf\nBT\n14 TL\n1 0 0 1 100 700 Tm\n[(Al)-12.5(pha)]TJ\nT*\n(Beta) Tj\n3 -20 TD\n(Gamma) Tj\nET\n";
        QCOMPARE(QByteArray::fromStdString(m_bench.cut(content)).replace(" ]", "]").replace("[ ", "["),
            "0.5 Tc\n/F1 10 Tf\nBT\n14 TL\n1 0 0 1 100 700 Tm\n[(Al) -12.5 (pha)] TJ\nT*\n(Beta) Tj\n3 -20 TD\n(Gamma) Tj\nET\n"_ba);
        QVERIFY(!m_bench.context().changed);
    }

    void aGapIsOneNumber()
    {
        QCOMPARE(cut("/F1 10 Tf BT 100 700 Td (ABCDEF) Tj ET", letters(2, 3)), "/F1 10 Tf\nBT\n100 700 Td\n[(AB)-1200(EF)]TJ\nET\n"_ba);
        QCOMPARE(m_bench.context().counts.value(0).glyphs, 2);
        // The kerning within and around it is in that number; that of other letters stays.
        QCOMPARE(cut("/F1 10 Tf BT 100 700 Td [(AB) -10 (C) 20 (D) 30 (E) -70 (F)] TJ ET", letters(2, 3)),
            "/F1 10 Tf\nBT\n100 700 Td\n[(AB)-1160(E)-70(F)]TJ\nET\n"_ba);
        // At the beginning and at the end.
        QCOMPARE(cut("/F1 10 Tf BT 100 700 Td (ABCDEF) Tj ET", letters(0, 3)), "/F1 10 Tf\nBT\n100 700 Td\n[-2400(EF)]TJ\nET\n"_ba);
        QCOMPARE(cut("/F1 10 Tf BT 100 700 Td (ABCDEF) Tj ET", letters(2, 5)), "/F1 10 Tf\nBT\n100 700 Td\n[(AB)]TJ\nET\n"_ba);
    }

    void howRemovedLettersWereSetIsGone()
    {
        // The same word in one string, as a string for each letter, with a step for each letter, in pairs.
        const QRectF area = letters(2, 5);
        const QByteArray whole = cut("/F1 10 Tf BT 100 700 Td (AB) Tj 12 0 Td (CDEF) Tj 24 0 Td (GH) Tj ET", area);
        QVERIFY(whole.contains("(AB)") && whole.contains("(GH)"));
        QCOMPARE(cut("/F1 10 Tf BT 100 700 Td (AB) Tj 12 0 Td (C) Tj 6 0 Td (D) Tj 6 0 Td (E) Tj 6 0 Td (F) Tj 6 0 Td (GH) Tj ET", area), whole);
        QCOMPARE(cut("/F1 10 Tf BT 100 700 Td (AB) Tj 12 0 Td (CD) Tj 12 0 Td [(E) 0 (F)] TJ 12 0 Td (GH) Tj ET", area), whole);
        const QByteArray matrices = cut("/F1 10 Tf BT 1 0 0 1 100 700 Tm (AB) Tj 1 0 0 1 112 700 Tm (CDEF) Tj 1 0 0 1 136 700 Tm (GH) Tj ET", area);
        QCOMPARE(cut("/F1 10 Tf BT 1 0 0 1 100 700 Tm (AB) Tj 1 0 0 1 112 700 Tm (C) Tj 1 0 0 1 118 700 Tm (D) Tj "
                     "1 0 0 1 124 700 Tm (EF) Tj 1 0 0 1 136 700 Tm (GH) Tj ET",
                     area),
            matrices);
        QVERIFY(!matrices.contains("112 ") && !matrices.contains("118 "));
        // A text object for each letter, in groups or not.
        QCOMPARE(cut("/F1 10 Tf BT 112 700 Td (C) Tj ET BT 118 700 Td (D) Tj ET q BT 124 700 Td (EF) Tj ET Q", area), "/F1 10 Tf\n"_ba);
    }

    void linesKeepTheirDistance()
    {
        // The first line goes, and with it the operator whose leading the others use.
        compareKept("/F1 10 Tf BT 14 TL 100 700 Td (ABC) Tj T* (DEF) Tj 0 -20 TD (GHI) Tj T* (JKL) Tj 30 TL T* (MNO) Tj ET", letters(0, 2),
            {u"ABC"_s}, 4);
        // Set by TD, under an area.
        compareKept("/F1 10 Tf BT 100 714 Td (XYZ) Tj 0 -14 TD (ABC) Tj T* (DEF) Tj ET BT 100 500 Td (GHI) Tj T* (JKL) Tj ET", letters(0, 2),
            {u"ABC"_s}, 4);
        // Text objects from which all goes still set the leading.
        compareKept("/F1 10 Tf BT 100 700 Td 17 TL (ABC) Tj ET BT 100 500 Td (GHI) Tj T* (JKL) Tj ET", letters(0, 2), {u"ABC"_s}, 2);
    }

    void quotesKeepTheirSideEffects()
    {
        compareKept("/F1 10 Tf BT 14 TL 100 714 Td (ABC) ' (DEF) ' (GHI) ' ET", letters(0, 2), {u"ABC"_s}, 2);
        // Word and letter spacing stay set for what follows.
        compareKept("/F1 10 Tf BT 14 TL 100 714 Td 4 2 (ABC) \" (DE FG) ' (HI) Tj ET", letters(0, 3), {u"ABC"_s}, 2);
        compareKept("/F1 10 Tf BT 14 TL 100 714 Td 4 2 (ABC DEF) \" (GHI) ' ET", {100.5, 697, 22, 13}, {u"ABC"_s}, 2);
    }

    void spacingCounts()
    {
        // A letter is (6 + 2) / 2 = 4 points wide, a space 6.5: the gap of 8 points is 1600 thousandths of 5 points.
        QVERIFY(cut("/F1 10 Tf 50 Tz 2 Tc 5 Tw BT 100 700 Td (AB CD EF) Tj ET", {114.8, 700, 7.4, 10}).endsWith("[(AB )-1600( EF)]TJ\nET\n"));
        // Risen by ten points.
        const std::string risen = "/F1 10 Tf BT 10 Ts 100 700 Td (ABC) Tj ET";
        QVERIFY(cut(risen, {100, 711, 18, 6}).count("(ABC)") == 0);
        QVERIFY(cut(risen, {100, 698, 18, 6}).contains("(ABC) Tj"));
        // Word spacing is for the one byte 32 only.
        compareKept("/C 10 Tf 30 Tw BT 100 700 Td <4E0000204E8C00204E09> Tj ET", {119.5, 697, 11, 13}, {u"二"_s}, 2);
    }

    void kernsBeforeVerticalTextGoDown()
    {
        // The first operator of the font moves before any letter says that it is vertical: down by 50 points.
        const std::string content = "/V 10 Tf BT 100 700 Td [5000] TJ <4E004E8C4E09> Tj ET";
        const QByteArray left = cut(content, {94, 641, 12, 8}); // the first one, from 650 down
        QVERIFY2(left.contains("Tj") || left.contains("TJ"), left.constData());
        QCOMPARE(m_bench.context().counts.value(0).glyphs, 1);
        QVERIFY(!left.contains(QByteArray::fromStdString(QPDFObjectHandle::newString("\x4e\x00\x4e\x8c\x4e\x09").unparse())));
        cut(content, {144, 685, 12, 20}); // where it would be if it ran to the right
        QCOMPARE(m_bench.context().counts.value(0).glyphs, 0);
    }

    void verticalGapsAreOneNumber()
    {
        const QByteArray left = cut("/V 10 Tf BT 100 700 Td <4E004E8C4E09> Tj ET", {94, 681, 12, 8});
        QVERIFY2(left.contains("1000"), left.constData());
        QCOMPARE(m_bench.context().counts.value(0).glyphs, 1);
    }

    void aClipOfNoLettersLetsNothingThrough()
    {
        const std::string clip = "q /F1 10 Tf BT 7 Tr 100 700 Td (ABC) Tj ET 0 0 400 800 re f Q";
        const QByteArray none = cut(clip, letters(0, 2));
        QVERIFY2(none.contains("0 0 0 0 re W n") && none.indexOf("0 0 0 0 re W n") < none.indexOf("re\nf"), none.constData());
        const QByteArray some = cut(clip, letters(0, 1));
        QVERIFY(!some.contains("W n") && some.contains("(C)"));
        // Letters that are only painted clip nothing.
        QVERIFY(!cut("q /F1 10 Tf BT 100 700 Td (ABC) Tj ET 0 0 400 800 re f Q", letters(0, 2)).contains("W n"));
    }

    void textOffThePageGoes()
    {
        QVERIFY(!cut("/F1 10 Tf BT -60 600 Td (OFFSIDE) Tj ET BT 100 900 Td (ABOVE) Tj ET", letters(0, 1)).contains("("));
        QCOMPARE(m_bench.context().hiddenGlyphs, 12);
        // A word that the edge cuts through stays whole, its neighbour out there goes.
        const QByteArray left = cut("/F1 10 Tf BT -60 600 Td (OFFSIDE EDGE) Tj ET", letters(0, 1));
        QVERIFY2(left.contains("EDGE)") && !left.contains("OFF"), left.constData());
    }

    void aMarkAtTheEdgeOfThePageTakesTheWholeWord()
    {
        // The fourth letter lies mostly off the page, but what is seen of it is marked; the fifth nobody sees.
        const QByteArray left = cut("/F1 10 Tf BT 380 600 Td (EDGES) Tj ET BT 100 500 Td (KEPT) Tj ET", QRectF(370, 590, 30, 20));
        QVERIFY2(left.contains("(KEPT)") && !left.contains("S)"), left.constData());
        // A mark over the first letter leaves what is seen of the others.
        QVERIFY(cut("/F1 10 Tf BT 380 600 Td (EDGES) Tj ET", QRectF(379, 590, 6.5, 20)).contains("(DGE)"));
    }

    void lettersWithoutSizeGo()
    {
        QVERIFY(!cut("BT /F1 0 Tf 100 600 Td (SECRET) Tj 1 0 0 0 100 500 Tm /F1 10 Tf (SECRET) Tj ET", letters(0, 1)).contains("("));
    }

    void textOutsideATextObjectIsRefused()
    {
        QCOMPARE(m_bench.refusal("/F1 10 Tf (ABC) Tj"), u"text_outside_object"_s);
        QCOMPARE(m_bench.refusal("/F1 10 Tf BT ET (ABC) Tj"), u"text_outside_object"_s);
    }

    void groupsWithNothingLeftAreGone()
    {
        const std::string paint = "1 0 0 RG\n5 5 m\n9 9 l\nS\n";
        QCOMPARE(cut("q 1 0 0 1 100 700 cm /F1 10 Tf BT 0 0 Td (ABC) Tj ET Q " + paint, letters(0, 2)), QByteArray::fromStdString(paint));
        // Nor a clip around it: it would show where the word was.
        QCOMPARE(cut("q 99 690 20 30 re W n /F1 10 Tf BT 14 TL 100 714 Td 1 1 (ABC) \" ET Q " + paint, letters(0, 2)), QByteArray::fromStdString(paint));
        QVERIFY(cut("q 1 0 0 1 100 700 cm /F1 10 Tf BT 0 0 Td (ABC) Tj ET 5 50 1 1 re f Q", letters(0, 2)).contains(" cm\n"));
    }
};

DW_TEST(TestTextCutter)
#include "tst_textcutter.moc"
