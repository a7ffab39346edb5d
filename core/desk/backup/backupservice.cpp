#include "core/desk/backup/backupservice.h"

#include "core/desk/backup/backupcopy.h"
#include "core/engines/crypto/hash.h"
#include "core/store/connection.h"
#include "core/store/store.h"
#include "core/store/vaultfile.h"

#include <QDir>
#include <QDirIterator>
#include <QStorageInfo>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString backupSuffix = u".dealbackup"_s;

QString databaseName(int level)
{
    return level <= 2 ? u"store"_s : u"level%1"_s.arg(level);
}

qint64 sizeOfTree(const QString &directory)
{
    qint64 size = 0;
    QDirIterator it(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        size += it.fileInfo().size();
    }
    return size;
}

Result<QJsonObject> countRows(const ReadTx &tx)
{
    QJsonObject counts;
    for (const RegisterDecl *decl : tx.store().catalogue().all()) {
        RecordFilter filter;
        filter.includeVoided = true;
        DW_ASSIGN(const qint64 count, tx.records().count(decl->id, filter));
        counts.insert(decl->id, count);
    }
    return counts;
}

BackupEntry entryOf(const QString &path, const BackupManifest &manifest)
{
    BackupEntry entry {path, manifest.madeAt, manifest.totalSize(), manifest.head.seq, int(manifest.files.size()), {}};
    if (const auto file = backupcopy::describe(QDir(path).filePath(QLatin1StringView(backupManifestName)), {}))
        entry.sha256 = QString::fromLatin1(file->sha256.toHex());
    return entry;
}

} // namespace

struct BackupService::Draft {
    QString path;
    BackupManifest manifest;
    QSet<BlobId> copied;
};

BackupService::BackupService(Store &store, KeyChain &keys, const BlobStore &blobs, VaultDirectory vault)
    : m_store(store)
    , m_keys(keys)
    , m_blobs(blobs)
    , m_vault(std::move(vault))
{
}

Result<> BackupService::mayBackUp() const
{
    if (m_store.actor().role == Role::Auditor)
        return fail(ErrorCode::NotPermitted, u"backup.role"_s);
    for (int level = 2; level <= 4; ++level) {
        if (QFileInfo::exists(m_vault.databaseFile(level) + u".rekey"_s))
            return fail(ErrorCode::Conflict, u"store.rekey_unfinished"_s);
    }
    return {};
}

Result<> BackupService::checkSpace(const QString &root) const
{
    if (!QDir().mkpath(root))
        return fail(ErrorCode::Io, u"file.write"_s, {QFileInfo(root).fileName()});
    const QString target = QFileInfo(root).canonicalFilePath() + u'/';
    if (target.startsWith(QFileInfo(m_vault.path()).canonicalFilePath() + u'/'))
        return fail(ErrorCode::InvalidInput, u"backup.inside_vault"_s);
    constexpr qint64 megabyte = 1 << 20;
    const qint64 needed = sizeOfTree(m_vault.path()) * 11 / 10 + megabyte;
    const qint64 available = QStorageInfo(root).bytesAvailable();
    if (available >= 0 && available < needed)
        return fail(ErrorCode::Io, u"backup.no_space"_s,
            {QString::number(needed / megabyte), QString::number(available / megabyte)});
    return {};
}

Result<BackupEntry> BackupService::make(const QString &root, JobContext &job, const QString &kind)
{
    DW_TRY(mayBackUp());
    DW_TRY(checkSpace(root));
    Draft draft;
    const QDateTime now = m_store.clock().nowUtc();
    const QString stem = QFileInfo(m_vault.path()).completeBaseName() + now.toString(u"-yyyyMMdd-HHmmss"_s);
    draft.path = QDir(root).filePath(stem + backupSuffix);
    for (int n = 2; QFileInfo::exists(draft.path); ++n)
        draft.path = QDir(root).filePath(stem + u"-%1"_s.arg(n) + backupSuffix);
    draft.manifest.vault = m_store.vault();
    draft.manifest.madeAt = now.toMSecsSinceEpoch();
    draft.manifest.device = m_store.device();
    draft.manifest.program = QStringLiteral(DW_VERSION);
    const auto run = [&]() -> Result<BackupEntry> {
        if (!QDir().mkpath(draft.path + u"/blobs"_s))
            return fail(ErrorCode::Io, u"file.write"_s, {QFileInfo(draft.path).fileName()});
        job.setStage(u"backup.copy"_s);
        DW_TRY(copyBlobs(draft, job)); // the bulk, while others go on working
        // Nobody writes while the databases are copied, so that they fit together.
        const Action action {u"backup.make"_s, u"vault"_s, m_store.vault().toString(), {}};
        const auto copied = m_store.write(action, [&](WriteTx &) -> Result<> {
            DW_TRY(copyBlobs(draft, job));
            DW_TRY(copyDatabases(draft));
            return writeManifest(draft);
        });
        DW_TRY(copied);
        job.setStage(u"backup.verify"_s);
        return verify(draft.path, job);
    };
    Result<BackupEntry> outcome = run();
    if (!outcome)
        QDir(draft.path).removeRecursively();
    DW_TRY(recordRun(kind, root, outcome));
    return outcome;
}

Result<> BackupService::copyBlobs(Draft &draft, JobContext &job) const
{
    const QList<BlobId> blobs = m_blobs.list();
    for (const BlobId &id : blobs) {
        if (draft.copied.contains(id))
            continue;
        const QString relative = QDir(m_vault.path()).relativeFilePath(m_blobs.path(id));
        auto file = backupcopy::copyFile(m_blobs.path(id), QDir(draft.path).filePath(relative), relative);
        if (!file && file.error().code == ErrorCode::NotFound)
            continue; // erased meanwhile
        DW_TRY(file);
        draft.manifest.files.append(*file);
        draft.copied.insert(id);
        DW_TRY(job.step(draft.copied.size(), blobs.size()));
    }
    return {};
}

