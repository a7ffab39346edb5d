#include "core/engines/redact/pathpainter.h"

#include "core/engines/redact/lineplanner.h"
#include "core/engines/redact/operands.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

PathPainter::PathPainter(CutContext &context, PatternCutter &patterns, GraphicsState &state, std::string &out)
    : m_context(context)
    , m_patterns(patterns)
    , m_state(state)
    , m_out(out)
{
}

const PathPainter::Paint *PathPainter::paintOf(const std::string &name)
{
    static const std::map<std::string, Paint> paints {{"S", {false, false, true, false}}, {"s", {true, false, true, false}},
        {"f", {false, true, false, false}}, {"F", {false, true, false, false}}, {"f*", {false, true, false, true}},
        {"B", {false, true, true, false}}, {"B*", {false, true, true, true}}, {"b", {true, true, true, false}},
        {"b*", {true, true, true, true}}, {"n", {false, false, false, false}}};
    const auto found = paints.find(name);
    return found == paints.end() ? nullptr : &found->second;
}

bool PathPainter::operate(const Operation &operation, bool hidden)
{
    if (const Paint *known = paintOf(operation.name)) {
        paint(operation, *known, hidden);
    } else if (operation.name == "W" || operation.name == "W*") {
        m_clip = operation.name;
    } else if (m_builder.add(operation)) {
        ContentProgram::write(operation, m_written);
    } else {
        return false;
    }
    return true;
}

QRectF PathPainter::boundsOf(const QPainterPath &path, const Paint &paint) const
{
    QRectF bounds = m_state.ctm.mapRect(path.controlPointRect());
    if (paint.stroke) {
        const double scale = std::max(std::hypot(m_state.ctm.m11(), m_state.ctm.m12()), std::hypot(m_state.ctm.m21(), m_state.ctm.m22()));
        const double reach = std::max(0.5, m_state.stroke.width * scale * std::max(1.0, m_state.stroke.join == 0 ? m_state.stroke.miter : 1.0) / 2);
        bounds.adjust(-reach, -reach, reach, reach);
    }
    return bounds;
}

void PathPainter::count(const QRectF &bounds, bool pattern)
{
    m_context.changed = true;
    m_context.areas.forEach(bounds, [this, pattern](int area) {
        CutCounts &counts = m_context.counts[m_context.areas.areas().at(area).mark];
        ++(pattern ? counts.others : counts.paths);
        return true;
    });
}

void PathPainter::paint(const Operation &operation, Paint paint, bool hidden)
{
    QPainterPath path = m_builder.path();
    const std::string written = std::move(m_written);
    const std::string clip = std::move(m_clip);
    m_builder.clear();
    m_written.clear();
    m_clip.clear();
    if (path.isEmpty() && written.empty())
        return;
    if (paint.close)
        path.closeSubpath();
    const QRectF bounds = boundsOf(path, paint);
    const bool paints = paint.fill || paint.stroke;
    if (paints && !hidden)
        m_context.painted(bounds);
    Patterns patterns;
    if (paints && !hidden)
        patterns = plan(paint, bounds);
    if (m_context.planner && m_context.planner->isCollecting())
        return;
    if (paints && (hidden || !bounds.adjusted(-1, -1, 1, 1).intersects(m_context.visible))) {
        paint = {};
        m_context.changed = true;
    }
    const bool near = m_context.areas.touches(bounds);
    path.setFillRule(Qt::WindingFill);
    const bool touchedPaint = patterns.around || !patterns.colors.empty()
        || (near
            && ((paint.fill && m_context.paths.touchesFill(path, m_state.ctm))
                || (paint.stroke && m_context.paths.touchesStroke(path, m_state.ctm, m_state.stroke))));
    if (paint.fill && patterns.keepsFill)
        m_state.fill.write(m_out);
    if (paint.stroke && patterns.keepsLine)
        m_state.line.write(m_out);
    const bool touchedClip = near && !clip.empty() && m_context.paths.touchesClip(path, m_state.ctm);
    if (!touchedPaint && !touchedClip) {
        const bool dropped = paints && !paint.fill && !paint.stroke;
        if (dropped && clip.empty())
            return;
        m_out += written + (clip.empty() ? std::string() : clip + "\n") + (dropped ? "n" : operation.name) + "\n";
        return;
    }
    // The new colours are for this path only.
    m_out += patterns.colors.empty() ? std::string() : "q\n" + patterns.colors;
    if (touchedPaint && near)
        cut(path, paint, patterns.around);
    else if (paint.fill || paint.stroke)
        m_out += written + operation.name + "\n";
    m_out += patterns.colors.empty() ? "" : "Q\n";
    if (!clip.empty()) {
        path.setFillRule(clip == "W*" ? Qt::OddEvenFill : Qt::WindingFill);
        m_out += (touchedClip ? m_context.paths.cutClip(path, m_state.ctm) : written) + clip + " n\n";
    }
    count(bounds, !patterns.colors.empty() || patterns.around);
}

PathPainter::Patterns PathPainter::plan(const Paint &paint, const QRectF &bounds)
{
    Patterns result;
    if (paint.fill) {
        const PatternCutter::Plan plan = m_patterns.plan(m_state.fill, bounds);
        result.around = plan.around;
        result.keepsFill = plan.color.empty();
        result.colors += plan.color.empty() ? std::string() : plan.color + " scn\n";
    }
    if (paint.stroke) {
        const PatternCutter::Plan plan = m_patterns.plan(m_state.line, bounds);
        result.keepsLine = plan.color.empty();
        result.colors += plan.color.empty() ? std::string() : plan.color + " SCN\n";
    }
    return result;
}

/// `around`: the fill may not cover an area either.
void PathPainter::cut(QPainterPath path, const Paint &paint, bool around)
{
    if (paint.fill) {
        path.setFillRule(paint.evenOdd ? Qt::OddEvenFill : Qt::WindingFill);
        const QList<std::string> left = around ? m_context.paths.cutInk(path, m_state.ctm) : m_context.paths.cutFill(path, m_state.ctm);
        for (const std::string &piece : left)
            m_out += piece + (paint.evenOdd ? "f*\n" : "f\n");
    }
    if (!paint.stroke)
        return;
    bool dashed = false;
    const auto writeDash = [this](const QList<double> &dash, double phase) {
        m_out += '[';
        for (const double length : dash)
            m_out += operands::number(length) + ' ';
        m_out += "] " + operands::number(phase) + " d\n";
    };
    for (const PathCutter::StrokePiece &piece : m_context.paths.cutStroke(path, m_state.ctm, m_state.stroke)) {
        if (!piece.dash.isEmpty()) {
            writeDash(piece.dash, piece.phase);
            dashed = true;
        }
        m_out += piece.operators + "S\n";
    }
    if (dashed)
        writeDash(m_state.stroke.dash, m_state.stroke.phase);
}

} // namespace dw
