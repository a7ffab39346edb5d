#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

namespace dw {

// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). Sealed bytes are nonce (24) | ciphertext | tag (16).
inline constexpr int aeadKeySize = 32;
inline constexpr int aeadNonceSize = 24;
inline constexpr int aeadTagSize = 16;
inline constexpr int aeadOverhead = aeadNonceSize + aeadTagSize;

/// Encrypts and authenticates under a fresh random nonce. `aad` is authenticated but not contained: it says
/// what the bytes are and where they belong, so that they cannot be moved.
Result<QByteArray> aeadSeal(const SecretBytes &key, QByteArrayView plain, QByteArrayView aad);

/// Fails with Corrupt "crypto.not_authentic" when key, bytes or aad are not the sealed ones.
Result<QByteArray> aeadOpen(const SecretBytes &key, QByteArrayView sealed, QByteArrayView aad);

/// The same for bytes that are keys.
Result<SecretBytes> aeadOpenSecret(const SecretBytes &key, QByteArrayView sealed, QByteArrayView aad);

/// With a nonce of the caller's, who must never use one twice with one key. For test vectors.
Result<QByteArray> aeadSealWithNonce(
    const SecretBytes &key, QByteArrayView nonce, QByteArrayView plain, QByteArrayView aad);

} // namespace dw
