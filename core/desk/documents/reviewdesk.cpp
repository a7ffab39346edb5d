#include "core/desk/documents/reviewdesk.h"

#include "core/base/canonicaljson.h"
#include "core/desk/documents/documentlevels.h"
#include "core/desk/documents/documentrows.h"
#include "core/engines/crypto/hash.h"

#include <QDateTime>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Error obstacle(const QString &reason, const QStringList &args = {}, ErrorCode code = ErrorCode::PolicyBlocked)
{
    return {code, reason, args, {}};
}

} // namespace

Result<QList<Review>> ReviewDesk::list(const VersionId &version) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<Review>> {
        RecordFilter filter;
        filter.equals.insert(u"doc_version"_s, version.toString());
        DW_ASSIGN(const auto rows, tx.records().list(u"review"_s, filter));
        QList<Review> reviews;
        for (const Record &row : rows)
            reviews.append(documentrows::reviewOf(row));
        return reviews;
    });
}

Result<> ReviewDesk::request(const VersionId &id, const QString &note)
{
    const Action action {u"document.request_review"_s, u"doc_version"_s, id.toString(), note};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_TRY(mustNotBeStopped(tx, version.document));
        if (!QStringList {u"draft"_s, u"scanned"_s, u"rejected"_s}.contains(version.state))
            return fail(ErrorCode::PolicyBlocked, u"review.wrong_state"_s, {version.state});
        if (version.inspectionResult == inspection::failed)
            return fail(ErrorCode::PolicyBlocked, u"review.unreadable"_s, {version.inspectionReason});
        return tx.records().setState(u"doc_version"_s, documentrows::rowId(id), u"in_review"_s);
    });
}

Result<QList<Error>> ReviewDesk::obstaclesIn(const ReadTx &tx, const DocumentVersion &version) const
{
    QList<Error> found;
    if (const auto allowed = documentrows::mustBeAllowed(tx, u"review"_s); !allowed)
        found.append(allowed.error());
    if (const auto cleared = documentrows::mustBeCleared(tx, version.level); !cleared)
        found.append(cleared.error());
    if (const auto stopped = mustNotBeStopped(tx, version.document); !stopped)
        found.append(stopped.error());
    if (version.preparedBy == tx.store().actor().id)
        found.append(obstacle(u"review.own_work"_s));
    if (version.state != u"in_review"_s)
        found.append(obstacle(u"review.wrong_state"_s, {version.state}));
    if (version.inspectionResult == inspection::failed)
        found.append(obstacle(u"review.unreadable"_s, {version.inspectionReason}));
    if (version.findingsOpen > 0)
        found.append(obstacle(u"review.open_findings"_s, {QString::number(version.findingsOpen)}));
    // Nothing found where nothing was read says nothing.
    if (version.searchState == searched::incomplete && !version.isSearchSettled())
        found.append(obstacle(u"review.search_incomplete"_s));
    if (version.kind == u"redacted"_s || version.kind == u"anonymised"_s) {
        RecordFilter filter;
        filter.equals = {{u"doc_version"_s, version.id.toString()}, {u"sha256"_s, version.sha256}};
        DW_ASSIGN(const auto last, tx.records().first(u"verification"_s, filter));
        if (!last || last->text(u"result"_s) != u"pass"_s)
            found.append(obstacle(u"review.not_verified"_s));
    }
    return found;
}

Result<QList<Error>> ReviewDesk::obstacles(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<Error>> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        return obstaclesIn(tx, version);
    });
}

