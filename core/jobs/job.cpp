#include "core/jobs/job.h"

namespace dw {

Job::Job(QString kind, QString subject)
    : m_kind(std::move(kind))
    , m_subject(std::move(subject))
{
}

Result<> Job::step(qint64 done, qint64 total)
{
    emit progressed(done, total); // queued for receivers in the window's thread
    if (m_stop)
        return fail(ErrorCode::Cancelled, QStringLiteral("job.cancelled"));
    return {};
}

void Job::setStage(const QString &stage)
{
    emit stageChanged(stage);
}

} // namespace dw
