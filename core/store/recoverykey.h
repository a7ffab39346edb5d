#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

namespace dw {

/// The vault's last resort: 256 random bits, printed as nine groups of seven characters of Crockford's
/// base 32 (no I, L, O, U). Eight groups carry 32 bits and three check bits each, so that a typing error is
/// found in its group; the ninth checks the whole.
namespace recoverykey {

inline constexpr int groups = 9;
inline constexpr int groupSize = 7;

SecretBytes generate(); ///< 32 bytes.

/// "XXXXXXX-XXXXXXX-..." in ASCII.
SecretBytes toText(const SecretBytes &key);

/// Reads what a person typed: any case, spaces or dashes; O is 0, I and L are 1.
/// InvalidInput "recovery.length" (args: found, expected characters), "recovery.character" (arg: group number),
/// "recovery.group" (arg: group number), "recovery.checksum".
Result<SecretBytes> parse(const SecretBytes &text);

} // namespace recoverykey
} // namespace dw
