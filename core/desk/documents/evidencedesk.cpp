#include "core/desk/documents/evidencedesk.h"

#include "core/desk/documents/documentimport.h"
#include "core/desk/documents/documentrows.h"
#include "core/desk/facts.h"
#include "core/engines/crypto/hash.h"
#include "core/store/blobkeys.h"

#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// A stored file and whose it is.
struct Held {
    QString registerId;
    RecordId row;
    int level = 2;
    BlobId blob;
    QString sha256;
};

Result<QList<Held>> heldFiles(const ReadTx &tx)
{
    QList<Held> files;
    const std::pair<QString, QString> sources[] {{u"evidence"_s, u"level"_s}, {u"doc_version"_s, u"source_level"_s}};
    for (const auto &[registerId, levelField] : sources) {
        DW_ASSIGN(const auto rows, tx.query(u"SELECT id, %1 AS level, blob, sha256 FROM %2 WHERE blob IS NOT NULL AND voided_at IS NULL "
                                            "AND state <> 'erased' ORDER BY id"_s.arg(levelField, registerId)));
        for (const Row &row : rows) {
            files.append({registerId, RecordId::fromText(row.value(u"id"_s).toString()), row.value(u"level"_s).toInt(),
                BlobId::fromText(row.value(u"blob"_s).toString()), row.value(u"sha256"_s).toString()});
        }
    }
    return files;
}

Result<> mustExist(const ReadTx &tx, const QString &link)
{
    const QString registerId = link.section(u'/', 0, 0);
    DW_ASSIGN(const RecordId id, RecordId::parse(link.section(u'/', 1)));
    DW_TRY(tx.records().get(registerId, id));
    return {};
}

Result<SecretBytes> readBlob(const BlobStore &blobs, const BlobRef &ref, const QString &sha, JobContext &job)
{
    SecretBytes bytes;
    Sha256 hash;
    DW_TRY(blobs.read(ref, [&](QByteArrayView part) -> Result<> {
        hash.update(part);
        bytes.append(part);
        return {};
    }, job));
    if (QString::fromLatin1(hash.finish().toHex()) != sha)
        return fail(ErrorCode::Corrupt, u"blob.damaged"_s, {ref.id.toString()});
    return bytes;
}

} // namespace

Result<RecordId> EvidenceDesk::add(const EvidenceDraft &draft)
{
    if (draft.bytes.isEmpty())
        return fail(ErrorCode::InvalidInput, u"document.empty"_s, {draft.fileName});
    if (draft.bytes.size() > DocumentImport::largestFile)
        return fail(ErrorCode::LimitExceeded, u"document.too_large"_s, {draft.fileName, QString::number(DocumentImport::largestFile >> 20)});
    const auto mayAdd = [&](const ReadTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"evidence"_s));
        for (const QString &link : draft.links)
            DW_TRY(mustExist(tx, link));
        return documentrows::mustBeCleared(tx, draft.level);
    };
    DW_TRY(m_context.store.read(mayAdd));
    DW_ASSIGN(const StoredBlob blob, m_context.blobs.write(draft.level, draft.bytes));
    const Action action {u"evidence.add"_s, u"evidence"_s, {}, {}};
    const auto added = m_context.store.write(action, [&](WriteTx &tx) -> Result<RecordId> {
        DW_TRY(blobkeys::insert(tx, blob));
        const QDate today = QDateTime::fromMSecsSinceEpoch(tx.now(), Qt::UTC).date();
        QVariantMap values {{u"title"_s, draft.title.isEmpty() ? QFileInfo(draft.fileName).completeBaseName() : draft.title},
            {u"kind"_s, draft.kind.isEmpty() ? u"other"_s : draft.kind}, {u"level"_s, draft.level},
            {u"collected_on"_s, draft.collectedOn.isValid() ? draft.collectedOn : today}, {u"source"_s, draft.source},
            {u"linked"_s, draft.links}, {u"legal_hold"_s, draft.legalHold}, {u"file_name"_s, draft.fileName},
            {u"blob"_s, blob.id.toString()}, {u"sha256"_s, QString::fromLatin1(blob.sha256.toHex())}, {u"file_size"_s, blob.size},
            {u"mime"_s, DocumentImport::mimeOf(draft.bytes, draft.fileName)}, {u"note"_s, draft.note}};
        if (draft.retainUntil.isValid())
            values.insert(u"retain_until"_s, draft.retainUntil);
        if (const auto account = tx.records().get(u"account"_s, tx.actor().id.as<RecordTag>()); account && !account->text(u"person"_s).isEmpty())
            values.insert(u"collected_by"_s, account->text(u"person"_s));
        DW_ASSIGN(const RecordId id, tx.records().insert(u"evidence"_s, values));
        tx.setObject(u"evidence"_s, id);
        // What was just written and hashed is known to match.
        DW_TRY(writeFact(tx, {u"evidence.bytes_match"_s, id.toString(), true, u"match"_s}));
        return id;
    });
    if (!added)
        (void)m_context.blobs.remove(blob.id);
    return added;
}

