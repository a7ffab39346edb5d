#include "app/commands/vaultcommand.h"

#include "app/commands/vaultaccess.h"
#include "core/desk/backup/backupservice.h"
#include "core/session/session.h"
#include "core/store/store.h"
#include "ui/text/errortext.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Exit createVault(const Arguments &arguments, Terminal &terminal)
{
    if (!arguments.has(u"user"_s))
        return terminal.report({ErrorCode::InvalidInput, u"usage.no_user"_s, {}, {}});
    NewVault vault;
    vault.path = arguments.word(1);
    vault.ownerName = arguments.value(u"user"_s);
    auto passphrase = readPassphrase(arguments, QCoreApplication::translate("VaultCommand", "Passphrase of the owner"));
    if (!passphrase)
        return terminal.report(passphrase.error());
    vault.passphrase = std::move(*passphrase);
    const auto created = Session::create(std::move(vault));
    if (!created)
        return terminal.report(created.error());
    terminal.print(created->session->vaultPath());
    terminal.print(QCoreApplication::translate("VaultCommand", "Recovery key; print it, keep it away from this computer, it is not shown again:"));
    terminal.print(created->recoveryKey);
    return Exit::Done;
}

Exit showInfo(Session &session, const Arguments &arguments, Terminal &terminal)
{
    const auto head = session.store().head();
    if (!head)
        return terminal.report(head.error());
    const QJsonObject info {{u"vault"_s, session.store().vault().toString()}, {u"account"_s, session.actor().name},
        {u"role"_s, roleId(session.actor().role)}, {u"clearance"_s, session.actor().clearance}, {u"trail_entries"_s, head->seq},
        {u"trail_head"_s, QString::fromLatin1(head->hash.toHex())}, {u"merkle_root"_s, QString::fromLatin1(head->merkleRoot.toHex())}};
    if (arguments.has(u"json"_s)) {
        terminal.print(QJsonValue(info));
        return Exit::Done;
    }
    for (auto it = info.begin(); it != info.end(); ++it)
        terminal.print(u"%1 = %2"_s.arg(it.key(), it.value().toVariant().toString()));
    return Exit::Done;
}

/// Every page of every file, and every entry and row against the trail.
Exit checkVault(Session &session, const Arguments &arguments, Terminal &terminal)
{
    if (const Result<> sound = session.store().checkIntegrity(); !sound) {
        terminal.report(sound.error());
        return Exit::No;
    }
    const auto verdict = session.store().verifyTrail();
    if (!verdict)
        return terminal.report(verdict.error());
    QJsonArray problems;
    for (const TrailVerdict::Problem &problem : verdict->problems) {
        problems.append(QJsonObject {{u"reason"_s, problem.reason}, {u"seq"_s, problem.seq}, {u"object"_s, problem.object}});
        terminal.complain(u"%1: %2 %3"_s.arg(QString::number(problem.seq), problem.object, errorText({ErrorCode::Corrupt, problem.reason, {}, {}})));
    }
    if (arguments.has(u"json"_s))
        terminal.print(QJsonValue(QJsonObject {{u"entries"_s, verdict->entries}, {u"rows"_s, verdict->rows}, {u"problems"_s, problems}}));
    else if (verdict->isClean())
        terminal.print(QCoreApplication::translate("VaultCommand", "Sound: %1 entries of the trail and %2 rows agree.").arg(verdict->entries).arg(verdict->rows));
    return verdict->isClean() ? Exit::Done : Exit::No;
}

/// A verified copy of everything below a folder; with --drill it is also opened and read as if it were needed.
Exit backUp(Session &session, const Arguments &arguments, Terminal &terminal)
{
    NoJobContext job;
    const auto made = session.backup().make(QDir(arguments.word(2)).absolutePath(), job);
    if (!made)
        return terminal.report(made.error());
    terminal.print(made->path);
    if (!arguments.has(u"drill"_s))
        return Exit::Done;
    const auto drill = session.backup().drill(made->path, job);
    if (!drill)
        return terminal.report(drill.error());
    terminal.print(QCoreApplication::translate("VaultCommand", "Trial restore passed: %1 entries of the trail, %2 rows, %3 documents read back.")
                       .arg(drill->trailEntries).arg(drill->rows).arg(drill->documents));
    return Exit::Done;
}

Exit restoreVault(const Arguments &arguments, Terminal &terminal)
{
    NoJobContext job;
    const Result<> done = BackupService::restore(arguments.word(2), arguments.word(1), job);
    if (!done)
        return terminal.report(done.error());
    terminal.print(QCoreApplication::translate("VaultCommand", "Restored. Unlock it and run “vault check” before you go on."));
    return Exit::Done;
}

/// An exchange of keys that went wrong: back to the vault of before it.
Exit undoRekey(const Arguments &arguments, Terminal &terminal)
{
    if (!arguments.has(u"user"_s))
        return terminal.report({ErrorCode::InvalidInput, u"usage.no_user"_s, {}, {}});
    const auto keyFile = readKeyFile(arguments);
    if (!keyFile)
        return terminal.report(keyFile.error());
    auto passphrase = readPassphrase(arguments, QCoreApplication::translate("Command", "Passphrase"));
    if (!passphrase)
        return terminal.report(passphrase.error());
    const Result<> done = Session::takeBackRekey(arguments.word(1), arguments.value(u"user"_s), std::move(*passphrase), *keyFile);
    if (!done)
        return terminal.report(done.error());
    terminal.print(QCoreApplication::translate("VaultCommand", "The vault is as it was before the exchange of keys. Unlock it and revoke the account again."));
    return Exit::Done;
}

} // namespace

QString VaultCommand::usage() const
{
    return u"create VAULT --user NAME [--passphrase-file F]\n"
           "info VAULT [--json]\n"
           "check VAULT [--json]\n"
           "backup VAULT DIR [--drill]\n"
           "restore VAULT BACKUP\n"
           "undo-rekey VAULT --user OWNER [--passphrase-file F] [--key-file F]"_s;
}

QString VaultCommand::summary() const
{
    return tr("Make a vault, look at it, check it, back it up, restore it");
}

Exit VaultCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const QString what = arguments.word(0);
    const bool takesTwo = what == u"backup"_s || what == u"restore"_s;
    const bool isKnown = takesTwo || what == u"undo-rekey"_s || what == u"create"_s || what == u"info"_s || what == u"check"_s;
    if (!isKnown || arguments.words().size() != (takesTwo ? 3 : 2))
        return usageError(*this, terminal);
    if (what == u"create"_s)
        return createVault(arguments, terminal);
    if (what == u"restore"_s)
        return restoreVault(arguments, terminal);
    if (what == u"undo-rekey"_s)
        return undoRekey(arguments, terminal);
    const auto session = openVault(arguments.word(1), arguments);
    if (!session)
        return terminal.report(session.error());
    if (what == u"backup"_s)
        return backUp(**session, arguments, terminal);
    return what == u"info"_s ? showInfo(**session, arguments, terminal) : checkVault(**session, arguments, terminal);
}

} // namespace dw
