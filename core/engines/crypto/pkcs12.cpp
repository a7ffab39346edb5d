#include "core/engines/crypto/pkcs12.h"

#include "core/engines/crypto/openssl_p.h"
#include "core/engines/crypto/x509_p.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

using crypto::Deleter;

struct Contents {
    std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>> key;
    std::unique_ptr<X509, Deleter<X509_free>> certificate;
    crypto::CertificatesPtr others;
};

QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const QByteArray bytes = size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
    OPENSSL_free(der);
    return bytes;
}

Result<SealKey> toSealKey(EVP_PKEY *key)
{
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Deleter<PKCS8_PRIV_KEY_INFO_free>> info(EVP_PKEY2PKCS8(key));
    unsigned char *der = nullptr;
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), &der) : 0;
    if (size <= 0)
        return fail(ErrorCode::Unsupported, u"pkcs12.key"_s);
    const SecretBytes bytes = SecretBytes::copyOf(QByteArrayView(der, size));
    OPENSSL_cleanse(der, static_cast<size_t>(size));
    OPENSSL_free(der);
    auto sealKey = SealKey::fromPkcs8(bytes);
    if (!sealKey)
        return fail(ErrorCode::Unsupported, u"pkcs12.key"_s, sealKey.error().args, sealKey.error().detail);
    return sealKey;
}

Result<Contents> open(const QByteArray &file, const SecretBytes &passphrase)
{
    const auto *data = reinterpret_cast<const unsigned char *>(file.constData());
    const std::unique_ptr<PKCS12, Deleter<PKCS12_free>> container(
        d2i_PKCS12(nullptr, &data, static_cast<long>(file.size())));
    if (!container)
        return fail(ErrorCode::Corrupt, u"pkcs12.malformed"_s);
    SecretBytes terminated = passphrase.clone();
    terminated.append(QByteArrayView("\0", 1));
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    const int ok = PKCS12_parse(
        container.get(), reinterpret_cast<const char *>(terminated.data()), &key, &certificate, &others);
    const unsigned long error = ERR_peek_last_error();
    Contents contents;
    contents.key.reset(key);
    contents.certificate.reset(certificate);
    contents.others.reset(others);
    if (ok != 1 && ERR_GET_REASON(error) == PKCS12_R_MAC_VERIFY_FAILURE)
        return fail(ErrorCode::WrongPassphrase, u"pkcs12.passphrase"_s);
    if (ok != 1 || !contents.key || !contents.certificate)
        return fail(ErrorCode::Corrupt, u"pkcs12.malformed"_s);
    return contents;
}

/// The issuers of `certificate` among `others`, upwards; certificates that do not belong are left out.
QList<QByteArray> chainOf(const QByteArray &certificate, QList<QByteArray> others)
{
    QList<QByteArray> chain;
    QByteArray below = certificate;
    for (bool found = true; found && chain.size() < 4;) {
        found = false;
        for (const QByteArray &candidate : std::as_const(others)) {
            if (candidate == below || chain.contains(candidate) || !isChain(below, {candidate}))
                continue;
            chain << candidate;
            below = candidate;
            found = true;
            break;
        }
    }
    return chain;
}

} // namespace

Result<SealIdentity> importPkcs12(const QByteArray &file, const SecretBytes &passphrase)
{
    Result<Contents> opened = open(file, passphrase);
    ERR_clear_error();
    DW_ASSIGN(const Contents contents, std::move(opened));
    DW_ASSIGN(SealKey key, toSealKey(contents.key.get()));
    const QByteArray certificate = derOf(contents.certificate.get());
    DW_ASSIGN(const CertificateInfo info, readCertificate(certificate));
    if (info.publicKey != key.publicKey())
        return fail(ErrorCode::Unsupported, u"pkcs12.key"_s);
    QList<QByteArray> others;
    for (int i = 0; contents.others && i < sk_X509_num(contents.others.get()); ++i)
        others << derOf(sk_X509_value(contents.others.get(), i));
    return SealIdentity {std::move(key), certificate, chainOf(certificate, others)};
}

} // namespace dw
