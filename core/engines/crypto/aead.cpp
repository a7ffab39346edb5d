#include "core/engines/crypto/aead.h"
#include "core/engines/crypto/botanseam.h"
#include "core/engines/crypto/random.h"

#include <botan/aead.h>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Botan::AEAD_Mode> cipher(Botan::Cipher_Dir direction, const SecretBytes &key, QByteArrayView aad)
{
    auto mode = Botan::AEAD_Mode::create_or_throw("ChaCha20Poly1305", direction);
    mode->set_key(key.data(), key.size());
    mode->set_associated_data(bytesOf(aad), sizeOf(aad));
    return mode;
}

Result<Botan::secure_vector<std::uint8_t>> openBuffer(
    const SecretBytes &key, QByteArrayView sealed, QByteArrayView aad)
{
    if (key.size() != aeadKeySize)
        return fail(ErrorCode::Internal, u"crypto.key_size"_s);
    if (sealed.size() < aeadOverhead)
        return fail(ErrorCode::Corrupt, u"crypto.not_authentic"_s);
    try {
        const auto mode = cipher(Botan::DECRYPTION, key, aad);
        mode->start(bytesOf(sealed), aeadNonceSize);
        Botan::secure_vector<std::uint8_t> buffer(bytesOf(sealed) + aeadNonceSize, bytesOf(sealed) + sealed.size());
        mode->finish(buffer);
        return buffer;
    } catch (const Botan::Invalid_Authentication_Tag &) {
        return fail(ErrorCode::Corrupt, u"crypto.not_authentic"_s);
    }
}

} // namespace

Result<QByteArray> aeadSeal(const SecretBytes &key, QByteArrayView plain, QByteArrayView aad)
{
    return aeadSealWithNonce(key, randomBytes(aeadNonceSize), plain, aad);
}

Result<QByteArray> aeadSealWithNonce(
    const SecretBytes &key, QByteArrayView nonce, QByteArrayView plain, QByteArrayView aad)
{
    if (key.size() != aeadKeySize || nonce.size() != aeadNonceSize)
        return fail(ErrorCode::Internal, u"crypto.key_size"_s);
    return botanGuard([&]() -> Result<QByteArray> {
        const auto mode = cipher(Botan::ENCRYPTION, key, aad);
        mode->start(bytesOf(nonce), sizeOf(nonce));
        Botan::secure_vector<std::uint8_t> buffer;
        buffer.reserve(sizeOf(plain) + aeadTagSize);
        buffer.assign(bytesOf(plain), bytesOf(plain) + plain.size());
        mode->finish(buffer);
        QByteArray result;
        result.reserve(nonce.size() + static_cast<qsizetype>(buffer.size()));
        result.append(nonce);
        result.append(reinterpret_cast<const char *>(buffer.data()), static_cast<qsizetype>(buffer.size()));
        return result;
    });
}

Result<QByteArray> aeadOpen(const SecretBytes &key, QByteArrayView sealed, QByteArrayView aad)
{
    return botanGuard([&]() -> Result<QByteArray> {
        DW_ASSIGN(const auto buffer, openBuffer(key, sealed, aad));
        return QByteArray(reinterpret_cast<const char *>(buffer.data()), static_cast<qsizetype>(buffer.size()));
    });
}

Result<SecretBytes> aeadOpenSecret(const SecretBytes &key, QByteArrayView sealed, QByteArrayView aad)
{
    return botanGuard([&]() -> Result<SecretBytes> {
        DW_ASSIGN(const auto buffer, openBuffer(key, sealed, aad));
        return SecretBytes::copyOf(QByteArrayView(buffer.data(), static_cast<qsizetype>(buffer.size())));
    });
}

} // namespace dw
