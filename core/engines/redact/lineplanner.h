#pragma once

#include "core/engines/redact/cutareas.h"

#include <QPointF>
#include <QTransform>

#include <vector>

namespace dw {

/// Levels B and C: decides for whole lines, because the places of the letters that stay tell what was removed
/// (Bland, Iyer, Levchenko, "Story Beyond the Eye", PoPETs 2023-0069).
///
/// B: each word that stays in a touched line starts on a grid of `grid` points and is set with nothing but its font's own
/// widths: neither the gap nor a letter's rounding nor the line's justification gives the removed width away closer
/// than a grid step on either side. No word begins further than `farthest` from where it began; its later letters may have
/// moved more, as nothing but their own widths set them. C: the whole line goes.
///
/// Used in two passes over the page: the first tells it every glyph, the second asks what to do with each.
class LinePlanner
{
public:
    static constexpr double grid = 3.6; ///< Points.
    static constexpr double farthest = 1.8; ///< Of a word's beginning, points.

    /// A glyph as the page has it; places in default user space.
    struct Seen {
        int show = 0; ///< Which operator shows it, counted over the page in order.
        QPointF from; ///< Where it is set.
        QPointF to; ///< Where the next one would be.
        QRectF ink; ///< Null: none.
        QPointF along; ///< Direction of writing, length 1.
        double em = 0; ///< Its font size on the page.
        double nominal = 0; ///< Its own advance on the page, without TJ and word spacing.
        bool blank = false; ///< A space, or no ink.
        int area = -1; ///< That takes it.
        bool hidden = false; ///< Goes anyway.
    };

    struct Decision {
        int area = -1;
        bool drop = false; ///< A space that nobody misses.
        QPointF shift; ///< Default user space.
        bool startsPiece = false; ///< Is set by a matrix of its own.
        double tracking = 0; ///< Em that the whole line has between its letters, as spacing for the piece.
    };

    /// What is drawn black and where the line stands, default user space.
    struct Box {
        QRectF rect;
        int area = -1;
    };

    LinePlanner(const CutAreas &areas, const QRectF &visible);

    int nextShow() { return m_next++; }
    bool isCollecting() const { return m_collecting; }
    void record(const Seen &glyph);

    /// Ends the first pass.
    void plan();

    bool isReset(int show) const;
    const Decision &decision(int show, int glyph) const;

    const QList<Box> &boxes() const { return m_boxes; } ///< Areas without text keep their own rectangle and are not among these.
    const QList<QRectF> &movedLines() const { return m_moved; }

    /// Character spacing as it is written in a touched line: justification hides in it.
    static double coarseSpacing(double spacing, double size);

    static QTransform moved(const QTransform &place, const QTransform &ctm, QPointF shift);

private:
    struct Word;
    using Chain = std::vector<int>; ///< Indices in m_seen, in the order of writing.

    std::vector<Chain> lines() const;
    std::vector<Chain> layers(const Chain &line) const;
    std::vector<Chain> chains(const Chain &line);
    RedactionLevel levelOf(const Chain &chain) const;
    void removeLine(const Chain &chain);
    void resetLine(const Chain &chain);
    std::vector<Word> words(const Chain &chain) const;
    double trackingOf(const std::vector<Word> &words) const;
    void measure(std::vector<Word> &words, double tracking) const;
    void snap(std::vector<Word> &words) const;
    int snapAt(double phase, std::vector<Word> &words) const;
    void placeWord(const Word &word, double tracking);
    void addBoxes(const Chain &chain, const std::vector<Word> &words);
    void addBox(const Chain &cut, double from, double to, double previousEnd, double nextStart);
    void resetShows();
    double position(int glyph) const;
    double endPosition(int glyph) const;
    QRectF lineRect(const QPointF &along, double from, double to, const QRectF &across) const;

    const CutAreas &m_areas;
    const QRectF m_visible;
    bool m_collecting = true;
    int m_next = 0;
    std::vector<Seen> m_seen;
    std::vector<int> m_first; ///< Of each show, in m_seen.
    std::vector<Decision> m_decisions;
    std::vector<bool> m_reset; ///< By show.
    std::vector<bool> m_placed; ///< By glyph: decided by a line.
    std::vector<bool> m_afterBlank; ///< By glyph: a space stands before it.
    QList<Box> m_boxes;
    QList<QRectF> m_moved;
};

} // namespace dw
