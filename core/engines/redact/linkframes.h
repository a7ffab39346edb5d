#pragma once

#include <QList>
#include <QRectF>

#include <qpdf/QPDF.hh>

namespace dw {

/// The borders of links. Some readers draw them, others do not, so they can become no part of the page: the output would
/// look unlike the original in one or the other. A frame is the link without anything but its place and looks.
class LinkFrames
{
public:
    /// Of the links of a page that may show a border, as direct dictionaries.
    static std::vector<QPDFObjectHandle> of(QPDFObjectHandle page);

    /// Copies the frames among the annotations of `from` to `to`, but those that come near an area (default user space):
    /// what stood in them is gone, or moved, and they would tell how wide it was.
    static void copy(QPDFObjectHandle from, QPDFObjectHandle to, const QList<QRectF> &areas);

    /// Copies /Border and /BS, as far as they are what they should be; the second is whether nothing else is in them.
    static void copyLine(QPDFObjectHandle from, QPDFObjectHandle to);
    static bool isLine(QPDFObjectHandle annotation);

    /// Whether an annotation is nothing but a frame.
    static bool isFrame(QPDFObjectHandle annotation);
};

} // namespace dw
