#pragma once

#include "core/engines/redact/contentprogram.h"
#include "core/engines/redact/imagereader.h"

#include <qpdf/QPDF.hh>

#include <QList>
#include <QPolygonF>
#include <QString>

namespace dw {

/// Takes what lies in an area out of an image: black in the image's own colour space, bit for bit the same
/// elsewhere (for DCT, JPX, JBIG2 and CCITT: the same as decoded). Next to the area, where the coding mixes samples
/// with hidden ones, they are replaced by copies of the nearest that it does not. An image whose samples are large
/// beside the area is cut at a finer grid, and where they are too large for letters exactly along the area. Soft masks and masks are cut at their own resolution: opaque. A stencil
/// paints nothing there. Remarks, alternates and everything else that is no picture stay behind. The original
/// stream is never changed.
/// Throws Unprovable: "image_too_large" over `mostBytes` decoded, "external_stream", "image_matte",
/// "image_premultiplied", "image_color_key", "matrix".
class ImageCutter
{
public:
    /// `pdf` must outlive this; new streams are made in it.
    explicit ImageCutter(QPDF &pdf);

    static constexpr qint64 mostBytes = 256 * 1024 * 1024;

    struct Result {
        QPDFObjectHandle image; ///< A new image XObject, Flate; the old one if no area touches it.
        bool whole = false; ///< It could not be decoded: one black sample, or nothing painted for a stencil.
        QString note; ///< Stable id of why `whole`: "image_damaged" or "image_mask_damaged"; else empty.
    };

    /// `areas` in image space: the unit square, x to the right, y up; any polygons.
    Result cut(QPDFObjectHandle image, const QList<QPolygonF> &areas);

    /// BI .. ID .. EI as an image XObject with full key and value names; colour space names are looked up in `resources`.
    QPDFObjectHandle fromInline(const Operation &inlineImage, QPDFObjectHandle resources);

private:
    using ReadMask = std::optional<ReadImage>;

    QPDFObjectHandle write(ReadImage &image, QPDFObjectHandle source);
    bool cutMasks(QPDFObjectHandle source, const QList<QPolygonF> &areas, QSize size,
        const std::optional<ImageSamples> &alpha, QPDFObjectHandle target);
    ReadMask readMask(QPDFObjectHandle mask);
    QPDFObjectHandle cutMask(ReadMask read, QPDFObjectHandle source, const QList<QPolygonF> &areas, int opaque);
    Result whole(QPDFObjectHandle source, const QString &note);

    QPDF &m_pdf;
};

} // namespace dw
