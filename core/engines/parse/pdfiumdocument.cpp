#include "core/engines/parse/pdfiumdocument.h"

#include <QPainter>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>

#include <algorithm>

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

namespace {

/// Narrows a range of characters down to those in the areas: QtPdf tells places only of ranges.
class RangeSearch
{
public:
    RangeSearch(QPdfDocument &document, int page, const QList<QRectF> &areas, int mostCalls)
        : m_document(document)
        , m_page(page)
        , m_height(document.pagePointSize(page).height())
        , m_areas(areas)
        , m_callsLeft(mostCalls)
    {
    }

    QString found;
    bool complete = true;

    void search(int start, int length)
    {
        if (m_callsLeft-- <= 0) {
            complete = false;
            return;
        }
        const QPdfSelection range = m_document.getSelectionAtIndex(m_page, start, length);
        if (length == 1) {
            for (const QPolygonF &polygon : range.bounds()) {
                const QPointF middle = place(polygon).center();
                if (std::any_of(m_areas.begin(), m_areas.end(), [&](const QRectF &area) { return area.contains(middle); })) {
                    found += range.text();
                    break;
                }
            }
            return;
        }
        if (!touches(range.bounds()))
            return;
        search(start, length / 2);
        search(start + length / 2, length - length / 2);
    }

    bool touches(const QList<QPolygonF> &polygons) const
    {
        return std::any_of(polygons.begin(), polygons.end(), [&](const QPolygonF &polygon) {
            const QRectF rect = place(polygon);
            return std::any_of(m_areas.begin(), m_areas.end(), [&](const QRectF &area) { return area.intersects(rect); });
        });
    }

private:
    /// QtPdf turns user space upside down within the displayed page's height.
    QRectF place(const QPolygonF &polygon) const
    {
        const QRectF rect = polygon.boundingRect();
        return QRectF(rect.left(), m_height - rect.bottom(), std::max(rect.width(), 0.01), std::max(rect.height(), 0.01));
    }

    QPdfDocument &m_document;
    const int m_page;
    const double m_height;
    const QList<QRectF> m_areas;
    int m_callsLeft;
};

} // namespace

std::optional<QString> PdfiumDocument::textIn(int page, const QList<QRectF> &areas, int mostCalls) const
{
    const QPdfSelection all = m_doc->getAllText(page);
    RangeSearch search(*m_doc, page, areas, mostCalls);
    if (!search.touches(all.bounds()))
        return QString();
    search.search(0, int(all.text().size()));
    if (!search.complete)
        return {};
    return search.found;
}

namespace {

/// PDFium's colours are not multiplied with their alpha. Most of a page is either empty or covered.
quint32 onWhite(quint32 pixel)
{
    const quint32 alpha = pixel >> 24;
    if (alpha == 0)
        return 0xffffffff;
    if (alpha == 255)
        return pixel;
    const auto mix = [&](quint32 shift) { return ((pixel >> shift & 0xff) * alpha + 255 * (255 - alpha) + 127) / 255 << shift; };
    return 0xff000000 | mix(16) | mix(8) | mix(0);
}

} // namespace

bool PdfiumDocument::draw(int page, QSize size, quint32 *to) const
{
    if (page < 0 || page >= m_doc->pageCount() || size.isEmpty())
        return false;
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const QImage picture = m_doc->render(page, size, options);
    if (picture.size() != size || picture.depth() != 32)
        return false;
    for (int y = 0; y < size.height(); ++y) {
        const auto *from = reinterpret_cast<const quint32 *>(picture.constScanLine(y));
        to = std::transform(from, from + size.width(), to, onWhite);
    }
    return true;
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
