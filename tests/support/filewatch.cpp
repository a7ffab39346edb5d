#include "tests/support/filewatch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dwtest {

namespace {

constexpr quint32 namelessFlag = 020000000; // __O_TMPFILE; O_TMPFILE itself includes O_DIRECTORY
constexpr quint32 makingFlags = O_CREAT | O_TRUNC | namelessFlag;
constexpr int options = PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK
    | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC;

/// Where the paths of a call are among its arguments; -1: none, or relative to the current folder.
struct Shape {
    long number;
    int folder; ///< of the path that is made
    int path;
    int lostFolder; ///< of the path whose old content goes
    int lost;
};

const Shape shapes[] = {
#ifdef SYS_open
    {SYS_creat, -1, 0, -1, 0}, {SYS_mkdir, -1, 0, -1, -1}, {SYS_mknod, -1, 0, -1, -1}, {SYS_link, -1, 1, -1, -1},
    {SYS_symlink, -1, 1, -1, -1}, {SYS_unlink, -1, -1, -1, 0}, {SYS_rename, -1, 1, -1, 1},
#endif
    {SYS_openat2, 0, 1, 0, 1}, {SYS_mkdirat, 0, 1, -1, -1}, {SYS_mknodat, 0, 1, -1, -1}, {SYS_linkat, 2, 3, -1, -1},
    {SYS_symlinkat, 1, 2, -1, -1}, {SYS_unlinkat, -1, -1, 0, 1}, {SYS_renameat2, 2, 3, 2, 3}, {SYS_truncate, -1, -1, -1, 0},
#ifdef SYS_renameat
    {SYS_renameat, 2, 3, 2, 3},
#endif
};

/// Which calls stop: those above, ftruncate and memfd_create always, open and openat when they may make a file. Marking
/// itself undumpable seems to succeed, so that without privilege the tracer may still read what a path says.
std::vector<sock_filter> stops()
{
    std::vector<sock_filter> code;
    const auto load = [&](std::size_t offset) { code.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, quint32(offset))); };
    const auto give = [&](quint32 action) { code.push_back(BPF_STMT(BPF_RET | BPF_K, action)); };
    const auto argument = [](int index) { return offsetof(seccomp_data, args) + sizeof(quint64) * std::size_t(index); };
    load(offsetof(seccomp_data, nr));
    std::vector<long> always {SYS_ftruncate, SYS_memfd_create};
    for (const Shape &shape : shapes)
        always.push_back(shape.number);
    for (const long number : always) {
        code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, quint32(number), 0, 1));
        give(SECCOMP_RET_TRACE);
    }
    const std::pair<long, int> opening[] = {
#ifdef SYS_open
        {SYS_open, 1},
#endif
        {SYS_openat, 2}};
    for (const auto &[number, flags] : opening) {
        code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, quint32(number), 0, 4));
        load(argument(flags));
        code.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, makingFlags, 0, 1));
        give(SECCOMP_RET_TRACE);
        give(SECCOMP_RET_ALLOW);
    }
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, quint32(SYS_prctl), 0, 4));
    load(argument(0));
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_DUMPABLE, 1, 0));
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_GET_DUMPABLE, 0, 1));
    give(SECCOMP_RET_ERRNO); // errno 0: the call is said to have given 0
    give(SECCOMP_RET_ALLOW);
    return code;
}

QString textAt(pid_t thread, quint64 address)
{
    QByteArray text;
    for (;;) {
        errno = 0;
        const long word = ::ptrace(PTRACE_PEEKDATA, thread, address + quint64(text.size()), nullptr);
        if (errno != 0)
            return {};
        const QByteArray piece(reinterpret_cast<const char *>(&word), sizeof word);
        const qsizetype end = piece.indexOf('\0');
        text += end < 0 ? piece : piece.first(end);
        if (end >= 0)
            return QString::fromUtf8(text);
    }
}

