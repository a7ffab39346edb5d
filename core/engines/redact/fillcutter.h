#pragma once

#include "core/engines/redact/pathwriter.h"

#include <QStringList>

#include <string>
#include <vector>

namespace dw {

/// Filled areas and clips minus the areas. Sub-paths whose bounding boxes overlap belong together (one may be the
/// hole of another); only groups that an area touches are cut, the others are written as they were.
class FillCutter
{
public:
    /// What counts as touched: an outline that enters an area, only its vertices (clips), or any ink in an area.
    enum class Touch { Outline, Vertices, Ink };

    FillCutter(const VectorPath &path, const AreaIndex &areas, Touch touch);

    bool touches() const;

    /// As PathCutter::cutFill().
    QList<std::string> fills() const;
    /// All of it as one path; empty: nothing left.
    std::string whole() const;
    /// Of a clip that is one rectangle: what rectangle does the same outside the areas. Null: none does.
    std::optional<QRectF> trimmed(const QRectF &local) const;

private:
    using Group = std::vector<std::size_t>;

    bool touched(const VectorPath::Part &part) const;
    std::vector<Group> groups() const;
    std::vector<QRectF> rectangles(const QRectF &local) const;
    QRectF frameOf(const QRectF &local) const;
    void cut(const Group &group, PathWriter &writer) const;
    void cutLine(const std::vector<PathSegment> &segments, PathWriter &writer) const;
    QList<QRectF> around(const QRectF &bounds) const; ///< Areas there, a little larger, so that rounding stays out.
    QList<QRectF> aroundLocal(const QRectF &local) const;
    QRectF widened(const QRectF &local, const QList<QRectF> &areas) const;

    const VectorPath &m_path;
    const AreaIndex &m_areas;
    Touch m_touch;
};

} // namespace dw
