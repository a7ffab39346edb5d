#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

namespace dw {

inline constexpr int signatureSize = 64;
inline constexpr int signingPublicKeySize = 32;

/// An Ed25519 key pair (RFC 8032). Whoever holds it can sign audit entries, envelopes or accounts.
class SigningKey
{
public:
    SigningKey() = default; ///< No key; isNull().

    static SigningKey generate();
    static Result<SigningKey> fromSeed(const SecretBytes &seed); ///< 32 bytes.

    bool isNull() const { return m_secret.isEmpty(); }
    QByteArray publicKey() const { return m_publicKey; } ///< 32 bytes.
    SecretBytes seed() const; ///< What fromSeed() takes.
    QByteArray sign(QByteArrayView message) const; ///< 64 bytes.
    SigningKey clone() const;

private:
    SecretBytes m_secret; // seed | public key, as Botan wants it
    QByteArray m_publicKey;
};

/// One of several keys of 32 bytes each, one after the other: an account keeps its former ones.
bool verifySignatureByAny(QByteArrayView publicKeys, QByteArrayView message, QByteArrayView signature);

/// True only for a signature of exactly this message by this key; refuses malleable forms (S >= L).
bool verifySignature(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

} // namespace dw
