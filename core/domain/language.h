#pragma once

namespace dw {

/// The language in which words that are data (titles of registers, choices, measures) are taken.
enum class Language { English, Chinese };

} // namespace dw
