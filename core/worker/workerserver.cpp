#include "core/worker/workerserver.h"

#include <QCborArray>
#include <QCborValue>

#include <cerrno>
#include <cstring>
#include <new>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

bool readAll(char *to, qsizetype size)
{
    while (size > 0) {
        const ssize_t got = ::read(WorkerServer::socketDescriptor, to, size_t(size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        size -= got;
    }
    return true;
}

bool writeAll(const char *from, qsizetype size)
{
    while (size > 0) {
        const ssize_t put = ::write(WorkerServer::socketDescriptor, from, size_t(size));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        from += put;
        size -= put;
    }
    return true;
}

/// Sends progress, but not more often than a person can see.
class WireContext final : public JobContext
{
public:
    explicit WireContext(WorkerServer &server)
        : m_server(server)
    {
    }

    Result<> step(qint64 done, qint64 total) override
    {
        m_server.send(FrameType::Progress, {{u"done"_s, done}, {u"total"_s, total}});
        return {};
    }

    void setStage(const QString &stage) override { m_server.send(FrameType::Progress, {{u"stage"_s, stage}}); }

private:
    WorkerServer &m_server;
};

QCborMap toCbor(const Error &error)
{
    return {{u"code"_s, int(error.code)}, {u"reason"_s, error.reason}, {u"args"_s, QCborArray::fromStringList(error.args)},
        {u"detail"_s, error.detail}};
}

Result<QCborMap> handleSafely(RequestHandler &handler, const QCborMap &parameters, JobContext &context)
{
    try {
        return handler.handle(parameters, context);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::LimitExceeded, u"worker.memory"_s);
    } catch (const std::exception &error) {
        return fail(ErrorCode::Corrupt, u"worker.failed"_s, {}, QString::fromUtf8(error.what()).left(200));
    }
}

} // namespace

void WorkerServer::add(std::unique_ptr<RequestHandler> handler)
{
    const QString kind = handler->kind();
    m_handlers[kind] = std::move(handler);
}

int WorkerServer::run(const SandboxReport &sandbox)
{
    if (!send(FrameType::Ready, sandbox.toCbor()))
        return 1;
    QCborMap request;
    while (readRequest(request)) {
        answer(request);
        closeFiles();
    }
    return 0;
}

bool WorkerServer::send(FrameType type, const QCborMap &map)
{
    const QByteArray payload = QCborValue(map).toCbor();
    const auto header = FrameHeader {type, quint64(payload.size())}.encode();
    return writeAll(header.data(), FrameHeader::size) && writeAll(payload.constData(), payload.size());
}

/// Descriptors come with the first byte.
bool WorkerServer::readHeader(char *to)
{
    alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int) * mostFiles)] {};
    iovec first {to, FrameHeader::size};
    msghdr message {};
    message.msg_iov = &first;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = sizeof space;
    ssize_t got = -1;
    while ((got = ::recvmsg(socketDescriptor, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) { }
    if (got <= 0)
        return false;
    for (cmsghdr *control = CMSG_FIRSTHDR(&message); control; control = CMSG_NXTHDR(&message, control)) {
        if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (control->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        m_files.resize(count);
        std::memcpy(m_files.data(), CMSG_DATA(control), count * sizeof(int));
    }
    return readAll(to + got, FrameHeader::size - got);
}

void WorkerServer::closeFiles()
{
    for (const int file : m_files)
        ::close(file);
    m_files.clear();
}

bool WorkerServer::readRequest(QCborMap &request)
{
    char bytes[FrameHeader::size];
    if (!readHeader(bytes))
        return false;
    const std::optional<FrameHeader> header = FrameHeader::decode(bytes);
    if (!header || header->type != FrameType::Request || header->length > largestRequest)
        return false;
    QByteArray payload(qsizetype(header->length), Qt::Uninitialized);
    if (!readAll(payload.data(), payload.size()))
        return false;
    request = QCborValue::fromCbor(payload).toMap();
    return true;
}

void WorkerServer::answer(const QCborMap &request)
{
    const QString kind = request.value("kind"_L1).toString();
    const auto handler = m_handlers.find(kind);
    Result<QCborMap> result = fail(ErrorCode::Unsupported, u"worker.unknown_request"_s, {kind.left(60)});
    if (handler != m_handlers.end()) {
        WireContext context(*this);
        handler->second->setFiles(m_files);
        result = handleSafely(*handler->second, request.value("params"_L1).toMap(), context);
    }
    if (result)
        send(FrameType::Result, *result);
    else
        send(FrameType::Error, toCbor(result.error()));
}

} // namespace dw
