#include "core/worker/filesession.h"

#include "core/worker/filecodec.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDeaths = 20;
constexpr qint64 mostGiven = 10'000'000;
constexpr qint64 largestReply = 512LL << 20;

WorkerLimits openLimits(const QByteArray &bytes)
{
    const int more = int(bytes.size() >> 20);
    return {30 + more, 120 + 4 * more, 16 << 20};
}

WorkerLimits nextLimits(bool isSlow)
{
    return isSlow ? WorkerLimits {240, 900, largestReply} : WorkerLimits {120, 400, largestReply};
}

/// Of what a worker may die: another one may do better behind the place.
bool isDeath(const Error &error)
{
    return error.reason == "worker.crashed"_L1 || error.reason == "worker.timeout"_L1 || error.reason == "worker.memory"_L1
        || error.reason == "worker.failed"_L1 || error.reason == "worker.protocol"_L1 || error.reason == "worker.gone"_L1;
}

} // namespace

FileSession::FileSession(const WorkerClient &client, QByteArray bytes, QString name, Pictures pictures)
    : m_client(client)
    , m_bytes(std::move(bytes))
    , m_name(std::move(name))
    , m_pictures(pictures)
{
}

Result<std::unique_ptr<FileSession>> FileSession::open(
    const WorkerClient &client, const QByteArray &bytes, const QString &name, JobContext &job, Pictures pictures)
{
    std::unique_ptr<FileSession> session(new FileSession(client, bytes, name, pictures));
    DW_TRY(session->openAt(0, job));
    return session;
}

Result<> FileSession::openAt(int step, JobContext &job)
{
    m_process.reset();
    DW_ASSIGN(m_process, m_client.start());
    const QCborMap request {{u"file"_s, m_bytes}, {u"name"_s, m_name}, {u"step"_s, step},
        {u"pictures"_s, m_pictures == Pictures::Recognised}};
    DW_ASSIGN(const QCborMap reply, m_process->call(u"file.open"_s, request, job, openLimits(m_bytes)));
    m_kind = reply.value("kind"_L1).toString().left(20);
    m_stepCount = int(qBound(qint64 {0}, reply.value("steps"_L1).toInteger(), qint64 {1'000'000}));
    m_again = step == m_step ? m_given : 0;
    m_given = 0;
    m_step = step;
    m_isSlow = reply.value("slow"_L1).toBool();
    m_stepName = reply.value("step_name"_L1).toString().left(1000);
    return {};
}

Result<FileTexts> FileSession::ask(JobContext &job)
{
    const QCborMap request {{u"one"_s, m_isCareful}};
    DW_ASSIGN(const QCborMap reply, m_process->call(u"file.next"_s, request, job, nextLimits(m_isSlow)));
    const qint64 step = reply.value("step"_L1).toInteger(-1);
    if (step < m_step || step > m_stepCount)
        return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
    DW_ASSIGN(FileTexts texts, filecodec::read(reply));
    const qsizetype known = std::min(m_again, texts.texts.size());
    texts.texts.remove(0, known);
    m_again = step == m_step ? m_again - known : 0;
    m_given = qBound(qint64 {0}, reply.value("given"_L1).toInteger(), mostGiven);
    m_step = int(step);
    m_isSlow = reply.value("slow"_L1).toBool();
    m_stepName = reply.value("step_name"_L1).toString().left(1000);
    return texts;
}

Result<FileTexts> FileSession::next(JobContext &job)
{
    DW_TRY(job.step(m_step, m_stepCount));
    Result<FileTexts> texts = ask(job);
    if (texts || !isDeath(texts.error()))
        return texts;
    return goOnAfter(texts.error(), job);
}

/// The first death only says that it was one of several steps; the next one is at a known place.
Result<FileTexts> FileSession::goOnAfter(const Error &error, JobContext &job)
{
    FileTexts texts;
    if (!m_isCareful) {
        m_isCareful = true;
        DW_TRY(openAt(m_step, job));
        return texts;
    }
    const QString place = m_kind == "pdf"_L1 ? QString::number(m_step + 1) : m_stepName;
    const QString reason = m_kind == "pdf"_L1 ? u"find.page_unread"_s : u"find.part_unread"_s;
    texts.unread.append({error.code, reason, {m_name, place}, error.reason});
    const int behind = m_step + 1;
    if (behind >= m_stepCount) {
        m_step = m_stepCount;
        return texts;
    }
    if (++m_deaths >= mostDeaths) {
        texts.unread.append({ErrorCode::LimitExceeded, u"find.rest_unread"_s, {m_name, QString::number(behind)}, error.reason});
        m_step = m_stepCount;
        return texts;
    }
    DW_TRY(openAt(behind, job));
    return texts;
}

} // namespace dw
