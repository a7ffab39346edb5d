#pragma once

#include "core/base/error.h"

namespace dw {

/// An error as a person reads it.
struct ErrorWords {
    QString what; ///< What happened.
    QString kept; ///< What is safe; may be empty where nothing was at stake.
    QString todo; ///< What to do next.
};

namespace errortext {

/// In the language of the program. Knows every reason of core; falls back to the kind of the error.
ErrorWords words(const Error &error);

/// The three as one paragraph.
QString sentence(const Error &error);

/// What a reason means, as one sentence, e.g. for a bad row of an import.
QString reason(const QString &reason, const QStringList &args = {});

/// Whether a reason has words of its own; the test asks it for every reason in core.
bool knows(const QString &reason);

} // namespace errortext

} // namespace dw
