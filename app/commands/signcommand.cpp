#include "app/commands/signcommand.h"

#include "app/commands/recordtext.h"
#include "app/commands/vaultaccess.h"
#include "core/desk/measures/gateservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/text/idtext.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
Exit finish(const Result<T> &result, Terminal &terminal)
{
    return result ? Exit::Done : terminal.report(result.error());
}

} // namespace

QString SignCommand::usage() const
{
    return u"VAULT measure MEASURE [--note T] [--evidence EVIDENCE]\n"
           "VAULT nil MEASURE|CHECK [--note T] [--evidence EVIDENCE]\n"
           "VAULT exception ID [--note T]\n"
           "VAULT withdraw SIGNATURE --note REASON\n"
           "VAULT na MEASURE --note REASON"_s;
}

QString SignCommand::summary() const
{
    return tr("Sign a measure, a nil return or an exception; withdraw a signature; take a row out with a reason");
}

Exit SignCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const QString what = arguments.word(1);
    static const QStringList known {u"measure"_s, u"nil"_s, u"exception"_s, u"withdraw"_s, u"na"_s};
    if (arguments.words().size() != 3 || !known.contains(what))
        return usageError(*this, terminal);
    const auto session = openVault(arguments.word(0), arguments);
    if (!session)
        return terminal.report(session.error());
    MeasureService &measures = (*session)->measures();
    const QString note = arguments.value(u"note"_s);
    RecordId evidence;
    if (arguments.has(u"evidence"_s)) {
        const auto found = findRecord((*session)->records(), u"evidence"_s, arguments.value(u"evidence"_s));
        if (!found)
            return terminal.report(found.error());
        evidence = *found;
    }
    const QString id = arguments.word(2);
    if (what == u"measure"_s)
        return finish(measures.sign(id, {}, note, evidence), terminal);
    if (what == u"nil"_s)
        return finish(measures.signNil(id, note, evidence), terminal);
    if (what == u"na"_s)
        return finish(measures.setNotApplicable(id, note), terminal);
    const auto record = findRecord((*session)->records(), what == u"exception"_s ? u"deal_exception"_s : u"signature"_s, id);
    if (!record)
        return terminal.report(record.error());
    if (what == u"exception"_s)
        return finish(measures.approveException(*record, note), terminal);
    return finish(measures.withdraw(*record, note), terminal);
}

QString GateCommand::usage() const
{
    return u"VAULT request|pass GATE [--note T]\n"
           "VAULT refuse|reopen GATE --note REASON\n"
           "VAULT review go|conditional_go|no_go --note T"_s;
}

QString GateCommand::summary() const
{
    return tr("Ask for a gate, pass, refuse or reopen it; the compliance review before closing");
}

Exit GateCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const QString what = arguments.word(1);
    static const QStringList known {u"request"_s, u"pass"_s, u"refuse"_s, u"reopen"_s, u"review"_s};
    if (arguments.words().size() != 3 || !known.contains(what))
        return usageError(*this, terminal);
    const auto session = openVault(arguments.word(0), arguments);
    if (!session)
        return terminal.report(session.error());
    GateService &gates = (*session)->gates();
    const QString gate = arguments.word(2);
    const QString note = arguments.value(u"note"_s);
    if (what == u"request"_s)
        return finish(gates.request(gate, note), terminal);
    if (what == u"refuse"_s)
        return finish(gates.refuse(gate, note), terminal);
    if (what == u"reopen"_s)
        return finish(gates.reopen(gate, note), terminal);
    if (what == u"review"_s)
        return finish(gates.review(gate, note), terminal);
    const auto passed = gates.pass(gate, note);
    if (passed)
        terminal.print(tr("%1 is passed; its snapshot is signed.").arg(idtext::gate(gate)));
    return finish(passed, terminal);
}

} // namespace dw
