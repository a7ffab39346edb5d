#pragma once

#include <QImage>
#include <QList>
#include <QRectF>

namespace dw::pixelcheck {

// Pictures are RGB888 of the displayed page; `scale` is pixels per point, areas are in points.

/// Two pictures of a page are the same outside the areas (grown by two pixels): the edges of letters may be smoothed
/// otherwise, but nothing is lost or added.
bool isSame(const QImage &before, const QImage &after, double scale, const QList<QRectF> &except);

/// The area, but for its rim of two pixels, is black. With a label less than half of it may be light.
bool isBlack(const QImage &picture, double scale, const QRectF &area, bool labelled);

/// Where there was ink there is ink, coarsely: for pictures drawn at another resolution.
bool hasInkOf(const QImage &before, const QImage &after);

/// Something is drawn in the area, away from its rim: neighbouring pixels that differ. A ground that covers it is not.
bool hasInk(const QImage &picture, double scale, const QRectF &area);

} // namespace dw::pixelcheck
