#pragma once

#include "core/base/jobcontext.h"

#include <QCborMap>
#include <QString>

#include <span>

namespace dw {

/// One kind of request that dealward-worker answers. Runs inside the sandbox, after it is closed: no files,
/// no network, only the bytes in the request. To add a kind: derive a class in app/worker, add it in
/// main_worker.cpp, and call WorkerClient::call() with the same kind from a small typed function beside
/// core/worker/workerclient.h. A handler may keep state between the requests of one process.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    virtual QString kind() const = 0; ///< Stable id, e.g. "pdf.inspect".

    /// Answers one request. `context` sends progress to the caller; cancelling kills the process, so there is
    /// no need to poll it. std::bad_alloc becomes "worker.memory", other exceptions "worker.failed".
    virtual Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) = 0;

    /// Open files of memory that came with the request: called before handle(), closed after it. Most bring none.
    virtual void setFiles(std::span<const int> files) { Q_UNUSED(files) }
};

} // namespace dw
