#pragma once

#include "core/base/result.h"
#include "core/domain/pdfpage.h"

#include <QCborArray>
#include <QCborMap>

namespace dw {

/// Values of a PDF on the wire. Reading checks every number and size: the other side is not trusted.
namespace pdfcodec {

QCborArray write(const QList<PdfPageInfo> &pages);
Result<QList<PdfPageInfo>> readPages(const QCborArray &array);

QByteArray write(const PdfPageText &text);
Result<PdfPageText> readText(const QByteArray &packed, const PdfPageInfo &info);

QCborMap write(const PdfPicture &picture);
Result<PdfPicture> readPicture(const QCborMap &map);

} // namespace pdfcodec

} // namespace dw
