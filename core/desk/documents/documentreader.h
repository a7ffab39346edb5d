#pragma once

#include "core/base/jobcontext.h"
#include "core/base/secretbytes.h"
#include "core/base/sharedbytes.h"
#include "core/desk/documents/documentcontext.h"
#include "core/domain/pdfpage.h"

#include <functional>
#include <memory>
#include <mutex>

namespace dw {

class ViewSession;
struct PagePixels;

/// A version that somebody looks at: its bytes once in memory, and a worker process that reads them there. Calls
/// block on the worker and wait for each other. A page on which the worker dies is an error of that page; the
/// next call starts a new worker.
class OpenVersion
{
public:
    OpenVersion(const WorkerClient &worker, DocumentVersion version, SharedBytes bytes);
    ~OpenVersion();

    const DocumentVersion &version() const { return m_version; }
    Result<int> pageCount(JobContext &job);
    Result<QList<PdfPageInfo>> pages(JobContext &job); ///< All of them: of thousands that takes its time.
    Result<QList<PdfPageInfo>> pages(int from, int count, JobContext &job);
    Result<PdfPageText> words(int page, JobContext &job);
    Result<PagePixels> draw(int page, int width, int height, JobContext &job); ///< See ViewSession.
    Result<PdfPicture> picture(int page, double dpi, JobContext &job);
    qint64 workerId() const; ///< The process id, for measuring; 0 when none runs.

private:
    Result<ViewSession *> session(JobContext &job);
    Result<PdfPageInfo> info(ViewSession &open, int page, JobContext &job);
    template <typename Call>
    auto ask(JobContext &job, Call call) -> decltype(call(std::declval<ViewSession &>()));

    const WorkerClient &m_worker;
    const DocumentVersion m_version;
    const SharedBytes m_bytes;
    mutable std::mutex m_mutex;
    std::unique_ptr<ViewSession> m_session;
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

    /// Starts a worker in advance, for the next open(): blocks as long as that takes.
    void prepare() const;
    void dismiss() const; ///< Nothing is going to be opened.

private:
    Result<> read(const DocumentVersion &version, const std::function<std::uint8_t *(qint64 size)> &room) const;

    const DocumentContext &m_context;
};

} // namespace dw
