// Shared by the files of this folder that use Botan's certificates; nobody else includes it.
#pragma once

#include "core/engines/crypto/x509.h"

#include <botan/pk_keys.h>
#include <botan/x509cert.h>

namespace dw {

struct SealKey::Private {
    std::unique_ptr<Botan::Private_Key> key;
};

namespace crypto {

struct ByteSpan {
    const uint8_t *data;
    size_t size;
};

inline ByteSpan span(const QByteArray &bytes)
{
    return {reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size())};
}

/// Fails with "x509.malformed" for anything but the exact DER of one certificate.
Result<Botan::X509_Certificate> parseCertificate(const QByteArray &der);

} // namespace crypto
} // namespace dw
