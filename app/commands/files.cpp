#include "app/commands/files.h"

#include <QFile>
#include <QFileInfo>

namespace dw::files {

using namespace Qt::StringLiterals;

Result<QByteArray> read(const QString &path)
{
    constexpr qint64 largest = 512LL << 20;
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::NotFound, u"file.missing"_s, {path});
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"file.unreadable"_s, {path}, file.errorString());
    if (file.size() > largest)
        return fail(ErrorCode::LimitExceeded, u"file.too_large"_s, {path});
    return file.readAll();
}

} // namespace dw::files
