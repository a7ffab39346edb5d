#pragma once

#include <QList>
#include <QRectF>

#include <vector>

namespace dw {

/// Rectangles of one page, found by where they are: a page may have thousands, and everything drawn is asked about.
class RowIndex
{
public:
    explicit RowIndex(const QList<QRectF> &rects = {});

    const QList<QRectF> &rects() const { return m_rects; }

    /// True if `test` holds for a rectangle whose rows `rect` reaches.
    template <typename Test> bool any(const QRectF &rect, Test test) const
    {
        if (m_rects.isEmpty() || rect.bottom() < m_top || rect.top() > m_bottom)
            return false;
        for (std::size_t row = rowOf(rect.top()), last = rowOf(rect.bottom()); row <= last; ++row) {
            for (const int index : m_rows[row]) {
                if (test(m_rects.at(index)))
                    return true;
            }
        }
        return false;
    }

    /// True if `rect` comes nearer than `margin` to one of them; touching counts.
    bool isNear(const QRectF &rect, double margin) const;

private:
    std::size_t rowOf(double y) const;

    QList<QRectF> m_rects;
    double m_top = 0;
    double m_bottom = 0;
    double m_height = 1; ///< Of a row.
    std::vector<std::vector<int>> m_rows;
};

} // namespace dw
