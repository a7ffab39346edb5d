#include "core/engines/crypto/random.h"
#include "core/engines/crypto/botanseam.h"

#include <botan/system_rng.h>

namespace dw {

QByteArray randomBytes(qsizetype size)
{
    QByteArray result(size, Qt::Uninitialized);
    Botan::system_rng().randomize(bytesOf(result), sizeOf(result));
    return result;
}

SecretBytes randomSecret(std::size_t size)
{
    SecretBytes result(size);
    Botan::system_rng().randomize(result.data(), size);
    return result;
}

} // namespace dw
