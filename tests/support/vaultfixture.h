#pragma once

#include "core/base/clock.h"
#include "core/desk/accounts/accountservice.h"
#include "core/session/session.h"
#include "core/store/store.h"
#include "core/store/vaultdirectory.h"

#include <QTemporaryDir>

namespace dwtest {

/// A real vault in a temporary directory, with a cheap KDF, a clock moved by hand and a device memory of its own.
class VaultFixture
{
public:
    static dw::SecretBytes secret(const char *text) { return dw::SecretBytes::copyOf(text); }

    dw::SessionOptions options() const
    {
        dw::SessionOptions options;
        options.clock = &clock;
        options.kdf = {8, 1, 1};
        options.kdfLimits = dw::KdfLimits::forTests();
        options.stateDirectory = directory.filePath(QStringLiteral("state"));
        options.workerProgram = QStringLiteral(DW_BIN_DIR "/dealward-worker");
        options.passphraseFloor = 0;
        return options;
    }

    /// Creates the vault: owner "mia", passphrase "owner passphrase".
    std::unique_ptr<dw::Session> create()
    {
        auto created = dw::Session::create({path(), QStringLiteral("mia"), secret("owner passphrase"), {}}, options());
        if (!created)
            qFatal("create: %s %s", qPrintable(created.error().reason), qPrintable(created.error().detail));
        recoveryKey = created->recoveryKey;
        return std::move(created->session);
    }

    dw::Result<std::unique_ptr<dw::Session>> unlock(
        const QString &name = QStringLiteral("mia"), const char *passphrase = "owner passphrase") const
    {
        return dw::Session::unlock(path(), name, secret(passphrase), {}, options());
    }

    /// Adds an account; its passphrase is "<name> passphrase".
    static dw::Result<dw::AccountId> add(dw::Session &session, const QString &name, dw::Role role, int clearance)
    {
        dw::AccountTerms terms;
        terms.role = role;
        terms.clearance = clearance;
        if (role == dw::Role::Auditor)
            terms.validUntil = session.clock().nowMs() + 86'400'000LL;
        const QByteArray passphrase = name.toUtf8() + " passphrase";
        return session.accounts().add(terms, {name, dw::SecretBytes::copyOf(passphrase), {}});
    }

    QString path() const { return directory.filePath(QStringLiteral("Heron.dealvault")); }
    dw::VaultDirectory vault() const { return dw::VaultDirectory(path()); }

    QTemporaryDir directory;
    dw::ManualClock clock {QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC)};
    QString recoveryKey;
};

} // namespace dwtest
