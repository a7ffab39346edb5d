#pragma once

#include "core/domain/document.h"

namespace dw {

class Connection;

/// The table `mark` of a level's database.
namespace markrows {

Result<QList<StoredMark>> list(Connection &db, const VersionId &version); ///< By page, then from top to bottom.
Result<> put(Connection &db, const VersionId &version, const StoredMark &mark); ///< Adds or replaces.
Result<> remove(Connection &db, const MarkId &id);

} // namespace markrows

} // namespace dw
