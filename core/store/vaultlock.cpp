#include "core/store/vaultlock.h"

#include "core/base/canonicaljson.h"
#include "core/store/vaultfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dw {

using namespace Qt::StringLiterals;

VaultHolder VaultLock::holder(const QString &path)
{
    VaultHolder result;
    const auto bytes = readWholeFile(path, 4096);
    if (!bytes)
        return result;
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    result.host = json[u"host"_s].toString();
    result.pid = json[u"pid"_s].toInteger();
    result.bootId = json[u"boot"_s].toString();
    result.isThisHost = result.bootId == QString::fromLatin1(QSysInfo::bootUniqueId());
    return result;
}

Result<VaultLock> VaultLock::acquire(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return tl::unexpected(systemError(path, u"file.write"_s));
    VaultLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return tl::unexpected(systemError(path, u"vault.no_locks"_s));
        const VaultHolder other = holder(path);
        return fail(ErrorCode::Locked, u"vault.in_use"_s, {other.host, QString::number(other.pid)});
    }
    const QByteArray text = canonicalJson(QJsonObject {{u"host"_s, QSysInfo::machineHostName()},
        {u"pid"_s, static_cast<qint64>(::getpid())}, {u"boot"_s, QString::fromLatin1(QSysInfo::bootUniqueId())}});
    // A full disk must not keep anybody from opening the vault: the text is a courtesy.
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, text.constData(), static_cast<size_t>(text.size()), 0) < 0)
        errno = 0;
    return lock;
}

VaultLock::VaultLock(VaultLock &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{
}

VaultLock &VaultLock::operator=(VaultLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

VaultLock::~VaultLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace dw
