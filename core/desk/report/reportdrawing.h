#pragma once

#include "core/base/result.h"
#include "core/desk/report/reportdata.h"
#include "core/engines/seal/pdfa3.h"

#include <QRectF>

namespace dw {

/// The drawn report, not yet finished: PDF/A-1b as QPdfWriter makes it.
struct DrawnReport {
    QByteArray pdf;
    int pages = 0;
    QList<Bookmark> bookmarks;
    PdfTags tags;
    QRectF sealRect; ///< Where the visible seal goes on the first page; points, origin bottom-left.
};

/// Draws all pages. Needs a QGuiApplication. `dataSha256` is printed on the cover. Fails with "report.font"
/// when Noto Sans CJK is not installed, "report.words", "report.drawing".
Result<DrawnReport> drawReport(const ReportData &data, const QString &dataSha256);

} // namespace dw
