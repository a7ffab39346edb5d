// What a page drew against what its redacted version draws, made up piece by piece.
#include "core/engines/redact/drawingcheck.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestDrawingCheck final : public QObject
{
    Q_OBJECT

    static void write(PageDrawing &drawing, const QString &text, QPointF at)
    {
        for (const QChar c : text) {
            DrawnGlyph glyph;
            glyph.origin = at;
            glyph.box = QRectF(at.x(), at.y() - 10, 8, 12);
            glyph.at = int(drawing.text.size());
            glyph.length = c.isSpace() ? 0 : 1;
            if (glyph.length > 0)
                drawing.text += c;
            drawing.glyphs.append(glyph);
            at.rx() += 8;
        }
    }

    static void fill(PageDrawing &drawing, const QRectF &rect, bool black)
    {
        DrawnItem item;
        item.box = rect;
        item.black = black;
        item.grey = black ? 0 : 200;
        item.firstPoint = drawing.points.size();
        item.points = 4;
        item.glyphsBefore = drawing.glyphs.size();
        drawing.points.push_back({rect.topLeft(), true});
        for (const QPointF corner : {rect.topRight(), rect.bottomRight(), rect.bottomLeft()})
            drawing.points.push_back({corner});
        drawing.items.append(item);
    }

    /// "Alpha SECRET Omega" at (50, 100); the mark is over the word in the middle.
    static PageDrawing before()
    {
        PageDrawing drawing;
        write(drawing, u"Alpha SECRET Omega"_s, {50, 100});
        return drawing;
    }

    static PageDrawing after()
    {
        PageDrawing drawing;
        write(drawing, u"Alpha "_s, {50, 100});
        write(drawing, u" Omega"_s, {50 + 8 * 12, 100});
        fill(drawing, mark(), true);
        return drawing;
    }

    static QRectF mark() { return {50 + 8 * 6, 90, 48, 12}; }

    static DrawingCheck::Areas areas() { return {{mark()}, {}, {mark()}, {}, QRectF(0, 0, 600, 800)}; }

    struct Outcome {
        QStringList under;
        QStringList lost;
        bool drawn;
    };

    static Outcome check(const PageDrawing &one, const PageDrawing &two, const DrawingCheck::Areas &where = areas())
    {
        DrawingCheck check(one, two, where);
        check.run();
        return {check.underMarks, check.lost, check.mustBeDrawn};
    }

private slots:
    void aCleanCutPasses()
    {
        const Outcome outcome = check(before(), after());
        QVERIFY2(outcome.under.isEmpty(), qPrintable(outcome.under.join(u' ')));
        QVERIFY2(outcome.lost.isEmpty(), qPrintable(outcome.lost.join(u' ')));
        QVERIFY(!outcome.drawn);
    }

    void lettersUnderTheBoxAreFound()
    {
        PageDrawing still = before();
        fill(still, mark(), true);
        QVERIFY(!check(before(), still).under.isEmpty());
        PageDrawing one = after();
        write(one, u"S"_s, {mark().left() + 16, 100});
        QVERIFY(!check(before(), one).under.isEmpty());
    }

    void aLostOrMovedLetterIsFound()
    {
        PageDrawing less;
        write(less, u"Alph"_s, {50, 100});
        write(less, u" Omega"_s, {50 + 8 * 12, 100});
        fill(less, mark(), true);
        QCOMPARE(check(before(), less).lost.size(), 1);
        PageDrawing moved;
        write(moved, u"Alpha "_s, {50, 100});
        write(moved, u" Omega"_s, {52 + 8 * 12, 100});
        fill(moved, mark(), true);
        QVERIFY(!check(before(), moved).lost.isEmpty());
        DrawingCheck::Areas line = areas();
        line.moved = {QRectF(50, 88, 300, 16)};
        QVERIFY(check(before(), moved, line).lost.isEmpty()); // level B sets lines anew
    }

    void aNewLetterIsFound()
    {
        PageDrawing more = after();
        write(more, u"x"_s, {300, 300});
        QCOMPARE(check(before(), more).lost, QStringList {u"a character that was not there"_s});
    }

    void aMissingBoxMustBeLookedAt()
    {
        PageDrawing open = after();
        open.items.clear();
        open.points.clear();
        QVERIFY(check(before(), open).drawn);
        PageDrawing covered = after();
        fill(covered, mark(), false); // something light over the black
        QVERIFY(check(before(), covered).drawn);
    }

    void shapesKeepNoPointUnderAMark()
    {
        PageDrawing one = before();
        PageDrawing two = after();
        fill(one, mark().adjusted(5, 3, 60, 0), false);
        fill(two, mark().adjusted(5, 3, 60, 0), false);
        QVERIFY(check(one, two).under.contains(u"a shape"_s));
    }

    void otherDrawingsStayInTheirOrder()
    {
        PageDrawing one = before();
        fill(one, {300, 300, 50, 50}, false);
        fill(one, {400, 300, 50, 50}, false);
        QVERIFY(check(one, after()).lost.contains(u"something is not drawn any more"_s));
        PageDrawing two = after();
        fill(two, {300, 300, 50, 50}, false);
        fill(two, {400, 300, 50, 50}, false);
        QVERIFY(check(one, two).lost.isEmpty());
        fill(two, {500, 500, 5, 5}, false);
        QVERIFY(check(one, two).lost.contains(u"something that was not drawn"_s));
    }

    void theMiddleOfALetterDecides()
    {
        QVERIFY(DrawingCheck::isUnder({100, 90, 8, 12}, {98, 90, 40, 12}));
        QVERIFY(!DrawingCheck::isUnder({92, 90, 8, 12}, {98, 90, 40, 12}));
    }
};

DW_TEST(TestDrawingCheck)
#include "tst_drawingcheck.moc"
