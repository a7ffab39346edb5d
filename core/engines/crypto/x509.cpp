#include "core/engines/crypto/x509.h"

#include "core/engines/crypto/x509_p.h"

#include <botan/bigint.h>
#include <botan/ber_dec.h>
#include <botan/der_enc.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/hash.h>
#include <botan/hex.h>
#include <botan/pkcs8.h>
#include <botan/pubkey.h>
#include <botan/rsa.h>
#include <botan/system_rng.h>
#include <botan/x509_ca.h>
#include <botan/x509_ext.h>
#include <botan/x509cert.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QByteArray toBytes(const std::vector<uint8_t> &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

Botan::X509_Time x509Time(const QDateTime &time)
{
    return Botan::X509_Time(std::chrono::system_clock::from_time_t(time.toSecsSinceEpoch()));
}

QDateTime fromX509Time(const Botan::X509_Time &time)
{
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(time.time_since_epoch()), Qt::UTC);
}

Botan::X509_DN distinguishedName(const CertificateSubject &subject)
{
    Botan::X509_DN dn;
    dn.add_attribute("X520.CommonName", subject.commonName.toStdString());
    if (!subject.organisation.isEmpty())
        dn.add_attribute("X520.Organization", subject.organisation.toStdString());
    return dn;
}

bool isStrongEnough(const Botan::Public_Key &key)
{
    if (key.algo_name() == "RSA")
        return key.key_length() >= 2048;
    if (key.algo_name() != "ECDSA")
        return false;
    const auto *ec = dynamic_cast<const Botan::EC_PublicKey *>(&key);
    const Botan::OID curve = ec != nullptr ? ec->domain().get_curve_oid() : Botan::OID();
    return curve == Botan::OID("1.2.840.10045.3.1.7") || curve == Botan::OID("1.3.132.0.34");
}

/// The one of the two valid s values that is not above half the order, so that a seal has one form.
Botan::BigInt smallerS(const Botan::BigInt &s, const Botan::BigInt &order)
{
    return s + s > order ? order - s : s;
}

QByteArray encodeEcdsa(const Botan::BigInt &r, const Botan::BigInt &s)
{
    std::vector<uint8_t> out;
    Botan::DER_Encoder(out).start_cons(Botan::SEQUENCE).encode(r).encode(s).end_cons();
    return toBytes(out);
}

bool isCanonicalEcdsa(const Botan::EC_PublicKey &key, const QByteArray &signature)
{
    const crypto::ByteSpan bytes = crypto::span(signature);
    Botan::BigInt r;
    Botan::BigInt s;
    Botan::BER_Decoder(bytes.data, bytes.size).start_cons(Botan::SEQUENCE).decode(r).decode(s).end_cons();
    if (r.is_negative() || s.is_negative() || r.is_zero() || s.is_zero())
        return false;
    return encodeEcdsa(r, smallerS(s, key.domain().get_order())) == signature;
}

Result<QByteArray> makeCertificate(const Botan::Private_Key &signingKey, const Botan::X509_DN &issuer,
    const std::vector<uint8_t> &subjectKey, const Botan::X509_DN &subject, const Validity &validity,
    const Botan::Extensions &extensions)
{
    Botan::RandomNumberGenerator &rng = Botan::system_rng();
    Botan::AlgorithmIdentifier algorithm;
    const std::unique_ptr<Botan::PK_Signer> signer
        = Botan::X509_Object::choose_sig_format(algorithm, signingKey, rng, "SHA-256", "");
    const Botan::X509_Certificate certificate = Botan::X509_CA::make_cert(signer.get(), rng, algorithm, subjectKey,
        x509Time(validity.from), x509Time(validity.until), issuer, subject, extensions);
    return toBytes(certificate.BER_encode());
}

} // namespace

namespace crypto {

Result<Botan::X509_Certificate> parseCertificate(const QByteArray &der)
{
    try {
        const ByteSpan bytes = span(der);
        Botan::X509_Certificate certificate(bytes.data, bytes.size);
        if (toBytes(certificate.BER_encode()) != der)
            return fail(ErrorCode::Corrupt, u"x509.malformed"_s);
        return certificate;
    } catch (const std::exception &e) {
        return fail(ErrorCode::Corrupt, u"x509.malformed"_s, {}, QString::fromUtf8(e.what()));
    }
}

} // namespace crypto

