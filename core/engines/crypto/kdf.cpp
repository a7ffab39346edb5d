#include "core/engines/crypto/kdf.h"
#include "core/engines/crypto/botanseam.h"

#include <botan/argon2.h>

namespace dw {

using namespace Qt::StringLiterals;

Result<> checkKdfParams(const KdfParams &params, const KdfLimits &limits)
{
    const QStringList facts {QString::number(params.memoryKiB), QString::number(params.passes)};
    if (params.memoryKiB > limits.ceiling.memoryKiB || params.passes > limits.ceiling.passes
        || params.lanes > limits.ceiling.lanes)
        return fail(ErrorCode::Corrupt, u"kdf.above_ceiling"_s, facts);
    if (params.memoryKiB < limits.floor.memoryKiB || params.passes < limits.floor.passes
        || params.lanes < limits.floor.lanes || params.memoryKiB / 8 < params.lanes) // RFC 9106: 8 KiB a lane
        return fail(ErrorCode::Corrupt, u"kdf.below_floor"_s, facts);
    return {};
}

Result<SecretBytes> argon2id(const SecretBytes &passphrase, QByteArrayView salt, const KdfParams &params,
    const KdfLimits &limits, std::size_t size)
{
    DW_TRY(checkKdfParams(params, limits));
    if (salt.size() < 8)
        return fail(ErrorCode::Internal, u"crypto.salt_size"_s);
    return botanGuard([&]() -> Result<SecretBytes> {
        SecretBytes result(size);
        Botan::argon2(result.data(), size, reinterpret_cast<const char *>(passphrase.data()), passphrase.size(),
            bytesOf(salt), sizeOf(salt), nullptr, 0, nullptr, 0, 2, params.lanes, params.memoryKiB, params.passes);
        return result;
    });
}

} // namespace dw
