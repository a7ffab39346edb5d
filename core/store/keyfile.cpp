#include "core/store/keyfile.h"

#include "core/engines/crypto/random.h"
#include "core/store/vaultfile.h"

#include <QFile>
#include <QFileInfo>

namespace dw::keyfile {

using namespace Qt::StringLiterals;

Result<QByteArray> read(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Io, u"file.unreadable"_s, {name});
    const QByteArray bytes = file.read(largest + 1);
    if (bytes.isEmpty())
        return fail(ErrorCode::InvalidInput, u"keyfile.empty"_s, {name});
    if (bytes.size() > largest)
        return fail(ErrorCode::InvalidInput, u"keyfile.too_large"_s, {name});
    return bytes;
}

Result<QByteArray> make(const QString &path)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::Conflict, u"keyfile.exists"_s, {QFileInfo(path).fileName()});
    const QByteArray bytes = randomBytes(64).toBase64() + '\n';
    DW_TRY(replaceFile(path, bytes));
    return bytes;
}

} // namespace dw::keyfile
