#pragma once

#include "core/jobs/job.h"

#include <QPointer>
#include <QThreadPool>

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

    /// `then` runs in the thread of this runner (the window's), where `receiver` lives too, with the job's result,
    /// unless `receiver` is gone by then. Not QFuture::then(context): in Qt 6.4 that runs into a context that has
    /// been destroyed, which is what locking does to every page.
    template <typename T>
    std::shared_ptr<Job> start(std::shared_ptr<Job> job, std::function<Result<T>(JobContext &)> work,
        QObject *receiver, std::function<void(Result<T>)> then)
    {
        announce(job);
        const QPointer<QObject> guard(receiver);
        m_pool.start([this, job, work = std::move(work), guard, then = std::move(then)] {
            const auto result = std::make_shared<Result<T>>(work(*job));
            emit job->finished(result->has_value());
            QMetaObject::invokeMethod(
                this,
                [guard, then, result] {
                    if (guard)
                        then(std::move(*result));
                },
                Qt::QueuedConnection);
        });
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
