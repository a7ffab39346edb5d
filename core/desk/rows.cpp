#include "core/desk/rows.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

Result<Row> rowOf(const ReadTx &tx, const QString &table, const QString &id)
{
    if (id.isEmpty())
        return Row();
    DW_ASSIGN(const auto rows, tx.query(u"SELECT * FROM \"%1\" WHERE id = :id AND voided_at IS NULL"_s.arg(table), {{u":id"_s, id}}));
    return rows.value(0);
}

QStringList listOf(const QVariant &column)
{
    QStringList list;
    for (const QJsonValue value : QJsonDocument::fromJson(column.toString().toUtf8()).array())
        list.append(value.toString());
    return list;
}

QString textOf(const Row &row, QLatin1StringView column)
{
    return row.value(QString(column)).toString();
}

QDate dateOf(const Row &row, QLatin1StringView column)
{
    return QDate::fromString(textOf(row, column), Qt::ISODate);
}

} // namespace dw
