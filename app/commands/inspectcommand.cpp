#include "app/commands/inspectcommand.h"

#include "app/commands/files.h"
#include "core/worker/workerclient.h"
#include "ui/text/facttext.h"

#include <QJsonArray>

namespace dw {

using namespace Qt::StringLiterals;

QString InspectCommand::name() const
{
    return u"inspect"_s;
}

QString InspectCommand::usage() const
{
    return u"FILE [--json]"_s;
}

QString InspectCommand::summary() const
{
    return tr("Say what a PDF hides: metadata, attachments, scripts, layers, failed redactions");
}

QStringList InspectCommand::flags() const
{
    return {u"json"_s};
}

Exit InspectCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    if (arguments.words().size() != 1) {
        terminal.complain(tr("Name one file: inspect %1").arg(usage()));
        return Exit::Usage;
    }
    const auto work = [&]() -> Result<QJsonObject> {
        DW_ASSIGN(const QByteArray pdf, files::read(arguments.word(0)));
        NoJobContext job;
        return WorkerClient(WorkerClient::findProgram()).inspectPdf(pdf, job);
    };
    const Result<QJsonObject> facts = work();
    if (!facts)
        return terminal.report(facts.error());
    if (arguments.has(u"json"_s)) {
        terminal.print(QJsonValue(*facts));
        return Exit::Done;
    }
    const QJsonArray list = facts->value("facts"_L1).toArray();
    terminal.print(tr("%n page(s).", nullptr, facts->value("pages"_L1).toInt()));
    if (list.isEmpty())
        terminal.print(tr("Nothing hidden was found."));
    for (const QJsonValue &fact : list)
        terminal.print(factText(fact.toObject()));
    return Exit::Done;
}

} // namespace dw
