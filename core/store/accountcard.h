#pragma once

#include "core/base/result.h"
#include "core/domain/actor.h"

#include <QByteArray>
#include <QList>

namespace dw {

/// What the vault's root says about one account. Kept encrypted in slots.bin, so that names are not in clear,
/// and signed by the root key, so that neither a role nor a public key can be slipped in.
struct AccountCard {
    enum class Status { Active, Revoked };

    AccountId id;
    QString name; ///< As typed at the unlock screen.
    Role role = Role::Auditor;
    int clearance = 2;
    Status status = Status::Active;
    qint64 validUntil = 0; ///< UTC milliseconds; 0 = no end (auditors have one).
    PersonId person; ///< Who it is; may be null.
    QByteArray exchangeKey; ///< X25519, 32 bytes: level keys and messages are sealed to it.
    QByteArray signingKey; ///< Ed25519, 32 bytes: its entries in the trail.
    QList<QByteArray> formerSigningKeys; ///< Of before a recovery or a new passphrase by the owner.
    QByteArray certificate; ///< X.509 DER for sealing reports, issued by the vault's authority.
    qint64 serial = 1; ///< Grows with every change.
    QByteArray blind; ///< 16 random bytes, so that the hash of a card says nothing about its name.

    QByteArray toBytes() const; ///< Canonical JSON.
    static Result<AccountCard> parse(const QByteArray &bytes); ///< "vault.slots_damaged"

    Actor actor() const { return {id, name, role, clearance}; }
    bool isActive(qint64 nowMs) const { return status == Status::Active && (validUntil == 0 || nowMs < validUntil); }
    /// May hold the root key: owners, and the recovery slot.
    bool isRootHolder() const { return status == Status::Active && (role == Role::Owner || role == Role::Recovery); }
    /// All keys that signed for this account, the present one first, 32 bytes each.
    QByteArray signingKeys() const;
};

/// How account names are compared and slots found: NFKC, lower case, one space for many.
QString normalisedAccountName(const QString &name);

} // namespace dw
