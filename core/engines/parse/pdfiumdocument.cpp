#include "core/engines/parse/pdfiumdocument.h"

#include <QPainter>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>

using namespace Qt::StringLiterals;

namespace dw {

PdfiumDocument::PdfiumDocument()
    : m_doc(std::make_unique<QPdfDocument>())
{
}

PdfiumDocument::~PdfiumDocument()
{
    m_doc->close();
}

Result<std::unique_ptr<PdfiumDocument>> PdfiumDocument::open(const QByteArray &pdf)
{
    std::unique_ptr<PdfiumDocument> result(new PdfiumDocument);
    result->m_buffer.setData(pdf);
    result->m_buffer.open(QIODevice::ReadOnly);
    result->m_doc->load(&result->m_buffer);
    if (result->m_doc->status() == QPdfDocument::Status::Ready)
        return result;
    if (result->m_doc->error() == QPdfDocument::Error::IncorrectPassword)
        return fail(ErrorCode::Unsupported, u"pdf.password_needed"_s);
    return fail(ErrorCode::Corrupt, u"pdf.damaged"_s, {}, u"pdfium"_s);
}

int PdfiumDocument::pageCount() const
{
    return m_doc->pageCount();
}

QString PdfiumDocument::text(int page) const
{
    return m_doc->getAllText(page).text();
}

QImage PdfiumDocument::render(int page, QSize size) const
{
    const QImage picture = m_doc->render(page, size);
    QImage white(size, QImage::Format_RGB888);
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, picture);
    return white;
}

} // namespace dw
