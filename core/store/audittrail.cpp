#include "core/store/audittrail.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/merkle.h"
#include "core/engines/crypto/signing.h"
#include "core/store/connection.h"

#include <QJsonDocument>
#include <QSet>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

TrailEntry fromRow(const QVariantMap &row)
{
    const QJsonObject json = QJsonDocument::fromJson(row.value(u"entry"_s).toString().toUtf8()).object();
    TrailEntry entry;
    entry.seq = json.value("seq"_L1).toInteger();
    entry.at = json.value("at"_L1).toInteger();
    entry.device = json.value("device"_L1).toString();
    entry.actor = AccountId::fromText(json.value("actor"_L1).toString());
    entry.actorName = json.value("actor_name"_L1).toString();
    entry.role = json.value("role"_L1).toString();
    entry.action = ActionId::fromText(json.value("action"_L1).toString());
    entry.name = json.value("name"_L1).toString();
    entry.objectRegister = json.value("register"_L1).toString();
    entry.objectId = json.value("object"_L1).toString();
    entry.note = json.value("note"_L1).toString();
    entry.rows = json.value("rows"_L1).toObject();
    entry.previous = QByteArray::fromHex(json.value("previous"_L1).toString().toLatin1());
    entry.hash = row.value(u"hash"_s).toByteArray();
    entry.signature = row.value(u"signature"_s).toByteArray();
    return entry;
}

} // namespace

QJsonObject AuditTrail::toJson(const TrailEntry &entry)
{
    return {
        {u"seq"_s, entry.seq},
        {u"at"_s, entry.at},
        {u"device"_s, entry.device},
        {u"actor"_s, entry.actor.toString()},
        {u"actor_name"_s, entry.actorName},
        {u"role"_s, entry.role},
        {u"action"_s, entry.action.toString()},
        {u"name"_s, entry.name},
        {u"register"_s, entry.objectRegister},
        {u"object"_s, entry.objectId},
        {u"note"_s, entry.note},
        {u"rows"_s, entry.rows},
        {u"previous"_s, hex(entry.previous)},
    };
}

QByteArray AuditTrail::hashOf(const TrailEntry &entry)
{
    return sha256(canonicalJson(toJson(entry)));
}

Result<> AuditTrail::append(TrailEntry entry, const std::function<QByteArray(const QByteArray &)> &sign)
{
    DW_ASSIGN(const auto last, m_db.rows(u"SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"_s));
    entry.seq = last.isEmpty() ? 1 : last.first().value(u"seq"_s).toLongLong() + 1;
    entry.previous = last.isEmpty() ? QByteArray(32, '\0') : last.first().value(u"hash"_s).toByteArray();
    const QByteArray canonical = canonicalJson(toJson(entry));
    const QByteArray hash = sha256(canonical);
    const QByteArray signature = sign(hash);
    if (signature.size() != 64)
        return fail(ErrorCode::Internal, u"trail.unsigned"_s);
    return m_db.run(u"INSERT INTO audit (seq, at, action, name, actor, entry, hash, signature) "
                    "VALUES (:seq, :at, :action, :name, :actor, :entry, :hash, :signature)"_s,
        {{u":seq"_s, entry.seq}, {u":at"_s, entry.at}, {u":action"_s, entry.action.toString()}, {u":name"_s, entry.name},
            {u":actor"_s, entry.actor.toString()}, {u":entry"_s, QString::fromUtf8(canonical)}, {u":hash"_s, hash},
            {u":signature"_s, signature}});
}

Result<TrailHead> AuditTrail::head() const
{
    DW_ASSIGN(const auto rows, m_db.rows(u"SELECT seq, at, hash FROM audit ORDER BY seq"_s));
    TrailHead head;
    head.hash = QByteArray(32, '\0');
    QList<QByteArray> leaves;
    for (const QVariantMap &row : rows)
        leaves.append(row.value(u"hash"_s).toByteArray());
    if (!rows.isEmpty()) {
        head.seq = rows.last().value(u"seq"_s).toLongLong();
        head.at = rows.last().value(u"at"_s).toLongLong();
        head.hash = leaves.last();
    }
    head.merkleRoot = merkleRoot(leaves);
    return head;
}

Result<QList<TrailEntry>> AuditTrail::entries(qint64 fromSeq, qint64 toSeq) const
{
    DW_ASSIGN(const auto rows,
        m_db.rows(u"SELECT entry, hash, signature FROM audit WHERE seq >= :from AND (:to < 0 OR seq <= :to) ORDER BY seq"_s,
            {{u":from"_s, fromSeq}, {u":to"_s, toSeq}}));
    QList<TrailEntry> list;
    list.reserve(rows.size());
    for (const QVariantMap &row : rows)
        list.append(fromRow(row));
    return list;
}

Result<> AuditTrail::checkEntry(
    const TrailEntry &entry, const TrailEntry *previous, const QByteArray &key, TrailVerdict &verdict) const
{
    const auto problem = [&](const QString &reason) { verdict.problems.append({reason, entry.seq, {}}); };
    if (entry.seq != (previous ? previous->seq + 1 : 1))
        problem(u"trail.gap"_s);
    if (entry.previous != (previous ? previous->hash : QByteArray(32, '\0')))
        problem(u"trail.chain"_s);
    if (hashOf(entry) != entry.hash)
        problem(u"trail.hash"_s);
    if (previous && entry.at < previous->at)
        problem(u"trail.clock_back"_s);
    if (key.isEmpty())
        problem(u"trail.unknown_actor"_s);
    else if (!verifySignatureByAny(key, entry.hash, entry.signature))
        problem(u"trail.signature"_s);
    return {};
}

Result<TrailVerdict> AuditTrail::verify(const std::function<QByteArray(const AccountId &)> &publicKeyOf,
    const std::function<Result<QByteArray>(const QString &table, const RecordId &id)> &rowHash) const
{
    TrailVerdict verdict;
    DW_ASSIGN(const QList<TrailEntry> all, entries());
    QHash<QString, QPair<QString, qint64>> expected; // "register/id" -> last hash, seq
    QHash<AccountId, QByteArray> keys;
    const TrailEntry *previous = nullptr;
    for (const TrailEntry &entry : all) {
        if (!keys.contains(entry.actor))
            keys.insert(entry.actor, publicKeyOf(entry.actor));
        DW_TRY(checkEntry(entry, previous, keys.value(entry.actor), verdict));
        for (auto it = entry.rows.begin(); it != entry.rows.end(); ++it) {
            const QString before = it.value().toObject().value("before"_L1).toString();
            if (const auto known = expected.constFind(it.key()); known != expected.constEnd() && known->first != before)
                verdict.problems.append({u"trail.row_history"_s, entry.seq, it.key()});
            expected.insert(it.key(), {it.value().toObject().value("after"_L1).toString(), entry.seq});
        }
        previous = &entry;
    }
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        const QString table = it.key().section(u'/', 0, 0);
        const Result<QByteArray> present = rowHash(table, RecordId::fromText(it.key().section(u'/', 1)));
        if (!present && present.error().code == ErrorCode::NotPermitted)
            continue; // a level's file that this account has no key for
        DW_TRY(present);
        ++verdict.rows;
        if (present->isEmpty() && it->first.isEmpty())
            continue; // taken away by an entry, as filed letters are
        if (present->isEmpty())
            verdict.problems.append({u"trail.row_missing"_s, it->second, it.key()});
        else if (hex(*present) != it->first)
            verdict.problems.append({u"trail.row_changed"_s, it->second, it.key()});
    }
    verdict.entries = all.size();
    DW_ASSIGN(verdict.head, head());
    return verdict;
}

} // namespace dw
