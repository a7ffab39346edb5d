#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace dw {

/// A time-stamp of RFC 3161 over the SHA-256 of a file, asked for and answered by files: no network.
/// What an authority said about when it saw the hash.
struct Timestamp {
    qint64 at = 0; ///< UTC milliseconds: the file existed before.
    QString authority; ///< Common name in the authority's certificate, or its organisation.
    QString fingerprint; ///< SHA-256 of that certificate, lower-case hex.
    QString serial; ///< Of the time-stamp, hex.
};

/// The request (.tsq, DER) to carry to an authority; it asks for the certificate. `sha256`: 32 bytes.
Result<QByteArray> timestampRequest(const QByteArray &sha256);

/// Reads the reply (.tsr, DER). Checks that it was granted ("timestamp.refused"), that it is for this hash
/// ("timestamp.other_file"), and its signature by a certificate for time-stamping inside ("timestamp.signature");
/// "timestamp.malformed" for anything else. Whether to trust that authority is the reader's to decide: compare the
/// fingerprint.
Result<Timestamp> readTimestamp(const QByteArray &reply, const QByteArray &sha256);

} // namespace dw
