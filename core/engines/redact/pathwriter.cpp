#include "core/engines/redact/pathwriter.h"

#include "core/engines/redact/unprovable.h"

#include <charconv>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace dw {

PathWriter::PathWriter(const VectorPath &space, const AreaIndex &areas)
    : m_space(space)
    , m_areas(areas)
    , m_grid(std::pow(10.0, std::clamp(std::ceil(std::log10(space.scale() / 0.0005)), 0.0, 12.0)))
{
}

double PathWriter::rounded(double local) const
{
    const double steps = local * m_grid;
    return std::abs(steps) < 1e15 ? std::round(steps) / m_grid : local;
}

QPointF PathWriter::rounded(const QPointF &local) const
{
    return {rounded(local.x()), rounded(local.y())};
}

void PathWriter::number(double value)
{
    // The shortest form that reads back as the same number: what was not computed stays as it was.
    char buffer[400];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(value))
        throw Unprovable {u"path_numbers"_s};
    m_text.append(buffer, end);
    m_text += ' ';
}

void PathWriter::point(const QPointF &local)
{
    if (m_areas.contains(m_space.toUser().map(local)))
        throw Unprovable {u"path_vertex"_s};
    number(local.x());
    number(local.y());
}

void PathWriter::move(const QPointF &to)
{
    point(to);
    m_text += "m\n";
    ++m_subPaths;
}

void PathWriter::line(const QPointF &to)
{
    point(to);
    m_text += "l\n";
}

void PathWriter::curve(const PathSegment &segment)
{
    point(segment.points[1]);
    point(segment.points[2]);
    point(segment.points[3]);
    m_text += "c\n";
}

void PathWriter::close()
{
    m_text += "h\n";
}

void PathWriter::rectangle(const QPointF &corner, const QSizeF &size)
{
    const QRectF local(corner, size);
    for (const QPointF &point : {local.topLeft(), local.topRight(), local.bottomLeft(), local.bottomRight()}) {
        if (m_areas.contains(m_space.toUser().map(point)))
            throw Unprovable {u"path_vertex"_s};
    }
    // The width is a difference: its last digits are noise.
    const auto tidy = [](double value) { return std::abs(value) < 1e5 ? std::round(value * 1e9) / 1e9 : value; };
    number(corner.x());
    number(corner.y());
    number(tidy(size.width()));
    number(tidy(size.height()));
    m_text += "re\n";
    ++m_subPaths;
}

void PathWriter::part(const VectorPath::Part &part)
{
    const std::vector<PathSegment> segments = m_space.segments(part, false);
    // Only "re" in its own order: the direction decides about holes, the start about dashes.
    if (part.closed && segments.size() == 4 && m_space.rectangle(part) && segments[0].from().y() == segments[0].to().y()) {
        const QPointF across = segments[1].to() - segments[0].from();
        return rectangle(segments[0].from(), {across.x(), across.y()});
    }
    move(segments.front().from());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool last = part.closed && i + 1 == segments.size() && !segments[i].curve;
        if (!last)
            segment(segments[i]);
    }
    if (part.closed)
        close();
}

std::string PathWriter::take()
{
    m_subPaths = 0;
    return std::exchange(m_text, {});
}

} // namespace dw
