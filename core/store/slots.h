#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/engines/crypto/kdf.h"

#include <QByteArray>
#include <QList>

namespace dw {

class SigningKey;

/// Present epoch of a level's keys, and where to seal what is reported upward to it. Signed by the root.
struct LevelEntry {
    int level = 2; ///< 2 = store.db, 3, 4.
    quint32 epoch = 1;
    QByteArray inboxKey; ///< X25519 public key.
    QByteArray signature;

    QByteArray signedBytes(const VaultId &vault) const;
};

/// An account: its card is encrypted under a key made of the store key. Signed by the root.
struct UserEntry {
    AccountId id;
    QByteArray cardHash; ///< SHA-256 of the plain card, public keys included.
    QByteArray sealedCard;
    QByteArray signature;

    QByteArray signedBytes(const VaultId &vault) const;
};

/// What a passphrase (or the recovery key) opens: an account's secret bundle. Found by a hash of the name.
struct PassphraseSlot {
    enum class Kind : quint8 { Passphrase = 0, Recovery = 1 };

    QByteArray id; ///< 16 bytes
    Kind kind = Kind::Passphrase;
    bool needsKeyFile = false;
    KdfParams kdf; ///< Of a passphrase; the recovery key is random and needs none.
    QByteArray sealedBundle;

    QByteArray context(const VaultId &vault) const; ///< AAD of the bundle.
};

/// A level's keys, sealed to one user and signed by who granted them.
struct KeyEnvelope {
    int level = 2;
    quint32 epoch = 1;
    AccountId user;
    AccountId grantor;
    QByteArray box;
    QByteArray signature; ///< By the grantor, over context and box.

    QByteArray context(const VaultId &vault) const; ///< AAD of the box.
    QByteArray signedBytes(const VaultId &vault) const;
};

/// The root's secrets (signing key, seal authority), sealed to an owner or to the recovery slot.
struct RootEnvelope {
    AccountId user;
    QByteArray box;

    QByteArray context(const VaultId &vault) const;
};

/// The vault got a new root key: the one before says so. The first root stands in header.bin and never changes.
struct RootSuccession {
    QByteArray rootPublicKey; ///< Ed25519, from here on.
    QByteArray signature; ///< By the root before it.

    QByteArray signedBytes(const VaultId &vault, const QByteArray &former) const;
};

/// The content of slots.bin.
struct Slots {
    static constexpr quint32 currentFormat = 2; ///< 2: successions of the root key.

    VaultId vault;
    quint64 sequence = 0; ///< Grows with every rewrite.
    QByteArray authority; ///< Certificate of the vault's seal authority, X.509 DER; may be empty.
    QByteArray authoritySignature; ///< By the root.
    QList<LevelEntry> levels;
    QList<UserEntry> users;
    QList<PassphraseSlot> slotList;
    QList<KeyEnvelope> envelopes;
    QList<RootEnvelope> roots;
    QList<RootSuccession> successions; ///< Oldest first.

    QByteArray toBytes(const SecretBytes &macKey) const;

    /// Errors: "vault.newer_version", "vault.slots_damaged".
    static Result<Slots> parse(const QByteArray &file);

    /// Whether `file` was written by somebody who held the store key.
    static bool isAuthentic(const QByteArray &file, const SecretBytes &macKey);

    const LevelEntry *level(int level) const;
    const UserEntry *user(const AccountId &id) const;
    const PassphraseSlot *slot(const QByteArray &id) const;
    QByteArray authoritySignedBytes() const;

    /// Every root is signed by the one before, every level, user and the authority by the last; else
    /// "vault.slots_tampered". `firstRoot`: of header.bin.
    Result<> verifyRoot(const QByteArray &firstRoot) const;
    QByteArray presentRoot(const QByteArray &firstRoot) const;
    bool isOrWasRoot(const QByteArray &firstRoot, const QByteArray &key) const;

    void removeAccess(const AccountId &user); ///< Its envelopes; slots are known only to who holds the name.
};

/// 16 bytes, found again only by who knows the name.
QByteArray slotIdOf(const QByteArray &vaultSalt, const QString &accountName);
QByteArray kdfSaltOf(const QByteArray &vaultSalt, const QString &accountName);
QByteArray recoverySlotId(const QByteArray &vaultSalt);

} // namespace dw
