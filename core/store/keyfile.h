#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace dw {

/// A file that unlocks together with a passphrase: something one has beside something one knows. Any file will do that
/// never changes; make() writes one of random bytes. Its content goes into the key derivation, see Keyring::slotKey().
namespace keyfile {

inline constexpr qint64 largest = 1 << 20; ///< Bytes.

/// InvalidInput "keyfile.empty", "keyfile.too_large", Io "file.unreadable" (arg: name).
Result<QByteArray> read(const QString &path);

/// A new one: 64 random bytes in base 64, readable by the owner alone. Conflict "keyfile.exists".
Result<QByteArray> make(const QString &path);

} // namespace keyfile

} // namespace dw
