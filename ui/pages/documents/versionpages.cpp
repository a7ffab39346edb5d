#include "ui/pages/documents/versionpages.h"

#include "core/worker/viewsession.h"

namespace dw {

Result<QImage> VersionPages::draw(int page, QSize size, JobContext &job)
{
    DW_ASSIGN(const PagePixels pixels, m_version->draw(page, size.width(), size.height(), job));
    // The picture keeps the bytes: they are not copied.
    auto *const bytes = new QByteArray(pixels.rgb32);
    return QImage(reinterpret_cast<const uchar *>(bytes->constData()), pixels.width, pixels.height, 4 * qsizetype(pixels.width), QImage::Format_RGB32,
        [](void *held) { delete static_cast<QByteArray *>(held); }, bytes);
}

} // namespace dw
