#pragma once

#include "core/base/result.h"

#include <QBuffer>
#include <QImage>

#include <memory>
#include <optional>

class QPdfDocument;

namespace dw {

/// A PDF as PDFium sees it: the second opinion of the verifier.
class PdfiumDocument
{
public:
    static Result<std::unique_ptr<PdfiumDocument>> open(const QByteArray &pdf);
    ~PdfiumDocument();

    int pageCount() const;
    QString text(int page) const;

    /// What PDFium reads at these places (default user space): the characters whose middle lies in one of them.
    /// Nothing when that cannot be told within `mostCalls` questions; each reads the page anew.
    std::optional<QString> textIn(int page, const QList<QRectF> &areas, int mostCalls = 300) const;

    /// RGB888 on white, exactly `size`.
    QImage render(int page, QSize size) const;

    /// The page with its annotations as a viewer shows it, on white: rows of `size.width()` 32-bit pixels (0xffRRGGBB)
    /// without padding, written to `to`. False when the page cannot be drawn.
    bool draw(int page, QSize size, quint32 *to) const;

private:
    PdfiumDocument();

    QBuffer m_buffer;
    std::unique_ptr<QPdfDocument> m_doc;
};

} // namespace dw
