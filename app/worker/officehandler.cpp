#include "app/worker/officehandler.h"

#include "app/worker/privateroot.h"
#include "core/worker/sandbox.h"
#include "core/worker/workerserver.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr rlim_t mostSeconds = 180; ///< Processor time of one conversion.
constexpr rlim_t mostMemory = 4ULL << 30;
constexpr int restartWanted = 81; ///< Exit status of LibreOffice (EXITHELPER_NORMAL_RESTART).
constexpr rlim_t mostWritten = 512ULL << 20;

QByteArray findConverter()
{
    for (const char *path : {"/usr/lib/libreoffice/program/soffice.bin", "/usr/lib64/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin"}) {
        if (::access(path, X_OK) == 0)
            return path;
    }
    return {};
}

/// After fork: closes what is open, sets what it may use, and becomes the converter.
[[noreturn]] void become(const QByteArray &program, const QByteArray &input)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED); // what is started next has no rights over this room
    const auto limit = [](__rlimit_resource resource, rlim_t most) {
        const rlimit value {most, most};
        ::setrlimit(resource, &value);
    };
    limit(RLIMIT_CPU, mostSeconds);
#ifndef DW_SANITIZED
    limit(RLIMIT_AS, mostMemory);
#endif
    limit(RLIMIT_FSIZE, mostWritten);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 512);
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nothing, standard);
    ::close_range(3, ~0U, 0);
    QByteArray file = input;
    std::array<QByteArray, 11> words {program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        "-env:UserInstallation=file:///room/profile", "--convert-to", "pdf", "--outdir", "/room/out"};
    std::array<char *, words.size() + 2> arguments {};
    std::transform(words.begin(), words.end(), arguments.begin(), [](QByteArray &word) { return word.data(); });
    arguments[words.size()] = file.data();
    std::array<QByteArray, 5> settings {"HOME=/room", "TMPDIR=/room", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "SAL_USE_VCLPLUGIN=svp"};
    std::array<char *, settings.size() + 1> environment {};
    std::transform(settings.begin(), settings.end(), environment.begin(), [](QByteArray &setting) { return setting.data(); });
    ::execve(program.constData(), arguments.data(), environment.data());
    ::_exit(127);
}

/// Waits for the end; a stop of the whole worker ends the child too. The status as waitpid gives it, or -1.
int runOnce(const QByteArray &program, const QByteArray &input)
{
    const pid_t child = ::fork();
    if (child == 0)
        become(program, input);
    int status = -1;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return status;
}

Result<> runConverter(const QByteArray &program, const QByteArray &input)
{
    int status = runOnce(program, input);
    // Having made its profile it asks to be started again, which its launcher does for it otherwise.
    for (int again = 0; again < 2 && WIFEXITED(status) && WEXITSTATUS(status) == restartWanted; ++again)
        status = runOnce(program, input);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {};
    const QString how = WIFSIGNALED(status) ? u"signal %1"_s.arg(WTERMSIG(status)) : u"exit %1"_s.arg(WEXITSTATUS(status));
    return fail(ErrorCode::Corrupt, u"convert.failed"_s, {how});
}

} // namespace

QString OfficeHandler::kind() const
{
    return u"office.to_pdf"_s;
}

Result<QCborMap> OfficeHandler::handle(const QCborMap &parameters, JobContext &)
{
    if (!m_isPrivate)
        return failed(m_isPrivate);
    const QString suffix = parameters.value("suffix"_L1).toString();
    static const QStringList known {u"docx"_s, u"xlsx"_s, u"pptx"_s, u"doc"_s, u"xls"_s, u"ppt"_s, u"odt"_s, u"ods"_s, u"odp"_s, u"rtf"_s};
    if (!known.contains(suffix))
        return fail(ErrorCode::Unsupported, u"convert.bad_kind"_s, {suffix});
    const QByteArray program = findConverter();
    if (program.isEmpty())
        return fail(ErrorCode::Unsupported, u"convert.no_converter"_s);
    const QString input = u"/room/document."_s + suffix; // in memory, and never under the name the person gave it
    QFile file(input);
    const QByteArray bytes = parameters.value("file"_L1).toByteArray();
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size())
        return fail(ErrorCode::LimitExceeded, u"convert.too_large"_s);
    file.close();
    DW_TRY(runConverter(program, QFile::encodeName(input)));
    QFile made(u"/room/out/document.pdf"_s);
    if (!made.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Corrupt, u"convert.failed"_s, {u"no pdf"_s});
    return QCborMap {{u"pdf"_s, made.readAll()}};
}

int runOfficeWorker()
{
    ::close_range(unsigned(WorkerServer::socketDescriptor) + 1, ~0U, 0);
    // Before it is made undumpable: the maps of ids in /proc must still be its own to write.
    const Result<> isPrivate = PrivateRoot::enter();
    Sandbox::prepare(WorkerServer::socketDescriptor);
    WorkerServer server;
    server.add(std::make_unique<OfficeHandler>(isPrivate));
    return server.run({});
}

} // namespace dw
