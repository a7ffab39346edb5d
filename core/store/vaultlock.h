#pragma once

#include "core/base/result.h"

#include <QString>

namespace dw {

/// Who holds a vault open.
struct VaultHolder {
    QString host;
    qint64 pid = 0;
    QString bootId;
    bool isThisHost = false; ///< Same computer and same start of it.
};

/// The right to write one vault: flock on its file `lock`, released when the object or the process dies.
/// What the file says is only for the message.
class VaultLock
{
public:
    /// Locked "vault.in_use" (args: host, pid) when another program holds it.
    static Result<VaultLock> acquire(const QString &path);

    /// What the lock file says about the last or present holder.
    static VaultHolder holder(const QString &path);

    VaultLock(VaultLock &&other) noexcept;
    VaultLock &operator=(VaultLock &&other) noexcept;
    VaultLock(const VaultLock &) = delete;
    VaultLock &operator=(const VaultLock &) = delete;
    ~VaultLock();

private:
    explicit VaultLock(int fd)
        : m_fd(fd)
    {
    }

    int m_fd = -1;
};

} // namespace dw
