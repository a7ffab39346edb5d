#pragma once

#include "core/domain/document.h"

namespace dw {

class Connection;
class WriteTx;

/// The table `finding` of a level's database.
namespace findingrows {

Result<QList<Finding>> list(Connection &db, const VersionId &version); ///< By page, then from top to bottom.
Result<> put(Connection &db, const VersionId &version, const Finding &finding); ///< Adds or replaces.
Result<> add(WriteTx &tx, const DocumentVersion &version, const Finding &finding); ///< A new one, above the clearance too.
Result<> replace(Connection &db, const VersionId &version, const QList<Finding> &findings);

} // namespace findingrows

} // namespace dw
