#include "core/engines/redact/fillcutter.h"

#include "core/engines/redact/areaclipper.h"
#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double margin = 0.004; // points around an area: more than rounding moves a point
constexpr double crumb = 0.02; // points: a strip this thin that cutting made is not worth a rectangle
constexpr double flatness = 0.02;
constexpr qsizetype mostFrames = 1000;
constexpr double leastGround = 36; ///< Points: cells and rules are narrower; thin parts of theirs would be snapped to whole pixels.
constexpr std::size_t mostRectangles = 20'000;

bool meets(const QRectF &area, const QRectF &rect)
{
    return rect.left() < area.right() && rect.right() > area.left() && rect.top() < area.bottom() && rect.bottom() > area.top();
}

QRectF fromEdges(double left, double top, double right, double bottom)
{
    return {QPointF(left, top), QPointF(right, bottom)};
}

/// What surrounds `area` in `rect`: whole ends of it first, so that the seams are as short as they can be.
void split(const QRectF &rect, const QRectF &area, std::vector<QRectF> &to)
{
    const double left = std::max(rect.left(), area.left());
    const double right = std::min(rect.right(), area.right());
    const double top = std::max(rect.top(), area.top());
    const double bottom = std::min(rect.bottom(), area.bottom());
    const bool wide = rect.width() >= rect.height();
    if (area.left() > rect.left())
        to.push_back(wide ? fromEdges(rect.left(), rect.top(), left, rect.bottom()) : fromEdges(rect.left(), top, left, bottom));
    if (area.right() < rect.right())
        to.push_back(wide ? fromEdges(right, rect.top(), rect.right(), rect.bottom()) : fromEdges(right, top, rect.right(), bottom));
    if (area.top() > rect.top())
        to.push_back(wide ? fromEdges(left, rect.top(), right, top) : fromEdges(rect.left(), rect.top(), rect.right(), top));
    if (area.bottom() < rect.bottom())
        to.push_back(wide ? fromEdges(left, bottom, right, rect.bottom()) : fromEdges(rect.left(), bottom, rect.right(), rect.bottom()));
}

/// Of components whose boxes overlap: sweeps from left to right; boxes that are alive do not overlap in height.
class BoxMerger
{
public:
    explicit BoxMerger(std::size_t count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t(0));
    }

    void add(std::size_t item, QRectF box)
    {
        auto at = m_alive.upper_bound(box.top());
        if (at != m_alive.begin())
            --at;
        while (at != m_alive.end() && at->first <= box.bottom()) {
            const QRectF other = at->second.second;
            if (other.right() < box.left() || other.bottom() < box.top()) {
                at = other.right() < box.left() ? m_alive.erase(at) : std::next(at);
                continue;
            }
            m_parent[root(at->second.first)] = root(item);
            box = fromEdges(std::min(box.left(), other.left()), std::min(box.top(), other.top()), std::max(box.right(), other.right()),
                std::max(box.bottom(), other.bottom()));
            m_alive.erase(at);
            at = m_alive.upper_bound(box.top()); // the box grew: look again
            if (at != m_alive.begin())
                --at;
        }
        m_alive[box.top()] = {item, box};
    }

    std::size_t root(std::size_t item)
    {
        while (m_parent[item] != item)
            item = m_parent[item] = m_parent[m_parent[item]];
        return item;
    }

private:
    std::vector<std::size_t> m_parent;
    std::map<double, std::pair<std::size_t, QRectF>> m_alive; ///< By top.
};

} // namespace

FillCutter::FillCutter(const VectorPath &path, const AreaIndex &areas, Touch touch)
    : m_path(path)
    , m_areas(areas)
    , m_touch(touch)
{
}

bool FillCutter::touches() const
{
    return std::any_of(m_path.parts().begin(), m_path.parts().end(), [this](const VectorPath::Part &part) { return touched(part); });
}

