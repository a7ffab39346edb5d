#include "app/commands/releasecommand.h"

#include "app/commands/files.h"
#include "app/commands/recordtext.h"
#include "app/commands/vaultaccess.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/session/session.h"
#include "core/worker/workerclient.h"
#include "ui/text/releasetext.h"

#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<ReleaseQuestion> questionOf(Session &session, const Arguments &arguments)
{
    ReleaseQuestion question;
    DW_ASSIGN(const DocumentVersion version, session.documents().versionByName(arguments.word(1)));
    question.version = version.id;
    DW_ASSIGN(const RecordId person, findRecord(session.records(), u"person"_s, arguments.value(u"to"_s)));
    question.person = person.as<PersonTag>();
    DW_ASSIGN(question.channel, findRecord(session.records(), u"channel"_s, arguments.value(u"channel"_s)));
    question.purpose = arguments.value(u"purpose"_s);
    question.legalBasis = arguments.value(u"legal-basis"_s);
    question.passwordRoute = arguments.value(u"password-route"_s, question.passwordRoute);
    if (arguments.has(u"evidence"_s)) {
        DW_ASSIGN(question.legalEvidence, findRecord(session.records(), u"evidence"_s, arguments.value(u"evidence"_s)));
    }
    if (arguments.has(u"return-due"_s)) {
        question.returnDueOn = QDate::fromString(arguments.value(u"return-due"_s), Qt::ISODate);
        if (!question.returnDueOn.isValid())
            return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {u"return-due"_s});
    }
    return question;
}

void printVerdict(const ReleaseVerdict &verdict, bool asJson, Terminal &terminal)
{
    if (asJson) {
        terminal.print(QJsonObject {{u"released"_s, false}, {u"conditions"_s, toJson(verdict.conditions)},
            {u"clock_behind"_s, verdict.isClockBehind}});
        return;
    }
    for (const Condition &condition : verdict.conditions)
        terminal.print(releasetext::conditionLine(condition));
}

} // namespace

QString ReleaseCommand::usage() const
{
    return u"VAULT DOCUMENT[@VERSION] --to PERSON --purpose P --channel C --out DIR\n"
           "VAULT DOCUMENT[@VERSION] --to PERSON --purpose P --channel C --check\n"
           "    further: --legal-basis B --evidence E --password-route R --return-due DATE --json"_s;
}

QString ReleaseCommand::summary() const
{
    return tr("Hand one version to one person if the fourteen conditions hold");
}

QStringList ReleaseCommand::valuedOptions() const
{
    return {u"to"_s, u"purpose"_s, u"channel"_s, u"out"_s, u"legal-basis"_s, u"evidence"_s, u"password-route"_s, u"return-due"_s};
}

QStringList ReleaseCommand::flags() const
{
    return {u"check"_s, u"json"_s};
}

Exit ReleaseCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const bool isCheck = arguments.has(u"check"_s);
    const bool isComplete = arguments.has(u"to"_s) && arguments.has(u"purpose"_s) && arguments.has(u"channel"_s);
    if (arguments.words().size() != 2 || !isComplete || isCheck == arguments.has(u"out"_s))
        return usageError(*this, terminal);
    const auto session = openVault(arguments.word(0), arguments);
    if (!session)
        return terminal.report(session.error());
    const auto question = questionOf(**session, arguments);
    if (!question)
        return terminal.report(question.error());
    ReleaseService &releases = (*session)->releases();
    const bool asJson = arguments.has(u"json"_s);
    if (isCheck) {
        const auto verdict = releases.evaluate(*question);
        if (!verdict)
            return terminal.report(verdict.error());
        printVerdict(*verdict, asJson, terminal);
        return verdict->isAllowed() ? Exit::Done : Exit::No;
    }
    NoJobContext job;
    const auto made = releases.release(*question, arguments.value(u"out"_s), job);
    if (!made) {
        if (made.error().code == ErrorCode::PolicyBlocked) {
            if (const auto verdict = releases.evaluate(*question))
                printVerdict(*verdict, asJson, terminal);
        }
        return terminal.report(made.error());
    }
    const QString password = QString::fromLatin1(made->password.view());
    if (asJson) {
        terminal.print(QJsonObject {{u"released"_s, true}, {u"id"_s, made->id.toString()}, {u"watermark"_s, made->watermarkId},
            {u"files"_s, QJsonArray::fromStringList(made->files)}, {u"sha256"_s, made->packageSha256}, {u"password"_s, password},
            {u"conditions"_s, toJson(made->verdict.conditions)}});
        return Exit::Done;
    }
    for (const QString &file : made->files)
        terminal.print(file);
    terminal.print(tr("Watermark %1, SHA-256 %2").arg(made->watermarkId, made->packageSha256));
    terminal.print(tr("Password (shown once; give it to the recipient by another route): %1").arg(password));
    return Exit::Done;
}

QString TraceCommand::usage() const
{
    return u"VAULT FILE [--json]"_s;
}

QString TraceCommand::summary() const
{
    return tr("Tell which handed-over copy a file is");
}

namespace {

QString traceId(TraceBy by)
{
    switch (by) {
    case TraceBy::PackageHash:
        return u"package_hash"_s;
    case TraceBy::VersionHash:
        return u"version_hash"_s;
    case TraceBy::Watermark:
        return u"watermark"_s;
    }
    return {};
}

// The printed watermark, where the file is a PDF that opens; a file that does not open has its bytes.
QString wordsOf(const WorkerClient &worker, const QByteArray &file)
{
    if (!file.startsWith("%PDF"))
        return {};
    NoJobContext job;
    QStringList words;
    if (const auto pages = worker.pageTexts(file, job)) {
        for (const PdfPageText &page : *pages)
            words.append(page.plain());
    }
    return words.join(u' ');
}

} // namespace

Exit TraceCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    if (arguments.words().size() != 2)
        return usageError(*this, terminal);
    const auto file = files::read(arguments.word(1));
    if (!file)
        return terminal.report(file.error());
    const auto session = openVault(arguments.word(0), arguments);
    if (!session)
        return terminal.report(session.error());
    const auto hits = (*session)->releases().trace(*file, wordsOf((*session)->worker(), *file));
    if (!hits)
        return terminal.report(hits.error());
    QJsonArray json;
    for (const TraceHit &hit : *hits) {
        json.append(QJsonObject {{u"release"_s, hit.release.toString()}, {u"by"_s, traceId(hit.by)}, {u"watermark"_s, hit.watermarkId},
            {u"recipient"_s, hit.recipient}, {u"organisation"_s, hit.organisation}, {u"document"_s, hit.document},
            {u"version"_s, hit.versionNo}, {u"released_on"_s, hit.releasedOn}, {u"state"_s, hit.state}});
        if (!arguments.has(u"json"_s))
            terminal.print(tr("%1: %2 (%3), %4 version %5, released on %6, found by %7")
                               .arg(hit.watermarkId, hit.recipient, hit.organisation, hit.document)
                               .arg(hit.versionNo)
                               .arg(hit.releasedOn, releasetext::tracedBy(traceId(hit.by))));
    }
    if (arguments.has(u"json"_s))
        terminal.print(json);
    else if (hits->isEmpty())
        terminal.complain(tr("No copy that was handed over from this vault is known to be this file."));
    return hits->isEmpty() ? Exit::No : Exit::Done;
}

} // namespace dw
