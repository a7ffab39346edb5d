#pragma once

#include "core/base/secretbytes.h"

#include <QByteArray>

#include <memory>

namespace dw {

/// SHA-256 (FIPS 180-4): 32 bytes.
QByteArray sha256(QByteArrayView data);

/// SHA-256 of bytes that come in pieces.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&other) noexcept;
    Sha256 &operator=(Sha256 &&other) noexcept;

    void update(QByteArrayView data);
    QByteArray finish(); ///< 32 bytes; afterwards it starts anew.

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// HMAC-SHA256 (RFC 2104): 32 bytes.
QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);
QByteArray hmacSha256(const SecretBytes &key, QByteArrayView data);

/// HKDF-SHA256 (RFC 5869), extract and expand. `info` names the purpose, so that keys of different
/// purposes are independent. At most 255 * 32 bytes.
SecretBytes hkdf(const SecretBytes &secret, QByteArrayView salt, QByteArrayView info, std::size_t size = 32);

/// Compares without a data-dependent branch; false when the lengths differ.
bool constantTimeEquals(QByteArrayView a, QByteArrayView b);

} // namespace dw
