#include "core/engines/redact/samplearea.h"

#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double touching = 1e-6; ///< Samples: an edge this near a sample's border does not enter it.

/// The samples between two places, cut to 0..count-1; last < first when there are none.
struct Range {
    int first = 0;
    int last = -1;
};

Range samplesBetween(double from, double to, int count)
{
    const double first = std::floor(from + touching);
    const double last = std::ceil(to - touching) - 1;
    if (last < first || last < 0 || first >= count)
        return {};
    return {int(std::max(first, 0.0)), int(std::min(last, double(count - 1)))};
}

QPolygonF inSamples(const QPolygonF &area, QSize size)
{
    QPolygonF result;
    for (const QPointF &point : area) {
        if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
            throw Unprovable {u"matrix"_s};
        result.append(QPointF(point.x() * size.width(), (1 - point.y()) * size.height()));
    }
    return result;
}

/// Where the edge from `a` to `b` is while its y is within a band; nothing when it does not enter it.
std::optional<std::pair<double, double>> withinBand(QPointF a, QPointF b, double top, double bottom)
{
    if (a.y() > b.y())
        std::swap(a, b);
    if (b.y() < top || a.y() > bottom)
        return std::nullopt;
    const double height = b.y() - a.y();
    const auto xAt = [&](double y) { return height > 0 ? a.x() + (b.x() - a.x()) * ((y - a.y()) / height) : a.x(); };
    double from = xAt(std::max(a.y(), top));
    double to = height > 0 ? xAt(std::min(b.y(), bottom)) : b.x();
    if (from > to)
        std::swap(from, to);
    return std::pair(from, to);
}

} // namespace

SampleArea::SampleArea(QSize size, const QList<QPolygonF> &areas, QSize margin)
    : m_size(size)
{
    QList<QPolygonF> polygons;
    for (const QPolygonF &area : areas) {
        const QPolygonF polygon = inSamples(area, size);
        const QRectF box = polygon.boundingRect();
        const Range columns = samplesBetween(box.left(), box.right(), size.width());
        const Range rows = samplesBetween(box.top(), box.bottom(), size.height());
        if (polygon.isEmpty() || columns.last < columns.first || rows.last < rows.first)
            continue;
        m_window |= QRect(QPoint(columns.first, rows.first), QPoint(columns.last, rows.last));
        polygons.append(polygon);
    }
    if (polygons.isEmpty())
        return;
    const QSize room = margin + QSize(1, 1);
    m_window = m_window.adjusted(-room.width(), -room.height(), room.width(), room.height()) & QRect(QPoint(), size);
    const qsizetype count = qsizetype(m_window.width()) * m_window.height();
    m_covered.resize(count);
    for (const QPolygonF &polygon : polygons)
        touch(polygon);
    m_gone = m_covered;
}

void SampleArea::touch(const QPolygonF &polygon)
{
    const QRectF box = polygon.boundingRect();
    const Range rows = samplesBetween(box.top(), box.bottom(), m_size.height());
    for (int row = rows.first; row <= rows.last; ++row)
        touchRow(polygon, row);
}

/// A sample is touched when an edge passes through it, or else when its middle is inside.
void SampleArea::touchRow(const QPolygonF &polygon, int row)
{
    struct Crossing {
        double x;
        int direction;
    };
    std::vector<Crossing> crossings;
    const double middle = row + 0.5;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &a = polygon.at(i);
        const QPointF &b = polygon.at((i + 1) % polygon.size());
        if (const auto edge = withinBand(a, b, row + touching, row + 1 - touching))
            cover(row, edge->first, edge->second);
        if ((a.y() <= middle) != (b.y() <= middle))
            crossings.push_back({a.x() + (b.x() - a.x()) * ((middle - a.y()) / (b.y() - a.y())), b.y() > a.y() ? 1 : -1});
    }
    std::sort(crossings.begin(), crossings.end(), [](const Crossing &a, const Crossing &b) { return a.x < b.x; });
    int winding = 0;
    bool inside = false; // by either rule: a polygon that crosses itself hides more, never less
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        winding += crossings[i].direction;
        inside = !inside;
        if (winding != 0 || inside)
            cover(row, crossings[i].x, crossings[i + 1].x);
    }
}

void SampleArea::cover(int row, double from, double to)
{
    const Range columns = samplesBetween(from, to, m_size.width());
    if (columns.last < columns.first)
        return;
    m_empty = false;
    set(m_covered, QRect(QPoint(columns.first, row), QPoint(columns.last, row)));
}

void SampleArea::set(QBitArray &bits, const QRect &rect) const
{
    const QRect inside = rect & m_window;
    for (int y = inside.top(); !inside.isEmpty() && y <= inside.bottom(); ++y)
        bits.fill(true, indexOf(inside.left(), y), indexOf(inside.right(), y) + 1);
}

void SampleArea::grow()
{
    const QBitArray before = m_gone;
    for (int y = m_window.top(); !m_empty && y <= m_window.bottom(); ++y) {
        for (int x = m_window.left(); x <= m_window.right(); ++x) {
            const int first = x;
            while (x <= m_window.right() && before.testBit(indexOf(x, y)))
                ++x;
            if (x > first)
                set(m_gone, QRect(first - 1, y - 1, x - first + 2, 3));
        }
    }
}

void SampleArea::growToBlocks(QSize block, const std::function<bool(const QRect &)> &wanted)
{
    if (m_empty || (block.width() <= 1 && block.height() <= 1))
        return;
    const QRect image(QPoint(), m_size);
    for (int top = m_window.top() / block.height() * block.height(); top <= m_window.bottom(); top += block.height()) {
        for (int left = m_window.left() / block.width() * block.width(); left <= m_window.right(); left += block.width()) {
            const QRect rect = QRect(QPoint(left, top), block) & image;
            const QRect seen = rect & m_window;
            bool touched = false;
            for (int y = seen.top(); y <= seen.bottom() && !touched; ++y) {
                for (int x = seen.left(); x <= seen.right() && !touched; ++x)
                    touched = m_gone.testBit(indexOf(x, y));
            }
            if (touched && (!wanted || wanted(rect)))
                set(m_gone, rect);
        }
    }
}

} // namespace dw
