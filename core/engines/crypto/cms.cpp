#include "core/engines/crypto/cms.h"

#include "core/engines/crypto/openssl_p.h"
#include "core/engines/crypto/x509_p.h"

#include <botan/asn1_obj.h>
#include <botan/bigint.h>
#include <botan/der_enc.h>
#include <botan/hash.h>
#include <botan/pkix_types.h>

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

using Der = std::vector<uint8_t>;
using Botan::DER_Encoder;
using Botan::OID;
using crypto::CertificatesPtr;
using crypto::Deleter;

using CmsPtr = std::unique_ptr<CMS_ContentInfo, Deleter<CMS_ContentInfo_free>>;

const OID dataOid("1.2.840.113549.1.7.1");
const OID signedDataOid("1.2.840.113549.1.7.2");
const OID contentTypeOid("1.2.840.113549.1.9.3");
const OID messageDigestOid("1.2.840.113549.1.9.4");
const OID signingCertificateV2Oid("1.2.840.113549.1.9.16.2.47");
const OID sha256Oid("2.16.840.1.101.3.4.2.1");
const OID ecdsaSha256Oid("1.2.840.10045.4.3.2");
const OID rsaOid("1.2.840.113549.1.1.1");

Der toDer(const QByteArray &bytes)
{
    return Der(bytes.begin(), bytes.end());
}

QByteArray toBytes(const Der &der)
{
    return QByteArray(reinterpret_cast<const char *>(der.data()), static_cast<qsizetype>(der.size()));
}

Der sha256(const QByteArray &bytes)
{
    const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
    hash->update(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size()));
    return Der(hash->final_stdvec());
}

void encodeAlgorithm(DER_Encoder &out, const OID &oid, bool withNull = false)
{
    out.start_cons(Botan::SEQUENCE).encode(oid);
    if (withNull)
        out.encode_null();
    out.end_cons();
}

Der attribute(const OID &oid, const Der &value)
{
    Der out;
    DER_Encoder(out)
        .start_cons(Botan::SEQUENCE)
        .encode(oid)
        .start_cons(Botan::SET)
        .raw_bytes(value)
        .end_cons()
        .end_cons();
    return out;
}

/// SigningCertificateV2 with the signer's certificate first; the hash algorithm is the default, SHA-256.
Der signingCertificates(const CmsContents &contents)
{
    Der out;
    DER_Encoder encoder(out);
    encoder.start_cons(Botan::SEQUENCE).start_cons(Botan::SEQUENCE);
    const auto add = [&encoder](const QByteArray &certificate) {
        encoder.start_cons(Botan::SEQUENCE).encode(sha256(certificate), Botan::OCTET_STRING).end_cons();
    };
    add(contents.certificate);
    for (const QByteArray &certificate : contents.chain)
        add(certificate);
    encoder.end_cons().end_cons();
    return out;
}

/// The attributes in the order that DER wants for a SET OF, without the tag around them.
Der signedAttributes(const CmsContents &contents)
{
    Der type;
    DER_Encoder(type).encode(dataOid);
    Der digest;
    DER_Encoder(digest).encode(toDer(contents.messageDigest), Botan::OCTET_STRING);
    std::vector<Der> attributes {attribute(contentTypeOid, type), attribute(messageDigestOid, digest),
        attribute(signingCertificateV2Oid, signingCertificates(contents))};
    std::sort(attributes.begin(), attributes.end());
    Der out;
    for (const Der &one : attributes)
        out.insert(out.end(), one.begin(), one.end());
    return out;
}

/// What the signature is made over: the attributes as a SET OF, whatever tag they carry inside the message.
QByteArray attributesToSign(const CmsContents &contents)
{
    Der out;
    const Der inner = signedAttributes(contents);
    DER_Encoder(out).add_object(Botan::SET, Botan::CONSTRUCTED, inner);
    return toBytes(out);
}

Der signerInfo(const CmsContents &contents, const Botan::X509_Certificate &certificate)
{
    const bool isRsa = certificate.subject_public_key_algo().get_oid() == rsaOid;
    Der out;
    DER_Encoder encoder(out);
    encoder.start_cons(Botan::SEQUENCE).encode(size_t(1));
    encoder.start_cons(Botan::SEQUENCE)
        .raw_bytes(certificate.raw_issuer_dn())
        .encode(Botan::BigInt(certificate.serial_number().data(), certificate.serial_number().size()))
        .end_cons();
    encodeAlgorithm(encoder, sha256Oid);
    encoder.add_object(
        Botan::ASN1_Tag(0), Botan::ASN1_Tag(Botan::CONSTRUCTED | Botan::CONTEXT_SPECIFIC), signedAttributes(contents));
    encodeAlgorithm(encoder, isRsa ? rsaOid : ecdsaSha256Oid, isRsa);
    encoder.encode(toDer(contents.signature), Botan::OCTET_STRING).end_cons();
    return out;
}

