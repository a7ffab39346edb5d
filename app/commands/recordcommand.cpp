#include "app/commands/recordcommand.h"

#include "app/commands/recordtext.h"
#include "app/commands/vaultaccess.h"
#include "core/base/atomicwrite.h"
#include "core/base/jobcontext.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"

#include <QFile>
#include <QJsonArray>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Exit listRecords(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    const QString registerId = arguments.word(2);
    RecordQuery query;
    query.search = arguments.value(u"search"_s);
    query.includeVoided = arguments.has(u"voided"_s);
    const auto found = records.list(registerId, query);
    if (!found)
        return terminal.report(found.error());
    const RegisterDecl &decl = *records.catalogue().find(registerId);
    if (arguments.has(u"json"_s)) {
        QJsonArray array;
        for (const Record &record : *found)
            array.append(recordJson(decl, record));
        terminal.print(QJsonValue(array));
        return Exit::Done;
    }
    for (const Record &record : *found) {
        const auto label = records.label(registerId, record.id);
        terminal.print(u"%1  %2  %3"_s.arg(record.id.toString(), record.state.leftJustified(16), label ? *label : QString()));
    }
    return Exit::Done;
}

Exit showRecord(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    const QString registerId = arguments.word(2);
    const auto id = findRecord(records, registerId, arguments.word(3));
    if (!id)
        return terminal.report(id.error());
    const auto record = records.get(registerId, *id);
    if (!record)
        return terminal.report(record.error());
    const RegisterDecl &decl = *records.catalogue().find(registerId);
    if (arguments.has(u"json"_s))
        terminal.print(QJsonValue(recordJson(decl, *record)));
    else
        printRecord(decl, *record, terminal);
    return Exit::Done;
}

Exit addRecord(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    const QString registerId = arguments.word(2);
    const auto values = readValues(records, registerId, arguments.words().mid(3));
    if (!values)
        return terminal.report(values.error());
    auto start = records.defaults(registerId);
    if (!start)
        return terminal.report(start.error());
    for (auto it = values->cbegin(); it != values->cend(); ++it)
        start->insert(it.key(), it.value());
    const auto id = records.add(registerId, *start, arguments.value(u"note"_s));
    if (!id)
        return terminal.report(id.error());
    terminal.print(id->toString());
    return Exit::Done;
}

Exit setRecord(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    const QString registerId = arguments.word(2);
    const RegisterDecl *decl = records.catalogue().find(registerId);
    // A register of one row needs no id: "record set V deal scope_in=…".
    const bool named = !(decl && decl->isSingle && arguments.word(3).contains(u'='));
    const auto id = findRecord(records, registerId, named ? arguments.word(3) : QString());
    if (!id)
        return terminal.report(id.error());
    const auto values = readValues(records, registerId, arguments.words().mid(named ? 4 : 3));
    if (!values)
        return terminal.report(values.error());
    const Result<> done = records.set(registerId, *id, 0, *values, arguments.value(u"note"_s));
    return done ? Exit::Done : terminal.report(done.error());
}

Exit doTransition(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    const QString registerId = arguments.word(2);
    const auto id = findRecord(records, registerId, arguments.word(3));
    if (!id)
        return terminal.report(id.error());
    const auto values = readValues(records, registerId, arguments.words().mid(5));
    if (!values)
        return terminal.report(values.error());
    const Result<> done = records.transition(registerId, *id, arguments.word(4), *values, arguments.value(u"note"_s));
    return done ? Exit::Done : terminal.report(done.error());
}

Exit voidOne(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    const auto id = findRecord(records, arguments.word(2), arguments.word(3));
    if (!id)
        return terminal.report(id.error());
    const Result<> done = records.voidRecord(arguments.word(2), *id, arguments.value(u"note"_s));
    return done ? Exit::Done : terminal.report(done.error());
}

Exit importRecords(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    QFile file(arguments.word(3));
    if (!file.open(QIODevice::ReadOnly))
        return terminal.report({ErrorCode::Io, u"file.unreadable"_s, {arguments.word(3)}, {}});
    ImportOptions options;
    options.mode = arguments.has(u"dry-run"_s) ? ImportOptions::Mode::DryRun : ImportOptions::Mode::Write;
    NoJobContext job;
    const auto report = records.importTable(arguments.word(2), file.readAll(), options, job);
    if (!report)
        return terminal.report(report.error());
    printImport(*report, terminal);
    return report->problems.isEmpty() ? Exit::Done : Exit::No;
}

Exit exportRecords(RecordService &records, const Arguments &arguments, Terminal &terminal)
{
    const auto csv = records.exportCsv(arguments.word(2));
    if (!csv)
        return terminal.report(csv.error());
    const Result<> written = writeFileAtomically(arguments.word(3), *csv);
    return written ? Exit::Done : terminal.report(written.error());
}

} // namespace

QString RecordCommand::usage() const
{
    return u"list VAULT REGISTER [--search WORDS] [--voided] [--json]\n"
           "show VAULT REGISTER ID [--json]\n"
           "add VAULT REGISTER field=value … [--note T]\n"
           "set VAULT REGISTER ID field=value … [--note T]\n"
           "do VAULT REGISTER ID TRANSITION [field=value …] [--note REASON]\n"
           "void VAULT REGISTER ID --note REASON\n"
           "import VAULT REGISTER FILE.csv [--dry-run]\n"
           "export VAULT REGISTER FILE.csv"_s;
}

QString RecordCommand::summary() const
{
    return tr("Entries of every register: the deal, persons, NDAs, grants and all others");
}

QStringList RecordCommand::valuedOptions() const
{
    return {u"search"_s, u"note"_s};
}

QStringList RecordCommand::flags() const
{
    return {u"json"_s, u"voided"_s, u"dry-run"_s};
}

Exit RecordCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    using Form = Exit (*)(RecordService &, const Arguments &, Terminal &);
    struct Entry {
        const char *name;
        int words;
        Form form;
    };
    static constexpr std::array forms {Entry {"list", 3, listRecords}, Entry {"show", 4, showRecord}, Entry {"add", 4, addRecord},
        Entry {"set", 4, setRecord}, Entry {"do", 5, doTransition}, Entry {"void", 4, voidOne}, Entry {"import", 4, importRecords},
        Entry {"export", 4, exportRecords}};
    for (const Entry &entry : forms) {
        if (arguments.word(0) != QLatin1StringView(entry.name) || arguments.words().size() < entry.words)
            continue;
        const auto session = openVault(arguments.word(1), arguments);
        if (!session)
            return terminal.report(session.error());
        RecordService &records = (*session)->records();
        if (!records.catalogue().find(arguments.word(2)))
            return terminal.report({ErrorCode::NotFound, u"register.unknown"_s, {arguments.word(2)}, {}});
        return entry.form(records, arguments, terminal);
    }
    return usageError(*this, terminal);
}

} // namespace dw
