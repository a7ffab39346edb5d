#include "core/engines/redact/areaindex.h"

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

/// QRectF::intersects() says no to lines; a line through an area meets it.
bool meets(const QRectF &area, const QRectF &rect)
{
    return rect.left() < area.right() && rect.right() > area.left() && rect.top() < area.bottom() && rect.bottom() > area.top();
}

/// The part of the line from `from` to `to` that is in the open rectangle has a length.
bool crosses(const QRectF &area, const QPointF &from, const QPointF &to)
{
    double first = 0;
    double last = 1;
    const QPointF way = to - from;
    const double starts[] {from.x(), from.y()};
    const double ways[] {way.x(), way.y()};
    const double lows[] {area.left(), area.top()};
    const double highs[] {area.right(), area.bottom()};
    for (int axis = 0; axis < 2; ++axis) {
        if (ways[axis] == 0) {
            if (starts[axis] <= lows[axis] || starts[axis] >= highs[axis])
                return false;
            continue;
        }
        const double low = (lows[axis] - starts[axis]) / ways[axis];
        const double high = (highs[axis] - starts[axis]) / ways[axis];
        first = std::max(first, std::min(low, high));
        last = std::min(last, std::max(low, high));
    }
    return first < last;
}

} // namespace

AreaIndex::AreaIndex(const QList<QRectF> &areas)
{
    for (const QRectF &area : areas) {
        const QRectF normal = area.normalized();
        if (!(normal.width() > 0 && normal.height() > 0))
            continue;
        m_areas.append(normal);
        m_bounds = m_areas.size() == 1 ? normal : m_bounds.united(normal);
    }
    m_bands.resize(std::size_t(std::clamp<qsizetype>(m_areas.size(), 1, 256)));
    for (int i = 0; i < m_areas.size(); ++i) {
        for (int at = band(m_areas.at(i).top()); at <= band(m_areas.at(i).bottom()); ++at)
            m_bands[std::size_t(at)].push_back(i);
    }
}

int AreaIndex::band(double y) const
{
    const double share = (y - m_bounds.top()) / m_bounds.height() * double(m_bands.size());
    return int(std::clamp(share, 0.0, double(m_bands.size() - 1)));
}

/// Calls `visitor` with areas that meet `rect` until it answers true; an area may come more than once.
template <typename Visitor>
bool AreaIndex::visit(const QRectF &rect, Visitor visitor) const
{
    if (m_areas.isEmpty() || !meets(m_bounds, rect))
        return false;
    const int last = band(rect.bottom());
    for (int at = band(rect.top()); at <= last; ++at) {
        for (const int i : m_bands[std::size_t(at)]) {
            if (meets(m_areas.at(i), rect) && visitor(i))
                return true;
        }
    }
    return false;
}

QList<QRectF> AreaIndex::near(const QRectF &rect) const
{
    std::vector<int> found;
    visit(rect, [&](int i) {
        found.push_back(i);
        return false;
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    QList<QRectF> result;
    for (const int i : found)
        result.append(m_areas.at(i));
    return result;
}

bool AreaIndex::anyNear(const QRectF &rect) const
{
    return visit(rect, [](int) { return true; });
}

bool AreaIndex::contains(const QPointF &point) const
{
    return anyNear(QRectF(point, point));
}

bool AreaIndex::crossedBy(const QPointF &from, const QPointF &to) const
{
    return visit(QRectF(from, to).normalized(), [&](int i) { return from == to || crosses(m_areas.at(i), from, to); });
}

} // namespace dw
