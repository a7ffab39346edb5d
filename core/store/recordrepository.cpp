#include "core/store/recordrepository.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/store/connection.h"
#include "core/store/registerschema.h"
#include "core/store/rowhash.h"
#include "core/store/sealedvalues.h"
#include "core/store/store.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QStringList commonColumns {u"id"_s, u"state"_s, u"created_at"_s, u"created_by"_s, u"updated_at"_s, u"updated_by"_s,
    u"row_version"_s, u"voided_at"_s, u"void_reason"_s};

Record fromRow(const RegisterDecl &decl, const QVariantMap &row)
{
    Record record;
    record.registerId = decl.id;
    record.id = RecordId::fromText(row.value(u"id"_s).toString());
    record.state = row.value(u"state"_s).toString();
    record.version = row.value(u"row_version"_s).toInt();
    record.createdAt = row.value(u"created_at"_s).toLongLong();
    record.createdBy = AccountId::fromText(row.value(u"created_by"_s).toString());
    record.updatedAt = row.value(u"updated_at"_s).toLongLong();
    record.updatedBy = AccountId::fromText(row.value(u"updated_by"_s).toString());
    record.voidedAt = row.value(u"voided_at"_s).toLongLong();
    record.voidReason = row.value(u"void_reason"_s).toString();
    for (const FieldDecl &field : decl.fields) {
        const QVariant value = registerschema::fromColumn(field, row.value(field.name));
        if (value.isValid() && !value.isNull())
            record.values.insert(field.name, value);
    }
    return record;
}

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

} // namespace

RecordRepository::RecordRepository(const Store &store, Connection &db, std::array<Connection *, 2> levels, WriteTx *tx)
    : m_store(store)
    , m_db(db)
    , m_levels(levels)
    , m_tx(tx)
{
}

Result<const RegisterDecl *> RecordRepository::declaration(const QString &registerId) const
{
    if (const RegisterDecl *decl = m_store.catalogue().find(registerId))
        return decl;
    return fail(ErrorCode::NotFound, u"register.unknown"_s, {registerId});
}

Result<QList<Record>> RecordRepository::select(
    const RegisterDecl &decl, const QString &where, const QVariantMap &parameters, const QString &tail) const
{
    const QString sql = u"SELECT * FROM %1%2%3"_s.arg(quoted(decl.id), where.isEmpty() ? QString() : u" WHERE "_s + where, tail);
    DW_ASSIGN(const auto rows, m_db.rows(sql, parameters));
    QList<Record> records;
    records.reserve(rows.size());
    for (const QVariantMap &row : rows)
        records.append(fromRow(decl, row));
    DW_TRY(SealedValues(decl, m_levels).merge(records));
    return records;
}

Result<Record> RecordRepository::get(const QString &registerId, const RecordId &id) const
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    DW_ASSIGN(const auto records, select(*decl, u"id = :id"_s, {{u":id"_s, id.toString()}}, {}));
    if (records.isEmpty())
        return fail(ErrorCode::NotFound, u"record.missing"_s, {registerId, id.toString()});
    return records.first();
}

namespace {

struct Where {
    QString sql;
    QVariantMap parameters;
};

Result<Where> whereOf(const RegisterDecl &decl, const RecordFilter &filter)
{
    QStringList terms;
    Where where;
    if (!filter.includeVoided)
        terms.append(u"voided_at IS NULL"_s);
    int n = 0;
    for (auto it = filter.equals.cbegin(); it != filter.equals.cend(); ++it) {
        const FieldDecl *field = decl.field(it.key());
        if (!field && !commonColumns.contains(it.key()))
            return fail(ErrorCode::InvalidInput, u"record.unknown_field"_s, {decl.id, it.key()});
        const QString name = u":f%1"_s.arg(n++);
        QVariant value = it.value();
        if (field) {
            DW_ASSIGN(value, registerschema::toColumn(*field, it.value()));
        }
        terms.append(u"%1 IS %2"_s.arg(quoted(it.key()), name));
        where.parameters.insert(name, value);
    }
    where.sql = terms.join(u" AND "_s);
    return where;
}

} // namespace

