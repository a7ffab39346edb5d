#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/engines/crypto/kdf.h"

#include <QByteArray>

namespace dw {

/// What must be known before anything can be unlocked. header.bin holds two copies of 512 bytes, so that one
/// damaged sector loses nothing.
struct VaultHeader {
    static constexpr quint32 currentFormat = 1;
    static constexpr qsizetype copySize = 512;

    quint32 format = currentFormat;
    quint64 sequence = 1; ///< Grows with every rewrite; the higher copy counts.
    VaultId vault;
    QByteArray salt; ///< 32 bytes: slot ids and Argon2id salts derive from it.
    KdfParams kdfFloor; ///< No slot of this vault may be cheaper to guess.
    QByteArray rootPublicKey; ///< Ed25519: signs accounts, levels and the seal authority.

    /// One copy: fields, MAC (authentic, by a key made of the store key), SHA-256 (undamaged).
    QByteArray toCopy(const SecretBytes &macKey) const;

    /// The same vault: only `sequence` may differ.
    bool isSameVault(const VaultHeader &other) const;
};

/// Both copies as found.
struct VaultHeaderFile {
    VaultHeader header; ///< Of the newest undamaged copy.
    QList<QByteArray> copies; ///< Undamaged ones, newest first.
    bool needsRepair = false; ///< One copy is damaged or older.

    /// Errors: "vault.not_a_vault", "vault.newer_version" (arg: its format), "vault.header_damaged",
    /// "vault.header_tampered" (copies of different vaults).
    static Result<VaultHeaderFile> parse(const QByteArray &file);

    /// After unlocking: at least one copy with the same content must be authentic, else "vault.header_tampered".
    Result<> verify(const SecretBytes &macKey) const;
};

} // namespace dw
