#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace dwtest {

/// What one run of a program gave.
struct CliRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    QString text() const { return QString::fromUtf8(out).trimmed(); }
    QString complaint() const { return QString::fromUtf8(err).trimmed(); }
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/// Runs the programs as a person or another tool would, with a home of their own.
class Cli
{
public:
    /// The user and passphrase that run() adds to commands on a vault.
    Cli();

    void setUser(const QString &name, const QString &passphrase);
    QString passphraseFile(const QString &passphrase);

    CliRun run(const QStringList &words, const QByteArray &input = {}) const; ///< dealward-cli
    CliRun onVault(QStringList words) const; ///< dealward-cli with --user and --passphrase-file
    CliRun program(const QString &name, const QStringList &words, const QByteArray &input = {}) const;
    QProcessEnvironment environment() const; ///< Home, state and temporary files in one folder that goes with this object.

    QString path(const QString &name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
    QStringList m_login;
    int m_files = 0;
};

} // namespace dwtest
