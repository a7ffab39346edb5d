#include "core/worker/sandbox.h"

#include <QCborValue>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

// Rights that Debian 12's header does not name yet; the ABI says which the kernel knows.
constexpr quint64 fsAbi1 = (1ULL << 13) - 1;
constexpr quint64 fsRefer = 1ULL << 13; // ABI 2
constexpr quint64 fsTruncate = 1ULL << 14; // ABI 3
constexpr quint64 netBindConnect = 3; // ABI 4
constexpr quint64 fsIoctlDevice = 1ULL << 15; // ABI 5
constexpr quint64 scopeAll = 3; // ABI 6: abstract sockets and signals

/// The kernel's structure as of ABI 6; older kernels take a shorter one.
struct RulesetAttributes {
    quint64 fs;
    quint64 net;
    quint64 scoped;
};

int landlockAbi()
{
    return int(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

void allowReading(int ruleset, const char *path)
{
    const int directory = ::open(path, O_PATH | O_CLOEXEC);
    if (directory < 0)
        return;
    landlock_path_beneath_attr rule {};
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    rule.parent_fd = directory;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(directory);
}

/// Returns the ABI that is in force, 0 if none is.
int applyLandlock()
{
    const int abi = landlockAbi();
    if (abi <= 0)
        return 0;
    RulesetAttributes attributes {fsAbi1, 0, 0};
    std::size_t size = sizeof attributes.fs;
    if (abi >= 2)
        attributes.fs |= fsRefer;
    if (abi >= 3)
        attributes.fs |= fsTruncate;
    if (abi >= 4) {
        attributes.net = netBindConnect;
        size = 2 * sizeof(quint64);
    }
    if (abi >= 5)
        attributes.fs |= fsIoctlDevice;
    if (abi >= 6) {
        attributes.scoped = scopeAll;
        size = sizeof attributes;
    }
    const int ruleset = int(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
    if (ruleset < 0)
        return 0;
    for (const char *path : {"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts",
             "/var/cache/fontconfig", "/usr/share/poppler", "/usr/share/icc", "/usr/share/color",
             "/usr/share/tesseract-ocr", "/usr/share/tessdata"})
        allowReading(ruleset, path);
    const bool applied = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return applied ? abi : 0;
}

void allow(scmp_filter_ctx filter, std::initializer_list<int> calls)
{
    for (const int call : calls)
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
}

/// Memory, time, threads of this process, reading what landlock lets be read, writing to open descriptors, and
/// receiving from the one socket there is, the parent's: it may hand over files of memory.
void allowNeeded(scmp_filter_ctx filter)
{
    allow(filter, {SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(lseek), SCMP_SYS(recvmsg),
                      SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
                      SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
                      SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(fadvise64), SCMP_SYS(dup)});
    allow(filter, {SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(membarrier)});
    allow(filter, {SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
                      SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler), SCMP_SYS(gettid), SCMP_SYS(getpid), SCMP_SYS(exit),
                      SCMP_SYS(exit_group), SCMP_SYS(restart_syscall)});
    allow(filter, {SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(poll),
                      SCMP_SYS(ppoll), SCMP_SYS(select), SCMP_SYS(pselect6), SCMP_SYS(eventfd2), SCMP_SYS(pipe2)});
    allow(filter, {SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday),
                      SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(getrusage), SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(times),
                      SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getrlimit)});
    // tgkill to itself is how abort() ends a process
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(::getpid())));
    // threads, but no processes; clone3 hides its flags behind a pointer, and glibc falls back on ENOSYS
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, 0x10000, 0x10000));
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    const scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0)); // asking only
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC})
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, scmp_datum_t(command)));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
}

bool applySeccomp()
{
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EACCES));
    if (!filter)
        return false;
    seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1); // threads that libraries have started, too
    allowNeeded(filter);
    const bool applied = seccomp_load(filter) == 0;
    seccomp_release(filter);
    return applied;
}

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard)
{
    const rlimit value {soft, hard};
    return ::setrlimit(resource, &value) == 0;
}

} // namespace

void Sandbox::prepare(int lastKept)
{
    ::syscall(SYS_close_range, unsigned(lastKept + 1), ~0U, 0U);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
    std::signal(SIGXFSZ, SIG_IGN); // a write past the limit is an error, not the end
}

SandboxReport Sandbox::close()
{
    SandboxReport report;
    report.noNewPrivileges = ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
    report.notDumpable = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
#ifndef DW_SANITIZED
    report.memoryLimited = limit(RLIMIT_AS, memoryLimit, memoryLimit);
#endif
    report.cpuLimited = limit(RLIMIT_CPU, 20, RLIM_INFINITY); // the parent raises the soft limit for each request
    report.fileSizeLimited = limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_NOFILE, descriptorLimit, descriptorLimit);
    report.landlockAbi = applyLandlock();
    report.seccomp = applySeccomp();
    // What counts is not what was asked for but what fails now.
    report.filesClosed = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0;
    report.writingClosed = ::open("/tmp/dealward-selftest", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) < 0;
    report.networkClosed = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) < 0 && ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) < 0;
    // An execve that succeeds would not return; a path that does not exist separates refusal from absence.
    std::array<char *, 1> nothing {nullptr};
    report.execClosed = ::execve("/nonexistent/dealward", nothing.data(), nothing.data()) < 0 && errno != ENOENT;
    return report;
}

QCborMap SandboxReport::toCbor() const
{
    return QCborMap::fromJsonObject(toJson());
}

SandboxReport SandboxReport::fromCbor(const QCborMap &map)
{
    SandboxReport report;
    report.noNewPrivileges = map.value("no_new_privileges"_L1).toBool();
    report.notDumpable = map.value("not_dumpable"_L1).toBool();
    report.memoryLimited = map.value("memory_limited"_L1).toBool();
    report.cpuLimited = map.value("cpu_limited"_L1).toBool();
    report.fileSizeLimited = map.value("file_size_limited"_L1).toBool();
    report.landlockAbi = int(std::clamp<qint64>(map.value("landlock_abi"_L1).toInteger(), 0, 1000));
    report.seccomp = map.value("seccomp"_L1).toBool();
    report.filesClosed = map.value("files_closed"_L1).toBool();
    report.writingClosed = map.value("writing_closed"_L1).toBool();
    report.networkClosed = map.value("network_closed"_L1).toBool();
    report.execClosed = map.value("exec_closed"_L1).toBool();
    return report;
}

QJsonObject SandboxReport::toJson() const
{
    return {{u"no_new_privileges"_s, noNewPrivileges}, {u"not_dumpable"_s, notDumpable}, {u"memory_limited"_s, memoryLimited},
        {u"cpu_limited"_s, cpuLimited}, {u"file_size_limited"_s, fileSizeLimited}, {u"landlock_abi"_s, landlockAbi},
        {u"seccomp"_s, seccomp}, {u"files_closed"_s, filesClosed}, {u"writing_closed"_s, writingClosed},
        {u"network_closed"_s, networkClosed}, {u"exec_closed"_s, execClosed}};
}

} // namespace dw
