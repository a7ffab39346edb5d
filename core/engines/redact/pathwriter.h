#pragma once

#include "core/engines/redact/areaindex.h"
#include "core/engines/redact/vectorpath.h"

#include <string>

namespace dw {

/// Writes path construction operators in local space and looks at every point it writes: one that lies inside an
/// area throws Unprovable("path_vertex").
class PathWriter
{
public:
    PathWriter(const VectorPath &space, const AreaIndex &areas);

    /// A computed point, to a step of at most 0.0005 of user space. Points of the source are written as they are.
    QPointF rounded(const QPointF &local) const;
    double rounded(double local) const;

    void move(const QPointF &to);
    void line(const QPointF &to);
    void curve(const PathSegment &segment); ///< From its second point on.
    void segment(const PathSegment &segment) { segment.curve ? curve(segment) : line(segment.to()); }
    void close();
    void rectangle(const QRectF &local) { rectangle(local.topLeft(), local.size()); }
    void rectangle(const QPointF &corner, const QSizeF &size); ///< As "re" takes them: sizes may be negative.
    void part(const VectorPath::Part &part); ///< As it was.

    int subPaths() const { return m_subPaths; }
    std::string take();

private:
    void point(const QPointF &local);
    void number(double value);

    const VectorPath &m_space;
    const AreaIndex &m_areas;
    double m_grid = 1000; ///< Steps in one local unit.
    int m_subPaths = 0;
    std::string m_text;
};

} // namespace dw
