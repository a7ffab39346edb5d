#include "app/worker/pdfhandlers.h"

#include "core/worker/pdfcodec.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// The page that a request names, of a document that is open.
Result<int> pageOf(const OpenPdf &open, const QCborMap &parameters)
{
    const qint64 page = parameters.value("page"_L1).toInteger(-1);
    if (!open.document || page < 0 || page >= open.document->pageCount())
        return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(page + 1)});
    return int(page);
}

} // namespace

OpenPdfHandler::OpenPdfHandler(std::shared_ptr<OpenPdf> open)
    : m_open(std::move(open))
{
}

QString OpenPdfHandler::kind() const
{
    return u"pdf.open"_s;
}

Result<QCborMap> OpenPdfHandler::handle(const QCborMap &parameters, JobContext &)
{
    DW_ASSIGN(m_open->document, PopplerDocument::open(parameters.value("pdf"_L1).toByteArray()));
    QList<PdfPageInfo> pages;
    for (int page = 0; page < m_open->document->pageCount(); ++page)
        pages.append(m_open->document->pageInfo(page));
    return QCborMap {{u"pages"_s, pdfcodec::write(pages)}};
}

PageTextHandler::PageTextHandler(std::shared_ptr<OpenPdf> open)
    : m_open(std::move(open))
{
}

QString PageTextHandler::kind() const
{
    return u"pdf.text"_s;
}

Result<QCborMap> PageTextHandler::handle(const QCborMap &parameters, JobContext &)
{
    DW_ASSIGN(const int page, pageOf(*m_open, parameters));
    return QCborMap {{u"words"_s, pdfcodec::write(m_open->document->text(page, PopplerDocument::ActualText::Used))}};
}

RenderPageHandler::RenderPageHandler(std::shared_ptr<OpenPdf> open)
    : m_open(std::move(open))
{
}

QString RenderPageHandler::kind() const
{
    return u"pdf.render"_s;
}

Result<QCborMap> RenderPageHandler::handle(const QCborMap &parameters, JobContext &)
{
    DW_ASSIGN(const int page, pageOf(*m_open, parameters));
    DW_ASSIGN(const QImage image, m_open->document->render(page, std::clamp(parameters.value("dpi"_L1).toDouble(72), 1.0, 1200.0)));
    PdfPicture picture {image.width(), image.height(), {}};
    const qsizetype row = qsizetype(image.width()) * 3;
    picture.rgb.reserve(row * image.height());
    for (int y = 0; y < image.height(); ++y)
        picture.rgb.append(reinterpret_cast<const char *>(image.constScanLine(y)), row);
    return pdfcodec::write(picture);
}

} // namespace dw
