#include "core/worker/workerprocess.h"

#include "core/worker/frame.h"
#include "core/worker/workerserver.h"

#include <QCborArray>
#include <QCborValue>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int pollMs = 50; ///< How soon a stop request is seen.
constexpr int startSeconds = 30;
constexpr quint64 largestStart = 64 << 10;

enum class Wait { Ready, Stopped, TimedOut, Closed };

Wait waitFor(int socket, short events, JobContext &job, const QDeadlineTimer &deadline)
{
    for (;;) {
        if (job.isStopRequested())
            return Wait::Stopped;
        if (deadline.hasExpired())
            return Wait::TimedOut;
        pollfd descriptor {socket, events, 0};
        const int ready = ::poll(&descriptor, 1, pollMs);
        if (ready > 0)
            return (descriptor.revents & (events | POLLHUP)) ? Wait::Ready : Wait::Closed;
        if (ready < 0 && errno != EINTR)
            return Wait::Closed;
    }
}

Wait sendAll(int socket, const char *from, qsizetype size, JobContext &job, const QDeadlineTimer &deadline)
{
    while (size > 0) {
        if (const Wait wait = waitFor(socket, POLLOUT, job, deadline); wait != Wait::Ready)
            return wait;
        const ssize_t put = ::send(socket, from, size_t(size), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (put <= 0)
            return Wait::Closed;
        from += put;
        size -= put;
    }
    return Wait::Ready;
}

/// The header of a request, with the files that go along.
Wait sendHeader(int socket, const std::array<char, FrameHeader::size> &header, std::span<const int> files, JobContext &job, const QDeadlineTimer &deadline)
{
    if (files.empty() || files.size() > WorkerServer::mostFiles)
        return sendAll(socket, header.data(), FrameHeader::size, job, deadline);
    if (const Wait wait = waitFor(socket, POLLOUT, job, deadline); wait != Wait::Ready)
        return wait;
    alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int) * WorkerServer::mostFiles)] {};
    iovec first {const_cast<char *>(header.data()), 1};
    msghdr message {};
    message.msg_iov = &first;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = CMSG_SPACE(files.size_bytes());
    cmsghdr *const control = CMSG_FIRSTHDR(&message);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(files.size_bytes());
    std::memcpy(CMSG_DATA(control), files.data(), files.size_bytes());
    if (::sendmsg(socket, &message, MSG_NOSIGNAL) != 1)
        return Wait::Closed;
    return sendAll(socket, header.data() + 1, FrameHeader::size - 1, job, deadline);
}

/// Memory grows with what really arrives, not with what the header claims.
Wait receiveAll(int socket, QByteArray &to, qsizetype size, JobContext &job, const QDeadlineTimer &deadline)
{
    constexpr qsizetype piece = 4 << 20;
    to.clear();
    while (to.size() < size) {
        if (const Wait wait = waitFor(socket, POLLIN, job, deadline); wait != Wait::Ready)
            return wait;
        const qsizetype at = to.size();
        to.resize(at + std::min(piece, size - at));
        const ssize_t got = ::recv(socket, to.data() + at, size_t(to.size() - at), MSG_DONTWAIT);
        to.resize(at + std::max<ssize_t>(got, 0));
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got <= 0)
            return Wait::Closed;
    }
    return Wait::Ready;
}

/// The environment of a worker names no user, home or display.
std::vector<std::string> workerEnvironment()
{
    std::vector<std::string> list {"LC_ALL=C.UTF-8", "TZ=UTC", "QT_QPA_PLATFORM=offscreen", "PATH=/usr/bin:/bin",
        "HOME=/nonexistent", "XDG_CACHE_HOME=/nonexistent", "QT_LOGGING_RULES=*.debug=false",
        "OMP_THREAD_LIMIT=1"};
    // Pages come and go in small pieces: the allocator keeps more of them at hand than it does by default.
    list.push_back("GLIBC_TUNABLES=glibc.malloc.tcache_count=2000");
    for (const char *name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH"}) {
        if (qEnvironmentVariableIsSet(name))
            list.push_back(std::string(name) + "=" + qgetenv(name).toStdString());
    }
    return list;
}

