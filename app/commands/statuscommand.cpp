#include "app/commands/statuscommand.h"

#include "app/commands/vaultaccess.h"
#include "core/desk/deal/dealservice.h"
#include "core/desk/measures/gateservice.h"
#include "core/session/session.h"
#include "ui/text/idtext.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QJsonObject checkJson(const CheckResult &check)
{
    QJsonArray rows;
    for (const CheckRow &row : check.violations)
        rows.append(QJsonObject {{u"id"_s, row.id}, {u"register"_s, row.registerId}, {u"label"_s, row.label}});
    return {{u"id"_s, check.id}, {u"outcome"_s, outcomeId(check.outcome)}, {u"population"_s, check.population},
        {u"violations"_s, check.violationCount}, {u"rows"_s, rows}, {u"value"_s, check.value}};
}

QJsonObject measureJson(const MeasureStatus &measure)
{
    QJsonArray reasons, checks;
    for (const StatusReason &reason : measure.reasons)
        reasons.append(QJsonObject {{u"id"_s, reason.id}, {u"args"_s, QJsonArray::fromStringList(reason.args)}});
    for (const CheckResult &check : measure.checks)
        checks.append(checkJson(check));
    return {{u"id"_s, measure.id}, {u"status"_s, statusId(measure.status)}, {u"blocks_open_gate"_s, measure.blocksOpenGate},
        {u"changed_since_signed"_s, measure.isChangedSinceSigned}, {u"reasons"_s, reasons}, {u"checks"_s, checks}};
}

QJsonObject statusJson(const DealStatus &status, const QList<GateView> &gates)
{
    QJsonArray measures, costs, gateArray;
    QJsonObject counts;
    for (const MeasureStatus &measure : status.measures)
        measures.append(measureJson(measure));
    for (const Readiness::Cost &cost : status.readiness.costs)
        costs.append(QJsonObject {{u"measure"_s, cost.measure}, {u"points"_s, cost.points}});
    for (auto it = status.readiness.counts.cbegin(); it != status.readiness.counts.cend(); ++it)
        counts.insert(it.key(), it.value());
    for (const GateView &gate : gates)
        gateArray.append(QJsonObject {{u"gate"_s, gate.gate}, {u"state"_s, gate.state},
            {u"red"_s, QJsonArray::fromStringList(gate.redMeasures)}, {u"can_pass"_s, gate.canPass()}});
    return {{u"readiness"_s, status.readiness.score}, {u"capped"_s, status.readiness.isCapped}, {u"phase"_s, status.phase},
        {u"gate"_s, status.gate}, {u"today"_s, status.today.toString(Qt::ISODate)}, {u"counts"_s, counts}, {u"costs"_s, costs},
        {u"measures"_s, measures}, {u"gates"_s, gateArray}};
}

void printMeasure(const MeasureStatus &measure, const MeasureCatalogue &catalogue, bool chinese, Terminal &terminal)
{
    const MeasureDecl *decl = catalogue.find(measure.id);
    terminal.print(u"%1  %2  %3%4"_s.arg(idtext::status(statusId(measure.status)).leftJustified(14), measure.id.leftJustified(18),
        decl ? decl->title.in(chinese) : QString(), measure.blocksOpenGate ? u" *"_s : QString()));
    if (measure.status == Status::Green || measure.status == Status::GreenSigned)
        return;
    for (const StatusReason &reason : measure.reasons) {
        QStringList args = reason.args;
        if (!args.isEmpty()) {
            if (const CheckDecl *check = catalogue.check(args.first()))
                args.first() = check->title.in(chinese);
        }
        terminal.print(u"                    "_s + idtext::statusReason(reason.id, args));
    }
}

} // namespace

QString StatusCommand::summary() const
{
    return tr("Readiness, the 61 measures, the gates, what fails and why");
}

Exit StatusCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    if (arguments.words().size() != 1)
        return usageError(*this, terminal);
    const auto session = openVault(arguments.word(0), arguments);
    if (!session)
        return terminal.report(session.error());
    const auto status = (*session)->measures().status();
    if (!status)
        return terminal.report(status.error());
    const auto gates = (*session)->gates().all();
    if (!gates)
        return terminal.report(gates.error());
    const bool isOpen = std::none_of(gates->begin(), gates->end(),
        [&](const GateView &gate) { return gate.gate == status->gate && !gate.canPass(); });
    if (arguments.has(u"json"_s)) {
        terminal.print(QJsonValue(statusJson(*status, *gates)));
        return isOpen ? Exit::Done : Exit::No;
    }
    const MeasureCatalogue &catalogue = (*session)->measures().catalogue();
    const bool chinese = isChinese();
    terminal.print(tr("Readiness %1 of 100, phase %2, next gate %3%4")
                       .arg(QString::number(status->readiness.score), idtext::phase(status->phase), idtext::gate(status->gate),
                           status->readiness.isCapped ? tr(" (capped: a row that blocks it is red)") : QString()));
    for (const MeasureStatus &measure : status->measures) {
        if (!arguments.has(u"red"_s) || measure.status == Status::Red)
            printMeasure(measure, catalogue, chinese, terminal);
    }
    terminal.print(tr("* blocks the next gate"));
    return isOpen ? Exit::Done : Exit::No;
}

} // namespace dw
