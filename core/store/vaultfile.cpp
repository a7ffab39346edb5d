#include "core/store/vaultfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Closes a descriptor at the end of a scope.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags, mode_t mode = 0)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    bool close()
    {
        const bool closed = m_fd < 0 || ::close(m_fd) == 0;
        m_fd = -1;
        return closed;
    }

private:
    int m_fd;
};

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += n;
    }
    return true;
}

} // namespace

Error systemError(const QString &path, const QString &otherwise)
{
    const int number = errno;
    const QStringList names {QFileInfo(path).fileName()};
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {ErrorCode::Io, u"disk.full"_s, names, detail};
    case ENOENT:
        return {ErrorCode::NotFound, u"file.missing"_s, names, detail};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::Io, u"file.denied"_s, names, detail};
    default:
        return {ErrorCode::Io, otherwise, names, detail};
    }
}

Result<QByteArray> readWholeFile(const QString &path, qint64 limit)
{
    const Descriptor file(path, O_RDONLY | O_NOFOLLOW);
    if (!file.isOpen())
        return tl::unexpected(systemError(path, u"file.read"_s));
    struct stat status {};
    if (::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorCode::Io, u"file.read"_s, {QFileInfo(path).fileName()});
    if (status.st_size > limit)
        return fail(ErrorCode::LimitExceeded, u"file.too_large"_s, {QFileInfo(path).fileName()});
    QByteArray bytes(static_cast<qsizetype>(status.st_size), Qt::Uninitialized);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::read(file.fd(), bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return tl::unexpected(systemError(path, u"file.read"_s));
        if (n == 0)
            break;
        done += n;
    }
    bytes.truncate(done);
    return bytes;
}

Result<> replaceFile(const QString &path, const QByteArray &bytes)
{
    const QString fresh = path + ".new"_L1;
    const QByteArray freshName = QFile::encodeName(fresh);
    const auto giveUp = [&] {
        const Error error = systemError(path, u"file.write"_s);
        ::unlink(freshName.constData());
        return tl::unexpected(error);
    };
    ::unlink(freshName.constData());
    Descriptor file(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (!file.isOpen() || !writeAll(file.fd(), bytes) || ::fsync(file.fd()) != 0 || !file.close())
        return giveUp();
    const auto written = readWholeFile(fresh, bytes.size());
    if (!written || *written != bytes) {
        ::unlink(freshName.constData());
        return fail(ErrorCode::Io, u"file.write"_s, {QFileInfo(path).fileName()}, u"read back differs"_s);
    }
    if (::rename(freshName.constData(), QFile::encodeName(path).constData()) != 0)
        return giveUp();
    return syncDirectory(QFileInfo(path).path());
}

Result<> syncDirectory(const QString &directory)
{
    const Descriptor file(directory, O_RDONLY | O_DIRECTORY);
    if (!file.isOpen() || ::fsync(file.fd()) != 0)
        return tl::unexpected(systemError(directory, u"file.write"_s));
    return {};
}

Result<> syncFile(const QString &path)
{
    const Descriptor file(path, O_RDONLY | O_NOFOLLOW);
    if (!file.isOpen() || ::fsync(file.fd()) != 0)
        return tl::unexpected(systemError(path, u"file.write"_s));
    return {};
}

} // namespace dw
