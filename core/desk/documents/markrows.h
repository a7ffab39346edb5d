#pragma once

#include "core/domain/document.h"

#include <QHash>
#include <QSet>

namespace dw {

class Connection;

/// The table `mark` of a level's database.
namespace markrows {

Result<QList<StoredMark>> list(Connection &db, const VersionId &version); ///< By page, then from top to bottom.
/// Those of the version that have these ids: an edit of one among thousands reads that one.
Result<QHash<MarkId, StoredMark>> some(Connection &db, const VersionId &version, const QSet<MarkId> &ids);
Result<> put(Connection &db, const VersionId &version, const StoredMark &mark); ///< Adds or replaces.
Result<> remove(Connection &db, const MarkId &id);

} // namespace markrows

} // namespace dw
