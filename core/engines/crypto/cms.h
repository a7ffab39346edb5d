#pragma once

#include "core/engines/crypto/x509.h"

namespace dw {

/// CMS SignedData over content kept elsewhere, as PAdES B-B wants it (ETSI EN 319 122-1, 319 142-1): SHA-256,
/// content type, message digest and signing-certificate-v2 (naming every certificate inside) as the only signed
/// attributes, no signing time, no unsigned attributes. There is exactly one encoding of it: CmsContents,
/// certificates and signature decide every byte.
struct CmsContents {
    QByteArray certificate; ///< The signer's, DER.
    QList<QByteArray> chain; ///< The other certificates, issuer first.
    QByteArray messageDigest; ///< SHA-256 of the content, 32 bytes.
    QByteArray signature;
};

/// Signs the digest (32 bytes) of the content. The result was checked by a second implementation before it is
/// handed out; "cms.self_check" when they disagree.
Result<QByteArray> signCms(const QByteArray &contentSha256, const SealIdentity &identity);

/// Reads and verifies: one signer and SHA-256 ("cms.malformed"), the one canonical encoding, which also names
/// every certificate inside ("cms.not_canonical"), the digest of the content ("cms.digest"), the signature
/// ("cms.signature"), the chain inside ("cms.chain"). Trust in the certificate is the caller's to decide.
Result<CmsContents> verifyCms(const QByteArray &der, const QByteArray &contentSha256);

} // namespace dw
