#pragma once

#include "core/base/secretbytes.h"
#include "core/engines/crypto/x509.h"

#include <QByteArray>
#include <QDateTime>
#include <QRectF>
#include <QString>

namespace dw {

/// Where the visible seal stands: a page (0 = first) and a rectangle in PDF points, origin bottom-left.
/// `drawing` is a PDF whose first page is placed into it (see drawSeal); empty = an invisible seal.
struct SealBox {
    int page = 0;
    QRectF rect;
    QByteArray drawing;
};

struct SignOptions {
    QString signerName; ///< /Name of the signature.
    QString reason;
    QString contact;
    QDateTime time; ///< /M: the laptop's clock, never the signed time of a time-stamp.
    SealBox seal;
    SecretBytes password; ///< Not empty: AES-256 (R6) encryption, set before the hash is taken.
    bool isDeterministic = true; ///< Same input, same bytes up to the signature; not with a password.
};

/// Adds the empty signature (field, DocMDP P=1, visible seal) and rewrites the file. Parses the PDF: for a file
/// of foreign origin call it in the worker. Errors: "seal.unreadable_pdf", "seal.signed_already",
/// "seal.no_such_page".
Result<QByteArray> preparePdf(const QByteArray &pdf, const SignOptions &options);

/// Fills the prepared signature in; touches only bytes and parses nothing. "seal.not_prepared", "seal.too_large".
Result<QByteArray> completePdf(const QByteArray &prepared, const SealIdentity &identity);

/// Both steps, for files that we made ourselves.
Result<QByteArray> signPdf(const QByteArray &pdf, const SealIdentity &identity, const SignOptions &options);

/// The one signature of a file as its bytes say: [0, a, b, c] with the hexadecimal string from a to b.
struct SignatureSpan {
    qint64 holeBegin = 0; ///< Offset of '<'.
    qint64 holeEnd = 0; ///< Offset behind '>'.
    qint64 byteRangeAt = 0; ///< Offset of '[' of /ByteRange.
};

/// Finds it without parsing objects; fails with "seal.byte_range" unless there is exactly one in our own form
/// that covers the whole file.
Result<SignatureSpan> findSignature(const QByteArray &pdf);

/// SHA-256 over everything but the hole.
QByteArray signedDigest(const QByteArray &pdf, const SignatureSpan &span);

} // namespace dw