bool FillCutter::touched(const VectorPath::Part &part) const
{
    if (!m_areas.anyNear(part.bounds))
        return false;
    if (m_touch == Touch::Ink)
        return true;
    for (const PathSegment &local : m_path.segments(part, true)) {
        const PathSegment segment = local.mapped(m_path.toUser());
        if (!m_areas.anyNear(segment.bounds()))
            continue;
        if (m_areas.contains(segment.from()) || m_areas.contains(segment.to()))
            return true;
        if (!segment.curve) {
            if (m_touch == Touch::Outline && m_areas.crossedBy(segment.from(), segment.to()))
                return true;
            continue;
        }
        if (m_areas.contains(segment.points[1]) || m_areas.contains(segment.points[2]))
            return true;
        const int chords = segment.chords(flatness);
        for (int i = 0; i < chords; ++i) {
            if (m_areas.crossedBy(segment.at(double(i) / chords), segment.at(double(i + 1) / chords)))
                return true;
        }
    }
    return false;
}

std::vector<FillCutter::Group> FillCutter::groups() const
{
    const auto &parts = m_path.parts();
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return parts[a].bounds.left() < parts[b].bounds.left(); });
    BoxMerger merger(parts.size());
    for (const std::size_t i : order)
        merger.add(i, parts[i].bounds);
    std::vector<Group> result;
    std::map<std::size_t, std::size_t> known;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [at, fresh] = known.emplace(merger.root(i), result.size());
        if (fresh)
            result.emplace_back();
        result[at->second].push_back(i);
    }
    return result;
}

QList<QRectF> FillCutter::around(const QRectF &bounds) const
{
    QList<QRectF> result;
    for (const QRectF &area : m_areas.near(bounds))
        result.append(area.adjusted(-margin, -margin, margin, margin));
    return result;
}

QList<QRectF> FillCutter::aroundLocal(const QRectF &local) const
{
    QList<QRectF> result = around(m_path.toUser().mapRect(local));
    const PathWriter writer(m_path, m_areas);
    for (QRectF &area : result) {
        const QRectF there = m_path.toLocal().mapRect(area);
        area = fromEdges(writer.rounded(there.left()), writer.rounded(there.top()), writer.rounded(there.right()), writer.rounded(there.bottom()));
    }
    return result;
}

/// The area up to the next whole points: seams between parts that run there fall between pixels, where no renderer that
/// blends edges lets the ground show through. What is left between the frame and the area is beside the black box.
QRectF FillCutter::frameOf(const QRectF &local) const
{
    const QRectF user = m_path.toUser().mapRect(local);
    const auto low = [](double edge) { return std::min(edge, std::floor(edge + 2 * margin)); };
    const auto high = [](double edge) { return std::max(edge, std::ceil(edge - 2 * margin)); };
    const QRectF frame = m_path.toLocal().mapRect(fromEdges(low(user.left()), low(user.top()), high(user.right()), high(user.bottom())));
    const PathWriter writer(m_path, m_areas);
    return fromEdges(std::min(local.left(), writer.rounded(frame.left())), std::min(local.top(), writer.rounded(frame.top())),
        std::max(local.right(), writer.rounded(frame.right())), std::max(local.bottom(), writer.rounded(frame.bottom())));
}