Result<QList<Record>> RecordRepository::list(const QString &registerId, const RecordFilter &filter) const
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    DW_ASSIGN(const Where where, whereOf(*decl, filter));
    QString tail = u" ORDER BY created_at DESC, id DESC"_s;
    if (!filter.orderBy.isEmpty()) {
        if (!decl->field(filter.orderBy) && !commonColumns.contains(filter.orderBy))
            return fail(ErrorCode::InvalidInput, u"record.unknown_field"_s, {registerId, filter.orderBy});
        tail = u" ORDER BY %1%2, id"_s.arg(quoted(filter.orderBy), filter.descending ? u" DESC"_s : QString());
    }
    if (filter.limit >= 0)
        tail += u" LIMIT %1"_s.arg(filter.limit);
    return select(*decl, where.sql, where.parameters, tail);
}

Result<std::optional<Record>> RecordRepository::first(const QString &registerId, const RecordFilter &filter) const
{
    RecordFilter one = filter;
    one.limit = 1;
    DW_ASSIGN(const auto records, list(registerId, one));
    return records.isEmpty() ? std::optional<Record>() : std::optional<Record>(records.first());
}

Result<qint64> RecordRepository::count(const QString &registerId, const RecordFilter &filter) const
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    DW_ASSIGN(const Where where, whereOf(*decl, filter));
    const QString sql = u"SELECT count(*) FROM %1%2"_s.arg(quoted(decl->id), where.sql.isEmpty() ? QString() : u" WHERE "_s + where.sql);
    DW_ASSIGN(const QVariant value, m_db.value(sql, where.parameters));
    return value.toLongLong();
}

Result<RecordId> RecordRepository::insert(const QString &registerId, const QVariantMap &values, RecordId id)
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    if (id.isNull())
        id = RecordId::fromText(createUuidV7(m_tx->now()).toString());
    Record record;
    record.registerId = registerId;
    record.id = id;
    record.version = 1;
    QVariantMap columns {{u"id"_s, id.toString()}, {u"created_at"_s, m_tx->now()}, {u"created_by"_s, m_tx->actor().id.toString()},
        {u"updated_at"_s, m_tx->now()}, {u"updated_by"_s, m_tx->actor().id.toString()}, {u"row_version"_s, 1}};
    QVariantMap given = values;
    if (!decl->states.isEmpty())
        columns.insert(u"state"_s, given.take(u"state"_s).isNull() ? decl->initialState : values.value(u"state"_s));
    DW_ASSIGN(const QVariantMap stored, SealedValues(*decl, m_levels, m_tx).divert(record, given));
    for (auto it = stored.cbegin(); it != stored.cend(); ++it)
        columns.insert(it.key(), it.value());
    QStringList names, holders;
    QVariantMap parameters;
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        names.append(quoted(it.key()));
        holders.append(u':' + it.key());
        parameters.insert(u':' + it.key(), it.value());
    }
    DW_TRY(m_db.run(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(quoted(registerId), names.join(u", "_s), holders.join(u", "_s)), parameters));
    DW_ASSIGN(const QByteArray after, rowHash(m_db, registerId, id));
    m_tx->bind(registerId, id, Operation::Added, {}, after);
    DW_TRY(remember(*decl, id, 1, {}, SealedValues::forHistory(*decl, given, stored)));
    return id;
}

Result<> RecordRepository::update(const QString &registerId, const RecordId &id, const QVariantMap &values, int version)
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    DW_ASSIGN(const Record before, get(registerId, id));
    if (version != 0 && version != before.version)
        return fail(ErrorCode::Conflict, u"record.changed_meanwhile"_s, {registerId, id.toString()});
    return change(*decl, before, {}, values, int(Operation::Changed));
}

Result<> RecordRepository::setState(const QString &registerId, const RecordId &id, const QString &state, const QVariantMap &values)
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    if (!decl->stateDecl(state))
        return fail(ErrorCode::InvalidInput, u"record.unknown_state"_s, {registerId, state});
    DW_ASSIGN(const Record before, get(registerId, id));
    return change(*decl, before, {{u"state"_s, state}}, values, int(Operation::Changed));
}

Result<> RecordRepository::voidRow(const QString &registerId, const RecordId &id, const QString &reason)
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    DW_ASSIGN(const Record before, get(registerId, id));
    if (before.isVoided())
        return fail(ErrorCode::Conflict, u"record.already_voided"_s, {registerId, id.toString()});
    return change(*decl, before, {{u"voided_at"_s, m_tx->now()}, {u"void_reason"_s, reason}}, {}, int(Operation::Voided));
}

