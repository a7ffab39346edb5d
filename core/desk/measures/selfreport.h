#pragma once

#include "core/base/result.h"

#include <QString>

namespace dw {

class Store;

/// What the program knows about its own protection of this vault.
struct SelfReport {
    QString directory; ///< Of the vault: its databases and blobs are looked at.
    bool isKdfCurrent = false; ///< No slot is cheaper to guess than what this program ships.
    QString kdf; ///< "Argon2id 256 MiB, 3 passes"
    bool isFormatCurrent = false;
    QString format;
    QString version; ///< Of this program.
};

/// Writes the facts "vault.cipher", "vault.blobs_encrypted", "vault.kdf", "vault.format" and "app.version" that the
/// checks read. Looks at the files themselves: a database or blob that begins like a plain one is not encrypted.
/// Writes nothing while all facts are the same and younger than a day.
Result<> writeSelfReport(Store &store, const SelfReport &report);

} // namespace dw
