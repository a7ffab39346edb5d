#include "core/worker/workerclient.h"

#include "core/worker/pdfcodec.h"
#include "core/worker/redactioncall.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// Reading a whole document may take longer than one page; the pages are not known before.
WorkerLimits limitsFor(const QByteArray &pdf)
{
    const int more = int(pdf.size() / (1 << 20));
    return {20 + more, 90 + 4 * more, 1LL << 30};
}

QCborMap onPage(int page)
{
    return {{u"page"_s, page}};
}

} // namespace

WorkerClient::WorkerClient(QString program, SandboxPolicy policy)
    : m_program(std::move(program))
    , m_policy(policy)
{
}

QString WorkerClient::findProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &directory : {u""_s, u"/../bin"_s, u"/../libexec/dealward"_s, u"/../lib/dealward"_s}) {
        const QFileInfo file(here + directory + u"/dealward-worker"_s);
        if (file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

Result<std::unique_ptr<WorkerProcess>> WorkerClient::start() const
{
    DW_ASSIGN(auto process, WorkerProcess::start(m_program));
    if (m_policy == SandboxPolicy::Required && !process->sandbox().isConfined())
        return fail(ErrorCode::PolicyBlocked, u"worker.unconfined"_s);
    return process;
}

Result<> WorkerClient::prepare() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting)
            return {};
    }
    DW_ASSIGN(auto process, start());
    const std::lock_guard lock(m_mutex);
    if (!m_waiting)
        m_waiting = std::move(process);
    return {};
}

Result<std::unique_ptr<WorkerProcess>> WorkerClient::startPrepared() const
{
    std::unique_ptr<WorkerProcess> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting = std::move(m_waiting);
    }
    if (waiting && waiting->isAlive())
        return waiting;
    return start();
}

void WorkerClient::dismiss() const
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
}

Result<SandboxReport> WorkerClient::sandboxReport() const
{
    DW_ASSIGN(const auto process, WorkerProcess::start(m_program));
    return process->sandbox();
}

Result<QCborMap> WorkerClient::call(
    const QString &kind, const QCborMap &parameters, JobContext &job, const WorkerLimits &limits) const
{
    DW_ASSIGN(const auto process, start());
    return process->call(kind, parameters, job, limits);
}

Result<QList<PdfPageInfo>> WorkerClient::pageSizes(const QByteArray &pdf, JobContext &job) const
{
    DW_ASSIGN(const auto session, PdfSession::open(*this, pdf, job));
    return session->pages();
}

Result<QList<PdfPageText>> WorkerClient::pageTexts(const QByteArray &pdf, JobContext &job) const
{
    DW_ASSIGN(const auto session, PdfSession::open(*this, pdf, job));
    QList<PdfPageText> texts;
    for (int page = 0; page < session->pages().size(); ++page) {
        DW_TRY(job.step(page, session->pages().size()));
        DW_ASSIGN(const PdfPageText text, session->text(page, job));
        texts.append(text);
    }
    return texts;
}

Result<PdfPageText> WorkerClient::pageText(const QByteArray &pdf, int page, JobContext &job) const
{
    DW_ASSIGN(const auto session, PdfSession::open(*this, pdf, job));
    return session->text(page, job);
}

Result<PdfPicture> WorkerClient::renderPage(const QByteArray &pdf, int page, double dpi, JobContext &job) const
{
    DW_ASSIGN(const auto session, PdfSession::open(*this, pdf, job));
    return session->render(page, dpi, job);
}

Result<QJsonObject> WorkerClient::inspectPdf(const QByteArray &pdf, JobContext &job) const
{
    DW_ASSIGN(const QCborMap answer, call(u"pdf.inspect"_s, {{u"pdf"_s, pdf}}, job, {45 + int(pdf.size() / 16384), 400 + int(pdf.size() / 8192), 64 << 20}));
    return answer.value("facts"_L1).toMap().toJsonObject();
}

Result<RedactionResult> WorkerClient::redact(
    const QByteArray &pdf, const MarkSet &marks, const RedactionOptions &options, JobContext &job) const
{
    return RedactionCall(*this, pdf, marks, options).run(job);
}

Result<std::unique_ptr<PdfSession>> PdfSession::open(const WorkerClient &client, const QByteArray &pdf, JobContext &job)
{
    std::unique_ptr<PdfSession> session(new PdfSession);
    DW_ASSIGN(session->m_process, client.start());
    DW_ASSIGN(const QCborMap answer, session->m_process->call(u"pdf.open"_s, {{u"pdf"_s, pdf}}, job, limitsFor(pdf)));
    DW_ASSIGN(session->m_pages, pdfcodec::readPages(answer.value("pages"_L1).toArray()));
    return session;
}

Result<PdfPageText> PdfSession::text(int page, JobContext &job)
{
    if (page < 0 || page >= m_pages.size())
        return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(page + 1)});
    DW_ASSIGN(const QCborMap answer, m_process->call(u"pdf.text"_s, onPage(page), job, {}));
    return pdfcodec::readText(answer.value("words"_L1).toByteArray(), m_pages.at(page));
}

Result<PdfPicture> PdfSession::render(int page, double dpi, JobContext &job)
{
    if (page < 0 || page >= m_pages.size() || !(dpi >= 1 && dpi <= 1200))
        return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(page + 1)});
    QCborMap parameters = onPage(page);
    parameters.insert(u"dpi"_s, dpi);
    DW_ASSIGN(const QCborMap answer, m_process->call(u"pdf.render"_s, parameters, job, {}));
    return pdfcodec::readPicture(answer);
}

} // namespace dw
