#include "app/commands/recordtext.h"

#include "core/desk/registers/recordservice.h"
#include "ui/text/errortext.h"

#include <QJsonArray>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString shown(const QVariant &value)
{
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u"; "_s) : value.toString();
}

Result<QVariant> readValue(const RecordService &records, const FieldDecl &field, const QString &text)
{
    if (text.isEmpty())
        return QVariant();
    if (field.type == FieldType::Ref) {
        DW_ASSIGN(const RecordId id, findRecord(records, field.target, text));
        return QVariant(id.toString());
    }
    if (field.type == FieldType::Refs) {
        QStringList ids;
        for (const QString &word : text.split(u';', Qt::SkipEmptyParts)) {
            DW_ASSIGN(const RecordId id, findRecord(records, field.target, word.trimmed()));
            ids.append(id.toString());
        }
        return QVariant(ids);
    }
    switch (field.type) {
    case FieldType::Choices:
    case FieldType::TextList:
    case FieldType::Measures: {
        QStringList list;
        for (const QString &word : text.split(u';', Qt::SkipEmptyParts))
            list.append(word.trimmed());
        return QVariant(list);
    }
    case FieldType::Bool:
        if (text == u"yes"_s || text == u"true"_s || text == u"1"_s || text == u"是"_s)
            return QVariant(true);
        if (text == u"no"_s || text == u"false"_s || text == u"0"_s || text == u"否"_s)
            return QVariant(false);
        return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {field.name});
    case FieldType::Integer:
    case FieldType::Level:
    case FieldType::Instant: {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (!ok)
            return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {field.name});
        return QVariant(number);
    }
    case FieldType::Real: {
        bool ok = false;
        const double number = text.toDouble(&ok);
        if (!ok)
            return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {field.name});
        return QVariant(number);
    }
    default:
        return QVariant(text);
    }
}

} // namespace

Result<RecordId> findRecord(const RecordService &records, const QString &registerId, const QString &words)
{
    if (const auto id = RecordId::parse(words)) {
        DW_TRY(records.get(registerId, *id));
        return *id;
    }
    const RegisterDecl *decl = records.catalogue().find(registerId);
    if (words.isEmpty() && decl && decl->isSingle) {
        DW_ASSIGN(const auto rows, records.list(registerId));
        if (!rows.isEmpty())
            return rows.first().id;
    }
    DW_ASSIGN(const auto labels, records.labels(registerId));
    QStringList matches;
    for (auto it = labels.cbegin(); it != labels.cend(); ++it) {
        if (it.value().compare(words, Qt::CaseInsensitive) == 0)
            matches.append(it.key());
    }
    if (matches.size() > 1)
        return fail(ErrorCode::InvalidInput, u"record.ambiguous"_s, {words, registerId});
    if (matches.isEmpty())
        return fail(ErrorCode::NotFound, u"record.missing"_s, {registerId, words});
    return RecordId::fromText(matches.first());
}

Result<QVariantMap> readValues(const RecordService &records, const QString &registerId, const QStringList &words)
{
    const RegisterDecl *decl = records.catalogue().find(registerId);
    if (!decl)
        return fail(ErrorCode::NotFound, u"register.unknown"_s, {registerId});
    QVariantMap values;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorCode::InvalidInput, u"usage.field_value"_s, {word});
        const FieldDecl *field = decl->field(word.left(equals));
        if (!field)
            return fail(ErrorCode::InvalidInput, u"record.unknown_field"_s, {registerId, word.left(equals)});
        DW_ASSIGN(const QVariant value, readValue(records, *field, word.mid(equals + 1)));
        values.insert(field->name, value);
    }
    return values;
}

QJsonObject recordJson(const RegisterDecl &decl, const Record &record)
{
    QJsonObject values;
    for (const FieldDecl &field : decl.fields) {
        if (record.values.contains(field.name))
            values.insert(field.name, QJsonValue::fromVariant(record.value(field.name)));
    }
    QJsonObject object {{u"id"_s, record.id.toString()}, {u"register"_s, decl.id}, {u"version"_s, record.version},
        {u"created_at"_s, record.createdAt}, {u"updated_at"_s, record.updatedAt}, {u"values"_s, values}};
    if (!record.state.isEmpty())
        object.insert(u"state"_s, record.state);
    if (record.isVoided())
        object.insert(u"voided"_s, record.voidReason);
    if (!record.withheld.isEmpty())
        object.insert(u"withheld"_s, QJsonArray::fromStringList(QStringList(record.withheld.begin(), record.withheld.end())));
    return object;
}

void printRecord(const RegisterDecl &decl, const Record &record, Terminal &terminal)
{
    terminal.print(u"id = %1"_s.arg(record.id.toString()));
    if (!record.state.isEmpty())
        terminal.print(u"state = %1"_s.arg(record.state));
    for (const FieldDecl &field : decl.fields) {
        if (record.withheld.contains(field.name))
            terminal.print(u"%1 = %2"_s.arg(field.name, QCoreApplication::translate("Command", "(kept at a level you are not cleared for)")));
        else if (record.values.contains(field.name))
            terminal.print(u"%1 = %2"_s.arg(field.name, shown(record.value(field.name))));
    }
}

void printImport(const ImportReport &report, Terminal &terminal)
{
    terminal.print(QCoreApplication::translate("Command", "%1 of %2 rows imported").arg(report.imported).arg(report.rows));
    for (const ImportReport::Problem &problem : report.problems) {
        const QString where = QCoreApplication::translate("Command", "row %1, %2").arg(QString::number(problem.row), problem.field);
        terminal.complain(where + u": "_s + errorText({ErrorCode::InvalidInput, problem.reason, problem.args, {}}));
    }
}

} // namespace dw
