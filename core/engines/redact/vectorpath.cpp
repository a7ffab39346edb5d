#include "core/engines/redact/vectorpath.h"

#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

double length(const QPointF &vector)
{
    return std::hypot(vector.x(), vector.y());
}

QPointF between(const QPointF &a, const QPointF &b, double t)
{
    return a + (b - a) * t;
}

void include(QRectF &bounds, const QPointF &point)
{
    bounds.setLeft(std::min(bounds.left(), point.x()));
    bounds.setRight(std::max(bounds.right(), point.x()));
    bounds.setTop(std::min(bounds.top(), point.y()));
    bounds.setBottom(std::max(bounds.bottom(), point.y()));
}

/// The larger singular value.
double stretch(const QTransform &m)
{
    const double a = m.m11();
    const double b = m.m12();
    const double c = m.m21();
    const double d = m.m22();
    const double sum = a * a + b * b + c * c + d * d;
    const double determinant = a * d - b * c;
    return std::sqrt((sum + std::sqrt(std::max(0.0, sum * sum - 4 * determinant * determinant))) / 2);
}

} // namespace

QPointF PathSegment::at(double t) const
{
    if (!curve)
        return between(points[0], points[3], t);
    const double u = 1 - t;
    return points[0] * (u * u * u) + points[1] * (3 * u * u * t) + points[2] * (3 * u * t * t) + points[3] * (t * t * t);
}

PathSegment PathSegment::part(double first, double last) const
{
    if (first <= 0 && last >= 1)
        return *this;
    PathSegment result;
    result.curve = curve;
    if (!curve) {
        result.points[0] = first <= 0 ? points[0] : at(first);
        result.points[3] = last >= 1 ? points[3] : at(last);
        return result;
    }
    const auto blossom = [this](double a, double b, double c) {
        const QPointF p01 = between(points[0], points[1], a);
        const QPointF p12 = between(points[1], points[2], a);
        const QPointF p23 = between(points[2], points[3], a);
        return between(between(p01, p12, b), between(p12, p23, b), c);
    };
    result.points = {first <= 0 ? points[0] : blossom(first, first, first), blossom(first, first, last), blossom(first, last, last),
        last >= 1 ? points[3] : blossom(last, last, last)};
    return result;
}

PathSegment PathSegment::mapped(const QTransform &matrix) const
{
    PathSegment result;
    result.curve = curve;
    for (std::size_t i = 0; i < 4; ++i) {
        if (curve || i == 0 || i == 3)
            result.points[i] = matrix.map(points[i]);
    }
    return result;
}

QRectF PathSegment::bounds() const
{
    QRectF result(points[0], QSizeF(0, 0));
    include(result, points[3]);
    if (curve) {
        include(result, points[1]);
        include(result, points[2]);
    }
    return result;
}

int PathSegment::chords(double tolerance) const
{
    if (!curve)
        return 1;
    const double bend = std::max(length(points[0] - points[1] * 2 + points[2]), length(points[1] - points[2] * 2 + points[3]));
    return int(std::clamp(std::ceil(std::sqrt(0.75 * bend / tolerance)), 1.0, 4000.0));
}

VectorPath::VectorPath(const QPainterPath &path, const QTransform &toUser)
    : m_path(path)
    , m_toUser(toUser)
    , m_scale(stretch(toUser))
{
    bool invertible = false;
    m_toLocal = toUser.inverted(&invertible);
    if (!invertible || !toUser.isAffine() || !std::isfinite(m_scale) || !std::isfinite(m_toLocal.m11() + m_toLocal.m22()))
        throw Unprovable {u"matrix"_s};
    const int count = path.elementCount();
    for (int i = 0; i < count; ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QPointF point = m_toUser.map(QPointF(element));
        if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
            throw Unprovable {u"path_numbers"_s};
        if (element.isMoveTo())
            m_parts.push_back({i, i, false, QRectF(point, QSizeF(0, 0))});
        else
            include(m_parts.back().bounds, point);
        Part &part = m_parts.back();
        part.end = i + 1;
        const QPainterPath::Element &start = path.elementAt(part.first);
        part.closed = i > part.first + 1 && element.x == start.x && element.y == start.y;
    }
    // A lone "m" draws nothing.
    std::erase_if(m_parts, [](const Part &part) { return part.end - part.first < 2; });
}

bool VectorPath::keepsAxes() const
{
    const double noise = m_scale * 1e-9; // a quarter turn is seldom written with exact zeros
    const auto none = [noise](double value) { return std::abs(value) < noise; };
    return (none(m_toUser.m12()) && none(m_toUser.m21())) || (none(m_toUser.m11()) && none(m_toUser.m22()));
}

std::vector<PathSegment> VectorPath::segments(const Part &part, bool closing) const
{
    std::vector<PathSegment> result;
    result.reserve(std::size_t(part.end - part.first));
    QPointF at = m_path.elementAt(part.first);
    for (int i = part.first + 1; i < part.end; ++i) {
        PathSegment segment;
        segment.points[0] = at;
        segment.curve = m_path.elementAt(i).isCurveTo() && i + 2 < part.end;
        if (segment.curve) {
            segment.points[1] = m_path.elementAt(i);
            segment.points[2] = m_path.elementAt(++i);
            ++i;
        }
        segment.points[3] = at = m_path.elementAt(i);
        result.push_back(segment);
    }
    const QPointF start = m_path.elementAt(part.first);
    if (closing && at != start) {
        PathSegment segment;
        segment.points[0] = at;
        segment.points[3] = start;
        result.push_back(segment);
    }
    return result;
}

std::optional<QRectF> VectorPath::rectangle(const Part &part) const
{
    if (part.end - part.first > 5)
        return {};
    const std::vector<PathSegment> sides = segments(part, true);
    QRectF bounds(sides.front().from(), QSizeF(0, 0));
    for (const PathSegment &side : sides) {
        if (side.curve || (side.from().x() != side.to().x() && side.from().y() != side.to().y()))
            return {};
        include(bounds, side.to());
    }
    const bool flat = bounds.width() == 0 || bounds.height() == 0;
    if (flat)
        return bounds;
    // Four sides that turn at every corner; the rest are lines there and back.
    if (sides.size() != 4)
        return {};
    for (std::size_t i = 0; i < 4; ++i) {
        const bool upright = sides[i].from().x() == sides[i].to().x();
        const bool nextUpright = sides[(i + 1) % 4].from().x() == sides[(i + 1) % 4].to().x();
        if (upright == nextUpright)
            return {};
    }
    return bounds;
}

} // namespace dw
