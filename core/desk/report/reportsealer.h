#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/report/reportdata.h"
#include "core/engines/seal/sealverifier.h"

namespace dw {

/// The finished bytes of a report and what our own verifier says about them.
struct SealedBytes {
    QByteArray pdf;
    QByteArray json; ///< report.json as embedded.
    int pages = 0;
    SealResult verdict;
};

/// Draws, finishes as PDF/A-3 with report.json inside, seals and verifies. Knows no vault. Fails with
/// VerificationFailed "report.self_check" {demand, reason} rather than hand out a file that sealcheck refuses.
Result<SealedBytes> sealReport(const ReportData &data, const SealIdentity &identity, JobContext &job);

} // namespace dw
