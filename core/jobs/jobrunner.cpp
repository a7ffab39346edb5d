#include "core/jobs/jobrunner.h"

namespace dw {

JobRunner::JobRunner()
{
    m_pool.setMaxThreadCount(qMax(2, QThread::idealThreadCount()));
}

JobRunner::~JobRunner()
{
    stopAll();
    m_pool.waitForDone();
}

void JobRunner::stopAll()
{
    for (const auto &weak : std::as_const(m_jobs)) {
        if (const auto job = weak.lock())
            job->requestStop();
    }
}

void JobRunner::announce(const std::shared_ptr<Job> &job)
{
    m_jobs.removeIf([](const std::weak_ptr<Job> &weak) { return weak.expired(); });
    m_jobs.append(job);
    emit started(job);
}

} // namespace dw