/// The one encoding of the contents.
Result<QByteArray> encodeCms(const CmsContents &contents)
{
    DW_ASSIGN(const Botan::X509_Certificate certificate, crypto::parseCertificate(contents.certificate));
    std::vector<Der> certificates {toDer(contents.certificate)};
    for (const QByteArray &one : contents.chain)
        certificates.push_back(toDer(one));
    std::sort(certificates.begin(), certificates.end());
    Der joined;
    for (const Der &one : certificates)
        joined.insert(joined.end(), one.begin(), one.end());
    Der out;
    DER_Encoder encoder(out);
    encoder.start_cons(Botan::SEQUENCE).encode(signedDataOid).start_explicit(0);
    encoder.start_cons(Botan::SEQUENCE).encode(size_t(1));
    encoder.start_cons(Botan::SET);
    encodeAlgorithm(encoder, sha256Oid);
    encoder.end_cons();
    encoder.start_cons(Botan::SEQUENCE).encode(dataOid).end_cons();
    encoder.add_object(
        Botan::ASN1_Tag(0), Botan::ASN1_Tag(Botan::CONSTRUCTED | Botan::CONTEXT_SPECIFIC), joined);
    encoder.start_cons(Botan::SET).raw_bytes(signerInfo(contents, certificate)).end_cons();
    encoder.end_cons().end_explicit().end_cons();
    return toBytes(out);
}

QByteArray bytesOf(const ASN1_OCTET_STRING *string)
{
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string));
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const QByteArray bytes = size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
    OPENSSL_free(der);
    return bytes;
}

/// Orders the certificates that came along into a chain from the signer upwards.
bool orderChain(QList<QByteArray> loose, CmsContents *contents)
{
    QByteArray below = contents->certificate;
    while (!loose.isEmpty()) {
        const auto next = std::find_if(loose.begin(), loose.end(), [&](const QByteArray &candidate) {
            const auto lower = crypto::parseCertificate(below);
            const auto upper = crypto::parseCertificate(candidate);
            return lower && upper && lower->issuer_dn() == upper->subject_dn();
        });
        if (next == loose.end())
            return false;
        below = *next;
        contents->chain << below;
        loose.erase(next);
    }
    return true;
}

/// Reads the parts with OpenSSL and lets it check the signature over the attributes, as a second opinion.
Result<CmsContents> parseCms(const QByteArray &der)
{
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &data, static_cast<long>(der.size())));
    STACK_OF(CMS_SignerInfo) *signers = cms ? CMS_get0_SignerInfos(cms.get()) : nullptr;
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1)
        return fail(ErrorCode::Corrupt, u"cms.malformed"_s);
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
    const CertificatesPtr certificates(CMS_get1_certs(cms.get()));
    CmsContents contents;
    QList<QByteArray> others;
    for (int i = 0; certificates && i < sk_X509_num(certificates.get()); ++i) {
        X509 *certificate = sk_X509_value(certificates.get(), i);
        if (contents.certificate.isEmpty() && CMS_SignerInfo_cert_cmp(signer, certificate) == 0) {
            contents.certificate = derOf(certificate);
            CMS_SignerInfo_set1_signer_cert(signer, certificate);
        } else {
            others << derOf(certificate);
        }
    }
    if (contents.certificate.isEmpty() || others.size() > 4 || !orderChain(others, &contents))
        return fail(ErrorCode::Corrupt, u"cms.malformed"_s);
    const auto *digest = static_cast<const ASN1_OCTET_STRING *>(CMS_signed_get0_data_by_OBJ(
        signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
    if (digest == nullptr)
        return fail(ErrorCode::Corrupt, u"cms.malformed"_s);
    contents.messageDigest = bytesOf(digest);
    contents.signature = bytesOf(CMS_SignerInfo_get0_signature(signer));
    if (CMS_SignerInfo_verify(signer) != 1)
        return fail(ErrorCode::Corrupt, u"cms.signature"_s);
    return contents;
}

Result<CmsContents> verifyAtSeam(const QByteArray &der, const QByteArray &contentSha256)
{
    const Result<CmsContents> parsed = parseCms(der);
    ERR_clear_error();
    DW_ASSIGN(const CmsContents contents, Result<CmsContents>(parsed));
    DW_ASSIGN(const QByteArray canonical, encodeCms(contents));
    if (canonical != der)
        return fail(ErrorCode::Corrupt, u"cms.not_canonical"_s);
    if (contentSha256.size() != 32 || contents.messageDigest != contentSha256)
        return fail(ErrorCode::Corrupt, u"cms.digest"_s);
    if (!verifyWithCertificate(contents.certificate, attributesToSign(contents), contents.signature))
        return fail(ErrorCode::Corrupt, u"cms.signature"_s);
    if (!isChain(contents.certificate, contents.chain))
        return fail(ErrorCode::Corrupt, u"cms.chain"_s);
    return contents;
}

} // namespace

Result<QByteArray> signCms(const QByteArray &contentSha256, const SealIdentity &identity)
{
    if (contentSha256.size() != 32)
        return fail(ErrorCode::Internal, u"cms.digest"_s);
    try {
        CmsContents contents {identity.certificate, identity.chain, contentSha256, {}};
        DW_ASSIGN(contents.signature, identity.key.sign(attributesToSign(contents)));
        DW_ASSIGN(const QByteArray der, encodeCms(contents));
        if (const auto checked = verifyAtSeam(der, contentSha256); !checked)
            return fail(ErrorCode::Internal, u"cms.self_check"_s, {checked.error().reason});
        return der;
    } catch (const std::exception &e) {
        return fail(ErrorCode::Internal, u"cms.sign"_s, {}, QString::fromUtf8(e.what()));
    }
}

Result<CmsContents> verifyCms(const QByteArray &der, const QByteArray &contentSha256)
{
    try {
        return verifyAtSeam(der, contentSha256);
    } catch (const std::exception &e) {
        return fail(ErrorCode::Corrupt, u"cms.malformed"_s, {}, QString::fromUtf8(e.what()));
    }
}

} // namespace dw
