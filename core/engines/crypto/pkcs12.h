#pragma once

#include "core/engines/crypto/x509.h"

namespace dw {

/// Takes the key, its certificate and the chain out of a PKCS#12 file (.p12, .pfx) of an outside authority.
/// Fails with WrongPassphrase "pkcs12.passphrase", Corrupt "pkcs12.malformed", or Unsupported "pkcs12.key" for
/// a key that cannot seal (not P-256, P-384 or RSA of 2048 bits or more) or does not fit its certificate.
Result<SealIdentity> importPkcs12(const QByteArray &file, const SecretBytes &passphrase);

} // namespace dw
