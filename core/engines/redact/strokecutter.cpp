#include "core/engines/redact/strokecutter.h"

#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double margin = 0.005; // points around an area: more than flattening and rounding move a point
constexpr double flatness = 0.002; // points
constexpr double least = 0.5; // points: a line of width 0 is as thin as the device can draw it
constexpr double crumb = 0.02; // points
constexpr double dot = 1e-5; // points: a line of no length, which caps make a dot

double distance(const QPointF &a, const QPointF &b)
{
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}

double arcLength(const PathSegment &segment)
{
    const int chords = segment.curve ? 64 : 1;
    double sum = 0;
    for (int i = 0; i < chords; ++i)
        sum += distance(segment.at(double(i) / chords), segment.at(double(i + 1) / chords));
    return sum;
}

/// Where along a line (as x, with y across it) a rectangle's corners, seen from that line, are within `half` of it.
bool reach(const QPointF (&corners)[4], double half, double &first, double &last)
{
    first = HUGE_VAL;
    last = -HUGE_VAL;
    const auto take = [&](double along) {
        first = std::min(first, along);
        last = std::max(last, along);
    };
    for (int i = 0; i < 4; ++i) {
        const QPointF a = corners[i];
        const QPointF b = corners[(i + 1) % 4];
        if (std::abs(a.y()) < half)
            take(a.x());
        for (const double side : {-half, half}) {
            if ((a.y() < side) != (b.y() < side))
                take(a.x() + (b.x() - a.x()) * (side - a.y()) / (b.y() - a.y()));
        }
    }
    return first < last;
}

} // namespace

StrokeCutter::StrokeCutter(const VectorPath &path, const AreaIndex &areas, const PathCutter::Stroke &stroke)
    : m_path(path)
    , m_areas(areas)
    , m_stroke(stroke)
    , m_half(std::max(std::abs(stroke.width) * path.scale(), least) / 2)
    , m_cap(stroke.cap == 0 ? 0 : m_half)
{
    if (!std::isfinite(m_half))
        throw Unprovable {u"path_numbers"_s};
}

bool StrokeCutter::near(const QRectF &bounds) const
{
    const double reach = m_half + m_cap + margin;
    return m_areas.anyNear(bounds.adjusted(-reach, -reach, reach, reach));
}

bool StrokeCutter::touches() const
{
    return std::any_of(m_path.parts().begin(), m_path.parts().end(), [this](const VectorPath::Part &part) { return touched(part); });
}

bool StrokeCutter::touched(const VectorPath::Part &part) const
{
    if (!near(part.bounds))
        return false;
    for (const PathSegment &local : m_path.segments(part, false)) {
        const PathSegment segment = local.mapped(m_path.toUser());
        if (!near(segment.bounds()))
            continue;
        if (segment.curve && (m_areas.contains(segment.points[1]) || m_areas.contains(segment.points[2])))
            return true;
        if (!removed(segment).empty())
            return true;
    }
    return false;
}

/// `first` to `last`: the parameters of the curve that this chord stands for.
void StrokeCutter::removedFromLine(const QPointF &from, const QPointF &to, double first, double last, std::vector<Span> &spans) const
{
    const double length = distance(from, to);
    const double around = m_half + m_cap + margin;
    const QList<QRectF> areas = m_areas.near(QRectF(from, to).normalized().adjusted(-around, -around, around, around));
    if (length < dot) {
        if (!areas.isEmpty())
            spans.push_back({first, last});
        return;
    }
    const QPointF way = (to - from) / length;
    for (const QRectF &area : areas) {
        const QRectF grown = area.adjusted(-margin, -margin, margin, margin);
        QPointF corners[] {grown.topLeft(), grown.topRight(), grown.bottomRight(), grown.bottomLeft()};
        for (QPointF &corner : corners) {
            const QPointF seen = corner - from;
            corner = {QPointF::dotProduct(seen, way), way.x() * seen.y() - way.y() * seen.x()};
        }
        double begin = 0;
        double end = 0;
        // A line that only lies against an area from outside does not enter it.
        if (!reach(corners, std::max(m_half - 2 * margin, margin), begin, end))
            continue;
        begin = std::max(begin - m_cap, 0.0) / length;
        end = std::min((end + m_cap) / length, 1.0);
        if (begin < end)
            spans.push_back({first + (last - first) * begin, first + (last - first) * end});
    }
}

/// In order, not overlapping.
std::vector<StrokeCutter::Span> StrokeCutter::removed(const PathSegment &user) const
{
    std::vector<Span> spans;
    const int chords = user.chords(flatness);
    QPointF from = user.from();
    for (int i = 0; i < chords; ++i) {
        const QPointF to = i + 1 == chords ? user.to() : user.at(double(i + 1) / chords);
        removedFromLine(from, to, double(i) / chords, double(i + 1) / chords, spans);
        from = to;
    }
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.first < b.first; });
    std::vector<Span> merged;
    for (const Span &span : spans) {
        if (!merged.empty() && span.first <= merged.back().last + 1e-9)
            merged.back().last = std::max(merged.back().last, span.last);
        else
            merged.push_back(span);
    }
    return merged;
}

