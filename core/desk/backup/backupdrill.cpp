// The trial restore, and what is recorded about backups.
#include "core/desk/backup/backupcopy.h"
#include "core/desk/backup/backupservice.h"
#include "core/desk/facts.h"
#include "core/store/blobkeys.h"
#include "core/store/connection.h"
#include "core/store/store.h"

#include <QDir>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int documentsToRead = 3;

/// A few blobs whose keys this account holds, chosen anew each time.
Result<std::vector<BlobRef>> someBlobs(const ReadTx &tx)
{
    QList<std::pair<int, BlobId>> all;
    for (int level = 2; level <= 4; ++level) {
        if (!tx.store().isCleared(level))
            continue;
        DW_ASSIGN(Connection * db, tx.content(level));
        DW_ASSIGN(const auto rows, db->rows(u"SELECT id FROM blob_key ORDER BY id"_s));
        for (const QVariantMap &row : rows)
            all.append({level, BlobId::fromText(row.value(u"id"_s).toString())});
    }
    std::shuffle(all.begin(), all.end(), *QRandomGenerator::global());
    std::vector<BlobRef> chosen;
    for (const auto &[level, id] : all.mid(0, documentsToRead)) {
        DW_ASSIGN(BlobRef ref, blobkeys::get(tx, level, id));
        chosen.push_back(std::move(ref));
    }
    return chosen;
}

} // namespace

Result<DrillResult> BackupService::drill(const QString &backup, JobContext &job)
{
    DW_TRY(mayBackUp());
    QString sha256;
    const auto run = [&]() -> Result<DrillResult> {
        DW_ASSIGN(const BackupEntry entry, verify(backup, job));
        sha256 = entry.sha256;
        DW_ASSIGN(BackupManifest manifest, BackupManifest::read(backup));
        DW_TRY(manifest.verify(*m_keys.current()));
        const QTemporaryDir place(m_vault.path() + u"/drill-XXXXXX"_s);
        if (!place.isValid())
            return fail(ErrorCode::Io, u"file.write"_s, {QFileInfo(m_vault.path()).fileName()});
        job.setStage(u"backup.drill"_s);
        const QString directory = place.filePath(u"vault"_s);
        DW_TRY(backupcopy::restoreFiles(backup, manifest, directory, job));
        return tryOut(directory, std::move(manifest), job);
    };
    Result<DrillResult> outcome = run();
    DW_TRY(recordDrill(sha256, outcome));
    return outcome;
}

Result<DrillResult> BackupService::tryOut(const QString &directory, BackupManifest manifest, JobContext &job) const
{
    DW_ASSIGN(const Keyring own, m_keys.current()->openCopy(VaultDirectory(directory)));
    StoreConfig config;
    config.directory = directory;
    config.vault = m_store.vault();
    config.storeKey = own.levelKey(2);
    config.levelKeys = {own.levelKey(3), own.levelKey(4)};
    config.actor = m_store.actor();
    config.device = m_store.device();
    config.sign = [&](const QByteArray &message) { return own.secrets().signing.sign(message); };
    config.publicKeyOf = [&](const AccountId &id) { return own.signingKeysOf(id); };
    config.clock = &m_store.clock();
    config.catalogue = &m_store.catalogue();
    DW_ASSIGN(const auto copy, Store::open(std::move(config), Store::Mode::Open));
    DW_TRY(copy->checkIntegrity());
    DW_ASSIGN(const TrailVerdict verdict, copy->verifyTrail());
    if (!verdict.isClean())
        return fail(ErrorCode::VerificationFailed, u"backup.trail"_s, {verdict.problems.first().reason});
    if (verdict.head.seq != manifest.head.seq || verdict.head.hash != manifest.head.hash
        || verdict.head.merkleRoot != manifest.head.merkleRoot)
        return fail(ErrorCode::VerificationFailed, u"backup.head_differs"_s);
    DrillResult result {verdict.entries, verdict.rows, 0};
    const BlobStore blobs(VaultDirectory(directory).blobDirectory(), m_store.vault());
    const auto checked = copy->read([&](const ReadTx &tx) -> Result<> {
        for (auto it = manifest.counts.begin(); it != manifest.counts.end(); ++it) {
            RecordFilter filter;
            filter.includeVoided = true;
            DW_ASSIGN(const qint64 count, tx.records().count(it.key(), filter));
            if (count != it.value().toInteger())
                return fail(ErrorCode::VerificationFailed, u"backup.counts_differ"_s, {it.key()});
        }
        DW_ASSIGN(const std::vector<BlobRef> chosen, someBlobs(tx));
        for (const BlobRef &blob : chosen) {
            DW_TRY(blobs.read(blob, [](QByteArrayView) { return Result<>(); }, job));
            ++result.documents;
        }
        return {};
    });
    DW_TRY(checked);
    return result;
}

Result<> BackupService::recordRun(const QString &kind, const QString &root, const Result<BackupEntry> &outcome)
{
    const bool isOtherDevice = QStorageInfo(root).device() != QStorageInfo(m_vault.path()).device();
    const Action action {u"backup.record"_s, u"backup_run"_s, {}, outcome ? QString() : outcome.error().reason};
    return m_store.write(action, [&](WriteTx &tx) -> Result<> {
        QVariantMap values {{u"kind"_s, kind}, {u"finished_at"_s, tx.now()},
            {u"target_label"_s, QFileInfo(root).fileName()}, {u"off_device"_s, isOtherDevice}, {u"encrypted"_s, true},
            {u"outcome"_s, outcome ? u"ok"_s : u"failed"_s}};
        if (outcome) {
            values.insert(u"sha256"_s, outcome->sha256);
            values.insert(u"backup_size"_s, outcome->size);
            values.insert(u"verified_at"_s, tx.now());
        }
        DW_ASSIGN(const RecordId id, tx.records().insert(u"backup_run"_s, values));
        tx.setObject(u"backup_run"_s, id);
        return writeFact(tx, {u"backup.last"_s, {}, outcome.has_value(), outcome ? outcome->sha256 : outcome.error().reason});
    });
}

Result<> BackupService::recordDrill(const QString &sha256, const Result<DrillResult> &outcome)
{
    const Action action {u"backup.drill"_s, u"backup_run"_s, {}, outcome ? QString() : outcome.error().reason};
    return m_store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(writeFact(tx, {u"backup.restore_test"_s, {}, outcome.has_value(), outcome ? sha256 : outcome.error().reason}));
        if (sha256.isEmpty())
            return {};
        RecordFilter filter;
        filter.equals = {{u"sha256"_s, sha256}};
        DW_ASSIGN(const auto run, tx.records().first(u"backup_run"_s, filter));
        if (!run)
            return {};
        tx.setObject(u"backup_run"_s, run->id);
        return tx.records().update(u"backup_run"_s, run->id,
            {{u"restore_tested_at"_s, tx.now()}, {u"restore_outcome"_s, outcome ? u"ok"_s : u"failed"_s}});
    });
}

} // namespace dw
