#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace dw {

class Connection;

/// SHA-256 over the canonical JSON {"table": name, "row": {column: value}} of all columns that are not null: what
/// an audit entry binds. Columns added later, while empty, do not change it. Empty when there is no such row.
Result<QByteArray> rowHash(Connection &db, const QString &table, const RecordId &id);

} // namespace dw
