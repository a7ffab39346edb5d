#include "core/engines/crypto/signing.h"
#include "core/engines/crypto/botanseam.h"
#include "core/engines/crypto/random.h"

#include <botan/ed25519.h>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// The order of the group, big endian: 2^252 + 27742317777372353535851937790883648493.
constexpr std::array<std::uint8_t, 32> groupOrder {0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x14, 0xde,
    0xf9, 0xde, 0xa2, 0xf7, 0x9c, 0xd6, 0x58, 0x12, 0x63, 0x1a, 0x5c, 0xf5, 0xd3, 0xed};

// RFC 8032 5.1.7: S must be below the order, else one signature has several forms.
bool isCanonicalScalar(const std::uint8_t *littleEndian)
{
    for (std::size_t i = 0; i < 32; ++i) {
        const std::uint8_t byte = littleEndian[31 - i];
        if (byte != groupOrder[i])
            return byte < groupOrder[i];
    }
    return false;
}

} // namespace

SigningKey SigningKey::generate()
{
    return *fromSeed(randomSecret(32));
}

Result<SigningKey> SigningKey::fromSeed(const SecretBytes &seed)
{
    if (seed.size() != 32)
        return fail(ErrorCode::Internal, u"crypto.key_size"_s);
    SigningKey key;
    key.m_secret = SecretBytes(64);
    key.m_publicKey = QByteArray(signingPublicKeySize, Qt::Uninitialized);
    Botan::ed25519_gen_keypair(bytesOf(key.m_publicKey), key.m_secret.data(), seed.data());
    return key;
}

SecretBytes SigningKey::seed() const
{
    return SecretBytes::copyOf(m_secret.view().first(m_secret.isEmpty() ? 0 : 32));
}

QByteArray SigningKey::sign(QByteArrayView message) const
{
    Q_ASSERT(!isNull());
    QByteArray signature(signatureSize, Qt::Uninitialized);
    Botan::ed25519_sign(bytesOf(signature), bytesOf(message), sizeOf(message), m_secret.data(), nullptr, 0);
    return signature;
}

SigningKey SigningKey::clone() const
{
    SigningKey key;
    key.m_secret = m_secret.clone();
    key.m_publicKey = m_publicKey;
    return key;
}

bool verifySignature(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    if (publicKey.size() != signingPublicKeySize || signature.size() != signatureSize)
        return false;
    if (!isCanonicalScalar(bytesOf(signature) + 32))
        return false;
    return Botan::ed25519_verify(
        bytesOf(message), sizeOf(message), bytesOf(signature), bytesOf(publicKey), nullptr, 0);
}

} // namespace dw
