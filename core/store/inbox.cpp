#include "core/store/inbox.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/signing.h"
#include "core/store/connection.h"
#include "core/store/letter.h"
#include "core/store/rowhash.h"
#include "core/store/store.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The other side of "not now": the entry itself is fine, the computer is not.
bool isForAll(const Error &error)
{
    return error.code == ErrorCode::Io || error.code == ErrorCode::Locked || error.code == ErrorCode::Internal;
}

} // namespace

Inbox::Inbox(Store &store, Open open)
    : m_store(store)
    , m_open(std::move(open))
{
}

Result<QList<WaitingEntry>> Inbox::waiting(const ReadTx &tx)
{
    DW_ASSIGN(const auto rows,
        tx.query(u"SELECT i.action, max(i.level) AS level, count(*) AS letters, a.at, a.actor, a.name FROM inbox i "
                 "LEFT JOIN audit a ON a.action = i.action GROUP BY i.action ORDER BY a.seq"_s));
    QList<WaitingEntry> list;
    for (const Row &row : rows)
        list.append({row.value(u"action"_s).toString(), row.value(u"level"_s).toInt(), row.value(u"letters"_s).toInt(),
            row.value(u"at"_s).toLongLong(), AccountId::fromText(row.value(u"actor"_s).toString()), row.value(u"name"_s).toString()});
    return list;
}

Result<Filing> Inbox::file()
{
    Filing filing;
    DW_ASSIGN(const auto entries, m_store.read([](const ReadTx &tx) { return waiting(tx); }));
    for (const WaitingEntry &entry : entries) {
        const auto mine = m_store.read([&](const ReadTx &tx) {
            return tx.query(u"SELECT min(level) AS level FROM inbox WHERE action = :a"_s, {{u":a"_s, entry.action}});
        });
        DW_TRY(mine);
        if (!m_store.isCleared(mine->first().value(u"level"_s).toInt()))
            continue;
        Filing one;
        const Result<> done = m_store.write(Action {u"inbox.file"_s, u"inbox"_s, entry.action, {}},
            [&](WriteTx &tx) { return fileEntry(tx, entry.action, one); });
        if (done) {
            ++filing.entries;
            filing.rows += one.rows;
            filing.assets += one.assets;
        } else if (isForAll(done.error())) {
            return failed(done);
        } else {
            filing.held.append({entry.action, done.error().reason});
        }
    }
    return filing;
}

// The rows of the writer's own entry, once its hash and signature hold.
Result<QJsonObject> Inbox::writtenBy(const ReadTx &tx, const QString &action) const
{
    DW_ASSIGN(const auto found, tx.query(u"SELECT actor, entry, hash, signature FROM audit WHERE action = :a"_s, {{u":a"_s, action}}));
    if (found.isEmpty())
        return fail(ErrorCode::VerificationFailed, u"inbox.unknown"_s);
    const QByteArray entry = found.first().value(u"entry"_s).toString().toUtf8();
    const QByteArray hash = found.first().value(u"hash"_s).toByteArray();
    const QByteArray keys = m_store.publicKeyOf(AccountId::fromText(found.first().value(u"actor"_s).toString()));
    if (sha256(entry) != hash || keys.isEmpty() || !verifySignatureByAny(keys, hash, found.first().value(u"signature"_s).toByteArray()))
        return fail(ErrorCode::VerificationFailed, u"inbox.unknown"_s);
    return QJsonDocument::fromJson(entry).object().value("rows"_L1).toObject();
}

Result<> Inbox::fileEntry(WriteTx &tx, const QString &action, Filing &filing)
{
    DW_ASSIGN(const QJsonObject written, writtenBy(tx, action));
    DW_ASSIGN(const auto rows,
        tx.query(u"SELECT id, level, kind, sealed, action FROM inbox WHERE action = :a ORDER BY ordinal, id"_s, {{u":a"_s, action}}));
    for (const Row &row : rows) {
        if (m_store.isCleared(row.value(u"level"_s).toInt()))
            DW_TRY(fileLetter(tx, row, written, filing));
    }
    return {};
}

Result<> Inbox::fileLetter(WriteTx &tx, const QVariantMap &row, const QJsonObject &written, Filing &filing)
{
    const RecordId id = RecordId::fromText(row.value(u"id"_s).toString());
    const int level = row.value(u"level"_s).toInt();
    DW_ASSIGN(Connection * store, tx.content(2));
    DW_ASSIGN(const QByteArray before, rowHash(*store, u"inbox"_s, id));
    const QString known = written.value(u"inbox/"_s + id.toString()).toObject().value("after"_L1).toString();
    if (known != QString::fromLatin1(before.toHex()))
        return fail(ErrorCode::VerificationFailed, u"inbox.damaged"_s);
    const auto plain = m_open(level, row.value(u"sealed"_s).toByteArray(), Letter::purpose(id, row.value(u"action"_s).toString()));
    if (!plain)
        return fail(ErrorCode::VerificationFailed, u"inbox.damaged"_s);
    DW_ASSIGN(const Letter letter, Letter::parse(plain->view()));
    const bool isBulk = letter.table == u"client_record"_s;
    DW_ASSIGN(Connection * db, tx.content(level, isBulk ? letter.table : QString()));
    DW_ASSIGN(const QVariant earlier, db->value(u"SELECT action FROM filed_letter WHERE id = :i"_s, {{u":i"_s, id.toString()}}));
    if (!earlier.isNull())
        return fail(ErrorCode::VerificationFailed, u"inbox.filed_before"_s);
    DW_TRY(db->run(u"INSERT INTO filed_letter (id, action) VALUES (:i, :a)"_s, {{u":i"_s, id.toString()}, {u":a"_s, tx.actionId().toString()}}));
    if (const Result<> filed = letter.file(*db, tx.actionId()); !filed) {
        // A row that is there already, or that the table refuses: the letter is kept for a person to look at.
        return fail(filed.error().code == ErrorCode::Io ? ErrorCode::Io : ErrorCode::VerificationFailed, u"inbox.not_fitting"_s, {}, filed.error().detail);
    }
    DW_TRY(store->run(u"DELETE FROM inbox WHERE id = :i"_s, {{u":i"_s, id.toString()}}));
    tx.bind(u"inbox"_s, id, Operation::Voided, before, {});
    filing.rows += letter.rows.size();
    const qsizetype asset = isBulk ? letter.columns.indexOf(u"asset"_s) : -1;
    for (const QVariantList &line : letter.rows) {
        if (asset >= 0)
            filing.assets.insert(AssetId::fromText(line.at(asset).toString()));
    }
    return {};
}

} // namespace dw
