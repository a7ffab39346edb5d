#pragma once

#include "core/jobs/job.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <memory>

namespace dw {

/// Runs long work off the window's thread; the only class that knows threads. Stopping uses the job's own
/// flag, not QFuture::cancel(): a cancelled QFuture drops its result, and every job must end with a Result.
class JobRunner final : public QObject
{
    Q_OBJECT

public:
    JobRunner();
    ~JobRunner() override; ///< Asks every job to stop and waits for them.

    /// `then` runs in the thread of `receiver` with the job's result, unless `receiver` is gone by then.
    template <typename T>
    std::shared_ptr<Job> start(std::shared_ptr<Job> job, std::function<Result<T>(JobContext &)> work,
        QObject *receiver, std::function<void(Result<T>)> then)
    {
        announce(job);
        QtConcurrent::run(&m_pool, [job, work = std::move(work)]() -> Result<T> {
            Result<T> result = work(*job);
            emit job->finished(result.has_value());
            return result;
        }).then(receiver, [then = std::move(then)](Result<T> result) { then(std::move(result)); });
        return job;
    }

    void stopAll();

signals:
    void started(std::shared_ptr<dw::Job> job);

private:
    void announce(const std::shared_ptr<Job> &job);

    QThreadPool m_pool;
    QList<std::weak_ptr<Job>> m_jobs;
};

} // namespace dw
