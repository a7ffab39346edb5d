#pragma once

#include "core/base/error.h"

namespace dw {

/// The worker died, hung or babbled over a file: the file is kept and shown as a red row, for it may be an attack.
/// Every other error is an answer: the file is refused, or something is wrong on our side.
inline bool isWorkerFailure(const Error &error)
{
    for (const char16_t *reason : {u"worker.crashed", u"worker.timeout", u"worker.memory", u"worker.failed", u"worker.protocol"}) {
        if (error.reason == QStringView(reason))
            return true;
    }
    return false;
}

} // namespace dw
