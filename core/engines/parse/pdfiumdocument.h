#pragma once

#include "core/base/result.h"

#include <QBuffer>
#include <QImage>

#include <memory>

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

    /// RGB888 on white, exactly `size`.
    QImage render(int page, QSize size) const;

private:
    PdfiumDocument();

    QBuffer m_buffer;
    std::unique_ptr<QPdfDocument> m_doc;
};

} // namespace dw
