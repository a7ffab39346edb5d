#include "app/commands/command.h"

#include "core/base/canonicaljson.h"
#include "ui/text/errortext.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

void printHelp(const std::vector<std::unique_ptr<Command>> &commands, Terminal &terminal)
{
    terminal.print(QCoreApplication::translate("Command", "Usage: dealward-cli COMMAND …"));
    for (const auto &command : commands) {
        terminal.print(QString());
        terminal.print(command->summary());
        for (const QString &form : command->usage().split(u'\n'))
            terminal.print(u"    dealward-cli %1 %2"_s.arg(command->name(), form));
    }
    terminal.print(QString());
    terminal.print(QCoreApplication::translate("Command",
        "Every command on a VAULT takes --user U and --passphrase-file F, or asks for the passphrase. "
        "Exit codes: 0 done, 1 the answer is no, 2 usage or input error."));
}

} // namespace

void Terminal::print(const QJsonValue &json)
{
    print(QString::fromUtf8(canonicalJson(json)));
}

Exit Terminal::report(const Error &error)
{
    complain(errorText(error));
    switch (error.code) {
    case ErrorCode::PolicyBlocked:
    case ErrorCode::VerificationFailed:
    case ErrorCode::NotPermitted:
        return Exit::No;
    default:
        return Exit::Usage;
    }
}

Exit usageError(const Command &command, Terminal &terminal)
{
    for (const QString &form : command.usage().split(u'\n'))
        terminal.complain(u"    dealward-cli %1 %2"_s.arg(command.name(), form));
    return Exit::Usage;
}

bool isChinese()
{
    //: The language of the program itself: "en" or "zh"
    return QCoreApplication::translate("Command", "en") == u"zh"_s;
}

int runCommandLine(const QStringList &words, Terminal &terminal)
{
    const auto commands = allCommands();
    const QString name = words.value(0);
    if (name.isEmpty() || name == u"--help"_s || name == u"help"_s) {
        printHelp(commands, terminal);
        return int(name.isEmpty() ? Exit::Usage : Exit::Done);
    }
    if (name == u"--version"_s) {
        terminal.print(QStringLiteral("dealward-cli " DW_VERSION));
        return int(Exit::Done);
    }
    for (const auto &command : commands) {
        if (command->name() != name)
            continue;
        if (words.contains(u"--help"_s)) {
            terminal.print(command->summary());
            for (const QString &form : command->usage().split(u'\n'))
                terminal.print(u"    dealward-cli %1 %2"_s.arg(name, form));
            return int(Exit::Done);
        }
        const auto arguments = Arguments::parse(
            words.mid(1), command->valuedOptions() + QStringList {u"user"_s, u"passphrase-file"_s, u"key-file"_s}, command->flags());
        if (!arguments) {
            terminal.complain(errorText(arguments.error()));
            return int(usageError(*command, terminal));
        }
        return int(command->run(*arguments, terminal));
    }
    terminal.complain(QCoreApplication::translate("Command", "There is no command “%1”; dealward-cli help lists them.").arg(name));
    return int(Exit::Usage);
}

} // namespace dw