Result<RecordId> ReviewDesk::writeReview(WriteTx &tx, const DocumentVersion &version, bool approved, const QString &note) const
{
    // What is signed: this file, this word, these comments. The comments go in by their hash.
    const QJsonObject seen {{u"doc_version"_s, version.id.toString()}, {u"sha256"_s, version.sha256},
        {u"outcome"_s, approved ? u"approved"_s : u"rejected"_s}, {u"findings_total"_s, version.findingsTotal},
        {u"comments_sha256"_s, QString::fromLatin1(sha256(note.toUtf8()).toHex())}};
    const QByteArray json = canonicalJson(seen);
    const QByteArray hash = sha256(json);
    DW_ASSIGN(const RecordId signature, tx.records().insert(u"signature"_s,
        {{u"kind"_s, u"review"_s}, {u"subject"_s, QString(u"doc_version/"_s + version.id.toString())}, {u"account"_s, tx.actor().id.toString()},
            {u"seen_hash"_s, QString::fromLatin1(hash.toHex())}, {u"seen"_s, QString::fromUtf8(json)},
            {u"signature_value"_s, QString::fromLatin1(tx.store().sign(hash).toHex())}, {u"signed_at"_s, tx.now()},
            {u"signed_on"_s, QDateTime::fromMSecsSinceEpoch(tx.now(), Qt::UTC).date()}}));
    return tx.records().insert(u"review"_s,
        {{u"doc_version"_s, version.id.toString()}, {u"sha256"_s, version.sha256}, {u"reviewer"_s, tx.actor().id.toString()},
            {u"outcome"_s, approved ? u"approved"_s : u"rejected"_s}, {u"reviewed_at"_s, tx.now()}, {u"comments"_s, note},
            {u"signature"_s, signature.toString()}});
}

Result<RecordId> ReviewDesk::approve(const VersionId &id, const QString &note)
{
    DW_ASSIGN(const DocumentVersion looked, m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); }));
    // Reading the bytes proves that what is stored still has the hash that is approved.
    DW_TRY(m_reader.bytes(looked));
    const Action action {u"document.approve"_s, u"doc_version"_s, id.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        if (version.sha256 != looked.sha256 || version.blob != looked.blob)
            return fail(ErrorCode::Conflict, u"record.changed_meanwhile"_s, {u"doc_version"_s, id.toString()});
        DW_ASSIGN(const QList<Error> found, obstaclesIn(tx, version));
        if (!found.isEmpty())
            return tl::unexpected(found.first());
        DW_ASSIGN(const RecordId review, writeReview(tx, version, true, note));
        DW_TRY(tx.records().setState(u"doc_version"_s, documentrows::rowId(id), u"approved"_s, {{u"approved_at"_s, tx.now()}}));
        DW_ASSIGN(const auto siblings, documentrows::versions(tx, version.document));
        for (const DocumentVersion &older : siblings) {
            if (older.number < version.number && older.kind == version.kind && !older.isClosed())
                DW_TRY(tx.records().setState(u"doc_version"_s, documentrows::rowId(older.id), u"superseded"_s));
        }
        return review;
    });
}

Result<bool> ReviewDesk::confirmApproval(const VersionId &id)
{
    DW_ASSIGN(const DocumentVersion version, m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); }));
    if (version.state != u"approved"_s)
        return false;
    DW_ASSIGN(const auto reviews, list(id));
    const auto last = std::find_if(reviews.begin(), reviews.end(), [](const Review &review) { return review.isApproval; });
    const bool isForThisFile = last != reviews.end() && last->sha256 == version.sha256;
    const auto bytes = m_reader.bytes(version);
    if (!bytes && bytes.error().code != ErrorCode::Corrupt)
        return failed(bytes);
    if (isForThisFile && bytes)
        return true;
    const Action action {u"document.approval_lost"_s, u"doc_version"_s, id.toString(), bytes ? u"review.other_file"_s : bytes.error().reason};
    DW_TRY(m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        return tx.records().setState(u"doc_version"_s, documentrows::rowId(id), u"rejected"_s, {{u"approved_at"_s, QVariant()}});
    }));
    return false;
}

Result<RecordId> ReviewDesk::sendBack(const VersionId &id, const QString &note)
{
    if (note.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"review.note_needed"_s);
    const Action action {u"document.send_back"_s, u"doc_version"_s, id.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<RecordId> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"review"_s));
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_TRY(documentrows::mustBeCleared(tx, version.level));
        if (version.state != u"in_review"_s && version.state != u"approved"_s)
            return fail(ErrorCode::PolicyBlocked, u"review.wrong_state"_s, {version.state});
        DW_ASSIGN(const RecordId review, writeReview(tx, version, false, note));
        DW_TRY(tx.records().setState(u"doc_version"_s, documentrows::rowId(id), u"rejected"_s, {{u"approved_at"_s, QVariant()}}));
        return review;
    });
}

} // namespace dw
