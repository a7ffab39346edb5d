#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace dw {

/// The head of a vault's trail as a report carries it: vault, seq, head, merkle_root, at (UTC ms), key and
/// signature in lower-case hex. Signed by the account that makes the report, so that a head cannot be invented
/// by someone who only copies reports.
struct AuditHeadClaim {
    QString vault;
    qint64 seq = 0;
    QByteArray head; ///< 32 bytes.
    QByteArray merkleRoot; ///< 32 bytes.
    qint64 at = 0;
};

/// `sign` gets the canonical bytes and returns 64 bytes of Ed25519 by `publicKey`.
QJsonObject signAuditHead(const AuditHeadClaim &claim, const QByteArray &publicKey,
    const std::function<QByteArray(const QByteArray &)> &sign);

/// True when the object's signature is by its own key over its other members.
bool verifyAuditHead(const QJsonObject &audit);

} // namespace dw
