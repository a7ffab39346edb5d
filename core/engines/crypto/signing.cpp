#include "core/engines/crypto/signing.h"
#include "core/engines/crypto/botanseam.h"
#include "core/engines/crypto/random.h"

#include <botan/ed25519.h>
#include <botan/pubkey.h>
#include <botan/system_rng.h>

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
    return botanGuard([&]() -> Result<SigningKey> {
        const Botan::Ed25519_PrivateKey pair(Botan::secure_vector<std::uint8_t>(seed.data(), seed.data() + 32));
        const std::vector<std::uint8_t> publicKey = pair.public_key_bits();
        SigningKey key;
        key.m_publicKey = QByteArray(reinterpret_cast<const char *>(publicKey.data()), signingPublicKeySize);
        key.m_secret = seed.clone();
        key.m_secret.append(key.m_publicKey);
        return key;
    });
}

SecretBytes SigningKey::seed() const
{
    return SecretBytes::copyOf(m_secret.view().first(m_secret.isEmpty() ? 0 : 32));
}

QByteArray SigningKey::sign(QByteArrayView message) const
{
    Q_ASSERT(!isNull());
    const Botan::Ed25519_PrivateKey pair(
        Botan::secure_vector<std::uint8_t>(m_secret.data(), m_secret.data() + m_secret.size()));
    Botan::PK_Signer signer(pair, Botan::system_rng(), "Pure");
    const std::vector<std::uint8_t> signature
        = signer.sign_message(bytesOf(message), sizeOf(message), Botan::system_rng());
    return QByteArray(reinterpret_cast<const char *>(signature.data()), signatureSize);
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
    const auto verified = botanGuard([&]() -> Result<bool> {
        const Botan::Ed25519_PublicKey key(std::vector<std::uint8_t>(bytesOf(publicKey), bytesOf(publicKey) + 32));
        Botan::PK_Verifier verifier(key, "Pure");
        return verifier.verify_message(bytesOf(message), sizeOf(message), bytesOf(signature), sizeOf(signature));
    });
    return verified && *verified;
}

bool verifySignatureByAny(QByteArrayView publicKeys, QByteArrayView message, QByteArrayView signature)
{
    for (qsizetype at = 0; at + signingPublicKeySize <= publicKeys.size(); at += signingPublicKeySize) {
        if (verifySignature(publicKeys.sliced(at, signingPublicKeySize), message, signature))
            return true;
    }
    return false;
}

} // namespace dw
