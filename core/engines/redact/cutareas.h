#pragma once

#include "core/domain/markset.h"

#include <vector>

namespace dw {

/// One rectangle to be emptied, in default user space of its page.
struct CutArea {
    QRectF rect; ///< From the corner with the smaller x and y.
    int mark = -1; ///< Index in MarkSet::marks.
    RedactionLevel level = RedactionLevel::A;
    QString word {}; ///< That it was made for, if known: text of the lines above and below is not meant, even where boxes overlap.
};

/// Finds the areas near a place without looking at all of them: a page may carry ten thousand.
class CutAreas
{
public:
    explicit CutAreas(QList<CutArea> areas = {});

    const QList<CutArea> &areas() const { return m_areas; }
    bool isEmpty() const { return m_areas.isEmpty(); }
    bool touches(const QRectF &box) const;
    QList<QRectF> rects() const;

    /// Calls visit(index) once for each area that overlaps `box`, until it returns false.
    template <typename Visit>
    void forEach(const QRectF &box, Visit visit) const
    {
        if (m_areas.isEmpty() || !overlaps(box, m_bounds))
            return;
        const int first = rowOf(box.top());
        const int last = rowOf(box.bottom());
        for (int row = first; row <= last; ++row) {
            for (const int area : m_rows[std::size_t(row)]) {
                const QRectF &rect = m_areas.at(area).rect;
                // An area stands in several rows; it is visited in the first one that both share.
                if (row != std::max(first, rowOf(rect.top())) || !overlaps(box, rect))
                    continue;
                if (!visit(area))
                    return;
            }
        }
    }

private:
    /// Touching counts, also for boxes without width or height: those of a vertical line, of a glyph without ink.
    static bool overlaps(const QRectF &a, const QRectF &b)
    {
        return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
    }

    int rowOf(double y) const;

    QList<CutArea> m_areas;
    QRectF m_bounds;
    double m_rowHeight = 1;
    std::vector<std::vector<int>> m_rows;
};

} // namespace dw
