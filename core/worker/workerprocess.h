#pragma once

#include "core/base/jobcontext.h"
#include "core/worker/sandbox.h"

#include <QCborMap>
#include <QString>

#include <span>

#include <sys/types.h>

namespace dw {

/// How long and how much one request may take. Processor time is what counts; the wall clock only catches a
/// process that waits for nothing.
struct WorkerLimits {
    int cpuSeconds = 20;
    int wallSeconds = 90;
    qint64 replyBytes = 1LL << 30;
};

/// One running dealward-worker: started, spoken to, killed. Not shared between threads. The parent trusts
/// nothing that comes back: sizes are checked before memory is taken.
class WorkerProcess
{
public:
    /// Starts the program and waits until its sandbox stands. Fails with "worker.missing" or "worker.not_started".
    /// `mode`: a word for its command line; empty for the usual worker.
    static Result<std::unique_ptr<WorkerProcess>> start(const QString &program, const QByteArray &mode = {});
    ~WorkerProcess(); ///< Ends the process.

    WorkerProcess(const WorkerProcess &) = delete;
    WorkerProcess &operator=(const WorkerProcess &) = delete;

    /// Sends one request and waits for its answer. Progress goes to `job`; a stop kills the process (Cancelled).
    /// A process that dies, hangs or babbles is an error: "worker.crashed", "worker.timeout", "worker.protocol".
    /// `files` are open files of memory that the worker is given with the request; they stay the caller's.
    Result<QCborMap> call(const QString &kind, const QCborMap &parameters, JobContext &job, const WorkerLimits &limits,
        std::span<const int> files = {});

    const SandboxReport &sandbox() const { return m_sandbox; }
    bool isRunning() const { return m_pid > 0; }
    bool isAlive() const; ///< Asks the system: it may have been killed while nobody spoke to it.
    pid_t processId() const { return m_pid; }

private:
    WorkerProcess(pid_t pid, int socket);

    Result<> awaitReady();
    void grantCpu(int seconds);
    Error endAfterFailure(ErrorCode code, const QString &reason);
    void kill();

    pid_t m_pid = -1;
    int m_socket = -1;
    SandboxReport m_sandbox;
};

} // namespace dw
