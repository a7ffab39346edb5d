#pragma once

#include <QString>

namespace dw {

/// A check of the verifier in words: what did not hold when it failed.
QString failedCheckText(const QString &check);

/// What helps against it.
QString failedCheckAdvice(const QString &check);

/// "A", "B" or "C" with what it means.
QString redactionLevelText(const QString &level);

} // namespace dw
