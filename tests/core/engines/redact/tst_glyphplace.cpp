// What of a line of text an area takes: the letters that are meant, not those beside, above or below.
#include "core/engines/redact/glyphplace.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

namespace {

class Face final : public FontFace
{
public:
    explicit Face(bool vertical = false, bool type3 = false)
        : m_vertical(vertical)
        , m_type3(type3)
    {
    }

    bool isVertical() const override { return m_vertical; }
    bool isType3() const override { return m_type3; }
    double ascent() const override { return 0.9; }
    double descent() const override { return -0.2; }
    std::vector<Glyph> decode(std::string_view) const override { return {}; }

private:
    bool m_vertical;
    bool m_type3;
};

/// 0.6 em wide; ink from the baseline to the height of a capital.
Glyph letter(const QRectF &ink = {0.05, 0, 0.5, 0.7})
{
    Glyph glyph;
    glyph.advance = 0.6;
    glyph.ink = ink;
    return glyph;
}

constexpr double size = 10;

/// Of a letter at (100, 700), 10 points high.
bool takes(const QRectF &rect, const Glyph &glyph = letter(), bool word = false, const Face &face = Face(),
    const QTransform &toUser = QTransform(size, 0, 0, size, 100, 700))
{
    CutArea area;
    area.rect = rect;
    area.word = word ? QStringLiteral("word") : QString();
    return GlyphPlace(glyph, face, toUser).takenBy(CutAreas({area})) == 0;
}

} // namespace

class TestGlyphPlace final : public QObject
{
    Q_OBJECT

private slots:
    void theMiddleDecides()
    {
        QVERIFY(takes({102.9, 702.9, 0.2, 0.2})); // a point in it is enough
        QVERIFY(takes({90, 690, 13.1, 20})); // up to just behind the middle
        QVERIFY(!takes({80, 690, 20, 20})); // all of the neighbour before
        QVERIFY(!takes({106, 690, 20, 20})); // and of the one behind
    }

    void inkOverTheEdgeOfANeighbourIsAllowed()
    {
        // The ink goes from 100.5 to 105.5: a twentieth of it is 0.25.
        QVERIFY(!takes({80, 690, 20.7, 20}));
        QVERIFY(takes({80, 690, 20.8, 20}));
        QVERIFY(!takes({105.3, 690, 20, 20}));
        QVERIFY(takes({105.2, 690, 20, 20}));
    }

    void allOfSmallInkIsTaken()
    {
        const Glyph dot = letter({0.05, 0, 0.1, 0.1}); // the ink of a full stop, far from the middle
        QVERIFY(takes({100, 699, 2, 2.5}, dot));
        QVERIFY(!takes({100, 701.5, 2, 1}, dot));
    }

    void linesAboveAndBelowStay()
    {
        // From below the area reaches a tenth into the letter, from above too: boxes of tight lines do that.
        QVERIFY(!takes({90, 680, 30, 21}));
        QVERIFY(!takes({90, 706, 30, 20}));
        // A third of the letter is a letter that is meant ...
        QVERIFY(takes({90, 680, 30, 22.4}));
        QVERIFY(takes({90, 704.6, 30, 20}));
        // ... but not where the area was made for a word of another line.
        QVERIFY(!takes({90, 680, 30, 22.4}, letter(), true));
        QVERIFY(!takes({90, 704.6, 30, 20}, letter(), true));
        QVERIFY(takes({90, 698, 30, 6}, letter(), true));
    }

    void thinAreasTakeWhatTheyCross()
    {
        // A mark half a point high, as drawn over a rule: it crosses the letter below its middle.
        QVERIFY(takes({90, 701, 30, 0.5}));
        QVERIFY(takes({90, 701, 30, 0.5}, letter(), true));
    }

    void spacesAreTakenByTheirMiddle()
    {
        const Glyph space = letter({});
        QVERIFY(takes({90, 700, 20, 10}, space));
        QVERIFY(!takes({90, 700, 12.9, 10}, space));
        QVERIFY(GlyphPlace(space, Face(), {}).ink().isNull());
        QCOMPARE(GlyphPlace(space, Face(), QTransform(size, 0, 0, size, 100, 700)).bounds(), QRectF(100, 698, 6, 11));
    }