/// A curve stays outside where its control points may not: halves of it have them nearer.
void StrokeCutter::addWithoutHiddenControls(const PathSegment &segment, int depth, std::vector<PathSegment> &to, const PathWriter &writer) const
{
    const PathSegment user = segment.mapped(m_path.toUser());
    const bool hidden = segment.curve && (m_areas.contains(user.points[1]) || m_areas.contains(user.points[2]));
    if (!hidden) {
        to.push_back(segment);
        return;
    }
    if (depth == 0) {
        to.push_back({{segment.from(), {}, {}, segment.to()}, false});
        return;
    }
    PathSegment early = segment.part(0, 0.5);
    PathSegment late = segment.part(0.5, 1);
    for (std::size_t i = 1; i < 3; ++i) {
        early.points[i] = writer.rounded(early.points[i]);
        late.points[i] = writer.rounded(late.points[i]);
    }
    early.points[3] = late.points[0] = writer.rounded(early.points[3]);
    addWithoutHiddenControls(early, depth - 1, to, writer);
    addWithoutHiddenControls(late, depth - 1, to, writer);
}

std::vector<StrokeCutter::Piece> StrokeCutter::cut(const VectorPath::Part &part) const
{
    const PathWriter writer(m_path, m_areas);
    std::vector<Piece> pieces;
    const std::vector<PathSegment> segments = m_path.segments(part, false);
    double length = 0;
    bool open = false; // the last piece goes on
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const PathSegment &segment = segments[i];
        const PathSegment user = segment.mapped(m_path.toUser());
        std::vector<Span> gaps = near(user.bounds()) ? removed(user) : std::vector<Span>();
        gaps.push_back({1, 1});
        double reached = 0;
        for (const Span &gap : gaps) {
            // A crumb has no direction left once it is rounded, and a join would show that.
            const bool crumbs = gap.first - reached < 1 && (gap.first - reached) * arcLength(user) < crumb;
            if (gap.first > reached && !crumbs) {
                if (!open || reached > 0) {
                    pieces.push_back({{}, length + (reached > 0 ? arcLength(segment.part(0, reached)) : 0), i == 0 && reached <= 0, false});
                }
                PathSegment kept = segment.part(reached, gap.first);
                for (std::size_t k = 0; k < 4; ++k) {
                    const bool source = (k == 0 && reached <= 0) || (k == 3 && gap.first >= 1) || (reached <= 0 && gap.first >= 1);
                    if (!source)
                        kept.points[k] = writer.rounded(kept.points[k]);
                }
                addWithoutHiddenControls(kept, 12, pieces.back().segments, writer);
                open = gap.first >= 1;
            } else {
                open = false;
            }
            reached = std::max(reached, gap.last);
        }
        length += arcLength(segment);
    }
    if (open && !pieces.empty())
        pieces.back().toEnd = true;
    return pieces;
}

double StrokeCutter::phaseAt(double length) const
{
    double period = 0;
    for (const double dash : m_stroke.dash)
        period += dash;
    if (m_stroke.dash.size() % 2 == 1)
        period *= 2;
    return period > 0 ? std::round(std::fmod(m_stroke.phase + length, period) * 1e6) / 1e6 : m_stroke.phase;
}

void StrokeCutter::write(const Piece &piece, PathWriter &writer) const
{
    double length = 0;
    for (const PathSegment &segment : piece.segments)
        length += arcLength(segment.mapped(m_path.toUser()));
    const bool whole = piece.fromStart && piece.toEnd;
    if (length < crumb && !whole)
        return;
    writer.move(piece.segments.front().from());
    for (const PathSegment &segment : piece.segments)
        writer.segment(segment);
}

QList<PathCutter::StrokePiece> StrokeCutter::pieces() const
{
    QList<PathCutter::StrokePiece> result;
    PathWriter together(m_path, m_areas);
    const bool dashed = !m_stroke.dash.isEmpty();
    for (const VectorPath::Part &part : m_path.parts()) {
        if (!touched(part)) {
            together.part(part);
            continue;
        }
        std::vector<Piece> pieces = cut(part);
        // The two ends of a closed line meet in a join. A dash starts anew there.
        if (part.closed && pieces.size() > 1 && !dashed && pieces.front().fromStart && pieces.back().toEnd) {
            auto &head = pieces.front().segments;
            head.insert(head.begin(), pieces.back().segments.begin(), pieces.back().segments.end());
            pieces.pop_back();
        }
        for (const Piece &piece : pieces) {
            if (!dashed) {
                write(piece, together);
                if (part.closed && piece.fromStart && piece.toEnd && pieces.size() == 1)
                    together.close();
                continue;
            }
            PathWriter alone(m_path, m_areas);
            write(piece, alone);
            if (alone.subPaths() > 0)
                result.append({alone.take(), m_stroke.dash, phaseAt(piece.start)});
        }
    }
    if (together.subPaths() > 0)
        result.prepend({together.take(), m_stroke.dash, m_stroke.phase});
    return result;
}

} // namespace dw
