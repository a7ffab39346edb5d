#pragma once

#include "core/domain/pdfpage.h"

#include <QList>
#include <QRectF>

namespace dw {

/// How two pictures of the same page differ.
struct PictureDifference {
    bool sizesDiffer = false; ///< Nothing else was compared then.
    qint64 pixels = 0; ///< Pixels compared.
    qint64 inside = 0; ///< Differing pixels within the expected areas.
    qint64 outside = 0; ///< ... and anywhere else.
    QList<QRectF> places; ///< Where those outside are: displayed page, points, origin top-left; touching cells are one.
};

/// Compares two pictures of a page that were drawn alike.
class PictureCompare
{
public:
    enum class Care {
        Exact, ///< The same program drew the same content: what differs by more than a shade is a difference.
        Coarse, ///< One of them was made a picture before: only what is seen from reading distance counts.
    };

    /// `expected`: where differences are known and named otherwise; displayed page, points. `dpi` of both pictures.
    static PictureDifference compare(const PdfPicture &before, const PdfPicture &after, const QList<QRectF> &expected, double dpi, Care care = Care::Exact);
};

} // namespace dw
