#pragma once

#include "core/base/clock.h"
#include "core/base/jobcontext.h"
#include "core/domain/ids.h"
#include "core/domain/language.h"
#include "core/session/session.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QVariant>

#include <functional>
#include <memory>

namespace dw {

/// An account of the demo deal. Its passphrase is no secret: it is shown where the deal is opened.
struct DemoAccount {
    QString name;
    QString passphrase;
};

/// What the demo leaves behind.
struct DemoResult {
    QString vaultPath;
    QList<DemoAccount> accounts; ///< The first one is the owner.
    QString recoveryKey;
    QString redactedPdf;
    QString reportPdf;
    QStringList packageFiles;
};

/// Where the script of the demo deal is played: the vault, whoever is logged in, the clock that goes from the
/// deal's first day to today, and the names that the script gives to records.
class DemoStage
{
public:
    DemoStage(QString directory, Language language, const SessionOptions &options, JobContext &job, std::function<void(const QString &)> tell);

    Session &session() { return *m_session; }
    JobContext &job() { return m_job; }
    ManualClock &clock() { return m_clock; }
    DemoResult &result() { return m_result; }
    QString directory() const { return m_directory; }
    Language language() const { return m_language; }

    /// Makes the vault; the creator is the first account.
    Result<> createVault(const QList<DemoAccount> &accounts);
    /// Locks and unlocks as somebody else.
    Result<> enterAs(const QString &account);
    void leave(); ///< Locks.
    QString passphraseOf(const QString &account) const;

    /// Moves to a day, relative to today; never back.
    void setDay(int offset);
    void tick(); ///< A minute passes between two steps.
    QDate day() const { return m_day; } ///< In the deal's time zone.

    void remember(const QString &name, const QString &id) { m_names.insert(name, id); }
    QString idOf(const QString &name) const; ///< "@contract" or "contract"; empty when nobody was called so.
    bool knows(const QString &name) const { return !idOf(name).isEmpty(); }

    /// A value of the script: "@name" is an id, "day+30" a date, {"en","zh"} words in the demo's language.
    QVariant value(const QJsonValue &value) const;
    QVariantMap values(const QJsonObject &object) const;
    QString text(const QJsonValue &json) const { return value(json).toString(); }

    void tell(const QString &line) { m_tell(line); }

private:
    QString m_directory;
    Language m_language;
    SessionOptions m_options;
    JobContext &m_job;
    std::function<void(const QString &)> m_tell;
    QDateTime m_start;
    ManualClock m_clock;
    QDate m_today;
    QDate m_day;
    QHash<QString, QString> m_names;
    DemoResult m_result;
    std::unique_ptr<Session> m_session; // last: goes before the clock it reads
};

} // namespace dw