QString linkOf(pid_t thread, const QString &name)
{
    char to[4096];
    const QByteArray link = u"/proc/%1/%2"_s.arg(thread).arg(name).toUtf8();
    const ssize_t size = ::readlink(link.constData(), to, sizeof to);
    return size < 0 ? QString() : QString::fromUtf8(to, size);
}

/// `folder`: the value of a folder argument, or AT_FDCWD.
QString absolute(pid_t thread, int folder, const QString &path)
{
    if (path.startsWith(u'/'))
        return QDir::cleanPath(path);
    const QString base = linkOf(thread, folder == AT_FDCWD ? u"cwd"_s : u"fd/%1"_s.arg(folder));
    return QDir::cleanPath(base + u'/' + path);
}

QByteArray contents(int descriptor)
{
    QByteArray bytes;
    QFile file;
    if (file.open(descriptor, QIODevice::ReadOnly)) {
        file.seek(0);
        bytes = file.readAll();
    }
    return bytes;
}

struct Start {
    std::vector<QByteArray> text;
    std::vector<char *> words, environment;
    std::vector<sock_filter> filter = stops();
    QByteArray folder;
    int out = -1, err = -1, gate = -1;
};

/// In the child: only calls that are safe after fork in a process with threads.
[[noreturn]] void become(const Start &start)
{
    char go = 0;
    const sock_fprog program {static_cast<unsigned short>(start.filter.size()), const_cast<sock_filter *>(start.filter.data())};
    if (::read(start.gate, &go, 1) != 1 || ::dup2(start.out, 1) < 0 || ::dup2(start.err, 2) < 0 || ::chdir(start.folder.constData()) != 0
        || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        ::_exit(126);
    ::execve(start.words.front(), start.words.data(), start.environment.data());
    ::_exit(127);
}

} // namespace

FileWatch::FileWatch(QByteArrayList needles)
    : m_needles(std::move(needles))
{
}

QByteArrayList FileWatch::encodings(const QString &text)
{
    QByteArray swapped;
    for (const QChar c : text)
        swapped.append(char(c.unicode() >> 8)).append(char(c.unicode() & 0xff));
    return {text.toUtf8(), QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2), swapped};
}

QString FileWatch::vaultFiles()
{
    return u"(/((header\\.bin|slots\\.(bin|copy)|manifest\\.json)(\\.new)?|lock|(store|level[34])\\.db(-journal|-wal|-shm)?"
           "|blobs|blobs/[0-9a-f]{2}|blobs/[0-9a-f]{2}/[0-9a-f-]{36}(\\.new)?))?"_s;
}

QStringList FileWatch::strangers(const QStringList &allowed) const
{
    const QRegularExpression known(QRegularExpression::anchoredPattern(u'(' + allowed.join(u'|') + u')'));
    QStringList others;
    for (const QString &path : m_made) {
        if (!known.match(path).hasMatch())
            others.append(path);
    }
    return others;
}

bool FileWatch::isPossible()
{
#ifdef DW_SANITIZED
    return false;
#else
    const pid_t child = ::fork();
    if (child == 0) {
        for (;;)
            ::pause();
    }
    const bool may = ::ptrace(PTRACE_SEIZE, child, nullptr, options) == 0;
    ::kill(child, SIGKILL);
    while (::waitpid(child, nullptr, __WALL) < 0 && errno == EINTR) { }
    return may;
#endif
}

CliRun FileWatch::run(const QString &program, const QStringList &words, const QProcessEnvironment &environment, const QString &folder)
{
    Start start;
    start.folder = QFile::encodeName(folder);
    for (const QString &word : QStringList(program) + words + environment.toStringList())
        start.text.push_back(word.toUtf8());
    for (qsizetype i = 0; i < qsizetype(start.text.size()); ++i)
        (i <= words.size() ? start.words : start.environment).push_back(start.text[std::size_t(i)].data());
    start.words.push_back(nullptr);
    start.environment.push_back(nullptr);
    start.out = ::memfd_create("out", MFD_CLOEXEC);
    start.err = ::memfd_create("err", MFD_CLOEXEC);
    int gate[2] = {-1, -1};
    if (start.out < 0 || start.err < 0 || ::pipe2(gate, O_CLOEXEC) != 0)
        qFatal("no descriptors");
    start.gate = gate[0];
    const pid_t root = ::fork();
    if (root == 0)
        become(start);
    if (::ptrace(PTRACE_SEIZE, root, nullptr, options) != 0)
        qFatal("cannot trace");
    CliRun run;
    if (::write(gate[1], "g", 1) == 1)
        trace(root, run);
    ::close(gate[0]);
    ::close(gate[1]);
    for (const QString &path : std::as_const(m_made))
        search(path);
    run.out = contents(start.out);
    run.err = contents(start.err);
    ::close(start.out);
    ::close(start.err);
    return run;
}

