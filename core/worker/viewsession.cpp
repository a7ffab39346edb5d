#include "core/worker/viewsession.h"

#include "core/worker/pdfcodec.h"

#include <QCborArray>

#include <array>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int mostPages = 20'000;

/// A page is a second's work at most; a large file may need longer to be looked through.
WorkerLimits openLimits(qint64 size)
{
    const int more = int(size / (1 << 20));
    return {20 + more, 90 + 4 * more, 1 << 20};
}

constexpr WorkerLimits pageLimits {15, 30, 64 << 20}; // a reader that hangs is noticed while somebody still waits

} // namespace

Result<std::unique_ptr<ViewSession>> ViewSession::open(std::unique_ptr<WorkerProcess> process, const SharedBytes &pdf, JobContext &job)
{
    std::unique_ptr<ViewSession> session(new ViewSession);
    session->m_process = std::move(process);
    DW_ASSIGN(session->m_window, SharedBytes::create(4 * mostPixels));
    const std::array files {pdf.descriptor(), session->m_window.descriptor()};
    DW_ASSIGN(const QCborMap answer, session->m_process->call(u"view.open"_s, {}, job, openLimits(pdf.size()), files));
    const qint64 count = answer.value("count"_L1).toInteger();
    if (count < 1 || count > mostPages)
        return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
    session->m_pageCount = int(count);
    return session;
}

Result<QList<PdfPageInfo>> ViewSession::pages(int from, int count, JobContext &job)
{
    DW_ASSIGN(const QCborMap answer, m_process->call(u"view.pages"_s, {{u"from"_s, from}, {u"count"_s, count}}, job, pageLimits));
    DW_ASSIGN(const QList<PdfPageInfo> pages, pdfcodec::readPages(answer.value("pages"_L1).toArray()));
    if (pages.size() != count)
        return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
    return pages;
}

Result<PagePixels> ViewSession::draw(int page, int width, int height, JobContext &job)
{
    if (page < 0 || page >= m_pageCount || width < 1 || height < 1 || qint64(width) * height > mostPixels)
        return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(page + 1)});
    DW_TRY(m_process->call(u"view.draw"_s, {{u"page"_s, page}, {u"width"_s, width}, {u"height"_s, height}}, job, pageLimits));
    return PagePixels {width, height, QByteArray(reinterpret_cast<const char *>(m_window.data()), qsizetype(width) * height * 4)};
}

Result<PdfPageText> ViewSession::text(int page, const PdfPageInfo &info, JobContext &job)
{
    DW_ASSIGN(const QCborMap answer, m_process->call(u"view.text"_s, {{u"page"_s, page}}, job, pageLimits));
    return pdfcodec::readText(answer.value("words"_L1).toByteArray(), info);
}

} // namespace dw