Result<> BackupService::copyDatabases(Draft &draft) const
{
    const auto add = [&](const QString &name, bool isCopied) -> Result<> {
        const QString source = m_vault.path() + u'/' + name;
        const QString target = draft.path + u'/' + name;
        DW_ASSIGN(const BackupManifest::File file,
            isCopied ? backupcopy::describe(target, name) : backupcopy::copyFile(source, target, name));
        draft.manifest.files.append(file);
        return {};
    };
    for (int level = 2; level <= 4; ++level) {
        const QString name = databaseName(level) + u".db"_s;
        const bool isOpen = m_store.isCleared(level);
        if (isOpen) {
            DW_TRY(m_store.copyDatabase(databaseName(level), draft.path + u'/' + name));
            DW_TRY(syncFile(draft.path + u'/' + name));
        }
        DW_TRY(add(name, isOpen));
        // A log that a crash left belongs to a database that is copied as it lies.
        if (!isOpen && QFileInfo::exists(m_vault.databaseFile(level) + u"-wal"_s))
            DW_TRY(add(name + u"-wal"_s, false));
    }
    for (const QString &name : {u"header.bin"_s, u"slots.bin"_s, u"slots.copy"_s}) {
        if (QFileInfo::exists(m_vault.path() + u'/' + name))
            DW_TRY(add(name, false));
    }
    return {};
}

Result<> BackupService::writeManifest(Draft &draft)
{
    DW_ASSIGN(draft.manifest.head, m_store.head());
    const auto counts = m_store.read([](const ReadTx &tx) { return countRows(tx); });
    DW_TRY(counts);
    draft.manifest.counts = *counts;
    const auto keyring = m_keys.current();
    draft.manifest.slotsSequence = static_cast<qint64>(keyring->content().sequence);
    std::sort(draft.manifest.files.begin(), draft.manifest.files.end(),
        [](const auto &a, const auto &b) { return a.path < b.path; });
    DW_ASSIGN(const QByteArray bytes, draft.manifest.finish(*keyring));
    DW_TRY(syncDirectory(draft.path));
    return replaceFile(QDir(draft.path).filePath(QLatin1StringView(backupManifestName)), bytes);
}

Result<BackupEntry> BackupService::verify(const QString &backup, JobContext &job) const
{
    DW_ASSIGN(BackupManifest manifest, BackupManifest::read(backup));
    const auto keyring = m_keys.current();
    DW_TRY(manifest.verify(*keyring));
    DW_TRY(backupcopy::check(backup, manifest, job));
    // Of before a re-key, other keys open it: those that the backup's own slots give this account.
    const VaultDirectory copy(backup);
    DW_ASSIGN(const Keyring own, keyring->openCopy(copy));
    for (int level = 2; level <= 4; ++level) {
        if (!own.isCleared(level))
            continue;
        const QString file = copy.databaseFile(level);
        const bool hadLog = QFileInfo::exists(file + u"-wal"_s);
        DW_ASSIGN(auto db, Connection::open(file, own.levelKey(level), Connection::Mode::ReadOnly));
        DW_TRY(db->checkIntegrity());
        db.reset();
        // A file copied as it lay is in WAL mode: reading it leaves these beside it.
        QFile::remove(file + u"-shm"_s);
        if (!hadLog)
            QFile::remove(file + u"-wal"_s);
    }
    return entryOf(backup, manifest);
}

QList<BackupEntry> BackupService::list(const QString &root) const
{
    QList<BackupEntry> entries;
    for (const QFileInfo &info : QDir(root).entryInfoList({u'*' + backupSuffix}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto manifest = BackupManifest::read(info.filePath());
        if (manifest && manifest->vault == m_store.vault())
            entries.append(entryOf(info.filePath(), *manifest));
    }
    std::sort(entries.begin(), entries.end(), [](const BackupEntry &a, const BackupEntry &b) {
        return a.madeAt != b.madeAt ? a.madeAt > b.madeAt : a.trailSeq > b.trailSeq;
    });
    return entries;
}

Result<int> BackupService::rotate(const QString &root, int keep)
{
    const QList<BackupEntry> entries = list(root);
    int removed = 0;
    for (qsizetype i = qMax(1, keep); i < entries.size(); ++i) {
        // The manifest goes first: what is left of an interrupted removal is an unfinished backup.
        const QString path = entries.at(i).path;
        if (!QFile::remove(QDir(path).filePath(QLatin1StringView(backupManifestName)))
            || !QDir(path).removeRecursively())
            return fail(ErrorCode::Io, u"file.write"_s, {QFileInfo(path).fileName()});
        ++removed;
    }
    return removed;
}

Result<> BackupService::restore(const QString &backup, const QString &vaultPath, JobContext &job)
{
    DW_ASSIGN(const BackupManifest manifest, BackupManifest::read(backup));
    const QFileInfo target(vaultPath);
    if (target.exists())
        return fail(ErrorCode::Conflict, u"vault.exists"_s, {target.fileName()});
    const QString fresh = vaultPath + u".restoring"_s;
    QDir(fresh).removeRecursively();
    DW_TRY(backupcopy::restoreFiles(backup, manifest, fresh, job));
    if (!QDir().rename(fresh, vaultPath)) {
        QDir(fresh).removeRecursively();
        return fail(ErrorCode::Io, u"file.write"_s, {target.fileName()});
    }
    return syncDirectory(target.absolutePath());
}

} // namespace dw
