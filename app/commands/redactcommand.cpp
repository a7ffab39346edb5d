#include "app/commands/redactcommand.h"

#include "app/commands/dictionaryfile.h"
#include "app/commands/files.h"
#include "app/commands/findingmarks.h"
#include "core/base/atomicwrite.h"
#include "core/base/canonicaljson.h"
#include "core/worker/workerclient.h"

#include <QFileInfo>
#include <QJsonArray>

namespace dw {

using namespace Qt::StringLiterals;

QString RedactCommand::name() const
{
    return u"redact"_s;
}

QString RedactCommand::usage() const
{
    return u"IN.pdf OUT.pdf --marks M.json [--level A|B|C] [--report R.json]\n"
           "IN.pdf OUT.pdf --find [--dictionary D.csv] [--amounts] [--level A|B|C] [--report R.json]"_s;
}

QString RedactCommand::summary() const
{
    return tr("Remove marked areas from a PDF, prove it, and write the result");
}

QStringList RedactCommand::valuedOptions() const
{
    return {u"marks"_s, u"level"_s, u"report"_s, u"dictionary"_s};
}

QStringList RedactCommand::flags() const
{
    return {u"find"_s, u"amounts"_s};
}

Exit RedactCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const bool finds = arguments.has(u"find"_s);
    if (arguments.words().size() != 2 || arguments.has(u"marks"_s) == finds) {
        terminal.complain(tr("Name the file, the result, and either the marks or --find: redact %1").arg(usage()));
        return Exit::Usage;
    }
    const auto work = [&]() -> Result<RedactionResult> {
        if (QFileInfo(arguments.word(0)).canonicalFilePath() == QFileInfo(arguments.word(1)).canonicalFilePath()
            && QFileInfo::exists(arguments.word(1)))
            return fail(ErrorCode::InvalidInput, u"file.same"_s, {arguments.word(1)});
        RedactionOptions options;
        DW_ASSIGN(options.level, redactionLevelFromName(arguments.value(u"level"_s, u"B"_s)));
        DW_ASSIGN(const QByteArray pdf, files::read(arguments.word(0)));
        NoJobContext job;
        const WorkerClient worker(WorkerClient::findProgram());
        if (finds) {
            FinderOptions wanted;
            wanted.allAmounts = arguments.has(u"amounts"_s);
            if (arguments.has(u"dictionary"_s)) {
                DW_ASSIGN(wanted.names, readDictionary(arguments.value(u"dictionary"_s), worker, job));
            }
            const FindingMarks search(Finder(wanted), worker);
            DW_ASSIGN(const MarkSet marks, search.marks(arguments.word(0), pdf, job));
            DW_ASSIGN(const RedactionResult redacted, worker.redact(pdf, marks, options, job));
            DW_TRY(search.proveGone(marks, redacted.pdf, job));
            return redacted;
        }
        DW_ASSIGN(const QByteArray json, files::read(arguments.value(u"marks"_s)));
        DW_ASSIGN(const MarkSet marks, MarkSet::fromJson(json));
        return worker.redact(pdf, marks, options, job);
    };
    const Result<RedactionResult> result = work();
    if (!result) {
        const Exit exit = terminal.report(result.error());
        if (result.error().code == ErrorCode::VerificationFailed) {
            for (const QString &finding : result.error().args)
                terminal.complain(u"    "_s + finding);
        }
        return exit;
    }
    if (const auto written = writeFileAtomically(arguments.word(1), result->pdf); !written)
        return terminal.report(written.error());
    if (arguments.has(u"report"_s)) {
        if (const auto written = writeFileAtomically(arguments.value(u"report"_s), canonicalJson(result->report) + '\n'); !written)
            return terminal.report(written.error());
    }
    const auto pictures = result->report.value("pictures"_L1).toArray().size();
    terminal.print(tr("%n mark(s) removed and proven; %1 of %2 pages are pictures now.", nullptr, int(result->report.value("marks"_L1).toArray().size()))
                       .arg(pictures)
                       .arg(result->report.value("pages"_L1).toInt()));
    return Exit::Done;
}

} // namespace dw
