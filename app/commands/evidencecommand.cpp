#include "app/commands/evidencecommand.h"

#include "app/commands/files.h"
#include "app/commands/recordtext.h"
#include "app/commands/vaultaccess.h"
#include "core/desk/documents/documentservice.h"
#include "core/session/session.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// "REGISTER:ID" or "REGISTER:LABEL" as "register/id".
Result<QString> linkOf(Session &session, const QString &text)
{
    const QString registerId = text.section(u':', 0, 0);
    const QString name = text.section(u':', 1);
    if (registerId == u"document"_s) {
        DW_ASSIGN(const Document document, session.documents().findByName(name));
        return QString(u"document/"_s + document.id.toString());
    }
    DW_ASSIGN(const RecordId id, findRecord(session.records(), registerId, name));
    return QString(registerId + u'/' + id.toString());
}

Result<RecordId> addEvidence(Session &session, const Arguments &arguments)
{
    EvidenceDraft draft;
    DW_ASSIGN(draft.bytes, files::read(arguments.word(2)));
    draft.fileName = QFileInfo(arguments.word(2)).fileName();
    draft.title = arguments.value(u"title"_s);
    draft.kind = arguments.value(u"kind"_s);
    draft.level = arguments.value(u"level"_s, u"2"_s).toInt();
    draft.retainUntil = QDate::fromString(arguments.value(u"retain"_s), Qt::ISODate);
    draft.collectedOn = QDate::fromString(arguments.value(u"collected"_s), Qt::ISODate);
    draft.source = arguments.value(u"source"_s);
    draft.note = arguments.value(u"note"_s);
    draft.legalHold = arguments.has(u"hold"_s);
    const QStringList links = arguments.values(u"link"_s);
    for (const QString &text : links) {
        DW_ASSIGN(const QString link, linkOf(session, text));
        draft.links.append(link);
    }
    return session.documents().evidence().add(draft);
}

Exit verify(Session &session, const Arguments &arguments, Terminal &terminal)
{
    NoJobContext job;
    const auto check = session.documents().evidence().verifyBytes(job);
    if (!check)
        return terminal.report(check.error());
    if (arguments.has(u"json"_s)) {
        terminal.print(QJsonValue(QJsonObject {{u"checked"_s, check->checked}, {u"skipped"_s, check->skipped},
            {u"damaged"_s, QJsonArray::fromStringList(check->damaged)}}));
    } else {
        terminal.print(QCoreApplication::translate("EvidenceCommand", "Files checked: %1, damaged: %2, above your clearance: %3.")
                           .arg(check->checked).arg(check->damaged.size()).arg(check->skipped));
        for (const QString &one : check->damaged)
            terminal.print(u"    "_s + one);
    }
    return check->damaged.isEmpty() ? Exit::Done : Exit::No;
}

} // namespace

QString EvidenceCommand::name() const
{
    return u"evidence"_s;
}

QString EvidenceCommand::usage() const
{
    return u"add VAULT FILE --kind K [--link REGISTER:ID]… [--title T] [--level 1-4] [--retain DATE] [--collected DATE] [--hold]\n"
           "verify VAULT [--json]"_s;
}

QString EvidenceCommand::summary() const
{
    return tr("Keep a file as evidence, or read all stored files again and compare their hashes");
}

QStringList EvidenceCommand::valuedOptions() const
{
    return {u"kind"_s, u"link"_s, u"title"_s, u"level"_s, u"retain"_s, u"collected"_s, u"source"_s, u"note"_s};
}

QStringList EvidenceCommand::flags() const
{
    return {u"hold"_s, u"json"_s};
}

Exit EvidenceCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const bool adds = arguments.word(0) == u"add"_s && arguments.words().size() == 3;
    const bool verifies = arguments.word(0) == u"verify"_s && arguments.words().size() == 2;
    if (!adds && !verifies) {
        terminal.complain(tr("Say what to do:"));
        for (const QString &form : usage().split(u'\n'))
            terminal.complain(u"    evidence "_s + form);
        return Exit::Usage;
    }
    const auto session = openVault(arguments.word(1), arguments);
    if (!session)
        return terminal.report(session.error());
    if (verifies)
        return verify(**session, arguments, terminal);
    const auto id = addEvidence(**session, arguments);
    if (!id)
        return terminal.report(id.error());
    terminal.print(id->toString());
    return Exit::Done;
}

} // namespace dw
