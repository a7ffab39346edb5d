#pragma once

#include "core/store/audittrail.h"

namespace dw {

class Store;

/// The newest `limit` entries, oldest first; everything but hashes of rows.
Result<QList<TrailEntry>> readTrail(const Store &store, int limit = 5000);

} // namespace dw