pid_t spawn(const QByteArray &program, const QByteArray &mode, int socket)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, WorkerServer::socketDescriptor);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
#ifndef DW_SANITIZED // there the reports of the sanitizer must be seen
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<std::string> environment = workerEnvironment();
    std::vector<char *> pointers;
    for (std::string &entry : environment)
        pointers.push_back(entry.data());
    pointers.push_back(nullptr);
    QByteArray name = program;
    QByteArray word = mode;
    char *arguments[] = {name.data(), word.isEmpty() ? nullptr : word.data(), nullptr};
    pid_t pid = -1;
    if (posix_spawn(&pid, program.constData(), &actions, &attributes, arguments, pointers.data()) != 0)
        pid = -1;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

Error errorFrom(const QCborMap &map)
{
    const qint64 code = map.value("code"_L1).toInteger(-1);
    Error error;
    error.code = code >= 0 && code <= qint64(ErrorCode::Internal) ? static_cast<ErrorCode>(code) : ErrorCode::Internal;
    error.reason = map.value("reason"_L1).toString().left(80);
    const QCborArray args = map.value("args"_L1).toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(args.size(), 100); ++i)
        error.args.append(args.at(i).toString().left(400));
    error.detail = map.value("detail"_L1).toString().left(400);
    return error;
}

} // namespace

WorkerProcess::WorkerProcess(pid_t pid, int socket)
    : m_pid(pid)
    , m_socket(socket)
{
}

WorkerProcess::~WorkerProcess()
{
    kill();
}

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(const QString &program, const QByteArray &mode)
{
    if (program.isEmpty() || !QFileInfo(program).isExecutable())
        return fail(ErrorCode::NotFound, u"worker.missing"_s, {QFileInfo(program).fileName()});
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(ErrorCode::Io, u"worker.not_started"_s, {}, u"socketpair: %1"_s.arg(errno));
    // dup2 onto itself would keep close-on-exec set
    if (ends[1] == WorkerServer::socketDescriptor) {
        const int other = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 10);
        ::close(ends[1]);
        ends[1] = other;
    }
    const pid_t pid = spawn(QFile::encodeName(program), mode, ends[1]);
    ::close(ends[1]);
    if (pid < 0) {
        ::close(ends[0]);
        return fail(ErrorCode::Io, u"worker.not_started"_s);
    }
    std::unique_ptr<WorkerProcess> process(new WorkerProcess(pid, ends[0]));
    DW_TRY(process->awaitReady());
    return process;
}

bool WorkerProcess::isAlive() const
{
    pollfd descriptor {m_socket, POLLIN, 0};
    return isRunning() && ::poll(&descriptor, 1, 0) == 0; // it has nothing to say, and has not hung up
}

Result<> WorkerProcess::awaitReady()
{
    NoJobContext job;
    const QDeadlineTimer deadline(startSeconds * 1000);
    QByteArray bytes;
    Wait wait = receiveAll(m_socket, bytes, FrameHeader::size, job, deadline);
    const auto header = wait == Wait::Ready ? FrameHeader::decode(bytes.constData()) : std::nullopt;
    if (!header || header->type != FrameType::Ready || header->length > largestStart)
        return tl::unexpected<Error>(endAfterFailure(ErrorCode::Io, u"worker.not_started"_s));
    wait = receiveAll(m_socket, bytes, qsizetype(header->length), job, deadline);
    if (wait != Wait::Ready)
        return tl::unexpected<Error>(endAfterFailure(ErrorCode::Io, u"worker.not_started"_s));
    m_sandbox = SandboxReport::fromCbor(QCborValue::fromCbor(bytes).toMap());
    return {};
}

