#pragma once

#include "core/base/result.h"

namespace dw {

/// What a long algorithm sees of the world: it reports steps and learns whether to stop.
/// It knows nothing of threads, futures or widgets.
class JobContext
{
public:
    virtual ~JobContext() = default;

    /// Reports `done` of `total` (pages, rows, bytes); fails with Cancelled once the user asked to stop.
    virtual Result<> step(qint64 done, qint64 total) = 0;

    /// Names what is going on now: a stable id such as "redact.verify"; ui/text has the words.
    virtual void setStage(const QString &stage) { Q_UNUSED(stage) }

    /// True once the user asked to stop; for loops too tight for step().
    virtual bool isStopRequested() const { return false; }
};

/// For callers that neither show progress nor cancel.
class NoJobContext final : public JobContext
{
public:
    Result<> step(qint64, qint64) override { return {}; }
};

} // namespace dw
