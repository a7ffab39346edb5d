#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace dw {

/// The whole file, at most `limit` bytes. Follows no symbolic link. NotFound "file.missing", Io "file.read",
/// LimitExceeded "file.too_large"; args: the file's name without its directory.
Result<QByteArray> readWholeFile(const QString &path, qint64 limit);

/// Writes `bytes` to a new file beside `path`, syncs it, reads it back, renames it over `path` and syncs the
/// directory: after a crash either the old or the new content is there. Readable by the owner alone.
/// Io "disk.full" or "file.write".
Result<> replaceFile(const QString &path, const QByteArray &bytes);

/// Makes a rename or creation inside `directory` last.
Result<> syncDirectory(const QString &directory);
Result<> syncFile(const QString &path);

/// The Error for the present errno: "disk.full", "file.denied", "file.missing" or `otherwise`.
Error systemError(const QString &path, const QString &otherwise);

} // namespace dw
