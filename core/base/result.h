#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace dw {

template <typename T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure: `return fail(ErrorCode::NotFound, u"record.missing"_qs, {id});`
[[nodiscard]] inline tl::unexpected<Error> fail(
    ErrorCode code, QString reason = {}, QStringList args = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error {code, std::move(reason), std::move(args), std::move(detail)});
}

/// Passes another result's failure on.
template <typename T>
[[nodiscard]] tl::unexpected<Error> failed(const Result<T> &result)
{
    return tl::unexpected<Error>(result.error());
}

} // namespace dw

/// Returns from the function when `expr` (a Result) is a failure; ignores its value.
#define DW_TRY(expr)                                                                                         \
    do {                                                                                                     \
        if (auto dwTryResult = (expr); !dwTryResult)                                                         \
            return ::dw::failed(dwTryResult);                                                                \
    } while (false)

#define DW_CONCAT_INNER(a, b) a##b
#define DW_CONCAT(a, b) DW_CONCAT_INNER(a, b)

/// `DW_ASSIGN(auto value, call());` declares `value` from a Result or returns its failure.
#define DW_ASSIGN(declaration, expr)                                                                         \
    auto DW_CONCAT(dwResult, __LINE__) = (expr);                                                             \
    if (!DW_CONCAT(dwResult, __LINE__))                                                                      \
        return ::dw::failed(DW_CONCAT(dwResult, __LINE__));                                                  \
    declaration = std::move(*DW_CONCAT(dwResult, __LINE__))
