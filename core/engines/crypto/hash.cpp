#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/botanseam.h"

#include <botan/hash.h>
#include <botan/kdf.h>
#include <botan/mac.h>

namespace dw {

struct Sha256::State {
    std::unique_ptr<Botan::HashFunction> hash = Botan::HashFunction::create_or_throw("SHA-256");
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&other) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&other) noexcept = default;

void Sha256::update(QByteArrayView data)
{
    m_state->hash->update(bytesOf(data), sizeOf(data));
}

QByteArray Sha256::finish()
{
    QByteArray result(32, Qt::Uninitialized);
    m_state->hash->final(bytesOf(result));
    return result;
}

QByteArray sha256(QByteArrayView data)
{
    Sha256 hash;
    hash.update(data);
    return hash.finish();
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    const auto mac = Botan::MessageAuthenticationCode::create_or_throw("HMAC(SHA-256)");
    mac->set_key(bytesOf(key), sizeOf(key));
    mac->update(bytesOf(data), sizeOf(data));
    QByteArray result(32, Qt::Uninitialized);
    mac->final(bytesOf(result));
    return result;
}

QByteArray hmacSha256(const SecretBytes &key, QByteArrayView data)
{
    return hmacSha256(key.view(), data);
}

SecretBytes hkdf(const SecretBytes &secret, QByteArrayView salt, QByteArrayView info, std::size_t size)
{
    const auto kdf = Botan::KDF::create_or_throw("HKDF(SHA-256)");
    SecretBytes result(size);
    kdf->kdf(result.data(), size, secret.data(), secret.size(), bytesOf(salt), sizeOf(salt), bytesOf(info),
        sizeOf(info));
    return result;
}

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

} // namespace dw