void FileWatch::trace(pid_t root, CliRun &run)
{
    int status = 0;
    for (;;) {
        const pid_t thread = ::waitpid(-1, &status, __WALL);
        if (thread < 0 && errno == EINTR)
            continue;
        if (thread < 0)
            return; // the last has ended
        if (!WIFSTOPPED(status)) {
            m_calls.remove(thread);
            if (thread == root)
                run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
            continue;
        }
        const int event = status >> 16;
        int signal = 0;
        if (event == PTRACE_EVENT_SECCOMP)
            entered(thread);
        else if (event == 0 && WSTOPSIG(status) == (SIGTRAP | 0x80))
            left(thread);
        else if (event == 0)
            signal = WSTOPSIG(status);
        ::ptrace(m_calls.contains(thread) ? PTRACE_SYSCALL : PTRACE_CONT, thread, nullptr, std::intptr_t(signal));
    }
}

void FileWatch::entered(pid_t thread)
{
    __ptrace_syscall_info info {};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info) <= 0)
        return;
    const auto argument = [&](int index) { return info.seccomp.args[index]; };
    const auto path = [&](int folder, int at) {
        return absolute(thread, folder < 0 ? AT_FDCWD : int(argument(folder)), textAt(thread, argument(at)));
    };
    const long number = long(info.seccomp.nr);
    if (number == SYS_ftruncate)
        return search(linkOf(thread, u"fd/%1"_s.arg(argument(0))));
    Call call;
    if (number == SYS_memfd_create) {
        call = {Call::InMemory, u"(memory) "_s + textAt(thread, argument(0)), true};
    } else if (number == SYS_openat) {
        call = {Call::Open, path(0, 1), (argument(2) & namelessFlag) != 0};
        search(call.path);
#ifdef SYS_open
    } else if (number == SYS_open) {
        call = {Call::Open, path(-1, 0), (argument(1) & namelessFlag) != 0};
        search(call.path);
#endif
    } else {
        for (const Shape &shape : shapes) {
            if (shape.number != number)
                continue;
            if (shape.lost >= 0)
                search(path(shape.lostFolder, shape.lost));
            if (shape.path >= 0)
                call = {Call::Named, path(shape.folder, shape.path), false};
        }
    }
    if (!call.path.isEmpty())
        m_calls.insert(thread, call);
}

void FileWatch::left(pid_t thread)
{
    const Call call = m_calls.take(thread);
    __ptrace_syscall_info info {};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info) <= 0 || info.op != PTRACE_SYSCALL_INFO_EXIT || info.exit.is_error)
        return;
    if (call.kind == Call::Open && call.nameless)
        note(u"(nameless) "_s + call.path);
    else if (call.kind == Call::Open)
        note(linkOf(thread, u"fd/%1"_s.arg(info.exit.rval))); // with links followed
    else
        note(call.path);
}

void FileWatch::note(const QString &path)
{
    if (!m_made.contains(path))
        m_made.append(path);
}

void FileWatch::search(const QString &path)
{
    if (!QFileInfo(path).isFile()) // no pipes, no devices
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray bytes = file.readAll();
    for (const QByteArray &needle : std::as_const(m_needles)) {
        const QString line = path + u": "_s + QString::fromUtf8(needle);
        if (bytes.contains(needle) && !m_found.contains(line))
            m_found.append(line);
    }
}

} // namespace dwtest
