#include "core/desk/registers/recordcsv.h"

#include "core/desk/registers/recordlabels.h"
#include "core/desk/registers/recordservice_p.h"
#include "core/engines/office/csvwriter.h"
#include "core/store/store.h"
#include "core/worker/tablesession.h"

#include <QBuffer>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

struct Table {
    QStringList headings;
    QList<QStringList> rows;
    QList<qint64> numbers; ///< Where each row stands in the file.
    QList<ImportReport::Problem> problems;
};

Result<Table> readTable(const WorkerClient &worker, const QByteArray &bytes, JobContext &job)
{
    TableOptions options;
    options.limits.fileBytes = qint64 {64} << 20; // registers are typed by people; client lists have their own import
    options.limits.rows = 100'000;
    DW_ASSIGN(const auto reader, TableSession::open(worker, bytes, options, job));
    Table table;
    for (;;) {
        DW_ASSIGN(const TableBatch batch, reader->next(1000, job));
        if (batch.isEmpty())
            break;
        for (const RowProblem &problem : batch.problems()) {
            if (problem.severity == RowProblem::Severity::Error)
                table.problems.append({int(problem.row), {}, problem.reason, problem.args});
        }
        for (qsizetype row = 0; row < batch.rowCount(); ++row) {
            if (table.headings.isEmpty()) {
                table.headings = batch.texts(row);
            } else if (!batch.hasError(row)) {
                table.rows.append(batch.texts(row));
                table.numbers.append(batch.rowNumber(row));
            }
        }
    }
    return table;
}

QString withoutApostrophe(const QString &cell)
{
    // What writeCsv put in front of "=..." is taken away again.
    static const QString guarded = u"=+-@\t\r"_s;
    return cell.size() > 1 && cell.front() == u'\'' && guarded.contains(cell.at(1)) ? cell.mid(1) : cell;
}

const FieldDecl *fieldOf(const RegisterDecl &decl, const QString &heading, const QHash<QString, QString> &mapping)
{
    if (const auto it = mapping.constFind(heading); it != mapping.cend())
        return decl.field(*it);
    const QString wanted = heading.trimmed();
    for (const FieldDecl &field : decl.fields) {
        if (field.name == wanted || field.title.zh == wanted || field.title.en.compare(wanted, Qt::CaseInsensitive) == 0)
            return &field;
    }
    return nullptr;
}

/// Carries the outcome of a dry run out of a transaction that must not commit.
tl::unexpected<Error> undone()
{
    return fail(ErrorCode::Cancelled, u"import.dry_run"_s);
}

} // namespace

Result<ImportReport> RecordService::importTable(const QString &registerId, const QByteArray &bytes, const ImportOptions &options, JobContext &job)
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    DW_TRY(d->checkRole(*decl, decl->addRoles));
    DW_ASSIGN(const Table table, readTable(d->worker, bytes, job));
    ImportReport report;
    report.problems = table.problems;
    report.rows = int(table.rows.size() + table.problems.size());
    QList<const FieldDecl *> columns;
    for (const QString &heading : table.headings) {
        const FieldDecl *field = fieldOf(*decl, heading, options.mapping);
        columns.append(field && !field->readOnly ? field : nullptr);
        if (!columns.last())
            report.ignoredHeadings.append(heading);
    }
    const auto work = [&](WriteTx &tx) -> Result<> {
        for (qsizetype row = 0; row < table.rows.size(); ++row) {
            QVariantMap values;
            for (qsizetype column = 0; column < columns.size() && column < table.rows[row].size(); ++column) {
                if (columns[column] && !table.rows[row][column].trimmed().isEmpty())
                    values.insert(columns[column]->name, withoutApostrophe(table.rows[row][column].trimmed()));
            }
            const Result<RecordId> id = d->insert(tx, *decl, values);
            if (id) {
                report.ids.append(*id);
            } else {
                const Error &error = id.error();
                report.problems.append({int(table.numbers[row]), error.args.value(1), error.reason, error.args});
                if (error.code == ErrorCode::Internal || error.code == ErrorCode::Io)
                    return failed(id);
            }
        }
        report.imported = int(report.ids.size());
        if (options.mode == ImportOptions::Mode::DryRun || report.ids.isEmpty())
            return undone();
        return {};
    };
    const Result<> done = d->store.write({u"record.import"_s, registerId, {}, options.note}, work);
    if (!done && done.error().reason != u"import.dry_run"_s)
        return failed(done);
    if (!done)
        report.ids.clear();
    return report;
}

Result<QByteArray> RecordService::exportCsv(const QString &registerId, const RecordQuery &query, Language language) const
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    const bool chinese = language == Language::Chinese;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    QStringList headings;
    for (const FieldDecl &field : decl->fields)
        headings.append(field.title.in(chinese));
    if (!decl->states.isEmpty())
        headings.append(chinese ? u"状态"_s : u"State"_s);
    DW_TRY(writer.writeRow(headings));
    const Result<> written = d->store.read([&](const ReadTx &tx) -> Result<> {
        RecordLabels labels(tx, language);
        DW_ASSIGN(const auto records, d->list(tx, *decl, query));
        for (const Record &record : records) {
            QStringList cells;
            for (const FieldDecl &field : decl->fields) {
                DW_ASSIGN(const QString words, labels.value(*decl, field, record.value(field.name)));
                cells.append(words);
            }
            if (const StateDecl *state = decl->stateDecl(record.state))
                cells.append(state->title.in(chinese));
            DW_TRY(writer.writeRow(cells));
        }
        return {};
    });
    DW_TRY(written);
    return buffer.data();
}

Result<QByteArray> RecordService::csvTemplate(const QString &registerId, Language language) const
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    QStringList headings;
    for (const FieldDecl &field : decl->fields) {
        if (!field.readOnly)
            headings.append(field.title.in(language == Language::Chinese));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    DW_TRY(CsvWriter(buffer).writeRow(headings));
    return buffer.data();
}

} // namespace dw
