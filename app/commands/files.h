#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace dw::files {

/// A whole file that the user named: "file.missing", "file.unreadable" or "file.too_large" (512 MiB).
Result<QByteArray> read(const QString &path);

} // namespace dw::files