Result<QCborMap> WorkerProcess::call(
    const QString &kind, const QCborMap &parameters, JobContext &job, const WorkerLimits &limits, std::span<const int> files)
{
    if (!isRunning())
        return fail(ErrorCode::Io, u"worker.gone"_s);
    const auto broken = [&](Wait wait) -> tl::unexpected<Error> {
        if (wait == Wait::Stopped)
            return tl::unexpected<Error>(endAfterFailure(ErrorCode::Cancelled, u"job.cancelled"_s));
        if (wait == Wait::TimedOut)
            return tl::unexpected<Error>(endAfterFailure(ErrorCode::LimitExceeded, u"worker.timeout"_s));
        return tl::unexpected<Error>(endAfterFailure(ErrorCode::Corrupt, u"worker.crashed"_s));
    };
    grantCpu(limits.cpuSeconds);
    const QDeadlineTimer deadline(qint64(limits.wallSeconds) * 1000);
    const QByteArray payload = QCborValue(QCborMap {{u"kind"_s, kind}, {u"params"_s, parameters}}).toCbor();
    const auto request = FrameHeader {FrameType::Request, quint64(payload.size())}.encode();
    if (const Wait wait = sendHeader(m_socket, request, files, job, deadline); wait != Wait::Ready)
        return broken(wait);
    if (const Wait wait = sendAll(m_socket, payload.constData(), payload.size(), job, deadline); wait != Wait::Ready)
        return broken(wait);
    for (;;) {
        QByteArray bytes;
        if (const Wait wait = receiveAll(m_socket, bytes, FrameHeader::size, job, deadline); wait != Wait::Ready)
            return broken(wait);
        const auto header = FrameHeader::decode(bytes.constData());
        if (!header || header->length > quint64(limits.replyBytes))
            return tl::unexpected<Error>(endAfterFailure(ErrorCode::Corrupt, u"worker.protocol"_s));
        if (const Wait wait = receiveAll(m_socket, bytes, qsizetype(header->length), job, deadline); wait != Wait::Ready)
            return broken(wait);
        const QCborMap map = QCborValue::fromCbor(bytes).toMap();
        if (header->type == FrameType::Result)
            return map;
        if (header->type == FrameType::Error)
            return tl::unexpected<Error>(errorFrom(map));
        if (header->type != FrameType::Progress)
            return tl::unexpected<Error>(endAfterFailure(ErrorCode::Corrupt, u"worker.protocol"_s));
        if (map.contains("stage"_L1))
            job.setStage(map.value("stage"_L1).toString().left(60));
        else if (auto step = job.step(map.value("done"_L1).toInteger(), map.value("total"_L1).toInteger()); !step) {
            kill();
            return failed(step);
        }
    }
}

/// Processor time is cumulative, so the limit is what the process has used plus what this request may take.
void WorkerProcess::grantCpu(int seconds)
{
    clockid_t clock {};
    timespec used {};
    if (::clock_getcpuclockid(m_pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        return;
    rlimit limit {};
    if (::prlimit(m_pid, RLIMIT_CPU, nullptr, &limit) != 0)
        return;
    limit.rlim_cur = std::min<rlim_t>(rlim_t(used.tv_sec) + 1 + rlim_t(seconds), limit.rlim_max);
    ::prlimit(m_pid, RLIMIT_CPU, &limit, nullptr);
}

/// Ends the process and says why it failed as far as its exit status tells.
Error WorkerProcess::endAfterFailure(ErrorCode code, const QString &reason)
{
    Error error {code, reason, {}, {}};
    int status = 0;
    pid_t ended = 0;
    if (reason == "worker.crashed"_L1 || reason == "worker.not_started"_L1) { // it hung up: let it finish dying
        const QDeadlineTimer deadline(2000);
        while ((ended = ::waitpid(m_pid, &status, WNOHANG)) == 0 && !deadline.hasExpired())
            ::poll(nullptr, 0, 5);
    }
    if (ended != m_pid) {
        kill();
        return error;
    }
    m_pid = -1;
    kill();
    if (WIFSIGNALED(status)) {
        error.detail = u"signal %1"_s.arg(WTERMSIG(status));
        if (WTERMSIG(status) == SIGXCPU)
            error = {ErrorCode::LimitExceeded, u"worker.timeout"_s, {}, error.detail};
    } else {
        error.detail = u"exit %1"_s.arg(WEXITSTATUS(status));
    }
    return error;
}

void WorkerProcess::kill()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    }
    m_pid = -1;
}

} // namespace dw
