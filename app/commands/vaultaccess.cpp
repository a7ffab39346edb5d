#include "app/commands/vaultaccess.h"

#include "core/session/session.h"
#include "core/store/keyfile.h"
#include "core/store/changefeed.h"
#include "ui/text/errortext.h"

#include <QFile>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Turns the echo of the terminal off while it lives.
class SilentInput
{
public:
    SilentInput()
    {
        m_changed = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_changed) {
            termios silent = m_before;
            silent.c_lflag &= ~tcflag_t(ECHO);
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    ~SilentInput()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentInput(const SilentInput &) = delete;
    SilentInput &operator=(const SilentInput &) = delete;

private:
    termios m_before {};
    bool m_changed = false;
};

// Byte by byte into locked memory: no buffer of the library holds a copy.
SecretBytes readLine(int descriptor)
{
    SecretBytes line;
    char byte = 0;
    while (::read(descriptor, &byte, 1) == 1 && byte != '\n') {
        if (byte != '\r')
            line.append(QByteArrayView(&byte, 1));
    }
    return line;
}

} // namespace

Result<SecretBytes> readPassphrase(const Arguments &arguments, const QString &prompt, const QString &option)
{
    SecretBytes passphrase;
    if (arguments.has(option)) {
        QFile file(arguments.value(option));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(ErrorCode::Io, u"file.unreadable"_s, {arguments.value(option)});
        passphrase = readLine(file.handle());
    } else {
        std::fputs(qUtf8Printable(prompt + u": "_s), stderr);
        const SilentInput silent;
        passphrase = readLine(STDIN_FILENO);
        std::fputc('\n', stderr);
    }
    if (passphrase.isEmpty())
        return fail(ErrorCode::InvalidInput, u"usage.no_passphrase"_s);
    return passphrase;
}

Result<QByteArray> readKeyFile(const Arguments &arguments, const QString &option)
{
    return arguments.has(option) ? keyfile::read(arguments.value(option)) : Result<QByteArray>(QByteArray());
}

Result<std::unique_ptr<Session>> openVault(const QString &vault, const Arguments &arguments)
{
    if (!arguments.has(u"user"_s))
        return fail(ErrorCode::InvalidInput, u"usage.no_user"_s);
    DW_ASSIGN(const QByteArray keyFile, readKeyFile(arguments));
    DW_ASSIGN(SecretBytes passphrase, readPassphrase(arguments, QCoreApplication::translate("Command", "Passphrase")));
    DW_ASSIGN(auto session, Session::unlock(vault, arguments.value(u"user"_s), std::move(passphrase), keyFile));
    for (const QString &warning : session->warnings())
        std::fputs(qUtf8Printable(errorText({ErrorCode::Corrupt, warning, {}, {}}) + u'\n'), stderr);
    if (const int filed = session->filed().entries; filed > 0)
        std::fputs(qUtf8Printable(QCoreApplication::translate("Command", "%n sealed entry(ies) of colleagues were filed.", nullptr, filed) + u'\n'), stderr);
    for (const Filing::Held &held : session->filed().held)
        std::fputs(qUtf8Printable(u"%1: %2\n"_s.arg(held.action, errorText({ErrorCode::VerificationFailed, held.reason, {}, {}}))), stderr);
    QObject::connect(&session->changes(), &ChangeFeed::committed, [](const ChangeSet &changes) {
        const bool isSealed = std::any_of(changes.begin(), changes.end(),
            [](const Change &change) { return change.registerId == "inbox"_L1 && change.operation == Operation::Added; });
        if (isSealed)
            std::fputs(qUtf8Printable(QCoreApplication::translate("Command", "Sealed above your clearance: it will be filed when a cleared colleague unlocks.") + u'\n'), stderr);
    });
    return session;
}

} // namespace dw
