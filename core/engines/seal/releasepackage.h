#pragma once

#include "core/base/jobcontext.h"
#include "core/engines/crypto/x509.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

namespace dw {

/// What a recipient's copy is marked with. The id is printed in ASCII so that it survives any reader; the line
/// may be Chinese ("仅供 Li Wei 审阅").
struct Watermark {
    QString id; ///< Per recipient and release, e.g. "W-7F3K-22QD".
    QString line; ///< Recipient and purpose as shown.
};

/// What VERIFY.txt tells besides the hashes: label and value, in order.
using PackageFacts = QList<std::pair<QString, QString>>;

struct PackageRequest {
    QByteArray pdf; ///< The approved version.
    QString fileName; ///< Name of the PDF in the package, e.g. "D-0012-v3.pdf".
    Watermark watermark;
    SecretBytes password;
    QString signerName;
    QString reason;
    QDateTime time; ///< UTC.
    QString auditHead; ///< Head of the trail at this moment, hex; printed in VERIFY.txt.
    PackageFacts facts;
};

struct ReleasePackage {
    QByteArray pdf; ///< Signed, AES-256, watermarked.
    QByteArray verify; ///< VERIFY.txt, UTF-8, English and Chinese.
    QString pdfSha256;
    QString verifySha256;
    QString sourceSha256; ///< Of the request's PDF.
};

/// The watermark as a PDF page of its own that addWatermark lays over each page; needs a QGuiApplication.
Result<QByteArray> drawWatermark(const Watermark &watermark);

/// Lays the drawing over every page, scaled to it, and writes the id into the document's metadata. Parses the
/// PDF: for foreign files call it in the worker. "seal.unreadable_pdf"
Result<QByteArray> addWatermark(const QByteArray &pdf, const QByteArray &drawing, const QString &watermarkId);

/// Watermark, password, signature, VERIFY.txt. For a file whose origin is not ours use the steps: drawWatermark
/// here, addWatermark and preparePdf in the worker, then finishPackage here.
Result<ReleasePackage> buildPackage(const PackageRequest &request, const SealIdentity &identity, JobContext &job);

/// The last step alone: `prepared` comes from preparePdf.
Result<ReleasePackage> finishPackage(
    const QByteArray &prepared, const PackageRequest &request, const SealIdentity &identity);

} // namespace dw