SealKey::SealKey(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

SealKey::SealKey(SealKey &&) noexcept = default;
SealKey &SealKey::operator=(SealKey &&) noexcept = default;
SealKey::~SealKey() = default;

SealKey SealKey::generate()
{
    auto d = std::make_unique<Private>();
    d->key = std::make_unique<Botan::ECDSA_PrivateKey>(Botan::system_rng(), Botan::EC_Group("secp256r1"));
    return SealKey(std::move(d));
}

Result<SealKey> SealKey::fromPkcs8(const SecretBytes &der)
{
    try {
        Botan::DataSource_Memory source(der.data(), der.size());
        auto d = std::make_unique<Private>();
        d->key = Botan::PKCS8::load_key(source);
        if (!isStrongEnough(*d->key))
            return fail(ErrorCode::Unsupported, u"x509.key"_s, {QString::fromStdString(d->key->algo_name())});
        return SealKey(std::move(d));
    } catch (const std::exception &e) {
        return fail(ErrorCode::Corrupt, u"x509.key"_s, {}, QString::fromUtf8(e.what()));
    }
}

SecretBytes SealKey::toPkcs8() const
{
    const Botan::secure_vector<uint8_t> der = Botan::PKCS8::BER_encode(*m_d->key);
    return SecretBytes::copyOf(QByteArrayView(der.data(), static_cast<qsizetype>(der.size())));
}

QByteArray SealKey::publicKey() const
{
    return toBytes(m_d->key->subject_public_key());
}

Result<QByteArray> SealKey::sign(QByteArrayView message) const
{
    try {
        Botan::RandomNumberGenerator &rng = Botan::system_rng();
        const auto *data = reinterpret_cast<const uint8_t *>(message.data());
        const auto size = static_cast<size_t>(message.size());
        const auto *ec = dynamic_cast<const Botan::EC_PrivateKey *>(m_d->key.get());
        if (ec == nullptr) {
            Botan::PK_Signer signer(*m_d->key, rng, "EMSA3(SHA-256)");
            return toBytes(signer.sign_message(data, size, rng));
        }
        Botan::PK_Signer signer(*m_d->key, rng, "EMSA1(SHA-256)", Botan::IEEE_1363);
        const std::vector<uint8_t> raw = signer.sign_message(data, size, rng);
        const size_t half = raw.size() / 2;
        const Botan::BigInt r(raw.data(), half);
        const Botan::BigInt s(raw.data() + half, half);
        return encodeEcdsa(r, smallerS(s, ec->domain().get_order()));
    } catch (const std::exception &e) {
        return fail(ErrorCode::Internal, u"x509.sign"_s, {}, QString::fromUtf8(e.what()));
    }
}

QString SealIdentity::fingerprint() const
{
    return certificateFingerprint(certificate);
}

Result<QByteArray> makeAuthority(const SealKey &key, const CertificateSubject &subject, const Validity &validity)
{
    try {
        Botan::Extensions extensions;
        extensions.add(new Botan::Cert_Extension::Basic_Constraints(true, 0), true);
        extensions.add(new Botan::Cert_Extension::Key_Usage(
                           Botan::Key_Constraints(Botan::KEY_CERT_SIGN | Botan::CRL_SIGN)),
            true);
        extensions.add(new Botan::Cert_Extension::Subject_Key_ID(key.d().key->subject_public_key(), "SHA-160"));
        const Botan::X509_DN name = distinguishedName(subject);
        return makeCertificate(*key.d().key, name, key.d().key->subject_public_key(), name, validity, extensions);
    } catch (const std::exception &e) {
        return fail(ErrorCode::InvalidInput, u"x509.subject"_s, {}, QString::fromUtf8(e.what()));
    }
}

Result<QByteArray> issueCertificate(const SealKey &authorityKey, const QByteArray &authorityCertificate,
    const QByteArray &subjectPublicKey, const CertificateSubject &subject, const Validity &validity)
{
    DW_ASSIGN(const Botan::X509_Certificate authority, crypto::parseCertificate(authorityCertificate));
    if (authority.subject_public_key_info() != authorityKey.d().key->subject_public_key())
        return fail(ErrorCode::InvalidInput, u"x509.authority"_s);
    try {
        const std::vector<uint8_t> subjectKey(subjectPublicKey.begin(), subjectPublicKey.end());
        Botan::Extensions extensions;
        extensions.add(new Botan::Cert_Extension::Basic_Constraints(false), true);
        extensions.add(new Botan::Cert_Extension::Key_Usage(
                           Botan::Key_Constraints(Botan::DIGITAL_SIGNATURE | Botan::NON_REPUDIATION)),
            true);
        extensions.add(new Botan::Cert_Extension::Authority_Key_ID(authority.subject_key_id()));
        extensions.add(new Botan::Cert_Extension::Subject_Key_ID(subjectKey, "SHA-160"));
        return makeCertificate(*authorityKey.d().key, authority.subject_dn(), subjectKey,
            distinguishedName(subject), validity, extensions);
    } catch (const std::exception &e) {
        return fail(ErrorCode::InvalidInput, u"x509.subject"_s, {}, QString::fromUtf8(e.what()));
    }
}

Result<CertificateInfo> readCertificate(const QByteArray &der)
{
    DW_ASSIGN(const Botan::X509_Certificate certificate, crypto::parseCertificate(der));
    const auto first = [](const std::vector<std::string> &values) {
        return values.empty() ? QString() : QString::fromStdString(values.front());
    };
    try {
        CertificateInfo info;
        info.commonName = first(certificate.subject_info("X520.CommonName"));
        info.organisation = first(certificate.subject_info("X520.Organization"));
        info.issuerName = first(certificate.issuer_info("X520.CommonName"));
        info.publicKey = toBytes(certificate.subject_public_key_info());
        info.notBefore = fromX509Time(certificate.not_before());
        info.notAfter = fromX509Time(certificate.not_after());
        info.fingerprint = certificateFingerprint(der);
        info.isAuthority = certificate.is_CA_cert();
        info.isSelfSigned = certificate.is_self_signed();
        return info;
    } catch (const std::exception &e) { // A date before 1970, for one, shows only when it is read.
        return fail(ErrorCode::Corrupt, u"x509.malformed"_s, {}, QString::fromUtf8(e.what()));
    }
}

bool isChain(const QByteArray &certificate, const QList<QByteArray> &chain)
{
    try {
        auto below = crypto::parseCertificate(certificate);
        for (const QByteArray &der : chain) {
            auto above = crypto::parseCertificate(der);
            if (!below || !above || !above->is_CA_cert() || below->issuer_dn() != above->subject_dn()
                || !below->check_signature(*above->load_subject_public_key()))
                return false;
            below = std::move(above);
        }
        if (!below)
            return false;
        return !below->is_self_signed() || below->check_signature(*below->load_subject_public_key());
    } catch (const std::exception &) {
        return false;
    }
}

bool verifyWithCertificate(const QByteArray &certificate, QByteArrayView message, const QByteArray &signature)
{
    const auto parsed = crypto::parseCertificate(certificate);
    if (!parsed)
        return false;
    try {
        const std::unique_ptr<Botan::Public_Key> key = parsed->load_subject_public_key();
        if (!isStrongEnough(*key))
            return false;
        const auto *ec = dynamic_cast<const Botan::EC_PublicKey *>(key.get());
        if (ec != nullptr && !isCanonicalEcdsa(*ec, signature))
            return false;
        if (ec == nullptr && static_cast<size_t>(signature.size()) != (key->key_length() + 7) / 8)
            return false;
        Botan::PK_Verifier verifier(*key, ec != nullptr ? "EMSA1(SHA-256)" : "EMSA3(SHA-256)",
            ec != nullptr ? Botan::DER_SEQUENCE : Botan::IEEE_1363);
        return verifier.verify_message(reinterpret_cast<const uint8_t *>(message.data()),
            static_cast<size_t>(message.size()), crypto::span(signature).data, static_cast<size_t>(signature.size()));
    } catch (const std::exception &) {
        return false;
    }
}

QString certificateFingerprint(const QByteArray &der)
{
    const std::unique_ptr<Botan::HashFunction> hash = Botan::HashFunction::create_or_throw("SHA-256");
    const crypto::ByteSpan bytes = crypto::span(der);
    hash->update(bytes.data, bytes.size);
    return QString::fromStdString(Botan::hex_encode(hash->final(), false));
}

QString groupedFingerprint(const QString &hex)
{
    QString out;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        out += (i > 0 ? u" "_s : QString()) + hex.mid(i, 4).toUpper();
    return out;
}

} // namespace dw
