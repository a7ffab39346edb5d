#include "core/store/letter.h"

#include "core/store/bytestream.h"
#include "core/store/connection.h"

#include <QCborArray>
#include <QCborValue>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype padding = 4096;

/// The columns of each table that may be written from below; none may be named that is not here.
const QHash<QString, QStringList> &tables()
{
    static const QHash<QString, QStringList> known {
        {u"sealed_value"_s, {u"register"_s, u"row_id"_s, u"field"_s, u"value"_s, u"version"_s}},
        {u"blob_key"_s, {u"id"_s, u"key"_s, u"size"_s, u"sha256"_s, u"action"_s}},
        {u"client_record"_s, {u"id"_s, u"asset"_s, u"import_id"_s, u"row_no"_s, u"level"_s, u"name"_s, u"contact"_s, u"identifier"_s,
            u"phone"_s, u"email"_s, u"address"_s, u"account"_s, u"revenue"_s, u"free_text"_s, u"aliases"_s, u"extra"_s, u"action"_s}},
        {u"finding"_s, {u"id"_s, u"version"_s, u"page"_s, u"kind"_s, u"value"_s, u"rects"_s, u"score"_s, u"place"_s, u"why"_s,
            u"cue"_s, u"sub"_s, u"state"_s, u"decided_by"_s, u"decided_at"_s}}};
    return known;
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorCode::Corrupt, u"inbox.damaged"_s);
}

QVariant plain(const QCborValue &value)
{
    if (value.isNull())
        return {};
    if (value.isInteger())
        return value.toInteger();
    if (value.isDouble())
        return value.toDouble();
    return value.isByteArray() ? QVariant(value.toByteArray()) : QVariant(value.toString());
}

QString insertSql(const QString &table, const QStringList &columns)
{
    QStringList holders;
    for (qsizetype i = 1; i <= columns.size(); ++i)
        holders.append(u'?' + QString::number(i));
    QString sql = u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), holders.join(u", "_s));
    if (table == u"sealed_value"_s)
        sql += u" ON CONFLICT (register, row_id, field) DO UPDATE SET value = excluded.value, version = excluded.version "
               "WHERE excluded.version >= sealed_value.version"_s;
    return sql;
}

/// A field that was emptied.
Result<> takeValue(Connection &db, const QVariantMap &row)
{
    return db.run(u"DELETE FROM sealed_value WHERE register = :r AND row_id = :i AND field = :f AND version <= :v"_s,
        {{u":r"_s, row.value(u"register"_s)}, {u":i"_s, row.value(u"row_id"_s)}, {u":f"_s, row.value(u"field"_s)},
            {u":v"_s, row.value(u"version"_s)}});
}

} // namespace

bool Letter::isTable(const QString &table)
{
    return tables().contains(table);
}

QByteArray Letter::purpose(const RecordId &id, const QString &action)
{
    return contextBytes("inbox", {id.toString().toLatin1(), action.toLatin1()});
}

QByteArray Letter::toBytes() const
{
    QCborArray lines;
    for (const QVariantList &row : rows) {
        QCborArray line;
        for (const QVariant &value : row)
            line.append(value.isNull() ? QCborValue(nullptr) : QCborValue::fromVariant(value));
        lines.append(line);
    }
    const QByteArray body = QCborValue(QCborArray {table, QCborArray::fromStringList(columns), lines}).toCbor();
    QByteArray bytes = ByteWriter().field(body).bytes();
    const qsizetype padded = (bytes.size() + padding - 1) / padding * padding;
    return bytes.leftJustified(padded, '\0');
}

Result<Letter> Letter::parse(QByteArrayView bytes)
{
    ByteReader reader(bytes);
    const QByteArray body = reader.field(bytes.size());
    QCborParserError error;
    const QCborArray parts = QCborValue::fromCbor(body, &error).toArray();
    if (!reader.ok() || error.error != QCborError::NoError || parts.size() != 3)
        return damaged();
    Letter letter;
    letter.table = parts.at(0).toString();
    const QCborArray names = parts.at(1).toArray();
    for (const QCborValue name : names)
        letter.columns.append(name.toString());
    const QStringList allowed = tables().value(letter.table);
    for (const QString &name : std::as_const(letter.columns)) {
        if (!allowed.contains(name) || letter.columns.count(name) != 1)
            return damaged();
    }
    const QCborArray lines = parts.at(2).toArray();
    for (const QCborValue line : lines) {
        const QCborArray cells = line.toArray();
        if (letter.columns.isEmpty() || cells.size() != letter.columns.size())
            return damaged();
        QVariantList row;
        for (const QCborValue cell : cells)
            row.append(plain(cell));
        letter.rows.append(row);
    }
    return letter;
}

Result<> Letter::file(Connection &db, const ActionId &action) const
{
    const qsizetype actionColumn = columns.indexOf(u"action"_s);
    const qsizetype valueColumn = table == u"sealed_value"_s ? columns.indexOf(u"value"_s) : -1;
    DW_ASSIGN(Statement insert, db.prepare(insertSql(table, columns)));
    for (const QVariantList &row : rows) {
        if (valueColumn >= 0 && row.at(valueColumn).isNull()) {
            QVariantMap named;
            for (qsizetype i = 0; i < columns.size(); ++i)
                named.insert(columns.at(i), row.at(i));
            DW_TRY(takeValue(db, named));
            continue;
        }
        for (qsizetype i = 0; i < row.size(); ++i)
            DW_TRY(insert.bind(int(i) + 1, i == actionColumn ? QVariant(action.toString()) : row.at(i)));
        DW_TRY(insert.run());
    }
    return {};
}

} // namespace dw
