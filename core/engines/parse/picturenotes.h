#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace dw {

/// Where a page's pictures are, as an output device meets them, and whether anything is drawn at all.
struct PictureNotes {
    QList<QRectF> boxes;
    QList<double> resolutions; ///< Of each, dots per inch.
    bool isDrawn = false;

    /// The unit square as the matrix places it; `width` is in pixels.
    template <typename Matrix>
    void add(const Matrix &m, int width)
    {
        isDrawn = true;
        const QPointF origin(m[4], m[5]);
        const QPointF across(m[0], m[1]);
        const QPointF up(m[2], m[3]);
        constexpr qsizetype enough = 10'000;
        if (boxes.size() < enough)
            boxes.append(QPolygonF({origin, origin + across, origin + across + up, origin + up}).boundingRect());
        if (resolutions.size() < boxes.size())
            resolutions.append(72.0 * width / std::max(1.0, std::hypot(across.x(), across.y())));
    }
};

} // namespace dw
