#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/report/reportdata.h"
#include "core/domain/ids.h"
#include "core/engines/crypto/x509.h"
#include "core/engines/seal/sealverifier.h"

#include <functional>
#include <memory>

namespace dw {

class GateService;
class MeasureService;
class Store;

/// A report as it was issued.
struct SealedReport {
    RecordId record; ///< In register sealed_report.
    QString reportNo; ///< "R-0003"
    QString fileName; ///< Neutral: code name, kind, date.
    QByteArray pdf;
    QString sha256; ///< Of the file, hex.
    QString dataSha256;
    QString fingerprint; ///< Of the certificate.
    int pages = 0;
    SealResult verdict; ///< Of our own verifier over the finished bytes.
};

/// The sealed report: collects, draws, finishes as PDF/A-3, seals and verifies. Reads store.db only. make() needs
/// a QGuiApplication (offscreen in the command line) and may run in a job.
class ReportService
{
public:
    /// `identity` gives the actor's key and certificates when a report is sealed.
    ReportService(Store &store, const MeasureService &measures, const GateService &gates,
        std::function<Result<SealIdentity>()> identity);
    ~ReportService();

    /// What the report would say, for a preview.
    Result<ReportData> collect(const ReportRequest &request) const;

    /// Makes a report, registers it with an audit entry and returns the bytes; the caller writes the file.
    /// Errors: "report.kind", "report.no_deal", "report.not_permitted", VerificationFailed "report.self_check".
    Result<SealedReport> make(const ReportRequest &request, JobContext &job);

    /// With a certificate of an outside authority instead of the vault's own.
    Result<SealedReport> makeWith(const ReportRequest &request, const SealIdentity &identity, JobContext &job);

    /// The whole audit trail as text that `sealcheck --trail` verifies (format: trailverifier.h).
    Result<QByteArray> exportTrail() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dw
