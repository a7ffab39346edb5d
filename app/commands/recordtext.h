#pragma once

#include "app/commands/command.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"

#include <QJsonObject>

namespace dw {

class RecordService;
struct ImportReport;

/// The record a person means: its id, or a label that only one record has; the only row of a single register
/// when `words` is empty. Errors: "record.missing", "record.ambiguous".
Result<RecordId> findRecord(const RecordService &records, const QString &registerId, const QString &words);

/// "field=value" words as values; references by id or by label, lists with ";".
Result<QVariantMap> readValues(const RecordService &records, const QString &registerId, const QStringList &words);

QJsonObject recordJson(const RegisterDecl &decl, const Record &record);
void printRecord(const RegisterDecl &decl, const Record &record, Terminal &terminal);
void printImport(const ImportReport &report, Terminal &terminal);

} // namespace dw
