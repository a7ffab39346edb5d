#pragma once

#include "core/base/error.h"

#include <QString>

namespace dw {

/// An error in words: what happened, what was kept, what to do. In the language of the installed translation.
QString errorText(const Error &error);

/// True when `reason` has words of its own; a test asks this for every reason that core can give.
bool hasErrorText(const QString &reason);

} // namespace dw
