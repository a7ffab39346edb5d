#pragma once

#include "core/base/secretbytes.h"

#include <QByteArray>

namespace dw {

/// Random bytes of the operating system, for salts, nonces and ids.
QByteArray randomBytes(qsizetype size);

/// Random bytes that are a key.
SecretBytes randomSecret(std::size_t size = 32);

} // namespace dw
