#pragma once

#include "core/base/sharedbytes.h"
#include "core/worker/workerclient.h"

namespace dw {

/// A page as a viewer draws it: rows of `width` 32-bit pixels (0xffRRGGBB) without padding.
struct PagePixels {
    int width = 0;
    int height = 0;
    QByteArray rgb32;
};

/// One document held open in one worker for a viewer: the worker reads the caller's bytes where they are and draws into a
/// window that both see, so nothing large goes through the pipe. Page sizes come in parts: ten thousand pages open as
/// quickly as ten. One thread at a time.
class ViewSession
{
public:
    static constexpr qint64 mostPixels = 12'000'000; ///< Of one picture; larger ones are the caller's to scale.

    /// `pdf` must be sealed and outlive the session. Errors as WorkerProcess and PopplerDocument::open.
    static Result<std::unique_ptr<ViewSession>> open(std::unique_ptr<WorkerProcess> process, const SharedBytes &pdf, JobContext &job);

    int pageCount() const { return m_pageCount; }
    Result<QList<PdfPageInfo>> pages(int from, int count, JobContext &job);
    Result<PagePixels> draw(int page, int width, int height, JobContext &job);
    Result<PdfPageText> text(int page, const PdfPageInfo &info, JobContext &job);

    bool isRunning() const { return m_process->isRunning(); }
    pid_t processId() const { return m_process->processId(); }

private:
    ViewSession() = default;

    std::unique_ptr<WorkerProcess> m_process;
    SharedBytes m_window; ///< The worker writes here what it likes: nothing but colours is read from it.
    int m_pageCount = 0;
};

} // namespace dw
