#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/engines/crypto/exchange.h"
#include "core/engines/crypto/kdf.h"
#include "core/engines/crypto/signing.h"
#include "core/store/accountcard.h"
#include "core/store/keysecrets.h"
#include "core/store/vaultdirectory.h"

#include <map>
#include <optional>

namespace dw {

/// The unlocked keys of one account, and what slots.bin says about the others, all of it verified.
class Keyring
{
public:
    /// Errors: "vault.wrong_passphrase" (also for an unknown account), "vault.key_file_needed",
    /// "kdf.below_floor", "kdf.above_ceiling", "vault.header_tampered", "vault.slots_tampered",
    /// "account.revoked", "account.expired".
    static Result<Keyring> unlock(const VaultDirectory &directory, const Credentials &credentials, qint64 nowMs,
        const KdfLimits &limits = {});
    /// Whether an account unlocks only with its key file; false as well for one that is not there.
    static bool needsKeyFile(const VaultDirectory &directory, const QString &accountName);
    static Result<Keyring> unlock(const VaultHeaderFile &header, VaultDirectory::SlotsFile file,
        const Credentials &credentials, qint64 nowMs, const KdfLimits &limits = {});
    /// The same account in another copy of this vault (a backup, perhaps of before a re-key).
    Result<Keyring> openCopy(const VaultDirectory &copy) const;
    static Result<Keyring> unlockWithRecoveryKey(const VaultDirectory &directory, const SecretBytes &recoveryKey);

    /// Key that opens a slot: Argon2id over the passphrase, then HKDF with the key file, bound to the slot.
    static Result<SecretBytes> slotKey(const VaultHeader &header, const PassphraseSlot &slot,
        const Credentials &credentials, const KdfLimits &limits);
    static SecretBytes recoverySlotKey(const VaultHeader &header, const SecretBytes &recoveryKey);

    const VaultHeader &header() const { return m_header; }
    const Slots &content() const { return m_slots; }
    const AccountCard &own() const { return *card(m_secrets.user); }
    const UserSecrets &secrets() const { return m_secrets; }
    /// False after the root key was replaced, until the account's own slot is written anew: from then on it accepts no
    /// vault that a former holder of the root signs.
    bool isRootPinned() const { return m_secrets.rootPublicKey == m_slots.presentRoot(m_header.rootPublicKey); }
    const RootSecrets *root() const { return m_root ? &*m_root : nullptr; }

    bool isCleared(int level) const { return level < 2 || m_levels.contains(level); }
    SecretBytes levelKey(int level) const; ///< Empty when not cleared.
    const LevelKeys *level(int level) const;

    const std::map<AccountId, AccountCard> &cards() const { return m_cards; }
    const AccountCard *card(const AccountId &id) const;
    const AccountCard *cardByName(const QString &name) const; ///< Active or not; the active one first.
    QByteArray signingKeysOf(const AccountId &id) const; ///< 32 bytes each; empty when unknown.

    /// For a level above one's own clearance (3 or 4): readable by who is cleared. `purpose` binds the place.
    Result<QByteArray> sealToLevel(int level, QByteArrayView plain, QByteArrayView purpose) const;
    Result<SecretBytes> openFromLevel(int level, QByteArrayView box, QByteArrayView purpose) const;

    /// For one account alone.
    Result<QByteArray> sealToAccount(const AccountId &account, QByteArrayView plain, QByteArrayView purpose) const;
    Result<SecretBytes> openOwn(QByteArrayView box, QByteArrayView purpose) const;

    SecretBytes headerMacKey() const;
    SecretBytes slotsMacKey() const;
    SecretBytes anchorKey(QByteArrayView purpose) const; ///< Survives re-keying.

private:
    friend class KeyringEditor;

    static Result<Keyring> open(
        const VaultHeaderFile &header, VaultDirectory::SlotsFile file, UserSecrets secrets);
    Result<> openLevels();
    Result<> openCards();
    Result<> openRoot();
    Result<> checkAccount(qint64 nowMs) const;

    VaultHeader m_header;
    Slots m_slots;
    UserSecrets m_secrets;
    std::map<int, LevelKeys> m_levels;
    std::map<AccountId, AccountCard> m_cards;
    std::optional<RootSecrets> m_root;
};

/// Keys for header.bin, slots.bin and the cards, made of the store key.
SecretBytes macKeyOf(const SecretBytes &storeKey, QByteArrayView purpose);

} // namespace dw
