#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace dw {

/// An exported audit trail, verified alone. The export is UTF-8 text, one RFC 8785 object a line:
/// first  {"accounts":{ID:{"key":HEX,"name":TEXT}},"format":"dealward.trail/1","head":{"hash","merkle_root","seq"},"vault":ID}
/// then   {"entry":{"seq",...,"previous"},"hash":HEX,"signature":HEX} for every entry from 1 on,
/// where hash = SHA-256 of the entry's RFC 8785 form and signature = Ed25519 of the actor over the 32 bytes.
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

/// One line of an export for an entry in its hashed form.
QByteArray trailExportLine(const QJsonObject &entry, const QByteArray &hash, const QByteArray &signature);

} // namespace dw
