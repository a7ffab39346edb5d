#pragma once

#include <QString>

namespace dw {

/// Installs the words of the language that LC_ALL, LC_MESSAGES or LANG ask for: Chinese or English.
void installLanguage();

} // namespace dw
