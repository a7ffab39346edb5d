#pragma once

#include "core/engines/crypto/kdf.h"
#include "core/store/keychain.h"
#include "core/store/keyringeditor.h"
#include "core/store/transaction.h"

namespace dw {

class Store;

/// Who an account is to be.
struct AccountTerms {
    Role role = Role::Reviewer;
    int clearance = 2; ///< 2, 3 or 4.
    qint64 validUntil = 0; ///< UTC milliseconds, 0 = no end; auditors must have one.
    PersonId person; ///< May be null.
};

/// Cost and place of what the service writes; from SessionOptions.
struct AccountSettings {
    VaultDirectory directory;
    KdfParams kdf;
    KdfLimits limits;
    double passphraseFloor = 40.0; ///< Bits, see passphrase.h.
};

/// The accounts of a vault: who opens it, in which role, up to which level. slots.bin, signed by the root, is the
/// authority; register "account" mirrors it for lists, checks and the trail. Only an owner or the recovery key
/// manages accounts (NotPermitted "account.owner_only"), and can give only levels it holds itself
/// ("account.grantor_not_cleared").
class AccountService
{
public:
    AccountService(Store &store, KeyChain &keys, AccountSettings settings);

    QList<AccountCard> list() const; ///< By name; the recovery slot and revoked ones included.
    Result<AccountCard> get(const AccountId &id) const; ///< NotFound "account.missing".
    Result<AccountCard> byName(const QString &name) const;
    bool canManage() const;

    /// Errors: Conflict "account.name_taken", InvalidInput "account.invalid", "account.auditor_needs_end",
    /// "passphrase.too_short", "passphrase.too_weak".
    Result<AccountId> add(const AccountTerms &terms, const Credentials &credentials);

    /// A lower clearance gives the levels lost new keys. "account.last_owner".
    Result<> change(const AccountId &id, const AccountTerms &terms, const QString &reason);
    Result<> linkPerson(const AccountId &id, const PersonId &person);

    /// Takes the account's access away: new keys for every level it could open, for store.db too; of an owner, a new
    /// root key as well. What it copied
    /// before stays readable to it. "account.last_owner", "account.cannot_revoke" (oneself, the recovery slot).
    Result<> revoke(const AccountId &id, const QString &reason);

    /// Revocations whose new keys are still missing because the program was interrupted: call revoke() again.
    QList<AccountId> unfinishedRevocations() const;

    /// Whether the one at the keyboard still knows the passphrase: asked again before files leave the vault.
    Result<> prove(const Credentials &present) const;

    /// One's own, after proving the present one.
    Result<> changePassphrase(const Credentials &present, const Credentials &wanted);

    /// After the root key was replaced: binds the slot of who just unlocked to the present one. Nothing to do otherwise.
    Result<> pinRoot(const Credentials &own);
    Result<> pinRoot(const SecretBytes &recoveryKey);

    /// For somebody who lost theirs: the account gets new keys; its earlier signatures stay valid.
    Result<> resetPassphrase(const AccountId &id, const Credentials &wanted, const QString &reason);

    /// A new recovery key; the former one no longer opens the vault. Printed groups.
    Result<SecretBytes> replaceRecoveryKey(const QString &reason);

    /// Brings register "account" in line with slots.bin inside `tx`; by who opens a vault. Number of rows changed.
    Result<int> mirror(WriteTx &tx, const Keyring &keyring) const;

private:
    Result<> needManager() const;
    Result<> checkTerms(const AccountTerms &terms) const;
    Result<> checkOwnersRemain(const AccountId &without) const;
    Result<> commit(const Action &action, KeyringEditor::Finished finished);
    Result<> putInForce(const KeyringEditor::Finished &finished) const;
    Result<> mirrorCard(WriteTx &tx, const AccountCard &card, quint64 sequence, int *changed) const;

    Store &m_store;
    KeyChain &m_keys;
    AccountSettings m_settings;
};

} // namespace dw
