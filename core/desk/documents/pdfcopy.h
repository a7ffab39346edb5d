#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/desk/documents/findingbook.h"

namespace dw {

/// A PDF beside a file that is none, so that it can be seen, marked and redacted. The file stays as it came, as the
/// version before; the PDF is a working copy of it.
class PdfCopy
{
public:
    PdfCopy(const DocumentContext &context, const DocumentReader &reader, FindingBook &findings)
        : m_context(context)
        , m_reader(reader)
        , m_findings(findings)
    {
    }

    /// Whether there is a way from such a file to a PDF; not whether it is open on this machine.
    static bool isPossible(const DocumentVersion &version, const QString &fileName);

    /// Converts, looks at what came out as at every import, stores it and searches it. Errors as PdfConversion::toPdf;
    /// nothing is stored then. Conflict "document.has_copy" when the version has one already.
    Result<DocumentVersion> make(const VersionId &original, JobContext &job);

private:
    struct Source;
    struct Made;
    Result<Source> prepare(const VersionId &original) const;
    Result<DocumentVersion> store(const Source &source, const Made &made);

    const DocumentContext &m_context;
    const DocumentReader &m_reader;
    FindingBook &m_findings;
};

} // namespace dw
