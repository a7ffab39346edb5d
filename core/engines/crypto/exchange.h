#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

namespace dw {

inline constexpr int exchangePublicKeySize = 32;
/// A sealed box is ephemeral public key (32) | nonce (24) | ciphertext | tag (16).
inline constexpr int boxOverhead = exchangePublicKeySize + 24 + 16;

/// An X25519 key pair (RFC 7748): whoever knows the public half can seal something to it.
class ExchangeKey
{
public:
    ExchangeKey() = default; ///< No key; isNull().

    static ExchangeKey generate();
    static Result<ExchangeKey> fromSecret(const SecretBytes &secret); ///< 32 bytes.

    bool isNull() const { return m_secret.isEmpty(); }
    QByteArray publicKey() const { return m_publicKey; } ///< 32 bytes.
    SecretBytes secret() const { return m_secret.clone(); }
    ExchangeKey clone() const;

    /// The raw shared secret; refuses the all-zero one that a key of small order gives.
    Result<SecretBytes> agree(QByteArrayView otherPublicKey) const;

private:
    SecretBytes m_secret;
    QByteArray m_publicKey;
};

/// Seals to a public key: ephemeral X25519, HKDF over both public keys, XChaCha20-Poly1305 with `aad`.
/// Says nothing about the sender: who must be known, signs.
Result<QByteArray> sealBox(QByteArrayView publicKey, QByteArrayView plain, QByteArrayView aad);

/// Fails with Corrupt "crypto.not_authentic" for another key, other bytes or another aad.
Result<SecretBytes> openBox(const ExchangeKey &key, QByteArrayView box, QByteArrayView aad);

} // namespace dw
