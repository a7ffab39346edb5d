#include "core/store/sealedvalues.h"

#include "core/store/connection.h"
#include "core/store/registerschema.h"
#include "core/store/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

SealedValues::SealedValues(const RegisterDecl &decl, std::array<Connection *, 2> levels, WriteTx *tx)
    : m_decl(decl)
    , m_levels(levels)
    , m_tx(tx)
{
}

bool SealedValues::hasSealedFields() const
{
    return std::any_of(m_decl.fields.begin(), m_decl.fields.end(),
        [](const FieldDecl &field) { return field.sealedByLevel || field.sealedLevel > 0; });
}

int SealedValues::homeOf(const FieldDecl &field, int rowLevel) const
{
    if (field.sealedLevel > 0)
        return field.sealedLevel;
    return field.sealedByLevel && rowLevel >= 3 ? rowLevel : 0;
}

int SealedValues::levelOf(const QVariantMap &values) const
{
    return m_decl.levelField.isEmpty() ? 0 : values.value(m_decl.levelField).toInt();
}

Result<> SealedValues::merge(QList<Record> &records) const
{
    if (records.isEmpty() || !hasSealedFields())
        return {};
    QHash<RecordId, qsizetype> positions;
    for (qsizetype i = 0; i < records.size(); ++i) {
        positions.insert(records.at(i).id, i);
        for (const FieldDecl &field : m_decl.fields) {
            const int home = homeOf(field, levelOf(records.at(i).values));
            if (home > 0 && !m_levels.at(size_t(home - 3)))
                records[i].withheld.insert(field.name);
        }
    }
    for (Connection *level : m_levels) {
        if (!level)
            continue;
        const bool one = records.size() == 1;
        const QString sql = u"SELECT row_id, field, value FROM sealed_value WHERE register = :r%1"_s.arg(one ? u" AND row_id = :i"_s : QString());
        QVariantMap parameters {{u":r"_s, m_decl.id}};
        if (one)
            parameters.insert(u":i"_s, records.first().id.toString());
        DW_ASSIGN(const auto rows, level->rows(sql, parameters));
        for (const QVariantMap &row : rows) {
            const auto position = positions.constFind(RecordId::fromText(row.value(u"row_id"_s).toString()));
            const FieldDecl *field = m_decl.field(row.value(u"field"_s).toString());
            if (position == positions.cend() || !field)
                continue;
            // Wrapped in an array: a bare JSON string is no document.
            const QVariant column = QJsonDocument::fromJson(row.value(u"value"_s).toString().toUtf8()).array().at(0).toVariant();
            records[*position].values.insert(field->name, registerschema::fromColumn(*field, field->isNumber() && field->type != FieldType::Real ? QVariant(column.toLongLong()) : column));
        }
    }
    return {};
}

Result<QVariantMap> SealedValues::divert(const Record &row, const QVariantMap &values) const
{
    QVariantMap after = row.values;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!m_decl.field(it.key()))
            return fail(ErrorCode::InvalidInput, u"record.unknown_field"_s, {m_decl.id, it.key()});
        after.insert(it.key(), it.value());
    }
    const int levelBefore = levelOf(row.values);
    const int levelAfter = levelOf(after);
    QVariantMap columns;
    for (const FieldDecl &field : m_decl.fields) {
        const int homeBefore = homeOf(field, levelBefore);
        const int homeAfter = homeOf(field, levelAfter);
        const bool moves = homeBefore != homeAfter && row.version > 1;
        if (!values.contains(field.name) && !moves)
            continue;
        if (moves && !values.contains(field.name) && row.withheld.contains(field.name))
            return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(homeBefore)});
        DW_ASSIGN(const QVariant column, registerschema::toColumn(field, after.value(field.name)));
        if (moves && homeBefore > 0)
            DW_TRY(take(homeBefore, row, field.name));
        columns.insert(field.name, homeAfter > 0 ? QVariant() : column);
        if (homeAfter > 0)
            DW_TRY(column.isNull() ? take(homeAfter, row, field.name) : put(homeAfter, row, field.name, column));
    }
    return columns;
}

Result<> SealedValues::put(int level, const Record &row, const QString &field, const QVariant &value) const
{
    const QByteArray json = QJsonDocument(QJsonArray {QJsonValue::fromVariant(value)}).toJson(QJsonDocument::Compact);
    return send(level, row, field, QString::fromUtf8(json));
}

Result<> SealedValues::take(int level, const Record &row, const QString &field) const
{
    return send(level, row, field, {});
}

Result<> SealedValues::send(int level, const Record &row, const QString &field, const QVariant &value) const
{
    return m_tx->put(level, u"sealed_value"_s,
        {{u"register"_s, m_decl.id}, {u"row_id"_s, row.id.toString()}, {u"field"_s, field}, {u"value"_s, value}, {u"version"_s, row.version}});
}

QJsonObject SealedValues::forHistory(const RegisterDecl &decl, const QVariantMap &values, const QVariantMap &columns)
{
    QJsonObject object = QJsonObject::fromVariantMap(columns);
    for (const FieldDecl &field : decl.fields) {
        if (field.sealedLevel > 0 && values.contains(field.name))
            object.insert(field.name, QJsonValue::Null);
    }
    return object;
}

} // namespace dw
