#pragma once

#include "core/engines/redact/vectorpath.h"

#include <QPolygonF>

#include <map>
#include <memory>

namespace dw {

/// Polygons minus rectangles, in default user space; curves become chords (0.02 pt).
class AreaClipper
{
public:
    explicit AreaClipper(const QTransform &toUser);
    ~AreaClipper();

    /// One closed sub-path, in local space.
    void add(const std::vector<PathSegment> &segments);

    struct Corner {
        QPointF point; ///< Local space where `source`, else default user space.
        bool source; ///< A point of the path itself.
    };
    using Ring = std::vector<Corner>;

    /// Rings that do not overlap: the same is filled by both rules. Throws Unprovable("path_too_long").
    std::vector<Ring> minus(const QList<QRectF> &areas, Qt::FillRule rule) const;

private:
    struct Rings;
    void checkEffort() const;

    QTransform m_toUser;
    std::unique_ptr<Rings> m_rings;
    std::map<std::pair<qint64, qint64>, QPointF> m_sources; ///< Where the vertices of the path went.
};

} // namespace dw
