#include "core/store/registerschema.h"

#include "core/store/connection.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>

namespace dw::registerschema {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &text)
{
    QString copy = text;
    return u'\'' + copy.replace(u'\'', u"''"_s) + u'\'';
}

QString columnType(const FieldDecl &field)
{
    if (field.type == FieldType::Real)
        return u"REAL"_s;
    return field.isNumber() ? u"INTEGER"_s : u"TEXT"_s;
}

QString inList(const QString &column, const QStringList &values)
{
    QStringList list;
    for (const QString &value : values)
        list.append(quoted(value));
    return u" CHECK (%1 IN (%2))"_s.arg(column, list.join(u", "_s));
}

QString columnSql(const FieldDecl &field)
{
    QString sql = u"\"%1\" %2"_s.arg(field.name, columnType(field));
    if (field.type == FieldType::Choice) {
        QStringList ids;
        for (const ChoiceDecl &choice : field.choices)
            ids.append(choice.id);
        sql += inList(field.name, ids);
    }
    if (field.type == FieldType::Level)
        sql += u" CHECK (%1 BETWEEN 1 AND 4)"_s.arg(field.name);
    if (field.type == FieldType::Bool)
        sql += u" CHECK (%1 IN (0, 1))"_s.arg(field.name);
    if (field.type == FieldType::Ref)
        sql += u" REFERENCES \"%1\" (id)"_s.arg(field.target);
    return sql;
}

Result<QStringList> columnsOf(Connection &db, const QString &table)
{
    DW_ASSIGN(const auto rows, db.rows(u"SELECT name FROM pragma_table_info(:t)"_s, {{u":t"_s, table}}));
    QStringList names;
    for (const QVariantMap &row : rows)
        names.append(row.value(u"name"_s).toString());
    return names;
}

Result<> refuseLostData(Connection &db, const RegisterDecl &decl, const QStringList &lost)
{
    for (const QString &column : lost) {
        DW_ASSIGN(const QVariant held, db.value(u"SELECT count(*) FROM \"%1\" WHERE \"%2\" IS NOT NULL"_s.arg(decl.id, column)));
        if (held.toLongLong() > 0)
            return fail(ErrorCode::Internal, u"store.schema"_s, {decl.id}, u"column %1 holds data but is not declared"_s.arg(column));
    }
    return {};
}

Result<> rebuild(Connection &db, const RegisterDecl &decl)
{
    const QString fresh = decl.id + u"__new"_s;
    DW_TRY(db.execute(tableSql(decl, fresh)));
    DW_ASSIGN(const QStringList before, columnsOf(db, decl.id));
    DW_ASSIGN(const QStringList after, columnsOf(db, fresh));
    QStringList common, lost;
    for (const QString &column : before)
        (after.contains(column) ? common : lost).append(after.contains(column) ? u'"' + column + u'"' : column);
    DW_TRY(refuseLostData(db, decl, lost));
    const QString list = common.join(u", "_s);
    DW_TRY(db.execute(u"INSERT INTO \"%1\" (%2) SELECT %2 FROM \"%3\""_s.arg(fresh, list, decl.id)));
    DW_TRY(db.execute(u"DROP TABLE \"%1\""_s.arg(decl.id)));
    return db.execute(u"ALTER TABLE \"%1\" RENAME TO \"%2\""_s.arg(fresh, decl.id));
}

QString plainSql(QString sql)
{
    return sql.remove(u'"').simplified();
}

} // namespace

QString tableSql(const RegisterDecl &decl, const QString &tableName)
{
    QStringList lines {u"id TEXT PRIMARY KEY NOT NULL"_s};
    for (const FieldDecl &field : decl.fields)
        lines.append(columnSql(field));
    if (!decl.states.isEmpty()) {
        QStringList ids;
        for (const StateDecl &state : decl.states)
            ids.append(state.id);
        lines.append(u"state TEXT NOT NULL"_s + inList(u"state"_s, ids));
    }
    lines += {u"created_at INTEGER NOT NULL"_s, u"created_by TEXT NOT NULL"_s, u"updated_at INTEGER NOT NULL"_s,
        u"updated_by TEXT NOT NULL"_s, u"row_version INTEGER NOT NULL"_s, u"voided_at INTEGER"_s, u"void_reason TEXT"_s};
    return u"CREATE TABLE \"%1\" (\n    %2\n) STRICT"_s.arg(tableName.isEmpty() ? decl.id : tableName, lines.join(u",\n    "_s));
}

Result<> synchronise(Connection &db, const RegisterCatalogue &catalogue)
{
    for (const RegisterDecl *decl : catalogue.all()) {
        DW_ASSIGN(const QVariant present,
            db.value(u"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :n"_s, {{u":n"_s, decl->id}}));
        if (present.isNull())
            DW_TRY(db.execute(tableSql(*decl)));
        else if (plainSql(present.toString()) != plainSql(tableSql(*decl)))
            DW_TRY(rebuild(db, *decl));
    }
    return {};
}

Result<QVariant> toColumn(const FieldDecl &field, const QVariant &value)
{
    const auto bad = [&] { return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {field.name}); };
    if (!value.isValid() || value.isNull() || (value.typeId() == QMetaType::QString && value.toString().isEmpty()))
        return QVariant();
    bool ok = true;
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Instant: {
        const qint64 number = value.toLongLong(&ok);
        if (!ok)
            return bad();
        return number;
    }
    case FieldType::Level: {
        const qint64 number = value.toLongLong(&ok);
        if (!ok || number < 1 || number > 4)
            return bad();
        return number;
    }
    case FieldType::Real: {
        const double number = value.toDouble(&ok);
        if (!ok)
            return bad();
        return number;
    }
    case FieldType::Bool: {
        const QString text = value.toString().toLower();
        if (text == u"true"_s || text == u"1"_s || text == u"yes"_s || text == u"是"_s)
            return qint64(1);
        if (text == u"false"_s || text == u"0"_s || text == u"no"_s || text == u"否"_s)
            return qint64(0);
        return bad();
    }
    case FieldType::Date: {
        const QDate date = value.typeId() == QMetaType::QDate ? value.toDate() : QDate::fromString(value.toString(), Qt::ISODate);
        if (!date.isValid())
            return bad();
        return date.toString(Qt::ISODate);
    }
    case FieldType::Choice:
        for (const ChoiceDecl &choice : field.choices) {
            if (choice.id == value.toString())
                return value.toString();
        }
        return bad();
    case FieldType::Choices:
    case FieldType::Refs:
    case FieldType::TextList:
    case FieldType::Measures: {
        const QStringList list = value.typeId() == QMetaType::QString
            ? value.toString().split(u';', Qt::SkipEmptyParts)
            : value.toStringList();
        if (list.isEmpty())
            return QVariant();
        QJsonArray array;
        for (const QString &item : list)
            array.append(item.trimmed());
        return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    }
    default:
        return value.toString();
    }
}

QVariant fromColumn(const FieldDecl &field, const QVariant &column)
{
    if (column.isNull())
        return {};
    switch (field.type) {
    case FieldType::Bool:
        return column.toLongLong() != 0;
    case FieldType::Choices:
    case FieldType::Refs:
    case FieldType::TextList:
    case FieldType::Measures: {
        QStringList list;
        for (const QJsonValue item : QJsonDocument::fromJson(column.toString().toUtf8()).array())
            list.append(item.toString());
        return list;
    }
    default:
        return column;
    }
}

} // namespace dw::registerschema
