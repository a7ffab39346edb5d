#include "app/commands/vaultcommand.h"

#include "app/commands/recordtext.h"
#include "app/commands/vaultaccess.h"
#include "core/desk/accounts/accountservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "core/store/keyfile.h"
#include "ui/text/idtext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Exit listAccounts(Session &session, const Arguments &arguments, Terminal &terminal)
{
    QJsonArray array;
    for (const AccountCard &card : session.accounts().list()) {
        if (arguments.has(u"json"_s))
            array.append(QJsonObject {{u"id"_s, card.id.toString()}, {u"name"_s, card.name}, {u"role"_s, roleId(card.role)},
                {u"clearance"_s, card.clearance}, {u"revoked"_s, (card.status == AccountCard::Status::Revoked)}});
        else
            terminal.print(u"%1  %2  %3%4"_s.arg(card.name.leftJustified(20), idtext::role(roleId(card.role)).leftJustified(22),
                idtext::level(card.clearance), (card.status == AccountCard::Status::Revoked) ? u"  "_s + QCoreApplication::translate("AccountCommand", "revoked") : QString()));
    }
    if (arguments.has(u"json"_s))
        terminal.print(QJsonValue(array));
    return Exit::Done;
}

Result<AccountTerms> termsOf(Session &session, const Arguments &arguments, AccountTerms terms)
{
    if (arguments.has(u"role"_s) && !roleFromId(arguments.value(u"role"_s), &terms.role))
        return fail(ErrorCode::InvalidInput, u"usage.unknown_role"_s, {arguments.value(u"role"_s), allRoleIds().join(u", "_s)});
    if (arguments.has(u"clearance"_s))
        terms.clearance = arguments.value(u"clearance"_s).toInt();
    if (arguments.has(u"until"_s)) {
        const QDate day = QDate::fromString(arguments.value(u"until"_s), Qt::ISODate);
        if (!day.isValid())
            return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {u"--until"_s});
        terms.validUntil = QDateTime(day.addDays(1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    }
    if (arguments.has(u"person"_s)) {
        DW_ASSIGN(const RecordId person, findRecord(session.records(), u"person"_s, arguments.value(u"person"_s)));
        terms.person = person.as<PersonTag>();
    }
    return terms;
}

/// The key file an account is to need from now on: an existing one, or one that is made.
Result<QByteArray> newKeyFile(const Arguments &arguments)
{
    if (arguments.has(u"make-key-file"_s))
        return keyfile::make(arguments.value(u"make-key-file"_s));
    return readKeyFile(arguments, u"new-key-file"_s);
}

Result<> addAccount(Session &session, const Arguments &arguments)
{
    DW_ASSIGN(const AccountTerms terms, termsOf(session, arguments, {}));
    Credentials credentials;
    credentials.accountName = arguments.word(2);
    DW_ASSIGN(credentials.passphrase,
        readPassphrase(arguments, QCoreApplication::translate("AccountCommand", "Passphrase of the new account"), u"new-passphrase-file"_s));
    DW_ASSIGN(credentials.keyFile, newKeyFile(arguments));
    DW_TRY(session.accounts().add(terms, credentials));
    return {};
}

Result<> changeAccount(Session &session, const Arguments &arguments)
{
    DW_ASSIGN(const AccountCard card, session.accounts().byName(arguments.word(2)));
    AccountTerms present;
    present.role = card.role;
    present.clearance = card.clearance;
    present.validUntil = card.validUntil;
    present.person = card.person;
    DW_ASSIGN(const AccountTerms terms, termsOf(session, arguments, present));
    return session.accounts().change(card.id, terms, arguments.value(u"note"_s));
}

Result<> revokeAccount(Session &session, const Arguments &arguments)
{
    DW_ASSIGN(const AccountCard card, session.accounts().byName(arguments.word(2)));
    return session.accounts().revoke(card.id, arguments.value(u"note"_s));
}

Result<> changePassphrase(Session &session, const Arguments &arguments)
{
    Credentials present, wanted;
    present.accountName = wanted.accountName = session.actor().name;
    DW_ASSIGN(present.passphrase, readPassphrase(arguments, QCoreApplication::translate("Command", "Passphrase")));
    DW_ASSIGN(wanted.passphrase,
        readPassphrase(arguments, QCoreApplication::translate("AccountCommand", "New passphrase"), u"new-passphrase-file"_s));
    DW_ASSIGN(present.keyFile, readKeyFile(arguments));
    DW_ASSIGN(wanted.keyFile, newKeyFile(arguments));
    return session.accounts().changePassphrase(present, wanted);
}

Exit recoverAccount(const Arguments &arguments, Terminal &terminal)
{
    const auto key = readPassphrase(arguments, QCoreApplication::translate("AccountCommand", "Recovery key"), u"recovery-key-file"_s);
    if (!key)
        return terminal.report(key.error());
    const auto session = Session::recover(arguments.word(1), *key);
    if (!session)
        return terminal.report(session.error());
    const auto card = (*session)->accounts().byName(arguments.word(2));
    if (!card)
        return terminal.report(card.error());
    Credentials wanted;
    wanted.accountName = card->name;
    auto passphrase = readPassphrase(arguments, QCoreApplication::translate("AccountCommand", "New passphrase"), u"new-passphrase-file"_s);
    if (!passphrase)
        return terminal.report(passphrase.error());
    wanted.passphrase = std::move(*passphrase);
    const Result<> done = (*session)->accounts().resetPassphrase(card->id, wanted, arguments.value(u"note"_s));
    return done ? Exit::Done : terminal.report(done.error());
}

} // namespace

QString AccountCommand::usage() const
{
    return u"list VAULT [--json]\n"
           "add VAULT NAME --role ROLE --clearance 2|3|4 [--person P] [--until DATE] [--new-passphrase-file F] [--new-key-file F | --make-key-file F]\n"
           "role VAULT NAME [--role ROLE] [--clearance 2|3|4] [--until DATE] --note REASON\n"
           "revoke VAULT NAME --note REASON\n"
           "passphrase VAULT [--new-passphrase-file F] [--new-key-file F | --make-key-file F]\n"
           "recover VAULT NAME [--recovery-key-file F] [--new-passphrase-file F] --note REASON"_s;
}

QString AccountCommand::summary() const
{
    return tr("Who may open a vault, in which role and up to which level");
}

QStringList AccountCommand::valuedOptions() const
{
    return {u"role"_s, u"clearance"_s, u"person"_s, u"until"_s, u"note"_s, u"new-passphrase-file"_s, u"recovery-key-file"_s, u"new-key-file"_s, u"make-key-file"_s};
}

Exit AccountCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const QString what = arguments.word(0);
    const auto words = arguments.words().size();
    if (what == u"recover"_s && words == 3)
        return recoverAccount(arguments, terminal);
    const bool fits = (what == u"list"_s || what == u"passphrase"_s) ? words == 2
                                                                    : (what == u"add"_s || what == u"role"_s || what == u"revoke"_s) && words == 3;
    if (!fits)
        return usageError(*this, terminal);
    const auto session = openVault(arguments.word(1), arguments);
    if (!session)
        return terminal.report(session.error());
    if (what == u"list"_s)
        return listAccounts(**session, arguments, terminal);
    const Result<> done = what == u"add"_s ? addAccount(**session, arguments)
        : what == u"role"_s                ? changeAccount(**session, arguments)
        : what == u"revoke"_s              ? revokeAccount(**session, arguments)
                                           : changePassphrase(**session, arguments);
    return done ? Exit::Done : terminal.report(done.error());
}

} // namespace dw
