#pragma once

#include "core/domain/markset.h"
#include "core/worker/filefinder.h"

namespace dw {

/// Turns what the finder finds in a PDF into marks for the redactor.
class FindingMarks
{
public:
    FindingMarks(Finder finder, const WorkerClient &worker) : m_finder(std::move(finder)), m_worker(worker) {}

    /// One mark for each place. Refuses a file that cannot be searched whole: PolicyBlocked "find.page_unsearchable"
    /// {name, page}; and one where there is nothing: PolicyBlocked "find.nothing_found".
    Result<MarkSet> marks(const QString &name, const QByteArray &pdf, JobContext &job) const;

    /// VerificationFailed "redact.findings_left" if a marked text can still be found in the result.
    Result<> proveGone(const MarkSet &marks, const QByteArray &redacted, JobContext &job) const;

private:
    Finder m_finder;
    const WorkerClient &m_worker;
};

} // namespace dw
