#pragma once

#include "core/desk/backup/backupmanifest.h"
#include "core/store/blobstore.h"
#include "core/store/keychain.h"
#include "core/store/transaction.h"

namespace dw {

class JobContext;
class Store;

/// A backup as it lies in a directory.
struct BackupEntry {
    QString path;
    qint64 madeAt = 0; ///< UTC milliseconds.
    qint64 size = 0; ///< Bytes of all files.
    qint64 trailSeq = 0;
    int files = 0;
    QString sha256; ///< Of the manifest, lower-case hex: stands in register "backup_run".
};

/// What a trial restore proved.
struct DrillResult {
    qint64 trailEntries = 0;
    qint64 rows = 0; ///< Rows whose state the trail confirms.
    int documents = 0; ///< Documents read back to their last byte, at most three.
};

/// Backups of the open vault: ciphertext of every level, complete also for who is not cleared for all. All calls
/// block: for jobs. Each backup and drill stands in register "backup_run" and as facts "backup.last" and
/// "backup.restore_test".
class BackupService
{
public:
    BackupService(Store &store, KeyChain &keys, const BlobStore &blobs, VaultDirectory vault);

    /// Makes `root`/<vault>-<time>.dealbackup, its manifest last, and verifies it. Others wait for the time the
    /// databases are copied. `kind`: "manual", "scheduled", "before_migration".
    /// Errors: "backup.no_space" (args: needed, available MB), "backup.inside_vault", NotPermitted "backup.role",
    /// "store.rekey_unfinished", and those of files. A failed one is recorded, its files are taken away.
    Result<BackupEntry> make(const QString &root, JobContext &job, const QString &kind = QStringLiteral("manual"));

    /// Signature, every hash, and that each database opens. "backup.signature", "backup.file_changed",
    /// "backup.file_missing", "backup.other_vault", "backup.unfinished".
    Result<BackupEntry> verify(const QString &backup, JobContext &job) const;

    /// Opens a copy in a temporary place inside the vault: integrity, trail, counts, three documents; records it.
    /// "backup.head_differs", "backup.counts_differ" (arg: register), "backup.trail" (arg: first problem).
    Result<DrillResult> drill(const QString &backup, JobContext &job);

    /// Finished backups of this vault below `root`, newest first.
    QList<BackupEntry> list(const QString &root) const;

    /// Removes the oldest beyond `keep`. Returns how many.
    Result<int> rotate(const QString &root, int keep = 10);

    /// Puts a backup where there is no vault. Needs no keys: who unlocks it then sees whether it is authentic.
    /// Conflict "vault.exists".
    static Result<> restore(const QString &backup, const QString &vaultPath, JobContext &job);

private:
    struct Draft;

    Result<> mayBackUp() const;
    Result<> checkSpace(const QString &root) const;
    Result<> copyBlobs(Draft &draft, JobContext &job) const;
    Result<> copyDatabases(Draft &draft) const;
    Result<> writeManifest(Draft &draft);
    Result<DrillResult> tryOut(const QString &directory, BackupManifest manifest, JobContext &job) const;
    Result<> recordRun(const QString &kind, const QString &root, const Result<BackupEntry> &outcome);
    Result<> recordDrill(const QString &sha256, const Result<DrillResult> &outcome);

    Store &m_store;
    KeyChain &m_keys;
    const BlobStore &m_blobs;
    VaultDirectory m_vault;
};

} // namespace dw
