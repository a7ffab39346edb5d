#pragma once

#include "core/engines/parse/pagedrawing.h"
#include "core/engines/redact/rowindex.h"

#include <QHash>
#include <QSet>

namespace dw {

/// Compares what a page drew with what its redacted version draws, one by one: nothing under the boxes, everything else
/// where it was. Coordinates are the displayed page's.
class DrawingCheck
{
public:
    struct Areas {
        QList<QRectF> marks; ///< What was to go.
        QList<QString> labels; ///< Of the marks, in their order.
        QList<QRectF> boxes; ///< What was drawn black, at least the marks.
        QList<QRectF> moved; ///< Lines that were set anew: their words may be up to `mostMoved` away, their letters a little more.
        QRectF page; ///< What is shown.
    };

    static constexpr double samePlace = 0.5; ///< Points.
    static constexpr double mostMoved = 2.5; ///< Points, where a word begins.
    static constexpr double mostKerned = 0.15; ///< Em that its letters may add to it, which lose what moved them singly.
    static constexpr double farthest = 5; ///< Points, all told.

    DrawingCheck(const PageDrawing &before, const PageDrawing &after, const Areas &areas);

    void run();

    QStringList underMarks; ///< What is still there and must not be.
    QStringList lost; ///< What is missing, or new, away from the boxes.
    QSet<int> touchedImages; ///< Object numbers of the images (of the original) that reach under a mark.
    bool mustBeDrawn = false; ///< Something reaches under a mark that only a picture can tell about.

    /// The middle of a character lies in the area, but not in its outermost edge, where neighbours begin.
    static bool isUnder(const QRectF &character, const QRectF &area);

private:
    void findLabels();
    void checkUnder();
    bool isSurvivor(qsizetype glyph, const QRectF &area, bool isMark) const;
    void checkShapes();
    void checkBoxes();
    void checkGlyphs();
    void checkItems();
    void matchRest(qsizetype before, qsizetype after);
    bool mayGo(const DrawnGlyph &glyph) const;
    bool isSame(const DrawnGlyph &one, const DrawnGlyph &two) const;
    bool isLabel(qsizetype glyph) const;
    bool isBlackBox(const DrawnItem &item, std::size_t from, std::size_t to) const;
    bool isOnPage(const QRectF &box) const;
    bool isOfWordOnPage(qsizetype glyph) const;
    void collectBlack();
    bool isBlackened(const QRectF &mark, bool labelled) const;
    bool reachesUnder(const DrawnItem &image) const;
    void findUnder(const QString &what);
    void findLost(const QString &what);

    const PageDrawing &m_before;
    const PageDrawing &m_after;
    const Areas m_areas;
    const RowIndex m_marks;
    const RowIndex m_boxes;
    const RowIndex m_moved;

    struct Black {
        QRectF rect;
        qsizetype item = 0;
    };
    QList<Black> m_black;
    std::vector<qsizetype> m_origins; ///< Of the redacted page's glyphs: the same one of the original, or -1.
    QSet<qsizetype> m_labels; ///< Glyphs of the redacted page that are part of a label.
};

} // namespace dw
