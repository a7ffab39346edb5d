#include "app/commands/vaultaccess.h"

#include "core/session/session.h"
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

Result<std::unique_ptr<Session>> openVault(const QString &vault, const Arguments &arguments)
{
    if (!arguments.has(u"user"_s))
        return fail(ErrorCode::InvalidInput, u"usage.no_user"_s);
    QByteArray keyFile;
    if (arguments.has(u"key-file"_s)) {
        QFile file(arguments.value(u"key-file"_s));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Io, u"file.unreadable"_s, {arguments.value(u"key-file"_s)});
        keyFile = file.readAll();
    }
    DW_ASSIGN(SecretBytes passphrase, readPassphrase(arguments, QCoreApplication::translate("Command", "Passphrase")));
    DW_ASSIGN(auto session, Session::unlock(vault, arguments.value(u"user"_s), std::move(passphrase), keyFile));
    for (const QString &warning : session->warnings())
        std::fputs(qUtf8Printable(errorText({ErrorCode::Corrupt, warning, {}, {}}) + u'\n'), stderr);
    return session;
}

} // namespace dw
