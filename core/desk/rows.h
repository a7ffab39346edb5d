#pragma once

#include "core/store/transaction.h"

namespace dw {

/// A row of a table of store.db as it is stored; empty when there is none or it is voided.
Result<Row> rowOf(const ReadTx &tx, const QString &table, const QString &id);

/// The JSON array that a list field is stored as.
QStringList listOf(const QVariant &column);

QString textOf(const Row &row, QLatin1StringView column);
QDate dateOf(const Row &row, QLatin1StringView column);

} // namespace dw
