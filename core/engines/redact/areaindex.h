#pragma once

#include <QList>
#include <QRectF>

#include <vector>

namespace dw {

/// Rectangles by where they are, so that most questions end at once.
class AreaIndex
{
public:
    explicit AreaIndex(const QList<QRectF> &areas);

    bool isEmpty() const { return m_areas.isEmpty(); }
    const QRectF &bounds() const { return m_bounds; }

    /// Those whose inside meets the inside of `rect` (which may be empty in one direction).
    QList<QRectF> near(const QRectF &rect) const;
    bool anyNear(const QRectF &rect) const;

    /// Strictly inside one of them.
    bool contains(const QPointF &point) const;

    /// Lies in the open inside of one of them, at least in part.
    bool crossedBy(const QPointF &from, const QPointF &to) const;

private:
    template <typename Visitor>
    bool visit(const QRectF &rect, Visitor visitor) const;
    int band(double y) const;

    QList<QRectF> m_areas;
    QRectF m_bounds;
    std::vector<std::vector<int>> m_bands; ///< Horizontal strips of m_bounds, each with what is in it.
};

} // namespace dw
