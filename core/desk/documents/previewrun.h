#pragma once

#include "core/desk/documents/redactionrun.h"
#include "core/desk/documents/versioncompare.h"

namespace dw {

/// What a reader would see: made by the engine, proven as a version would be, and kept in memory only.
struct RedactionPreview {
    std::shared_ptr<OpenVersion> file;
    RedactedAreas areas;
    QJsonObject report; ///< The engine's, per mark.
    int marks = 0; ///< That were applied.
    int undecided = 0; ///< Proposed ones, which a redaction would ask to decide first; not applied.
};

/// Redacts without keeping anything: no version, no blob, no verification.
class PreviewRun
{
public:
    PreviewRun(const DocumentContext &context, const DocumentReader &reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    /// Runs the real engine on the accepted marks. From level 3 up looking at it is logged. Errors as
    /// RedactionRun::run, without its refusal of undecided marks and with nothing written.
    Result<RedactionPreview> run(const VersionId &source, const RedactionChoice &choice, JobContext &job) const;

private:
    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

} // namespace dw
