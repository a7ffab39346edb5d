#include "core/base/atomicwrite.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace dw {

using namespace Qt::StringLiterals;

Result<> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    const QString name = QFileInfo(path).fileName();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Io, u"file.unwritable"_s, {name}, file.errorString());
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG || file.error() == QFileDevice::ResourceError;
        return fail(ErrorCode::Io, full ? u"store.disk_full"_s : u"file.unwritable"_s, {name}, file.errorString());
    }
    return {};
}

} // namespace dw
