#pragma once

#include "core/base/jobcontext.h"
#include "core/base/secretbytes.h"
#include "core/desk/documents/documentcontext.h"
#include "core/domain/pdfpage.h"

#include <memory>
#include <mutex>

namespace dw {

class PdfSession;

/// A version that somebody looks at: its bytes in locked memory, and a worker process that holds it open. Calls
/// block on the worker and wait for each other. A page on which the worker dies is an error of that page; the
/// next call starts a new worker.
class OpenVersion
{
public:
    OpenVersion(const WorkerClient &worker, DocumentVersion version, SecretBytes bytes);
    ~OpenVersion();

    const DocumentVersion &version() const { return m_version; }
    Result<QList<PdfPageInfo>> pages(JobContext &job);
    Result<PdfPageText> words(int page, JobContext &job);
    Result<PdfPicture> picture(int page, double dpi, JobContext &job);

private:
    Result<PdfSession *> session(JobContext &job);
    template <typename Call>
    auto ask(JobContext &job, Call call) -> decltype(call(std::declval<PdfSession &>()));

    const WorkerClient &m_worker;
    const DocumentVersion m_version;
    SecretBytes m_bytes;
    std::mutex m_mutex;
    std::unique_ptr<PdfSession> m_session;
};

/// Brings the bytes of a version back.
class DocumentReader
{
public:
    explicit DocumentReader(const DocumentContext &context)
        : m_context(context)
    {
    }

    /// For looking at it; from level 3 up this is logged, once for each opening. Fails with "level.not_cleared",
    /// "document.not_viewable" or "blob.damaged".
    Result<std::unique_ptr<OpenVersion>> open(const VersionId &id);

    /// The plain bytes, proven to have the hash of the version's row. Logs nothing: what the caller does with
    /// them is an action of its own.
    Result<SecretBytes> bytes(const DocumentVersion &version) const;

private:
    const DocumentContext &m_context;
};

} // namespace dw
