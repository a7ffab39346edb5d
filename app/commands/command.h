#pragma once

#include "app/commands/arguments.h"

#include <QCoreApplication>
#include <QJsonValue>

#include <memory>
#include <vector>

namespace dw {

/// How a command ends; other tools rely on these numbers.
enum class Exit {
    Done = 0,
    No = 1, ///< The answer is no: refused, failed verification, findings left.
    Usage = 2, ///< Usage or input error; the message is on standard error.
};

/// Where a command writes. Tests and the demo give their own.
class Terminal
{
public:
    virtual ~Terminal() = default;
    virtual void print(const QString &line) = 0; ///< Standard output.
    virtual void complain(const QString &line) = 0; ///< Standard error.
    void print(const QJsonValue &json); ///< As canonical JSON on one line.

    /// Says what happened, what was kept and what to do; returns the exit that fits the error.
    Exit report(const Error &error);
};

/// One command of dealward-cli. Stateless: everything comes with run().
class Command
{
    Q_DECLARE_TR_FUNCTIONS(Command)

public:
    virtual ~Command() = default;
    virtual QString name() const = 0; ///< "redact"
    virtual QString usage() const = 0; ///< What follows the name, one form per line.
    virtual QString summary() const = 0; ///< One translated line.
    virtual QStringList valuedOptions() const { return {}; } ///< Without dashes; --user and --passphrase-file are added.
    virtual QStringList flags() const { return {}; }
    virtual Exit run(const Arguments &arguments, Terminal &terminal) const = 0;
};

/// Prints the forms of a command on standard error; Exit::Usage.
Exit usageError(const Command &command, Terminal &terminal);

/// Whether words that are data (titles of measures, registers) are to be Chinese.
bool isChinese();

/// All commands, in the order of the help.
std::vector<std::unique_ptr<Command>> allCommands();

/// Runs one command line (without the program's name) and returns its exit code.
int runCommandLine(const QStringList &words, Terminal &terminal);

} // namespace dw