/// Edges that no area moved keep their very numbers.
std::vector<QRectF> FillCutter::rectangles(const QRectF &local) const
{
    std::vector<QRectF> left {local};
    const QList<QRectF> areas = aroundLocal(local);
    const QRectF user = m_path.toUser().mapRect(local);
    const bool ground = std::min(user.width(), user.height()) >= leastGround && areas.size() <= mostFrames;
    for (const QRectF &area : areas) {
        const QRectF whole = ground ? frameOf(area) : area;
        std::vector<QRectF> next;
        for (const QRectF &rect : left) {
            if (!meets(area, rect)) {
                next.push_back(rect);
                continue;
            }
            // Parts of what is cut from side to side have no seam.
            const bool through = (area.top() <= rect.top() && area.bottom() >= rect.bottom()) || (area.left() <= rect.left() && area.right() >= rect.right());
            const QRectF frame = through ? area : whole;
            split(rect, frame, next);
            split(fromEdges(std::max(rect.left(), frame.left()), std::max(rect.top(), frame.top()), std::min(rect.right(), frame.right()),
                      std::min(rect.bottom(), frame.bottom())),
                area, next);
        }
        left = std::move(next);
        if (left.size() > mostRectangles)
            throw Unprovable {u"path_too_long"_s};
    }
    const double least = crumb / m_path.scale();
    std::erase_if(left, [&](const QRectF &rect) {
        return (rect.width() < least && rect.width() < local.width()) || (rect.height() < least && rect.height() < local.height());
    });
    return left;
}

/// A fill without area: readers draw it as a hairline.
void FillCutter::cutLine(const std::vector<PathSegment> &segments, PathWriter &writer) const
{
    const QPointF way = segments.front().to() - segments.front().from();
    const auto along = [&](const QPointF &point) { return QPointF::dotProduct(point - segments.front().from(), way); };
    QPointF first = segments.front().from();
    QPointF last = first;
    for (const PathSegment &segment : segments) {
        if (along(segment.to()) < along(first))
            first = segment.to();
        if (along(segment.to()) > along(last))
            last = segment.to();
    }
    std::vector<std::pair<double, double>> gaps;
    const QPointF from = m_path.toUser().map(first);
    const QPointF to = m_path.toUser().map(last);
    for (const QRectF &area : around(QRectF(from, to).normalized())) {
        double begin = 0;
        double end = 1;
        for (const auto &[start, step, low, high] : {std::tuple(from.x(), (to - from).x(), area.left(), area.right()),
                 std::tuple(from.y(), (to - from).y(), area.top(), area.bottom())}) {
            if (step == 0)
                continue; // near() answered areas that the bounds meet
            begin = std::max(begin, std::min((low - start) / step, (high - start) / step));
            end = std::min(end, std::max((low - start) / step, (high - start) / step));
        }
        if (begin < end)
            gaps.emplace_back(begin, end);
    }
    std::sort(gaps.begin(), gaps.end());
    gaps.emplace_back(1, 1);
    double reached = 0;
    const double shortest = crumb / std::max(crumb, std::hypot((to - from).x(), (to - from).y()));
    for (const auto &[begin, end] : gaps) {
        if (begin - reached > shortest) {
            writer.move(reached == 0 ? first : writer.rounded(first + (last - first) * reached));
            writer.line(begin == 1 ? last : writer.rounded(first + (last - first) * begin));
            writer.close();
        }
        reached = std::max(reached, end);
    }
}

void FillCutter::cut(const Group &group, PathWriter &writer) const
{
    if (group.size() == 1) {
        const VectorPath::Part &part = m_path.parts()[group.front()];
        const auto rect = m_path.keepsAxes() ? m_path.rectangle(part) : std::nullopt;
        if (rect) {
            for (const QRectF &piece : rectangles(*rect))
                writer.rectangle(piece);
            return;
        }
        const std::vector<PathSegment> segments = m_path.segments(part, true);
        const QPointF way = segments.front().to() - segments.front().from();
        const bool flat = std::all_of(segments.begin(), segments.end(), [&](const PathSegment &segment) {
            const QPointF other = segment.to() - segments.front().from();
            return !segment.curve && std::abs(way.x() * other.y() - way.y() * other.x()) <= 1e-9 * QPointF::dotProduct(way, way);
        });
        if (flat)
            return cutLine(segments, writer);
    }
    AreaClipper clipper(m_path.toUser());
    QRectF bounds;
    for (const std::size_t i : group) {
        bounds = bounds.isNull() ? m_path.parts()[i].bounds : bounds.united(m_path.parts()[i].bounds);
        clipper.add(m_path.segments(m_path.parts()[i], true));
    }
    for (const AreaClipper::Ring &ring : clipper.minus(around(bounds), m_path.fillRule())) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const QPointF local = ring[i].source ? ring[i].point : writer.rounded(m_path.toLocal().map(ring[i].point));
            i == 0 ? writer.move(local) : writer.line(local);
        }
        writer.close();
    }
}

