#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/actor.h"
#include "core/engines/crypto/kdf.h"
#include "core/store/inbox.h"

#include <QStringList>

#include <memory>

namespace dw {

class AccountService;
class BackupService;
class BlobStore;
class ChangeFeed;
class ClientService;
class DealService;
class DocumentService;
class GateService;
class JobRunner;
class Keyring;
class MeasureService;
class PeopleService;
class RecordService;
class ReleaseService;
class ReportService;
class Session;
class SpeakupService;
class Store;
class WorkerClient;

/// What the program around a session decides. Defaults are the product's; tests lower the cost of the KDF here.
struct SessionOptions {
    const Clock *clock = nullptr; ///< Null = the system's.
    KdfParams kdf;
    KdfLimits kdfLimits;
    QString workerProgram; ///< Empty = dealward-worker beside the running program.
    QString stateDirectory; ///< Empty = the user's state directory; remembers the newest trail head per vault.
    double passphraseFloor = 40.0; ///< Bits; see desk/accounts/passphrase.h.
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

    /// Errors: WrongPassphrase "vault.wrong_passphrase", "vault.key_file_needed"; Locked "vault.in_use" {host, pid};
    /// NotPermitted "account.revoked", "account.expired"; Corrupt "trail.forked" (this computer has seen another
    /// continuation), and the Corrupt and Unsupported ones of the vault's files.
    static Result<std::unique_ptr<Session>> unlock(const QString &path, const QString &accountName, SecretBytes passphrase,
        const QByteArray &keyFile = {}, const SessionOptions &options = {});

    /// Whether this account unlocks only with its key file; asked before a passphrase is typed.
    static bool needsKeyFile(const QString &path, const QString &accountName);

    /// With the recovery key: an actor of role recovery, which can give accounts new passphrases and appoint an
    /// owner. InvalidInput "recovery.length", "recovery.character", "recovery.group", "recovery.checksum";
    /// WrongPassphrase "recovery.wrong_key".
    static Result<std::unique_ptr<Session>> recover(
        const QString &path, const SecretBytes &recoveryKey, const SessionOptions &options = {});

    ~Session();

    /// Whether an exchange of keys did not come to its end and the vault of before it is still there.
    static bool hasKeptRekey(const QString &path);
    static qint64 keptRekeyFrom(const QString &path); ///< When that copy was made, UTC milliseconds; 0 = there is none.
    /// Throws that copy away, with an entry in the trail. NotPermitted "account.owner_only", NotFound "rekey.nothing_kept".
    Result<> removeKeptRekey();

    /// Puts the vault back to before that exchange; an owner of then proves it. The revocation that asked for new keys
    /// is unfinished again afterwards. NotFound "rekey.nothing_kept", NotPermitted "account.owner_only", those of
    /// unlock(), and Corrupt ones when the kept copy itself is damaged.
    static Result<> takeBackRekey(const QString &path, const QString &accountName, SecretBytes passphrase,
        const QByteArray &keyFile = {}, const SessionOptions &options = {});

    const Actor &actor() const;
    QString vaultPath() const;
    const Clock &clock() const;
    ChangeFeed &changes();
    JobRunner &jobs();
    Store &store(); ///< For services and tests; the window does not use it.
    std::shared_ptr<const Keyring> keys() const; ///< For sealing to a level or an account, and the own seal key.
    const BlobStore &blobs() const;
    const WorkerClient &worker() const;

    /// What the person must be told at unlock, as reason ids: "trail.older_than_seen", "device.tampered",
    /// "vault.synchronised_folder", "vault.slots_from_copy", "account.revocation_unfinished", "inbox.held".
    QStringList warnings() const;

    /// What colleagues below had sealed to this account's levels and was filed at this unlock; what was not, and why.
    const Filing &filed() const;
    /// What is sealed and waits for somebody who is cleared, one's own entries among it.
    Result<QList<WaitingEntry>> waitingEntries() const;

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
    SpeakupService &speakup();

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> d);
    static Result<std::unique_ptr<Session>> opened(std::unique_ptr<Private> d, Keyring keyring);
    std::unique_ptr<Private> d;
};

} // namespace dw
