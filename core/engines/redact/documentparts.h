#pragma once

#include <QStringList>

#include <qpdf/QPDF.hh>

namespace dw::documentparts {

/// Which parts around the pages a file has, as stable ids: "metadata", "outline", "attachments", "javascript",
/// "form", "signatures", "layers", "tags", "names", "page_labels", "threads", "private_data", "annotations",
/// "thumbnails", "associated_files", "info", "portfolio", "earlier_revisions"...
QStringList list(QPDF &pdf);

} // namespace dw::documentparts
