#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace dw {

/// An exported audit trail, verified alone. The export is UTF-8 text, one RFC 8785 object a line:
/// first  {"accounts":{ID:KEYS},"format":"dealward.trail/1","head":{"hash","merkle_root","seq"},"signature":HEX,
///         "signer":ID,"vault":ID}, signed by the exporting account over the line without the signature;
/// then   {"entry":{"seq",...,"previous"},"hash":HEX,"signature":HEX} for every entry from 1 on,
/// where KEYS = the Ed25519 keys the account ever had, 32 bytes each, in hexadecimal, hash = SHA-256 of the entry's
/// RFC 8785 form and its signature = Ed25519 of the actor over the 32 bytes.
struct TrailCheckResult {
    struct Problem {
        QString reason; ///< "trail.format", "trail.gap", "trail.chain", "trail.hash", "trail.signature", ...
        qint64 seq = 0; ///< 0: not about one entry.
    };

    QString vault;
    qint64 entries = 0;
    QString head; ///< Hash of the last entry, hex.
    QString merkleRoot; ///< RFC 6962, hex.
    qint64 firstAt = 0; ///< UTC milliseconds.
    qint64 lastAt = 0;
    QList<Problem> problems; ///< At most 100.

    bool isValid() const { return problems.isEmpty() && entries > 0; }
};

TrailCheckResult verifyTrailExport(const QByteArray &lines);

/// The first line. `accounts`: id -> keys in hexadecimal; `sign` is the Ed25519 signature of `signer`.
QByteArray trailExportHeader(const QString &vault, const QJsonObject &accounts, const QJsonObject &head,
    const QString &signer, const std::function<QByteArray(const QByteArray &)> &sign);

/// One line of an export for an entry in its hashed form.
QByteArray trailExportLine(const QJsonObject &entry, const QByteArray &hash, const QByteArray &signature);

} // namespace dw
