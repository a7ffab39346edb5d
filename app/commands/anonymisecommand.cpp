#include "app/commands/anonymisecommand.h"

#include "app/commands/files.h"
#include "core/base/atomicwrite.h"
#include "core/engines/anonymise/tableanonymiser.h"
#include "core/engines/crypto/random.h"
#include "core/engines/office/csvwriter.h"
#include "core/engines/office/xlsxwriter.h"
#include "core/worker/tablesession.h"

#include <QBuffer>
#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<QList<QStringList>> readTable(const QByteArray &bytes, const WorkerClient &worker)
{
    NoJobContext job;
    DW_ASSIGN(const auto session, TableSession::open(worker, bytes, {}, job));
    QList<QStringList> table;
    for (;;) {
        DW_ASSIGN(const TableBatch batch, session->next(2000, job));
        for (const RowProblem &problem : batch.problems())
            return fail(ErrorCode::InvalidInput, u"anonymise.row_damaged"_s, {QString::number(problem.row)});
        if (batch.rowCount() == 0)
            return table;
        for (qsizetype row = 0; row < batch.rowCount(); ++row)
            table.append(batch.texts(row));
    }
}

Result<QByteArray> written(const QList<QStringList> &table, bool isXlsx)
{
    if (isXlsx) {
        XlsxWriter writer(u"Anonymised"_s);
        for (const QStringList &row : table) {
            DW_TRY(writer.writeRow(QVariantList(row.begin(), row.end())));
        }
        return writer.finish();
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    for (const QStringList &row : table)
        DW_TRY(writer.writeRow(row));
    return buffer.data();
}

Result<SecretBytes> keyFrom(const QString &path)
{
    if (path.isEmpty())
        return randomSecret();
    DW_ASSIGN(const QByteArray bytes, files::read(path));
    if (bytes.trimmed().size() < 16)
        return fail(ErrorCode::InvalidInput, u"anonymise.key_short"_s, {path});
    return SecretBytes::copyOf(bytes);
}

/// The number of rows in the copy, which is written only if no original value can be found in it.
Result<qsizetype> anonymise(const Arguments &arguments)
{
    const QString in = arguments.word(0), out = arguments.word(1);
    if (QFileInfo::exists(out) && QFileInfo(in).canonicalFilePath() == QFileInfo(out).canonicalFilePath())
        return fail(ErrorCode::InvalidInput, u"file.same"_s, {out});
    const WorkerClient worker(WorkerClient::findProgram());
    const QString policyFile = arguments.value(u"policy"_s);
    DW_ASSIGN(const QByteArray json, files::read(policyFile));
    DW_ASSIGN(const AnonymisePolicy policy, AnonymisePolicy::fromJson(policyFile, json));
    DW_ASSIGN(const SecretBytes key, keyFrom(arguments.value(u"key-file"_s)));
    DW_ASSIGN(const QByteArray bytes, files::read(in));
    DW_ASSIGN(const auto table, readTable(bytes, worker));
    TableAnonymiser anonymiser(policy, key);
    DW_ASSIGN(const auto made, anonymiser.anonymise(table));
    DW_ASSIGN(const QByteArray result, written(made, QFileInfo(out).suffix().toLower() == "xlsx"_L1));
    DW_ASSIGN(const auto readBack, readTable(result, worker));
    DW_TRY(anonymiser.proveGone(table, readBack));
    DW_TRY(writeFileAtomically(out, result));
    return made.size() - 1;
}

} // namespace

QString AnonymiseCommand::usage() const
{
    return u"IN.csv|xlsx OUT.csv|xlsx --policy P.json [--key-file K]\n"
           "    P.json: {\"columns\": {\"HEADING\": {\"operator\": OPERATOR, …}}, \"others\": \"remove\"|\"keep\"}\n"
           "    operators: keep, remove, mask (keep_first, keep_last), label (prefix, type, length), quarter,\n"
           "               band (edges), round (to), share (digits)"_s;
}

QString AnonymiseCommand::summary() const
{
    return tr("Copy a client list without the clients, and prove that no original value is left");
}

QStringList AnonymiseCommand::valuedOptions() const
{
    return {u"policy"_s, u"key-file"_s};
}

Exit AnonymiseCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    if (arguments.words().size() != 2 || !arguments.has(u"policy"_s)) {
        terminal.complain(tr("Name the list, the result and the policy: anonymise %1").arg(usage()));
        return Exit::Usage;
    }
    const auto rows = anonymise(arguments);
    if (!rows)
        return terminal.report(rows.error());
    terminal.print(tr("%n row(s) written: de-identified as long as the key exists.", nullptr, int(*rows)));
    if (!arguments.has(u"key-file"_s))
        terminal.complain(tr("No --key-file was given: the labels cannot be made again for another file."));
    return Exit::Done;
}

} // namespace dw
