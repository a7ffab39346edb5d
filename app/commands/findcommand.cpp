#include "app/commands/findcommand.h"

#include "app/commands/dictionaryfile.h"
#include "app/commands/files.h"
#include "app/commands/filesearch.h"
#include "app/commands/rulesfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const FileFinding &item)
{
    QJsonObject span {{u"start"_s, item.span.start}, {u"end"_s, item.span.end}, {u"type"_s, item.span.type}, {u"score"_s, item.span.score},
        {u"text"_s, item.text}, {u"reason"_s, item.span.reason}};
    if (!item.span.evidence.isEmpty())
        span.insert(u"evidence"_s, item.span.evidence);
    if (!item.span.sub.isEmpty())
        span.insert(u"sub"_s, item.span.sub);
    if (item.page > 0) {
        QJsonArray rects;
        for (const QRectF &rect : item.rects)
            rects.append(QJsonArray {rect.left(), rect.top(), rect.right(), rect.bottom()});
        span.insert(u"page"_s, item.page);
        span.insert(u"rects"_s, rects);
    }
    if (!item.part.isEmpty())
        span.insert(u"part"_s, item.part);
    if (!item.at.isEmpty())
        span.insert(u"at"_s, item.at);
    if (item.kind != "text"_L1)
        span.insert(u"kind"_s, item.kind);
    if (item.isRecognised)
        span.insert(u"recognised"_s, true);
    return span;
}

QJsonObject jsonOf(const TextFindings &findings)
{
    QJsonArray spans;
    for (const FileFinding &item : findings.items)
        spans.append(jsonOf(item));
    return {{u"id"_s, findings.id}, {u"spans"_s, spans}};
}

Result<QByteArray> readLines(const QString &name)
{
    if (name != "-"_L1)
        return files::read(name);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"file.unreadable"_s, {name});
    return input.readAll();
}

} // namespace

QString FindCommand::usage() const
{
    return u"FILE|DIR… [--dictionary D.csv] [--rules R.json] [--json] [--amounts]\n"
           "[FILE…] --jsonl [--dictionary D.csv] [--rules R.json] [--amounts]"_s;
}

QString FindCommand::summary() const
{
    return tr("Find client information in PDF, scans, Word, Excel, text and whole folders");
}

QStringList FindCommand::valuedOptions() const
{
    return {u"dictionary"_s, u"rules"_s};
}

QStringList FindCommand::flags() const
{
    return {u"json"_s, u"jsonl"_s, u"amounts"_s};
}

Exit FindCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const bool readsLines = arguments.has(u"jsonl"_s);
    if (arguments.words().isEmpty() && !readsLines) {
        terminal.complain(tr("Name the files to search: find %1").arg(usage()));
        return Exit::Usage;
    }
    const WorkerClient worker(WorkerClient::findProgram());
    NoJobContext job;
    FinderOptions options;
    options.allAmounts = arguments.has(u"amounts"_s);
    if (arguments.has(u"dictionary"_s)) {
        const auto names = readDictionary(arguments.value(u"dictionary"_s), worker, job);
        if (!names)
            return terminal.report(names.error());
        options.names = *names;
    }
    if (arguments.has(u"rules"_s)) {
        if (const Result<> read = readRules(arguments.value(u"rules"_s), options); !read)
            return terminal.report(read.error());
    }
    const Finder finder(options);
    FileSearch search(finder, worker);
    qsizetype count = 0;
    const auto take = [&](const TextFindings &findings) {
        count += findings.items.size();
        if (readsLines || arguments.has(u"json"_s)) {
            if (!findings.isContent() && findings.items.isEmpty())
                return;
            terminal.print(QJsonValue(jsonOf(findings)));
            return;
        }
        for (const FileFinding &item : findings.items)
            terminal.print(u"%1:%2-%3  %4  %5"_s.arg(findings.id).arg(item.span.start).arg(item.span.end).arg(item.span.type, item.text));
    };

    Exit exit = Exit::Done;
    QStringList names;
    for (const QString &word : arguments.words())
        names += readsLines ? QStringList {word} : FileSearch::filesOf(word);
    if (arguments.words().isEmpty())
        names.append(u"-"_s);
    for (const QString &name : names) {
        const auto work = [&]() -> Result<> {
            if (!readsLines)
                return search.search(name, take, job);
            DW_ASSIGN(const QByteArray lines, readLines(name));
            return search.searchLines(name, lines, take);
        };
        if (const Result<> searched = work(); !searched) {
            (void)terminal.report(searched.error());
            const bool isMissing = searched.error().code == ErrorCode::NotFound;
            exit = std::max(exit, isMissing ? Exit::Usage : Exit::No);
        }
    }
    for (const Error &problem : search.problems())
        (void)terminal.report(problem);
    if (!search.problems().isEmpty())
        exit = std::max(exit, Exit::No);
    if (!readsLines && !arguments.has(u"json"_s))
        terminal.print(tr("%n finding(s). Have a person look: no search finds everything.", nullptr, int(count)));
    return exit;
}

} // namespace dw
