#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

namespace dw {

/// Cost of one guess. The default is about one second on a laptop.
struct KdfParams {
    quint32 memoryKiB = 256 * 1024;
    quint32 passes = 3;
    quint32 lanes = 1;

    bool operator==(const KdfParams &) const = default;
};

/// What is accepted from a file. Below the floor a stolen vault would be cheap to guess; above the ceiling a
/// tampered one would take the computer down. Only tests pass other limits, and only as an argument.
struct KdfLimits {
    KdfParams floor {256 * 1024, 3, 1};
    KdfParams ceiling {4 * 1024 * 1024, 16, 16};

    /// Cheap limits and parameters for tests.
    static KdfLimits forTests() { return {{8, 1, 1}, {64 * 1024, 4, 4}}; }
};

/// Fails with Corrupt "kdf.below_floor" or "kdf.above_ceiling", before anything is allocated.
Result<> checkKdfParams(const KdfParams &params, const KdfLimits &limits = {});

/// Argon2id, version 1.3 (RFC 9106). The salt has at least 8 bytes.
Result<SecretBytes> argon2id(const SecretBytes &passphrase, QByteArrayView salt, const KdfParams &params,
    const KdfLimits &limits = {}, std::size_t size = 32);

} // namespace dw
