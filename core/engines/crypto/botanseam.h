#pragma once

#include "core/base/result.h"

#include <exception>
#include <type_traits>

namespace dw {

/// The one place where an exception of Botan becomes an Error. Internal to this folder.
template <typename Work>
auto botanGuard(Work &&work) -> std::invoke_result_t<Work>
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::LimitExceeded, QStringLiteral("crypto.out_of_memory"));
    } catch (const std::exception &e) {
        return fail(ErrorCode::Internal, QStringLiteral("crypto.failed"), {}, QString::fromUtf8(e.what()));
    }
}

/// Botan and OpenSSL speak bytes as uint8_t, Qt as char.
inline const std::uint8_t *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const std::uint8_t *>(view.data());
}

inline std::uint8_t *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<std::uint8_t *>(bytes.data());
}

inline std::size_t sizeOf(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

} // namespace dw
