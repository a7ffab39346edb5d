#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/ids.h"
#include "core/engines/crypto/exchange.h"
#include "core/engines/crypto/signing.h"

#include <QString>

#include <vector>

namespace dw {

/// The keys of one level in one epoch.
struct LevelKeys {
    SecretBytes key; ///< SQLCipher key of the level's database.
    std::vector<ExchangeKey> inboxes; ///< Present one first, then those of earlier epochs.
    SecretBytes anchor; ///< Level 2 only: stays over all epochs; authenticates what a device remembers.

    SecretBytes toBytes() const;
    static Result<LevelKeys> parse(const SecretBytes &bytes);
    static LevelKeys generate(const LevelKeys *previous);
    LevelKeys clone() const;
};

/// What an account owns alone.
struct UserSecrets {
    VaultId vault;
    AccountId user;
    QByteArray rootPublicKey; ///< Pinned here: a vault whose roots do not descend from it is not the one that was joined.
    ExchangeKey exchange;
    SigningKey signing;
    SecretBytes sealKey; ///< P-256, PKCS#8 DER, for sealing reports.

    SecretBytes toBytes() const;
    static Result<UserSecrets> parse(const SecretBytes &bytes);
    UserSecrets clone() const;
};

/// Held by owners and the recovery slot.
struct RootSecrets {
    SigningKey signing;
    SecretBytes authorityKey; ///< P-256, PKCS#8 DER: issues the accounts' certificates.

    SecretBytes toBytes() const;
    static Result<RootSecrets> parse(const SecretBytes &bytes);
    RootSecrets clone() const;
};

/// What is typed or chosen at the unlock screen.
struct Credentials {
    QString accountName;
    SecretBytes passphrase;
    QByteArray keyFile; ///< Its content; empty = none.

    Credentials clone() const;
};

} // namespace dw
