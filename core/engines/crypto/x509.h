#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

namespace dw {

/// A private key that seals reports and packages: P-256 when it is our own, P-256, P-384 or RSA (2048 bits or
/// more) when it was imported. Always used with SHA-256.
class SealKey
{
public:
    static SealKey generate(); ///< A new P-256 key.
    static Result<SealKey> fromPkcs8(const SecretBytes &der); ///< "x509.key" when it is no key or too weak.

    SealKey(SealKey &&) noexcept;
    SealKey &operator=(SealKey &&) noexcept;
    ~SealKey();

    SecretBytes toPkcs8() const; ///< Unencrypted PKCS#8 DER.
    QByteArray publicKey() const; ///< SubjectPublicKeyInfo DER.

    /// ECDSA as a DER sequence with the smaller of the two possible s, or RSA PKCS#1 v1.5; over SHA-256(message).
    Result<QByteArray> sign(QByteArrayView message) const;

    struct Private;
    const Private &d() const { return *m_d; }

private:
    explicit SealKey(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// What a certificate says. `fingerprint` = SHA-256 of its DER, lower-case hex.
struct CertificateInfo {
    QString commonName;
    QString organisation;
    QString issuerName;
    QByteArray publicKey; ///< SubjectPublicKeyInfo DER.
    QDateTime notBefore;
    QDateTime notAfter;
    QString fingerprint;
    bool isAuthority = false;
    bool isSelfSigned = false;
};

struct CertificateSubject {
    QString commonName;
    QString organisation; ///< Of our own certificates: the vault's code name.
};

struct Validity {
    QDateTime from;
    QDateTime until;
};

/// A key with its certificate and the certificates above it: what a seal is made with.
struct SealIdentity {
    SealKey key;
    QByteArray certificate; ///< DER.
    QList<QByteArray> chain; ///< DER, issuer first, root last; may be empty.

    QString fingerprint() const; ///< Of `certificate`.
};

/// The self-signed certificate of a vault's own authority (path length 0, signs certificates only).
Result<QByteArray> makeAuthority(const SealKey &key, const CertificateSubject &subject, const Validity &validity);

/// A certificate for a person's public key, issued by the vault's authority (digital signature only).
Result<QByteArray> issueCertificate(const SealKey &authorityKey, const QByteArray &authorityCertificate,
    const QByteArray &subjectPublicKey, const CertificateSubject &subject, const Validity &validity);

Result<CertificateInfo> readCertificate(const QByteArray &der);

/// True when every certificate is signed by the next one and the last one by itself (if it claims to be).
bool isChain(const QByteArray &certificate, const QList<QByteArray> &chain);

/// True when `signature` over SHA-256(message) was made with the certificate's key, in its one canonical form.
bool verifyWithCertificate(const QByteArray &certificate, QByteArrayView message, const QByteArray &signature);

/// SHA-256 of the DER in lower-case hex.
QString certificateFingerprint(const QByteArray &der);

/// A fingerprint as people compare it: groups of four in upper case, "1A2B 3C4D ...".
QString groupedFingerprint(const QString &hex);

} // namespace dw
