#include "core/desk/report/reportdata.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QJsonValue cell(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return QJsonValue::Null;
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::LongLong:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    default:
        return value.toString();
    }
}

QJsonObject toJson(const ReportTable &table)
{
    QJsonArray columns;
    for (const ReportColumn &column : table.columns)
        columns << column.id;
    QJsonArray rows;
    for (const QVariantMap &row : table.rows) {
        QJsonObject cells;
        for (const ReportColumn &column : table.columns)
            cells.insert(column.id, cell(row.value(column.id)));
        rows << cells;
    }
    QJsonObject out {{u"id"_s, table.id}, {u"columns"_s, columns}, {u"rows"_s, rows}};
    if (table.outside >= 0)
        out.insert(u"outside_period"_s, table.outside);
    return out;
}

} // namespace

QJsonObject ReportData::dataJson() const
{
    QJsonArray points;
    for (const ReadinessPoint &point : trend) {
        QJsonObject one {{u"at"_s, point.at}, {u"value"_s, point.value}};
        if (!point.gate.isEmpty())
            one.insert(u"gate"_s, point.gate);
        points << one;
    }
    QJsonArray parts;
    for (const ReportSection &section : sections) {
        QJsonArray tables;
        for (const ReportTable &table : section.tables)
            tables << dw::toJson(table);
        parts << QJsonObject {{u"id"_s, section.id}, {u"tables"_s, tables}};
    }
    return {{u"conclusion"_s,
                QJsonObject {{u"outcome"_s, outcome}, {u"measures"_s, measures}, {u"green"_s, green},
                    {u"amber"_s, amber}, {u"red"_s, red}, {u"not_applicable"_s, notApplicable},
                    {u"exceptions"_s, exceptions}, {u"readiness"_s, readiness}, {u"phase"_s, phase}}},
        {u"readiness"_s, points}, {u"sections"_s, parts}, {u"left_out"_s, QJsonArray::fromStringList(leftOut)}};
}

QString ReportData::dataSha256() const
{
    return QString::fromLatin1(sha256(canonicalJson(dataJson())).toHex());
}

QJsonObject ReportData::toJson(int pages, const QString &textSha256) const
{
    QJsonObject out {{u"schema"_s, u"dealward.report/1"_s}, {u"id"_s, id}, {u"kind"_s, request.kind},
        {u"variant"_s, request.isOutsideSafe ? u"outside_safe"_s : u"internal"_s}, {u"language"_s, request.language},
        {u"classification"_s, classification}, {u"code_name"_s, codeName},
        {u"period"_s,
            QJsonObject {{u"from"_s, request.from.toString(Qt::ISODate)}, {u"until"_s, request.until.toString(Qt::ISODate)}}},
        {u"made_at"_s, madeAt}, {u"software"_s, software},
        {u"issuer"_s,
            QJsonObject {{u"name"_s, issuerName}, {u"role"_s, issuerRole}, {u"certificate_sha256"_s, certificate},
                {u"authority_sha256"_s, authority}}},
        {u"data"_s, dataJson()}, {u"data_sha256"_s, dataSha256()},
        {u"pages"_s, QJsonObject {{u"count"_s, pages}, {u"text_sha256"_s, textSha256}}}, {u"audit"_s, audit}};
    if (!request.gate.isEmpty())
        out.insert(u"gate"_s, request.gate);
    return out;
}

} // namespace dw
