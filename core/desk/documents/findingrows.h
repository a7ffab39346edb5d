#pragma once

#include "core/domain/document.h"

namespace dw {

class Connection;

/// The table `finding` of a level's database.
namespace findingrows {

Result<QList<Finding>> list(Connection &db, const VersionId &version); ///< By page, then from top to bottom.
Result<> put(Connection &db, const VersionId &version, const Finding &finding); ///< Adds or replaces.
Result<> replace(Connection &db, const VersionId &version, const QList<Finding> &findings);

} // namespace findingrows

} // namespace dw
