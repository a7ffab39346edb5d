#include "core/engines/redact/areaclipper.h"

#include "core/engines/redact/unprovable.h"

#include <clipper.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double steps = 10'000; // of one point
constexpr double farthest = 1e7; // points
constexpr double flatness = 0.02; // points
constexpr double leastArea = 1e-4; // square points; what is smaller is a crumb of rounding
constexpr std::size_t mostPoints = 200'000;
constexpr qint64 mostAlive = 2'000; // edges at one height: that many may all cross each other
constexpr qint64 mostEffort = 50'000'000; // edges times the heights they pass

ClipperLib::IntPoint onGrid(const QPointF &point)
{
    if (std::abs(point.x()) > farthest || std::abs(point.y()) > farthest)
        throw Unprovable {u"path_numbers"_s};
    return {std::llround(point.x() * steps), std::llround(point.y() * steps)};
}

ClipperLib::PolyFillType fillType(Qt::FillRule rule)
{
    return rule == Qt::OddEvenFill ? ClipperLib::pftEvenOdd : ClipperLib::pftNonZero;
}

} // namespace

struct AreaClipper::Rings {
    ClipperLib::Paths paths;
    std::size_t points = 0;
};

AreaClipper::AreaClipper(const QTransform &toUser)
    : m_toUser(toUser)
    , m_rings(std::make_unique<Rings>())
{
}

AreaClipper::~AreaClipper() = default;

void AreaClipper::add(const std::vector<PathSegment> &segments)
{
    ClipperLib::Path path;
    for (const PathSegment &local : segments) {
        const PathSegment segment = local.mapped(m_toUser);
        const ClipperLib::IntPoint first = onGrid(segment.from());
        m_sources.emplace(std::pair(first.X, first.Y), local.from());
        path.push_back(first);
        const int chords = segment.chords(flatness);
        for (int i = 1; i < chords; ++i)
            path.push_back(onGrid(segment.at(double(i) / chords)));
        if (m_rings->points + path.size() > mostPoints)
            throw Unprovable {u"path_too_long"_s};
    }
    m_rings->points += path.size();
    m_rings->paths.push_back(std::move(path));
}

/// The sweep takes time and memory for the edges that are alive at each height; a path made to hurt has them all
/// alive at once.
void AreaClipper::checkEffort() const
{
    std::vector<std::pair<qint64, qint64>> edges;
    edges.reserve(m_rings->points);
    for (const ClipperLib::Path &path : m_rings->paths) {
        for (std::size_t i = 0; i < path.size(); ++i)
            edges.push_back(std::minmax({qint64(path[i].Y), qint64(path[(i + 1) % path.size()].Y)}));
    }
    std::vector<qint64> heights;
    std::vector<std::pair<qint64, int>> changes;
    for (const auto &[low, high] : edges) {
        heights.push_back(low);
        if (low != high) {
            changes.emplace_back(low, 1);
            changes.emplace_back(high, -1);
        }
    }
    std::sort(heights.begin(), heights.end());
    heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
    std::sort(changes.begin(), changes.end());
    qint64 alive = 0;
    qint64 most = 0;
    for (const auto &[height, change] : changes)
        most = std::max(most, alive += change);
    qint64 effort = 0;
    for (const auto &[low, high] : edges)
        effort += std::lower_bound(heights.begin(), heights.end(), high) - std::lower_bound(heights.begin(), heights.end(), low);
    if (most > mostAlive || effort > mostEffort)
        throw Unprovable {u"path_too_long"_s};
}

std::vector<AreaClipper::Ring> AreaClipper::minus(const QList<QRectF> &areas, Qt::FillRule rule) const
{
    checkEffort();
    ClipperLib::Paths left;
    try {
        ClipperLib::Clipper clipper;
        clipper.AddPaths(m_rings->paths, ClipperLib::ptSubject, true);
        for (const QRectF &area : areas) {
            const ClipperLib::IntPoint low = onGrid(area.topLeft());
            const ClipperLib::IntPoint high = onGrid(area.bottomRight());
            clipper.AddPath({low, {high.X, low.Y}, high, {low.X, high.Y}}, ClipperLib::ptClip, true);
        }
        if (!clipper.Execute(ClipperLib::ctDifference, left, fillType(rule), ClipperLib::pftNonZero))
            throw Unprovable {u"path_numbers"_s};
    } catch (const ClipperLib::clipperException &) {
        throw Unprovable {u"path_numbers"_s};
    }
    std::vector<Ring> result;
    for (const ClipperLib::Path &path : left) {
        if (path.size() < 3 || std::abs(ClipperLib::Area(path)) < leastArea * steps * steps)
            continue;
        Ring ring;
        for (const ClipperLib::IntPoint &point : path) {
            const auto source = m_sources.find({point.X, point.Y});
            if (source != m_sources.end())
                ring.push_back({source->second, true});
            else
                ring.push_back({QPointF(double(point.X) / steps, double(point.Y) / steps), false});
        }
        result.push_back(std::move(ring));
    }
    return result;
}

} // namespace dw
