#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/desk/documents/findingbook.h"

namespace dw {

struct RedactionChoice {
    RedactionLevel level = RedactionLevel::B;
    bool rasteriseAll = false; ///< Every page becomes a picture.
};

struct RedactionOutcome {
    DocumentVersion version; ///< The new one: kind redacted, state scanned.
    Verification verification;
    QJsonObject report; ///< The engine's, per mark.
};

/// Makes a redacted version out of the accepted marks. Fail closed: a version appears only together with its passed
/// verification; otherwise nothing is kept but a failed verification of the source version, with the reasons.
class RedactionRun
{
public:
    RedactionRun(const DocumentContext &context, const DocumentReader &reader, const FindingBook &findings)
        : m_context(context)
        , m_reader(reader)
        , m_findings(findings)
    {
    }

    /// Refuses, with nothing written: "redact.no_marks", "redact.undecided_marks" {count}, "document.not_viewable",
    /// "level.not_cleared", "record.role", Cancelled. Fails with a failed verification written:
    /// "redact.unproven", "worker.crashed", "worker.timeout" and what else the worker says.
    Result<RedactionOutcome> run(const VersionId &source, const RedactionChoice &choice, JobContext &job);

private:
    struct Plan;
    Result<Plan> prepare(const VersionId &source) const;
    Result<> writeFailure(const Plan &plan, const Error &error);
    Result<RedactionOutcome> writeVersion(const Plan &plan, const RedactionChoice &choice, const QByteArray &pdf,
        const QJsonObject &report, const VersionSearch &found);

    const DocumentContext &m_context;
    const DocumentReader &m_reader;
    const FindingBook &m_findings;
};

} // namespace dw
