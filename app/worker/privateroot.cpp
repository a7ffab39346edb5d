#include "app/worker/privateroot.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr const char *stage = "/tmp"; ///< Covered by the new root while it is furnished; only this process sees that.

Result<> refused(const char *what)
{
    return fail(ErrorCode::Unsupported, u"convert.no_namespaces"_s, {}, u"%1: %2"_s.arg(QLatin1StringView(what), QString::fromLocal8Bit(std::strerror(errno))));
}

bool writeTo(const char *path, const QByteArray &text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool written = ::write(file, text.constData(), std::size_t(text.size())) == text.size();
    ::close(file);
    return written;
}

Result<> separate()
{
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWPID) != 0)
        return refused("unshare");
    if (!writeTo("/proc/self/setgroups", "deny") || !writeTo("/proc/self/uid_map", QByteArray::number(user) + ' ' + QByteArray::number(user) + " 1")
        || !writeTo("/proc/self/gid_map", QByteArray::number(group) + ' ' + QByteArray::number(group) + " 1"))
        return refused("id map");
    return {};
}

/// A flag that the mount below has may not be dropped when it is mounted again.
unsigned long keptFlags(const std::string &path)
{
    struct statvfs info {};
    if (::statvfs(path.c_str(), &info) != 0)
        return 0;
    unsigned long flags = 0;
    flags |= (info.f_flag & ST_NOSUID) ? MS_NOSUID : 0;
    flags |= (info.f_flag & ST_NODEV) ? MS_NODEV : 0;
    flags |= (info.f_flag & ST_NOEXEC) ? MS_NOEXEC : 0;
    flags |= (info.f_flag & ST_NOATIME) ? MS_NOATIME : 0;
    flags |= (info.f_flag & ST_RELATIME) ? MS_RELATIME : 0;
    return flags;
}

/// Shows `path` at the same place of the new root, read-only. What is not there is left out.
bool show(const std::string &path, unsigned long more = MS_RDONLY | MS_NOSUID)
{
    std::error_code error;
    const std::string to = stage + path;
    if (std::filesystem::is_symlink(path, error)) {
        std::filesystem::copy_symlink(path, to, error);
        return !error;
    }
    if (!std::filesystem::exists(path, error))
        return true;
    if (std::filesystem::is_directory(path, error)) {
        std::filesystem::create_directories(to, error);
    } else {
        std::filesystem::create_directories(std::filesystem::path(to).parent_path(), error);
        const int file = ::open(to.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0)
            return false;
        ::close(file);
    }
    if (::mount(path.c_str(), to.c_str(), nullptr, MS_BIND, nullptr) != 0)
        return false;
    return ::mount(nullptr, to.c_str(), nullptr, MS_REMOUNT | MS_BIND | more | keptFlags(path), nullptr) == 0;
}

Result<> furnish()
{
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return refused("private mounts");
    const std::string options = std::string("mode=0700,size=") + PrivateRoot::size;
    if (::mount("tmpfs", stage, "tmpfs", MS_NOSUID | MS_NODEV, options.c_str()) != 0)
        return refused("tmpfs");
    for (const char *path : {"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/opt", "/etc/fonts", "/etc/libreoffice", "/etc/alternatives",
             "/etc/ld.so.cache", "/var/cache/fontconfig", "/var/lib/libreoffice"}) {
        if (!show(path))
            return refused(path);
    }
    for (const char *path : {"/dev/null", "/dev/zero", "/dev/urandom"}) {
        if (!show(path, MS_NOSUID))
            return refused(path);
    }
    const std::string root = stage;
    if (::mkdir((root + PrivateRoot::room).c_str(), 0700) != 0 || ::mkdir((root + "/proc").c_str(), 0700) != 0 || ::mkdir((root + "/tmp").c_str(), 0700) != 0)
        return refused("folders");
    // Of its own processes only. The kernel gives it as long as the old one can still be seen.
    if (::mount("proc", (root + "/proc").c_str(), "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0)
        return refused("proc");
    return {};
}

/// What is left to do for the process outside: be there to be killed, and pass on how the one inside ended.
[[noreturn]] void waitFor(pid_t inner)
{
    ::close_range(STDERR_FILENO + 1, ~0U, 0); // the parent's line is the inner one's now
    int status = 0;
    while (::waitpid(inner, &status, 0) < 0 && errno == EINTR) { }
    ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
}

} // namespace

Result<> PrivateRoot::enter()
{
    DW_TRY(separate());
    const pid_t inner = ::fork(); // the first process of the new namespace
    if (inner < 0)
        return refused("fork");
    if (inner > 0)
        waitFor(inner);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // and all that it starts ends with it
    DW_TRY(furnish());
    // The old root goes below the new one for a moment and is let go: nothing of it can be reached any more.
    if (::chdir(stage) != 0 || ::syscall(SYS_pivot_root, ".", ".") != 0 || ::umount2(".", MNT_DETACH) != 0 || ::chdir(room) != 0)
        return refused("pivot_root");
    return {};
}

} // namespace dw
