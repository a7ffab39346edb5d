#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace dw {

/// What a file is, judged by its bytes; its name decides only between kinds of plain text.
enum class FileKind { Pdf, Package, Table, Text, Picture };

/// `name` is for messages and its ending; it is not opened. Fails with Unsupported "find.encrypted_office",
/// "find.old_office", "find.kind_unread", all with {name}: nothing is known about what such a file holds.
Result<FileKind> fileKind(const QByteArray &bytes, const QString &name);

QString nameOf(FileKind kind); ///< "pdf", "package", "table", "text", "picture".

} // namespace dw
