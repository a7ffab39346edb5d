#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace dw {

/// Writes a whole file or nothing: into a fresh file beside the target, fsync, rename. Errors: "file.unwritable"
/// {name}, "store.disk_full" {name}.
Result<> writeFileAtomically(const QString &path, const QByteArray &bytes);

} // namespace dw
