#include "app/commands/importcommand.h"

#include "app/commands/files.h"
#include "app/commands/vaultaccess.h"
#include "core/desk/clients/listimport.h"
#include "core/session/session.h"
#include "ui/text/clienttext.h"
#include "ui/text/idtext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownProblems = 20;

/// What an import did, for other programs.
QJsonObject outcomeJson(const ImportOutcome &outcome, const ClientMapping &mapping)
{
    QJsonArray problems;
    for (const RowProblem &problem : outcome.problems) {
        problems.append(QJsonObject {{u"row"_s, problem.row}, {u"column"_s, problem.column}, {u"reason"_s, problem.reason},
            {u"args"_s, QJsonArray::fromStringList(problem.args)},
            {u"severity"_s, problem.severity == RowProblem::Severity::Error ? u"error"_s : u"warning"_s}});
    }
    QJsonObject levels;
    for (int level = 1; level <= 4; ++level)
        levels.insert(QString::number(level), outcome.perLevel.at(static_cast<std::size_t>(level)));
    return {{u"import"_s, outcome.import.toString()}, {u"rows"_s, outcome.rows}, {u"imported"_s, outcome.imported},
        {u"rejected"_s, outcome.rejected}, {u"duplicates"_s, outcome.duplicates}, {u"warned"_s, outcome.warned},
        {u"levels"_s, levels}, {u"proposed_level"_s, outcome.proposal.level},
        {u"reasons"_s, QJsonArray::fromStringList(outcome.proposal.reasons)}, {u"problems"_s, problems},
        {u"problem_count"_s, outcome.problemCount}, {u"mapping"_s, mapping.toJson()}};
}

Result<ClientMapping> chosenMapping(const ListImport &list, const Arguments &arguments)
{
    if (!arguments.has(u"map"_s))
        return list.mapping();
    DW_ASSIGN(const QByteArray bytes, files::read(arguments.value(u"map"_s)));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"mapping.malformed"_s, {arguments.value(u"map"_s)});
    return applyMapping(list.mapping(), document.object());
}

Result<RecordId> chosenAsset(ClientService &clients, const Arguments &arguments)
{
    if (!arguments.has(u"asset"_s))
        return clients.assetForImport(u"Client list"_s);
    const QString wanted = arguments.value(u"asset"_s);
    DW_ASSIGN(const auto assets, clients.assets());
    for (const Record &asset : assets) {
        if (asset.id.toString() == wanted || asset.text(u"name"_s) == wanted)
            return asset.id;
    }
    return fail(ErrorCode::NotFound, u"record.missing"_s, {u"data_asset"_s});
}

/// Opens the list, checks every row, and imports it unless it is a dry run.
Result<ImportOutcome> importList(ClientService &clients, const Arguments &arguments, std::unique_ptr<ListImport> &list)
{
    NoJobContext job;
    const bool isDry = arguments.has(u"dry-run"_s);
    DW_ASSIGN(const QByteArray file, files::read(arguments.word(2)));
    TableOptions options;
    options.encoding = arguments.value(u"encoding"_s);
    if (arguments.has(u"sheet"_s))
        options.sheet = qMax(0, arguments.value(u"sheet"_s).toInt() - 1);
    DW_ASSIGN(list, ListImport::open(clients, file, arguments.word(2), options, job));
    DW_ASSIGN(const ClientMapping mapping, chosenMapping(*list, arguments));
    DW_TRY(checkMapping(mapping));
    list->setMapping(mapping);
    if (arguments.has(u"keep-duplicates"_s))
        list->setDuplicates(ImportRequest::Duplicates::Keep);
    // A dry run makes no data asset.
    if (!isDry || arguments.has(u"asset"_s)) {
        DW_ASSIGN(const RecordId asset, chosenAsset(clients, arguments));
        list->setAsset(asset);
    }
    DW_ASSIGN(const ImportOutcome dry, list->dryRun(job));
    return isDry ? Result<ImportOutcome>(dry) : list->run(job);
}

} // namespace

QString ImportCommand::usage() const
{
    return u"clients VAULT FILE [--map M.json] [--dry-run] [--asset NAME] [--encoding E] [--sheet N] [--keep-duplicates] [--json]\n"
           "undo VAULT IMPORT [--note T]"_s;
}

QString ImportCommand::summary() const
{
    return tr("Import a client list (CSV or XLSX), or take an import back");
}

QStringList ImportCommand::valuedOptions() const
{
    return {u"map"_s, u"asset"_s, u"encoding"_s, u"sheet"_s, u"note"_s};
}

QStringList ImportCommand::flags() const
{
    return {u"dry-run"_s, u"keep-duplicates"_s, u"json"_s};
}

Exit ImportCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const QString verb = arguments.word(0);
    if ((verb != "clients"_L1 && verb != "undo"_L1) || arguments.words().size() != 3) {
        terminal.complain(tr("Say what to import into which vault: import %1").arg(usage()));
        return Exit::Usage;
    }
    const auto session = openVault(arguments.word(1), arguments);
    if (!session)
        return terminal.report(session.error());
    ClientService &clients = (*session)->clients();
    if (verb == "undo"_L1) {
        const auto undone = clients.undoImport(RecordId::fromText(arguments.word(2)), arguments.value(u"note"_s));
        if (!undone)
            return terminal.report(undone.error());
        terminal.print(tr("The import is taken back; its rows are out of sight."));
        return Exit::Done;
    }

    const bool isDry = arguments.has(u"dry-run"_s);
    std::unique_ptr<ListImport> list;
    const Result<ImportOutcome> outcome = importList(clients, arguments, list);
    if (!outcome)
        return terminal.report(outcome.error());
    if (arguments.has(u"json"_s))
        terminal.print(QJsonValue(outcomeJson(*outcome, list->mapping())));
    else
        print(*outcome, list->mapping(), terminal);
    return isDry && outcome->rejected > 0 ? Exit::No : Exit::Done;
}

void ImportCommand::print(const ImportOutcome &outcome, const ClientMapping &mapping, Terminal &terminal)
{
    const bool isDry = outcome.import.isNull();
    const qint64 attention = outcome.rejected + outcome.warned;
    terminal.print(isDry ? clienttext::dryOutcome(outcome.imported, outcome.rows, attention)
                         : clienttext::outcome(outcome.imported, outcome.rows, attention));
    for (int level = 1; level <= 4; ++level) {
        if (const qint64 rows = outcome.perLevel.at(static_cast<std::size_t>(level)); rows > 0)
            terminal.print(tr("  at level %1 %2: %3").arg(level).arg(idtext::level(level)).arg(rows));
    }
    const LevelProposal &proposal = outcome.proposal;
    terminal.print(tr("Proposed level: %1 %2 (%3)")
                       .arg(proposal.level)
                       .arg(idtext::level(proposal.level), clienttext::levelReasons(proposal.reasons)));
    if (!isDry)
        terminal.print(tr("Import: %1").arg(outcome.import.toString()));
    for (const RowProblem &problem : outcome.problems.first(qMin(shownProblems, outcome.problems.size()))) {
        const QString column = mapping.columns.value(problem.column).heading;
        terminal.complain(clienttext::rowProblem(problem.row, column, problem.reason, problem.args));
    }
    if (outcome.problemCount > shownProblems)
        terminal.complain(tr("… and %1 more; --json lists up to a thousand.").arg(outcome.problemCount - shownProblems));
}

} // namespace dw
