#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QStringList>

namespace dw {

/// How hard a passphrase is to guess, and what is asked of one.
namespace passphrase {

/// Bits of guessing below which a passphrase is refused; Argon2id adds about 20 bits to each guess.
inline constexpr double floorBits = 40.0;
inline constexpr int minimumLength = 10; ///< Characters (bytes of UTF-8).

/// Estimated with zxcvbn; `context`: words an attacker would try first, such as the account name.
double strengthBits(const SecretBytes &passphrase, const QStringList &context = {});

/// InvalidInput "passphrase.too_short" (arg: minimum) or "passphrase.too_weak" (args: bits, floor).
Result<> check(const SecretBytes &passphrase, const QStringList &context = {}, double floor = floorBits);

/// Six groups of five characters without look-alikes: 150 random bits, typed in one breath.
SecretBytes generate();

} // namespace passphrase
} // namespace dw
