#include "tests/support/cli.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

namespace dwtest {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 600'000;

} // namespace

Cli::Cli()
{
    for (const QString &name : {u"state"_s, u"temporary"_s, u"runtime"_s})
        QDir(m_home.path()).mkpath(name);
    QFile::setPermissions(path(u"runtime"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); // as Qt asks
}

QString Cli::passphraseFile(const QString &passphrase)
{
    const QString name = path(u"p%1"_s.arg(++m_files));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(passphrase.toUtf8() + '\n') < 0)
        qFatal("cannot write a passphrase file");
    return name;
}

void Cli::setUser(const QString &name, const QString &passphrase)
{
    m_login = {u"--user"_s, name, u"--passphrase-file"_s, passphraseFile(passphrase)};
}

CliRun Cli::run(const QStringList &words, const QByteArray &input) const
{
    return program(u"dealward-cli"_s, words, input);
}

CliRun Cli::onVault(QStringList words) const
{
    return run(words + m_login);
}

QProcessEnvironment Cli::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, path(u"state"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"runtime"_s));
    environment.insert(u"TMPDIR"_s, path(u"temporary"_s));
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

CliRun Cli::program(const QString &name, const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(name.startsWith(u'/') ? name : QStringLiteral(DW_BIN_DIR "/") + name, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        process.kill();
    CliRun run;
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace dwtest