Result<> EvidenceDesk::link(const RecordId &evidence, const QString &registerId, const RecordId &record)
{
    const Action action {u"evidence.link"_s, u"evidence"_s, evidence.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"evidence"_s));
        DW_ASSIGN(const Record row, tx.records().get(u"evidence"_s, evidence));
        DW_TRY(tx.records().get(registerId, record));
        QStringList links = row.list(u"linked"_s);
        const QString link = registerId + u'/' + record.toString();
        if (links.contains(link))
            return {};
        links.append(link);
        return tx.records().update(u"evidence"_s, evidence, {{u"linked"_s, links}});
    });
}

Result<> EvidenceDesk::setLegalHold(const RecordId &evidence, bool hold, const QString &reason)
{
    const Action action {hold ? u"evidence.hold"_s : u"evidence.release_hold"_s, u"evidence"_s, evidence.toString(), reason};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"evidence"_s, {Role::Owner, Role::ComplianceOfficer, Role::LegalCounsel}));
        if (!hold && reason.trimmed().isEmpty())
            return fail(ErrorCode::InvalidInput, u"record.reason_needed"_s);
        return tx.records().update(u"evidence"_s, evidence, {{u"legal_hold"_s, hold}});
    });
}

Result<SecretBytes> EvidenceDesk::bytes(const RecordId &evidence) const
{
    QString sha;
    DW_ASSIGN(const BlobRef ref, m_context.store.read([&](const ReadTx &tx) -> Result<BlobRef> {
        DW_ASSIGN(const Record row, tx.records().get(u"evidence"_s, evidence));
        sha = row.text(u"sha256"_s);
        return blobkeys::get(tx, int(row.integer(u"level"_s)), BlobId::fromText(row.text(u"blob"_s)));
    }));
    NoJobContext job;
    return readBlob(m_context.blobs, ref, sha, job);
}

Result<BytesCheck> EvidenceDesk::verifyBytes(JobContext &job)
{
    DW_ASSIGN(const QList<Held> files, m_context.store.read(heldFiles));
    struct Seen {
        Held file;
        QString value;
    };
    QList<Seen> seen;
    BytesCheck check;
    for (const Held &file : files) {
        DW_TRY(job.step(seen.size() + check.skipped, files.size()));
        if (!m_context.store.isCleared(file.level)) {
            ++check.skipped;
            continue;
        }
        const auto ref = m_context.store.read([&](const ReadTx &tx) { return blobkeys::get(tx, file.level, file.blob); });
        Result<> read;
        if (!ref)
            read = failed(ref);
        else if (const auto bytes = readBlob(m_context.blobs, *ref, file.sha256, job); !bytes)
            read = failed(bytes);
        if (!read && read.error().code == ErrorCode::Cancelled)
            return failed(read);
        seen.append({file, read ? u"match"_s : read.error().reason});
        if (!read)
            check.damaged.append(file.registerId + u'/' + file.row.toString());
    }
    check.checked = int(seen.size());
    const Action action {u"evidence.verify"_s, u"fact"_s, {}, u"%1 checked, %2 damaged, %3 skipped"_s.arg(check.checked).arg(check.damaged.size()).arg(check.skipped)};
    const auto writeFacts = [&](WriteTx &tx) -> Result<> {
        for (const Seen &one : seen) {
            const QString name = one.file.registerId == u"evidence"_s ? u"evidence.bytes_match"_s : u"document.bytes_match"_s;
            DW_TRY(writeFact(tx, {name, one.file.row.toString(), one.value == u"match"_s, one.value}));
        }
        return {};
    };
    DW_TRY(m_context.store.write(action, writeFacts));
    return check;
}

} // namespace dw
