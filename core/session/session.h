#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/actor.h"
#include "core/engines/crypto/kdf.h"

#include <QStringList>

#include <memory>

namespace dw {

class AccountService;
class BackupService;
class ChangeFeed;
class ClientService;
class DealService;
class DocumentService;
class GateService;
class JobRunner;
class MeasureService;
class PeopleService;
class RecordService;
class ReleaseService;
class ReportService;
class Session;
class Store;

/// What the program around a session decides. Defaults are the product's; tests lower the cost of the KDF here.
struct SessionOptions {
    const Clock *clock = nullptr; ///< Null = the system's.
    KdfParams kdf;
    KdfLimits kdfLimits;
    QString workerProgram; ///< Empty = dealward-worker beside the running program.
    QString stateDirectory; ///< Empty = the user's state directory; remembers the newest trail head per vault.
};

struct NewVault {
    QString path; ///< Directory to be made; ".dealvault" is appended when it is missing.
    QString ownerName; ///< Account name of the creator.
    SecretBytes passphrase;
    QByteArray keyFile; ///< Content; empty = none.
};

struct CreatedVault {
    std::unique_ptr<Session> session;
    QString recoveryKey; ///< Printed groups with checksum; shown once.
};

/// An unlocked vault and the services over it. Locking is destruction: no page, model or job may outlive the
/// session; its destructor stops the jobs, closes the files and wipes the keys.
class Session
{
public:
    static Result<CreatedVault> create(NewVault vault, const SessionOptions &options = {});

    /// Errors: WrongPassphrase "vault.wrong_passphrase"; Locked "vault.in_use" {host, pid}; Corrupt and Unsupported
    /// ones of the vault's files.
    static Result<std::unique_ptr<Session>> unlock(const QString &path, const QString &accountName, SecretBytes passphrase,
        const QByteArray &keyFile = {}, const SessionOptions &options = {});

    ~Session();

    const Actor &actor() const;
    QString vaultPath() const;
    const Clock &clock() const;
    ChangeFeed &changes();
    JobRunner &jobs();
    Store &store(); ///< For services and tests; the window does not use it.

    /// What the person must be told at unlock: "trail.older_than_seen", "vault.synchronised_folder", ... (reason ids).
    QStringList warnings() const;

    RecordService &records();
    DealService &deal();
    MeasureService &measures();
    GateService &gates();
    ClientService &clients();
    PeopleService &people();
    DocumentService &documents();
    ReleaseService &releases();
    ReportService &report();
    BackupService &backup();
    AccountService &accounts();

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace dw
