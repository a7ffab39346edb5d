#pragma once

#include "core/desk/report/reportdata.h"
#include "core/store/transaction.h"

namespace dw {

/// Assets and records by level. Sums of level 3 and 4 are known to whom is cleared for them, and stay out of the
/// variant for outside; "basis" says which it is: stated, partly, none, withheld.
Result<> fillLevelCounts(const ReadTx &tx, bool isOutsideSafe, ReportTable &table);

/// Who is bound by which agreement today, people x agreements in force. `declared` has the column "n" in the place
/// of the agreements' columns (n1, n2 ... as section 6 numbers them). More agreements than fit beside each other
/// give further tables ("coverage_2").
Result<QList<ReportTable>> coverageGrids(const ReadTx &tx, const ReportTable &declared);

} // namespace dw
