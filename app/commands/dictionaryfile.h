#pragma once

#include "core/engines/find/namedictionary.h"
#include "core/worker/workerclient.h"

namespace dw {

/// Names to look for from a table (CSV or XLSX): the first column is the name, one headed "type" or 类型 its type
/// (COMPANY, PERSON or a category of the user's own), one headed "alias" or 别名 further names with ; between them.
/// Without such a heading the second column is the type. A name without a type is a COMPANY if it looks like one.
/// Fails as openTable(), and with InvalidInput "find.dictionary_empty" or "find.dictionary_row" {file, row}.
Result<QList<DictionaryName>> readDictionary(const QString &path, const WorkerClient &worker, JobContext &job);

} // namespace dw
