#include "core/engines/seal/auditheadclaim.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/signing.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// The purpose keeps the signature from being passed off as one over something else.
QByteArray signedBytes(QJsonObject audit)
{
    audit.remove("signature"_L1);
    audit.insert("purpose"_L1, u"dealward.audit-head/1"_s);
    return canonicalJson(audit);
}

} // namespace

QJsonObject signAuditHead(const AuditHeadClaim &claim, const QByteArray &publicKey,
    const std::function<QByteArray(const QByteArray &)> &sign)
{
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    QJsonObject audit {{u"vault"_s, claim.vault}, {u"seq"_s, claim.seq}, {u"head"_s, hex(claim.head)},
        {u"merkle_root"_s, hex(claim.merkleRoot)}, {u"at"_s, claim.at}, {u"key"_s, hex(publicKey)}};
    audit.insert("signature"_L1, hex(sign(signedBytes(audit))));
    return audit;
}

bool verifyAuditHead(const QJsonObject &audit)
{
    const QByteArray key = QByteArray::fromHex(audit.value("key"_L1).toString().toLatin1());
    const QByteArray signature = QByteArray::fromHex(audit.value("signature"_L1).toString().toLatin1());
    return key.size() == signingPublicKeySize && signature.size() == signatureSize
        && verifySignature(key, signedBytes(audit), signature);
}

} // namespace dw