QList<std::string> FillCutter::fills() const
{
    if (m_path.parts().size() != 1 || !m_path.keepsAxes() || !m_path.rectangle(m_path.parts().front())) {
        const std::string text = whole();
        return text.empty() ? QList<std::string>() : QList<std::string> {text};
    }
    QList<std::string> result;
    PathWriter writer(m_path, m_areas);
    for (const QRectF &piece : rectangles(*m_path.rectangle(m_path.parts().front()))) {
        writer.rectangle(piece);
        result.append(writer.take());
    }
    return result;
}

std::string FillCutter::whole() const
{
    PathWriter writer(m_path, m_areas);
    for (const Group &group : groups()) {
        const bool any = std::any_of(group.begin(), group.end(), [this](std::size_t i) { return touched(m_path.parts()[i]); });
        if (any) {
            cut(group, writer);
            continue;
        }
        for (const std::size_t i : group)
            writer.part(m_path.parts()[i]);
    }
    return writer.take();
}

std::optional<QRectF> FillCutter::trimmed(const QRectF &local) const
{
    QRectF rect = local;
    const QList<QRectF> areas = aroundLocal(local);
    // Each round may open the way for the next: an area across the whole height moves the side.
    for (qsizetype round = 0; round <= areas.size(); ++round) {
        const QRectF before = rect;
        for (const QRectF &area : areas) {
            if (!meets(area, rect))
                continue;
            const bool high = area.top() <= rect.top() && area.bottom() >= rect.bottom();
            const bool wide = area.left() <= rect.left() && area.right() >= rect.right();
            if (high && wide)
                return QRectF();
            if (high && area.left() <= rect.left())
                rect.setLeft(area.right());
            else if (high && area.right() >= rect.right())
                rect.setRight(area.left());
            else if (wide && area.top() <= rect.top())
                rect.setTop(area.bottom());
            else if (wide && area.bottom() >= rect.bottom())
                rect.setBottom(area.top());
        }
        if (rect == before)
            break;
    }
    const auto isFree = [this](const QRectF &shape) {
        const QPointF corners[] {shape.topLeft(), shape.topRight(), shape.bottomLeft(), shape.bottomRight()};
        return std::none_of(std::begin(corners), std::end(corners), [this](const QPointF &corner) { return m_areas.contains(m_path.toUser().map(corner)); });
    };
    if (isFree(rect))
        return rect;
    rect = widened(rect, areas);
    return isFree(rect) ? std::optional(rect) : std::nullopt;
}

/// Sides that lie just inside an area move onto its edge. Two rectangles would say it exactly, but readers smooth the edges
/// of such a clip, which letters at the edge of the whole one do not survive.
QRectF FillCutter::widened(const QRectF &local, const QList<QRectF> &areas) const
{
    const double most = crumb / m_path.scale();
    QRectF rect = local;
    for (const QRectF &area : areas) {
        if (!meets(area, rect))
            continue;
        if (area.left() < rect.left() && rect.left() - area.left() < most)
            rect.setLeft(area.left());
        if (area.right() > rect.right() && area.right() - rect.right() < most)
            rect.setRight(area.right());
        if (area.top() < rect.top() && rect.top() - area.top() < most)
            rect.setTop(area.top());
        if (area.bottom() > rect.bottom() && area.bottom() - rect.bottom() < most)
            rect.setBottom(area.bottom());
    }
    return rect;
}

} // namespace dw