    void verticalWritingGoesDown()
    {
        const Face face(true);
        Glyph glyph;
        glyph.advance = -1;
        glyph.ink = {-0.45, -0.95, 0.9, 0.9};
        // The cell is 10 x 10 below (100, 700), centred on it.
        QVERIFY(takes({99, 694, 2, 2}, glyph, false, face));
        QVERIFY(!takes({90, 700, 20, 10}, glyph, false, face)); // the cell above
        QVERIFY(!takes({90, 680, 20, 10}, glyph, false, face)); // the cell below
        QVERIFY(!takes({105, 680, 10, 30}, glyph, false, face)); // the next column
        QVERIFY(!takes({103, 680, 10, 30}, glyph, true, face)); // reaching a little into this one
        QVERIFY(takes({102, 680, 10, 30}, glyph, false, face));
    }

    void turnedAndMirroredTextIsMeasuredInItsOwnDirection()
    {
        // Upwards: the letter's length goes from y 700 to 706, its height from x 100 to 93.
        const QTransform up(0, size, -size, 0, 100, 700);
        QVERIFY(takes({90, 702.9, 20, 0.2}, letter(), false, Face(), up));
        QVERIFY(!takes({90, 690, 20, 10.7}, letter(), false, Face(), up)); // the letter before
        QVERIFY(!takes({99, 690, 20, 30}, letter(), false, Face(), up)); // the line beside
        QVERIFY(takes({97.6, 690, 20, 30}, letter(), false, Face(), up));
        // Mirrored: it goes to the left of 100.
        const QTransform mirrored(-size, 0, 0, size, 100, 700);
        QVERIFY(takes({96.9, 702.9, 0.2, 0.2}, letter(), false, Face(), mirrored));
        QVERIFY(!takes({100, 690, 20, 30}, letter(), false, Face(), mirrored));
    }

    void slantedTextIsNoBox()
    {
        const QTransform slanted = QTransform().rotate(45).scale(size, size) * QTransform::fromTranslate(100, 700);
        const GlyphPlace place(letter(), Face(), slanted);
        const QRectF box = place.bounds();
        // A corner of its bounding box lies in no ink.
        QVERIFY(!takes({box.left(), box.top(), 1.5, 1.5}, letter(), false, Face(), slanted));
        QVERIFY(takes(QRectF(place.centre() - QPointF(0.1, 0.1), QSizeF(0.2, 0.2)), letter(), false, Face(), slanted));
    }

    void guessedInkIsNoTwoLinesHigh()
    {
        Glyph guessed = letter({0, -0.9, 0.6, 2.6}); // the largest box of a font that is not in the file
        guessed.inkKnown = false;
        QCOMPARE(GlyphPlace(guessed, Face(), QTransform(size, 0, 0, size, 100, 700)).ink(), QRectF(100, 698, 6, 10.8));
        QVERIFY(!takes({90, 709, 30, 12}, guessed)); // the line above
        QVERIFY(takes({90, 700, 30, 8}, guessed));
        guessed.inkKnown = true;
        QVERIFY(takes({90, 709, 30, 12}, guessed)); // known ink that high is ink
        // Type 3 procedures paint where they like.
        guessed.inkKnown = false;
        QVERIFY(takes({90, 709, 30, 12}, guessed, false, Face(false, true)));
    }

    void theFirstAreaThatTakesIsNamed()
    {
        CutArea beside;
        beside.rect = {106, 690, 20, 20};
        CutArea over;
        over.rect = {100, 698, 6, 10};
        const CutAreas areas({beside, over});
        const QTransform toUser(size, 0, 0, size, 100, 700);
        QCOMPARE(GlyphPlace(letter(), Face(), toUser).takenBy(areas), 1);
        QCOMPARE(GlyphPlace(letter(), Face(), QTransform(size, 0, 0, size, 300, 700)).takenBy(areas), -1);
    }
};

DW_TEST(TestGlyphPlace)
#include "tst_glyphplace.moc"
