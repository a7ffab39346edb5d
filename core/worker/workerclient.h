#pragma once

#include "core/domain/markset.h"
#include "core/domain/pdfpage.h"
#include "core/worker/workerprocess.h"

#include <QJsonObject>

#include <mutex>

namespace dw {

/// Whether files from outside may be read on a machine whose kernel can confine nothing.
enum class SandboxPolicy { Required, Optional };

struct RedactionOptions {
    RedactionLevel level = RedactionLevel::B;
    bool rasteriseAll = false; ///< Turn every page into a picture, marked or not.
};

struct RedactionResult {
    QByteArray pdf; ///< Proven clean; empty on failure.
    QJsonObject report; ///< Per mark: removed, level, fallback and why, verification; see manual.
};

/// The door to dealward-worker. Calls block and are meant for jobs; every call starts a process of its own, so
/// one hostile file can only spoil its own answer. Any thread.
class WorkerClient
{
public:
    explicit WorkerClient(QString program, SandboxPolicy policy = SandboxPolicy::Required);

    /// dealward-worker beside the running program or in its libexec directory; empty when there is none.
    static QString findProgram();

    /// What confines a worker on this machine.
    Result<SandboxReport> sandboxReport() const;

    /// Any request kind: starts a process, asks, ends it.
    Result<QCborMap> call(const QString &kind, const QCborMap &parameters, JobContext &job, const WorkerLimits &limits = {}) const;

    Result<QList<PdfPageInfo>> pageSizes(const QByteArray &pdf, JobContext &job) const;
    Result<QList<PdfPageText>> pageTexts(const QByteArray &pdf, JobContext &job) const;
    Result<PdfPageText> pageText(const QByteArray &pdf, int page, JobContext &job) const;
    Result<PdfPicture> renderPage(const QByteArray &pdf, int page, double dpi, JobContext &job) const;

    /// What the file hides, as facts with stable ids: {"facts":[{"id","severity","page"?,"count"?,"values"?}]...}.
    Result<QJsonObject> inspectPdf(const QByteArray &pdf, JobContext &job) const;

    /// Removes the marks and proves it in a second process; a page that cannot be proven becomes a picture.
    /// Fails with VerificationFailed "redact.unproven" (args: the findings) when that does not help either.
    Result<RedactionResult> redact(const QByteArray &pdf, const MarkSet &marks, const RedactionOptions &options, JobContext &job) const;

    Result<std::unique_ptr<WorkerProcess>> start() const;

    /// Starting takes longer than drawing a page: this starts one in advance, for the next startPrepared(). Blocks.
    Result<> prepare() const;
    Result<std::unique_ptr<WorkerProcess>> startPrepared() const; ///< The one that waits, or a new one.
    void dismiss() const; ///< Ends the one that waits.
    /// The worker that gives office files to LibreOffice, in a room of its own; see PdfConversion. It refuses to work
    /// where the kernel gives it none.
    Result<std::unique_ptr<WorkerProcess>> startOffice() const { return WorkerProcess::start(m_program, "office"); }

private:
    QString m_program;
    SandboxPolicy m_policy;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<WorkerProcess> m_waiting;
};

/// One document held open in one worker: for a viewer that asks for page after page. One thread at a time.
class PdfSession
{
public:
    static Result<std::unique_ptr<PdfSession>> open(const WorkerClient &client, const QByteArray &pdf, JobContext &job);

    const QList<PdfPageInfo> &pages() const { return m_pages; }
    Result<PdfPageText> text(int page, JobContext &job);
    Result<PdfPicture> render(int page, double dpi, JobContext &job);

private:
    std::unique_ptr<WorkerProcess> m_process;
    QList<PdfPageInfo> m_pages;
};

} // namespace dw
