#pragma once

#include <QPainterPath>
#include <QTransform>

#include <array>
#include <optional>
#include <vector>

namespace dw {

/// A line (first and last point) or a cubic curve.
struct PathSegment {
    std::array<QPointF, 4> points;
    bool curve = false;

    QPointF from() const { return points[0]; }
    QPointF to() const { return points[3]; }
    QPointF at(double t) const;
    PathSegment part(double first, double last) const; ///< Exact, by subdivision.
    PathSegment mapped(const QTransform &matrix) const;
    QRectF bounds() const; ///< Of the control points.
    int chords(double tolerance) const; ///< That stay this near to it; 1 for a line.
};

/// A path by its sub-paths, in local space, with where they are in default user space.
class VectorPath
{
public:
    struct Part {
        int first; ///< Elements of the QPainterPath.
        int end;
        bool closed;
        QRectF bounds; ///< Of the control points, default user space.
    };

    /// Throws Unprovable("matrix"), ("path_numbers") when something is not finite. `path` must outlive it.
    VectorPath(const QPainterPath &path, const QTransform &toUser);

    const std::vector<Part> &parts() const { return m_parts; }
    Qt::FillRule fillRule() const { return m_path.fillRule(); }
    const QTransform &toUser() const { return m_toUser; }
    const QTransform &toLocal() const { return m_toLocal; }
    double scale() const { return m_scale; } ///< The most that a length grows from local to user space.
    bool keepsAxes() const; ///< Rectangles stay rectangles.

    /// Local space. `closing`: with the line that a fill adds to an open sub-path.
    std::vector<PathSegment> segments(const Part &part, bool closing) const;

    /// The part is an axis-aligned rectangle in local space (perhaps without width or height).
    std::optional<QRectF> rectangle(const Part &part) const;

private:
    const QPainterPath &m_path;
    QTransform m_toUser;
    QTransform m_toLocal;
    double m_scale = 1;
    std::vector<Part> m_parts;
};

} // namespace dw