Result<> RecordRepository::change(
    const RegisterDecl &decl, const Record &before, const QVariantMap &columns, const QVariantMap &values, int operation)
{
    const int version = before.version + 1;
    Record next = before;
    next.version = version;
    DW_ASSIGN(const QVariantMap stored, SealedValues(decl, m_levels, m_tx).divert(next, values));
    DW_ASSIGN(const QByteArray hashBefore, rowHash(m_db, decl.id, before.id));
    QVariantMap all = columns;
    for (auto it = stored.cbegin(); it != stored.cend(); ++it)
        all.insert(it.key(), it.value());
    QVariantMap parameters {{u":id"_s, before.id.toString()}, {u":at"_s, m_tx->now()}, {u":by"_s, m_tx->actor().id.toString()},
        {u":version"_s, version}};
    QStringList sets {u"updated_at = :at"_s, u"updated_by = :by"_s, u"row_version = :version"_s};
    QStringList names;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        names.append(quoted(it.key()));
        sets.append(u"%1 = :c_%2"_s.arg(quoted(it.key()), it.key()));
        parameters.insert(u":c_"_s + it.key(), it.value());
    }
    QJsonObject old;
    if (!names.isEmpty()) {
        DW_ASSIGN(const auto rows, m_db.rows(u"SELECT %1 FROM %2 WHERE id = :id"_s.arg(names.join(u", "_s), quoted(decl.id)),
            {{u":id"_s, before.id.toString()}}));
        old = QJsonObject::fromVariantMap(rows.value(0));
    }
    DW_TRY(m_db.run(u"UPDATE %1 SET %2 WHERE id = :id"_s.arg(quoted(decl.id), sets.join(u", "_s)), parameters));
    DW_ASSIGN(const QByteArray hashAfter, rowHash(m_db, decl.id, before.id));
    m_tx->bind(decl.id, before.id, Operation(operation), hashBefore, hashAfter);
    return remember(decl, before.id, version, old, SealedValues::forHistory(decl, values, all));
}

Result<> RecordRepository::remember(
    const RegisterDecl &decl, const RecordId &id, int version, const QJsonObject &before, const QJsonObject &after)
{
    return m_db.run(u"INSERT INTO row_history (register, row_id, version, action, before, after) VALUES (:r, :i, :v, :a, :b, :n)"_s,
        {{u":r"_s, decl.id}, {u":i"_s, id.toString()}, {u":v"_s, version}, {u":a"_s, m_tx->actionId().toString()},
            {u":b"_s, QString::fromUtf8(canonicalJson(before))}, {u":n"_s, QString::fromUtf8(canonicalJson(after))}});
}

Result<QList<RecordChange>> RecordRepository::history(const QString &registerId, const RecordId &id) const
{
    DW_ASSIGN(const RegisterDecl *decl, declaration(registerId));
    DW_ASSIGN(const auto rows,
        m_db.rows(u"SELECT h.version, h.before, h.after, a.seq, a.at, a.name, a.actor, a.entry FROM row_history h "
                  "LEFT JOIN audit a ON a.action = h.action WHERE h.register = :r AND h.row_id = :i ORDER BY h.version DESC"_s,
            {{u":r"_s, registerId}, {u":i"_s, id.toString()}}));
    const auto values = [&](const QString &json) {
        QVariantMap map = QJsonDocument::fromJson(json.toUtf8()).object().toVariantMap();
        for (auto it = map.begin(); it != map.end(); ++it) {
            if (const FieldDecl *field = decl->field(it.key()))
                it.value() = registerschema::fromColumn(*field, it.value());
        }
        return map;
    };
    QList<RecordChange> changes;
    for (const QVariantMap &row : rows) {
        RecordChange change;
        change.version = row.value(u"version"_s).toInt();
        change.at = row.value(u"at"_s).toLongLong();
        change.by = AccountId::fromText(row.value(u"actor"_s).toString());
        change.action = row.value(u"name"_s).toString();
        change.note = QJsonDocument::fromJson(row.value(u"entry"_s).toString().toUtf8()).object().value("note"_L1).toString();
        change.auditSeq = row.value(u"seq"_s).toLongLong();
        change.before = values(row.value(u"before"_s).toString());
        change.after = values(row.value(u"after"_s).toString());
        changes.append(change);
    }
    return changes;
}

} // namespace dw
