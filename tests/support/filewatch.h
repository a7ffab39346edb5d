#pragma once

#include "tests/support/cli.h"

#include <QByteArrayList>
#include <QHash>
#include <QProcessEnvironment>

#include <sys/types.h>

namespace dwtest {

/// Runs a program and sees every file that it or any process below it makes, as a debugger sees system calls:
/// nothing is missed by being short-lived, hidden or outside the places one thought of. What a file holds is searched
/// at the end and before every call that would take it away (unlink, rename over it, truncation).
/// Linux, 64 bit; needs no privilege.
class FileWatch
{
public:
    /// `needles`: what no file may hold.
    explicit FileWatch(QByteArrayList needles);

    /// False where tracing is forbidden (some containers) or a sanitizer traces already.
    static bool isPossible();

    /// Runs to the end of the last process.
    CliRun run(const QString &program, const QStringList &words, const QProcessEnvironment &environment, const QString &folder);

    /// Absolute paths of everything made: files, folders, links, renamed files; nameless ones as "(nameless) /folder",
    /// those in memory as "(memory) name". In order, each once.
    const QStringList &made() const { return m_made; }
    /// "path: needle" for every one of the needles seen in a file.
    const QStringList &found() const { return m_found; }

    /// What was made at none of the `allowed` places: regular expressions for the whole path.
    QStringList strangers(const QStringList &allowed) const;
    /// Expression for what a vault or a copy of one consists of, relative to its folder; all of it is encrypted.
    static QString vaultFiles();

    /// A text as programs write it: UTF-8, UTF-16 in both orders.
    static QByteArrayList encodings(const QString &text);

private:
    /// A call between its start and its end.
    struct Call {
        enum Kind { Open, Named, InMemory } kind = Named;
        QString path; ///< Empty: nothing to note at its end.
        bool nameless = false;
    };

    void trace(pid_t root, CliRun &run);
    void entered(pid_t thread);
    void left(pid_t thread);
    void search(const QString &path);
    void note(const QString &path);

    QByteArrayList m_needles;
    QStringList m_made;
    QStringList m_found;
    QHash<pid_t, Call> m_calls; ///< What a thread is in the middle of.
};

} // namespace dwtest
