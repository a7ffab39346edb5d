#include "core/engines/crypto/exchange.h"
#include "core/engines/crypto/aead.h"
#include "core/engines/crypto/botanseam.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/random.h"

#include <botan/curve25519.h>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

SecretBytes boxKey(const SecretBytes &shared, QByteArrayView ephemeral, QByteArrayView recipient)
{
    QByteArray salt;
    salt.append(ephemeral).append(recipient);
    return hkdf(shared, salt, "dealward box 1");
}

} // namespace

ExchangeKey ExchangeKey::generate()
{
    return *fromSecret(randomSecret(32));
}

Result<ExchangeKey> ExchangeKey::fromSecret(const SecretBytes &secret)
{
    if (secret.size() != 32)
        return fail(ErrorCode::Internal, u"crypto.key_size"_s);
    ExchangeKey key;
    key.m_secret = secret.clone();
    key.m_publicKey = QByteArray(exchangePublicKeySize, Qt::Uninitialized);
    Botan::curve25519_basepoint(bytesOf(key.m_publicKey), secret.data());
    return key;
}

ExchangeKey ExchangeKey::clone() const
{
    ExchangeKey key;
    key.m_secret = m_secret.clone();
    key.m_publicKey = m_publicKey;
    return key;
}

Result<SecretBytes> ExchangeKey::agree(QByteArrayView otherPublicKey) const
{
    if (isNull() || otherPublicKey.size() != exchangePublicKeySize)
        return fail(ErrorCode::Corrupt, u"crypto.not_authentic"_s);
    SecretBytes shared(32);
    Botan::curve25519_donna(shared.data(), m_secret.data(), bytesOf(otherPublicKey));
    if (shared.equals(SecretBytes(32)))
        return fail(ErrorCode::Corrupt, u"crypto.weak_public_key"_s);
    return shared;
}

Result<QByteArray> sealBox(QByteArrayView publicKey, QByteArrayView plain, QByteArrayView aad)
{
    const ExchangeKey ephemeral = ExchangeKey::generate();
    DW_ASSIGN(const SecretBytes shared, ephemeral.agree(publicKey));
    DW_ASSIGN(const QByteArray sealed, aeadSeal(boxKey(shared, ephemeral.publicKey(), publicKey), plain, aad));
    return ephemeral.publicKey() + sealed;
}

Result<SecretBytes> openBox(const ExchangeKey &key, QByteArrayView box, QByteArrayView aad)
{
    if (box.size() < boxOverhead)
        return fail(ErrorCode::Corrupt, u"crypto.not_authentic"_s);
    const QByteArrayView ephemeral = box.first(exchangePublicKeySize);
    DW_ASSIGN(const SecretBytes shared, key.agree(ephemeral));
    return aeadOpenSecret(boxKey(shared, ephemeral, key.publicKey()), box.sliced(exchangePublicKeySize), aad);
}

} // namespace dw
