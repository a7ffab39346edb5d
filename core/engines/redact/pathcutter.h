#pragma once

#include "core/engines/redact/areaindex.h"

#include <QList>
#include <QPainterPath>
#include <QTransform>

#include <string>

namespace dw {

/// Takes out of paths what lies in the areas. Paths come in local space with their fill rule set, `ctm` takes them
/// to default user space, and what is left is answered as content stream operators in local space without the
/// painting operator. Sub-paths that no area touches keep their numbers and curves; no vertex of the answer, control
/// points included, lies inside an area.
/// All throw Unprovable: "matrix" (not invertible), "path_numbers" (not finite, or huge where it touches),
/// "path_too_long" (would take too much time).
class PathCutter
{
public:
    /// Areas in default user space, as large as they shall be.
    explicit PathCutter(const QList<QRectF> &areas);

    struct Stroke {
        double width = 1;
        int cap = 0; ///< As in PDF: 0 butt, 1 round, 2 square.
        int join = 0; ///< 0 miter, 1 round, 2 bevel.
        double miter = 10;
        QList<double> dash;
        double phase = 0;
    };

    struct StrokePiece {
        std::string operators; ///< One or more sub-paths.
        QList<double> dash;
        double phase; ///< The dash goes on where the cut line had it.
    };

    /// The outline enters an area. A background that covers an area wholly is not touched.
    bool touchesFill(const QPainterPath &path, const QTransform &ctm) const;
    /// The ink of the line enters an area.
    bool touchesStroke(const QPainterPath &path, const QTransform &ctm, const Stroke &stroke) const;
    /// A vertex lies inside an area, or a curve enters one. Straight edges that pass through tell nothing.
    bool touchesClip(const QPainterPath &path, const QTransform &ctm) const;

    /// The fill minus the areas: paths to be painted one after the other, with the rule they came with (f or f*).
    /// More than one only when a path that is a single rectangle falls apart into rectangles (renderers snap a lone
    /// rectangle to pixels, and the parts shall be snapped alike). Empty: nothing is left.
    QList<std::string> cutFill(const QPainterPath &path, const QTransform &ctm) const;

    /// As cutFill(), but what covers an area wholly gets a hole there: for what is not painted in a plain colour.
    QList<std::string> cutInk(const QPainterPath &path, const QTransform &ctm) const;

    /// The centre line without the parts whose ink would be in an area. Pieces are painted one after the other;
    /// without a dash there is at most one.
    QList<StrokePiece> cutStroke(const QPainterPath &path, const QTransform &ctm, const Stroke &stroke) const;

    /// A clip that lets through the same outside the areas, for W or W* as it was. Never empty: where nothing is
    /// left, it is an empty rectangle.
    std::string cutClip(const QPainterPath &path, const QTransform &ctm) const;

private:
    AreaIndex m_areas;
};

} // namespace dw
