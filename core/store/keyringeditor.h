#pragma once

#include "core/store/keyring.h"

#include <QSet>

namespace dw {

/// Changes who can open a vault. Works on a copy in memory: nothing on disk changes before the caller writes
/// what finish() gave. Everything that speaks for others needs the root key: owner or recovery key, else
/// NotPermitted "account.owner_only".
class KeyringEditor
{
public:
    KeyringEditor(const Keyring &keyring, const KdfLimits &limits, qint64 nowMs);

    struct NewVault {
        VaultId vault;
        QString codeName; ///< Stands in certificates; not a client's or target's name.
        Credentials owner;
        KdfParams kdf;
        SecretBytes recoveryKey; ///< 32 random bytes.
    };
    struct Finished {
        Keyring keyring; ///< As the same user would unlock it now.
        bool isRekeyed = false; ///< The databases need `keyring`'s keys before slots.bin is replaced.
    };

    /// Header and slots of a new vault, with its owner and recovery slot.
    static Result<Finished> createVault(const NewVault &wanted, const KdfLimits &limits, qint64 nowMs);

    /// Name, role, clearance, validity and person are taken from `card`; keys and certificate are made here.
    /// Conflict "account.name_taken", NotPermitted "account.grantor_not_cleared".
    Result<AccountId> addUser(AccountCard card, const Credentials &credentials, const KdfParams &kdf);

    /// New role, clearance, validity or person. A lower clearance gives the levels lost new keys.
    Result<> changeUser(const AccountCard &card);

    /// Takes slot and envelopes away and gives every level the account could open new keys; of an owner, replaces
    /// the root key too.
    Result<> revokeUser(const AccountId &user);

    /// New keys of its own for an account whose passphrase is lost; its earlier signatures stay valid.
    Result<> reissueUser(const AccountId &user, const Credentials &credentials, const KdfParams &kdf);

    /// Rewrites one's own slot.
    Result<> changeOwnPassphrase(const Credentials &credentials, const KdfParams &kdf);

    /// Writes the slot of who unlocked anew after the root key was replaced, pinned to the present one.
    Result<> pinRoot(const Credentials &credentials);
    Result<> pinRoot(const SecretBytes &recoveryKey);

    /// A new root key and seal authority, signed by the former: for every remaining owner and the recovery slot.
    Result<> replaceRoot();

    /// A new recovery key instead of the present one.
    Result<> replaceRecoveryKey(const SecretBytes &recoveryKey);

    /// New keys for these levels; everybody cleared gets them.
    Result<> rotateLevels(int lowest, int highest = 4);

    /// Reads the new slots.bin back as its user and as `check` (whose new slot must open), then hands it over.
    Result<Finished> finish(const Credentials *check = nullptr);

private:
    Result<> needRoot() const;
    Result<> placeUser(const AccountCard &card);
    Result<> giveRoot(const AccountCard &card);
    Result<UserSecrets> issueKeys(AccountCard &card) const;
    Result<> sealCard(const AccountCard &card);
    Result<> grant(int level, const AccountCard &receiver);
    Result<> placeSlot(const UserSecrets &secrets, const Credentials &credentials, const KdfParams &kdf);
    Result<> placeRecoverySlot(const UserSecrets &secrets, const SecretBytes &recoveryKey);
    void dropSlot(const QString &accountName);

    const Keyring &m_keyring;
    KdfLimits m_limits;
    qint64 m_now;
    Slots m_slots;
    std::map<int, LevelKeys> m_levels;
    std::map<AccountId, AccountCard> m_cards;
    QSet<int> m_rotated;
    std::optional<RootSecrets> m_root; // in force when finished
    UserSecrets m_secrets; // one's own: replaced when one reissues oneself
};

} // namespace dw
