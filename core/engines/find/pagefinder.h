#pragma once

#include "core/domain/pdfpage.h"
#include "core/engines/find/finder.h"

namespace dw {

/// Client information on a page: where in the page's plain text, and where on the paper.
struct PageSpan {
    FoundSpan span; ///< In PdfPageText::plain().
    QString text; ///< As it stands there.
    QList<QRectF> rects; ///< Displayed page: points, origin top-left; one for each word or line it lies on.
};

QList<PageSpan> findOnPage(const Finder &finder, const PdfPageText &page);

} // namespace dw
