#pragma once

#include <span>

namespace dw {

/// One reason of core and its sentence, with %1... for the error's args. Marked for translation in context
/// "ErrorText".
struct ErrorWords {
    const char *reason;
    const char *text;
};

/// All reasons, in the alphabetical order of their ids.
std::span<const ErrorWords> errorWords();

} // namespace dw
