#pragma once

#include "core/base/error.h"

#include <span>

namespace dw::errortext {

/// English sources of an error's three sentences; translated in context "Errors". Empty ones come from the code.
struct ErrorEntry {
    const char *reason;
    const char *what;
    const char *kept;
    const char *todo;
};

struct CodeEntry {
    ErrorCode code;
    ErrorEntry entry;
};

std::span<const ErrorEntry> errorEntries();
std::span<const CodeEntry> codeEntries(); ///< The last is Internal.

} // namespace dw::errortext
