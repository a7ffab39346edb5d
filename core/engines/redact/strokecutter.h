#pragma once

#include "core/engines/redact/pathcutter.h"
#include "core/engines/redact/pathwriter.h"

#include <vector>

namespace dw {

/// Lines minus the areas, as lines: the centre line is kept where the ink beside it is in no area.
///
/// What is cut from a straight piece is where its cross-section meets an area; so a line that runs into a box ends
/// at the box, however wide it is, and one that runs along its border within half its width is gone there. Lines
/// with round or square caps end half a width earlier, as the cap fills that. Joins whose vertex is outside stay:
/// the two lines that meet there show all that the join could tell.
class StrokeCutter
{
public:
    StrokeCutter(const VectorPath &path, const AreaIndex &areas, const PathCutter::Stroke &stroke);

    bool touches() const;
    QList<PathCutter::StrokePiece> pieces() const;

private:
    struct Span { ///< Of one segment, by its parameter.
        double first;
        double last;
    };
    struct Piece {
        std::vector<PathSegment> segments; ///< Local space.
        double start = 0; ///< Length of the sub-path up to it, local space.
        bool fromStart = false; ///< Begins with the sub-path.
        bool toEnd = false;
    };

    bool near(const QRectF &bounds) const;
    bool touched(const VectorPath::Part &part) const;
    std::vector<Span> removed(const PathSegment &user) const;
    void removedFromLine(const QPointF &from, const QPointF &to, double first, double last, std::vector<Span> &spans) const;
    std::vector<Piece> cut(const VectorPath::Part &part) const;
    void addWithoutHiddenControls(const PathSegment &segment, int depth, std::vector<PathSegment> &to, const PathWriter &writer) const;
    void write(const Piece &piece, PathWriter &writer) const;
    double phaseAt(double length) const;

    const VectorPath &m_path;
    const AreaIndex &m_areas;
    const PathCutter::Stroke &m_stroke;
    double m_half; ///< Half the width in user space.
    double m_cap; ///< How far a cap reaches beyond the end.
};

} // namespace dw
