#include "app/commands/reportcommand.h"

#include "app/commands/vaultaccess.h"
#include "core/base/atomicwrite.h"
#include "core/desk/report/reportservice.h"
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

} // namespace

QString ReportCommand::usage() const
{
    return u"VAULT OUT.pdf [--kind gate|periodic|incident|final] [--gate G1…G5] [--outside-safe] [--lang en|zh|both] [--from DATE] [--until DATE]\n"
           "trail VAULT OUT.jsonl"_s;
}

QString ReportCommand::summary() const
{
    return tr("Seal a report of the deal's state, or export the audit trail");
}

QStringList ReportCommand::valuedOptions() const
{
    return {u"kind"_s, u"gate"_s, u"lang"_s, u"from"_s, u"until"_s};
}

Exit ReportCommand::run(const Arguments &arguments, Terminal &terminal) const
{
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
