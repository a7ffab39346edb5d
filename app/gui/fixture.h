#pragma once

#include "core/base/jobcontext.h"
#include "core/domain/language.h"
#include "core/session/session.h"

namespace dw {

/// The sample deal below `directory`: made on the first call, then only unlocked, as `account` (by place in the
/// demo's list; 0 is the owner).
Result<std::unique_ptr<Session>> openSample(
    const QString &directory, Language language, const SessionOptions &options, JobContext &job, int account = 0);

} // namespace dw
