#include "core/desk/registers/recordvalidator.h"

#include "core/desk/dealday.h"
#include "core/desk/registers/recordlabels.h"
#include "core/store/registerschema.h"
#include "core/store/store.h"

#include <QDateTime>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> bad(const QString &reason, const RegisterDecl &decl, const FieldDecl &field, const QVariant &given)
{
    return fail(ErrorCode::InvalidInput, reason, {decl.id, field.name, given.toString().left(80)});
}

bool isEmptyValue(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return true;
    if (value.typeId() == QMetaType::QString)
        return value.toString().trimmed().isEmpty();
    return (value.typeId() == QMetaType::QStringList || value.typeId() == QMetaType::QVariantList) && value.toList().isEmpty();
}

QStringList itemsOf(const QVariant &given)
{
    QStringList items = given.typeId() == QMetaType::QString
        ? given.toString().split(given.toString().contains(u';') ? u';' : u'\n', Qt::SkipEmptyParts)
        : given.toStringList();
    for (QString &item : items)
        item = item.trimmed();
    items.removeAll(QString());
    return items;
}

} // namespace

RecordValidator::RecordValidator(const ReadTx &tx, const QStringList &measures)
    : m_tx(tx)
    , m_measures(measures)
{
}

Result<QVariant> RecordValidator::reference(const RegisterDecl &decl, const FieldDecl &field, const QString &given) const
{
    const RecordId id = RecordId::fromText(given);
    if (!id.isNull()) {
        const Result<Record> target = m_tx.records().get(field.target, id);
        if (!target || target->isVoided())
            return bad(u"record.reference"_s, decl, field, given);
        return id.toString();
    }
    DW_ASSIGN(const auto records, m_tx.records().list(field.target));
    RecordLabels labels(m_tx);
    QString found;
    for (const Record &record : records) {
        DW_ASSIGN(const QString label, labels.of(record));
        if (label.compare(given, Qt::CaseInsensitive) != 0)
            continue;
        if (!found.isEmpty())
            return bad(u"record.reference_ambiguous"_s, decl, field, given);
        found = record.id.toString();
    }
    if (found.isEmpty())
        return bad(u"record.reference"_s, decl, field, given);
    return found;
}

Result<QVariant> RecordValidator::choice(const RegisterDecl &decl, const FieldDecl &field, const QString &given) const
{
    for (const ChoiceDecl &choice : field.choices) {
        if (choice.id == given || choice.title.en.compare(given, Qt::CaseInsensitive) == 0 || choice.title.zh == given)
            return choice.id;
    }
    return bad(u"record.choice"_s, decl, field, given);
}

Result<QVariant> RecordValidator::measure(const RegisterDecl &decl, const FieldDecl &field, const QString &given) const
{
    if (!m_measures.isEmpty() && !m_measures.contains(given))
        return bad(u"record.measure"_s, decl, field, given);
    return given;
}

Result<QVariant> RecordValidator::list(const RegisterDecl &decl, const FieldDecl &field, const QVariant &given) const
{
    QStringList out;
    for (const QString &item : itemsOf(given)) {
        Result<QVariant> one = item;
        if (field.type == FieldType::Choices)
            one = choice(decl, field, item);
        else if (field.type == FieldType::Refs)
            one = reference(decl, field, item);
        else if (field.type == FieldType::Measures)
            one = measure(decl, field, item);
        if (!one)
            return one;
        if (!out.contains(one->toString()))
            out.append(one->toString());
    }
    return out.isEmpty() ? QVariant() : QVariant(out);
}

Result<QVariant> RecordValidator::value(const RegisterDecl &decl, const FieldDecl &field, const QVariant &given) const
{
    if (isEmptyValue(given))
        return QVariant();
    switch (field.type) {
    case FieldType::Ref:
        return reference(decl, field, given.toString().trimmed());
    case FieldType::Choice:
        return choice(decl, field, given.toString().trimmed());
    case FieldType::Measure:
        return measure(decl, field, given.toString().trimmed());
    case FieldType::Refs:
    case FieldType::Choices:
    case FieldType::Measures:
    case FieldType::TextList:
        return list(decl, field, given);
    case FieldType::Instant: {
        bool isNumber = false;
        const qint64 ms = given.toLongLong(&isNumber);
        if (isNumber)
            return ms;
        QDateTime time = QDateTime::fromString(given.toString().trimmed(), Qt::ISODate);
        if (!time.isValid())
            return bad(u"record.type"_s, decl, field, given);
        if (time.timeSpec() == Qt::LocalTime) { // no offset given: the deal's zone is meant
            DW_ASSIGN(const DealDay day, dealDay(m_tx));
            time = day.instant(time.date(), time.time());
        }
        return time.toMSecsSinceEpoch();
    }
    default: {
        const QVariant trimmed = given.typeId() == QMetaType::QString ? QVariant(given.toString().trimmed()) : given;
        const Result<QVariant> column = registerschema::toColumn(field, trimmed);
        if (!column)
            return bad(u"record.type"_s, decl, field, given);
        return registerschema::fromColumn(field, *column);
    }
    }
}

Result<QVariantMap> RecordValidator::values(const RegisterDecl &decl, const QVariantMap &given) const
{
    QVariantMap out;
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        const FieldDecl *field = decl.field(it.key());
        if (!field)
            return fail(ErrorCode::InvalidInput, u"record.unknown_field"_s, {decl.id, it.key()});
        if (field->readOnly)
            return fail(ErrorCode::InvalidInput, u"record.read_only"_s, {decl.id, it.key()});
        DW_ASSIGN(const QVariant one, value(decl, *field, it.value()));
        out.insert(it.key(), one);
    }
    return out;
}

Result<> RecordValidator::checkRequired(const RegisterDecl &decl, const QVariantMap &values, const Record *before) const
{
    for (const FieldDecl &field : decl.fields) {
        if (!field.required || field.readOnly || (before && !values.contains(field.name)))
            continue;
        if (isEmptyValue(values.value(field.name)))
            return fail(ErrorCode::InvalidInput, u"record.required"_s, {decl.id, field.name});
    }
    return {};
}

Result<> RecordValidator::checkUnique(const RegisterDecl &decl, const QVariantMap &values, const RecordId &self) const
{
    for (const FieldDecl &field : decl.fields) {
        const QVariant value = values.value(field.name);
        if (!field.unique || isEmptyValue(value))
            continue;
        RecordFilter same;
        same.equals.insert(field.name, value);
        DW_ASSIGN(const auto rows, m_tx.records().list(decl.id, same));
        for (const Record &row : rows) {
            if (row.id != self)
                return fail(ErrorCode::Conflict, u"record.unique"_s, {decl.id, field.name, value.toString()});
        }
    }
    return {};
}

Result<QVariantMap> RecordValidator::defaults(const RegisterDecl &decl) const
{
    QVariantMap values;
    for (const FieldDecl &field : decl.fields) {
        if (!field.defaultValue.isValid() || field.defaultValue.isNull())
            continue;
        const bool isPhase = field.type == FieldType::Choice && field.defaultValue == u"phase"_s;
        if (isPhase || (field.type == FieldType::Date && field.defaultValue == u"today"_s)) {
            DW_ASSIGN(const DealDay day, dealDay(m_tx));
            values.insert(field.name, isPhase ? day.phase : day.isoToday());
        } else {
            values.insert(field.name, registerschema::fromColumn(field, registerschema::toColumn(field, field.defaultValue).value_or(QVariant())));
        }
    }
    return values;
}

} // namespace dw
