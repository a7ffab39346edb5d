#include "app/commands/reportcommand.h"

#include "app/commands/files.h"
#include "app/commands/vaultaccess.h"
#include "core/base/atomicwrite.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/desk/report/reportservice.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/timestamp.h"
#include "core/session/session.h"

#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// What the options ask for; fails when they ask for something that does not exist.
Result<ReportRequest> requestOf(const Arguments &arguments)
{
    ReportRequest request;
    request.kind = arguments.value(u"kind"_s, request.kind);
    request.gate = arguments.value(u"gate"_s);
    request.language = arguments.value(u"lang"_s, request.language);
    request.isOutsideSafe = arguments.has(u"outside-safe"_s);
    if (!QStringList {u"gate"_s, u"periodic"_s, u"incident"_s, u"final"_s}.contains(request.kind))
        return fail(ErrorCode::InvalidInput, u"usage.bad_value"_s, {u"--kind"_s, request.kind});
    if (!QStringList {u"en"_s, u"zh"_s, u"both"_s}.contains(request.language))
        return fail(ErrorCode::InvalidInput, u"usage.bad_value"_s, {u"--lang"_s, request.language});
    for (const auto &[option, date] : {std::pair {u"from"_s, &request.from}, std::pair {u"until"_s, &request.until}}) {
        if (!arguments.has(option))
            continue;
        *date = QDate::fromString(arguments.value(option), Qt::ISODate);
        if (!date->isValid())
            return fail(ErrorCode::InvalidInput, u"usage.bad_value"_s, {u"--"_s + option, arguments.value(option)});
    }
    return request;
}

/// The request for a time-stamp, to be carried to where there is a network. Needs no vault.
Exit requestStamp(const QString &report, const QString &out, Terminal &terminal)
{
    const auto bytes = files::read(report);
    if (!bytes)
        return terminal.report(bytes.error());
    const auto request = timestampRequest(sha256(*bytes));
    const Result<> written = request ? writeFileAtomically(out, *request) : Result<>(failed(request));
    return written ? Exit::Done : terminal.report(written.error());
}

/// Checks the reply and files it as evidence of the report that it is for.
Result<Timestamp> fileStamp(Session &session, const QString &report, const QString &reply, const QDate &retain)
{
    DW_ASSIGN(const QByteArray bytes, files::read(report));
    DW_ASSIGN(const QByteArray answer, files::read(reply));
    const QByteArray hash = sha256(bytes);
    DW_ASSIGN(const auto issued, session.records().list(u"sealed_report"_s));
    const auto found = std::find_if(issued.begin(), issued.end(),
        [&](const Record &row) { return row.text(u"sha256"_s) == QString::fromLatin1(hash.toHex()); });
    if (found == issued.end())
        return fail(ErrorCode::NotFound, u"report.unknown"_s);
    DW_ASSIGN(const Timestamp stamp, readTimestamp(answer, hash));
    EvidenceDraft draft;
    draft.bytes = answer;
    draft.fileName = QFileInfo(reply).fileName();
    draft.title = u"RFC 3161 "_s + found->text(u"report_no"_s);
    draft.kind = u"certificate"_s;
    draft.source = stamp.authority;
    draft.retainUntil = retain;
    draft.links = {u"sealed_report/"_s + found->id.toString()};
    DW_TRY(session.documents().evidence().add(draft));
    return stamp;
}

} // namespace

QString ReportCommand::usage() const
{
    return u"VAULT OUT.pdf [--kind gate|periodic|incident|final] [--gate G1…G5] [--outside-safe] [--lang en|zh|both] [--from DATE] [--until DATE]\n"
           "trail VAULT OUT.jsonl\n"
           "stamp-request REPORT.pdf OUT.tsq\n"
           "stamp VAULT REPORT.pdf REPLY.tsr [--retain DATE]"_s;
}

QString ReportCommand::summary() const
{
    return tr("Seal a report of the deal's state, or export the audit trail");
}

QStringList ReportCommand::valuedOptions() const
{
    return {u"kind"_s, u"gate"_s, u"lang"_s, u"from"_s, u"until"_s, u"retain"_s};
}

Exit ReportCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    if (arguments.word(0) == u"stamp-request"_s && arguments.words().size() == 3)
        return requestStamp(arguments.word(1), arguments.word(2), terminal);
    if (arguments.word(0) == u"stamp"_s && arguments.words().size() == 4) {
        const QDate retain = QDate::fromString(arguments.value(u"retain"_s), Qt::ISODate);
        if (arguments.has(u"retain"_s) && !retain.isValid())
            return terminal.report({ErrorCode::InvalidInput, u"usage.bad_value"_s, {u"--retain"_s, arguments.value(u"retain"_s)}, {}});
        const auto session = openVault(arguments.word(1), arguments);
        if (!session)
            return terminal.report(session.error());
        const auto stamp = fileStamp(**session, arguments.word(2), arguments.word(3), retain);
        if (!stamp)
            return terminal.report(stamp.error());
        terminal.print(tr("Filed: %1, says %2, certificate %3")
                           .arg(QDateTime::fromMSecsSinceEpoch(stamp->at, Qt::UTC).toString(Qt::ISODate), stamp->authority, stamp->fingerprint));
        return Exit::Done;
    }
    const bool isTrail = arguments.word(0) == u"trail"_s && arguments.words().size() == 3;
    if (!isTrail && arguments.words().size() != 2)
        return usageError(*this, terminal);
    const auto request = requestOf(arguments);
    if (!request)
        return terminal.report(request.error());
    const QString out = arguments.words().last();
    if (QFileInfo::exists(out))
        return terminal.report({ErrorCode::Conflict, u"export.file_exists"_s, {QFileInfo(out).fileName()}, {}});
    const auto session = openVault(arguments.word(isTrail ? 1 : 0), arguments);
    if (!session)
        return terminal.report(session.error());
    if (isTrail) {
        const auto trail = (*session)->report().exportTrail();
        const Result<> written = trail ? writeFileAtomically(out, *trail) : Result<>(failed(trail));
        return written ? Exit::Done : terminal.report(written.error());
    }
    NoJobContext job;
    const auto report = (*session)->report().make(*request, job);
    if (!report)
        return terminal.report(report.error());
    if (const Result<> written = writeFileAtomically(out, report->pdf); !written)
        return terminal.report(written.error());
    terminal.print(tr("%1, %2 pages, fingerprint of the seal %3").arg(report->reportNo, QString::number(report->pages), report->fingerprint));
    return Exit::Done;
}

} // namespace dw
