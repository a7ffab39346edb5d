#pragma once

#include "core/engines/redact/cutcontext.h"
#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/pathbuilder.h"
#include "core/engines/redact/patterncutter.h"

namespace dw {

/// Rewrites the paths of one content stream: a path that no area touches is copied, of others the fill, the stroke
/// and the clip are cut each for itself.
class PathPainter
{
public:
    PathPainter(CutContext &context, PatternCutter &patterns, GraphicsState &state, std::string &out);

    /// Path construction, W, W* and painting operators: returns false for any other.
    bool operate(const Operation &operation, bool hidden);

private:
    struct Paint {
        bool close = false;
        bool fill = false;
        bool stroke = false;
        bool evenOdd = false;
    };

    struct Patterns {
        std::string colors; ///< Operators that set cut patterns; empty: the colours stay.
        bool around = false;
        bool keepsFill = true; ///< With its own pattern, or none.
        bool keepsLine = true;
    };

    static const Paint *paintOf(const std::string &name);
    void paint(const Operation &operation, Paint paint, bool hidden);
    void cut(QPainterPath path, const Paint &paint, bool around);
    Patterns plan(const Paint &paint, const QRectF &bounds);
    QRectF boundsOf(const QPainterPath &path, const Paint &paint) const;
    void count(const QRectF &bounds, bool pattern);

    CutContext &m_context;
    PatternCutter &m_patterns;
    GraphicsState &m_state;
    std::string &m_out;
    PathBuilder m_builder;
    std::string m_written; ///< The operators as they came.
    std::string m_clip; ///< "W" or "W*" when it was asked for.
};

} // namespace dw
