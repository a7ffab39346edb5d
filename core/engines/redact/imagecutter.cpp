#include "core/engines/redact/imagecutter.h"

#include "core/engines/redact/unprovable.h"

using namespace Qt::StringLiterals;

namespace dw {

ImageCutter::ImageCutter(QPDF &pdf)
    : m_pdf(pdf)
{
}

ImageCutter::Result ImageCutter::cut(QPDFObjectHandle, const QList<QPolygonF> &)
{
    throw Unprovable {u"image_in_area"_s};
}

QPDFObjectHandle ImageCutter::fromInline(const Operation &, QPDFObjectHandle)
{
    throw Unprovable {u"image_in_area"_s};
}

} // namespace dw
