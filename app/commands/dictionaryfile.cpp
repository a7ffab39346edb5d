#include "app/commands/dictionaryfile.h"

#include "app/commands/files.h"
#include "core/worker/tablesession.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

struct Columns {
    int name = 0;
    int type = 1;
    int alias = -1;
    bool isHeading = false; ///< The row that was looked at is no name itself.
};

Columns columnsOf(const QStringList &first)
{
    Columns columns;
    Columns named {-1, -1, -1, true};
    for (int i = 0; i < first.size(); ++i) {
        const QString heading = first.at(i).trimmed().toLower();
        if (heading == "name"_L1 || heading == u"名称"_s || heading == u"姓名"_s || heading == u"客户名称"_s)
            named.name = i;
        else if (heading == "type"_L1 || heading == "kind"_L1 || heading == u"类型"_s)
            named.type = i;
        else if (heading == "alias"_L1 || heading == "aliases"_L1 || heading == u"别名"_s || heading == u"简称"_s)
            named.alias = i;
    }
    return named.name >= 0 ? named : columns;
}

QString typeOf(const QString &name, const QString &given)
{
    if (!given.isEmpty())
        return given.toUpper();
    const bool isShortHan = name.size() >= 2 && name.size() <= 4 && std::all_of(name.begin(), name.end(), [](QChar c) { return isHan(c.unicode()); });
    return isShortHan ? u"PERSON"_s : u"COMPANY"_s;
}

} // namespace

Result<QList<DictionaryName>> readDictionary(const QString &path, const WorkerClient &worker, JobContext &job)
{
    DW_ASSIGN(const QByteArray bytes, files::read(path));
    DW_ASSIGN(const auto session, TableSession::open(worker, bytes, {}, job));
    QList<DictionaryName> names;
    std::optional<Columns> columns;
    for (;;) {
        DW_ASSIGN(const TableBatch batch, session->next(2000, job));
        // A name that cannot be read would silently not be looked for.
        for (const RowProblem &problem : batch.problems())
            return fail(ErrorCode::InvalidInput, u"find.dictionary_row"_s, {path, QString::number(problem.row)});
        if (batch.rowCount() == 0)
            break;
        for (qsizetype row = 0; row < batch.rowCount(); ++row) {
            if (!columns) {
                columns = columnsOf(batch.texts(row));
                if (columns->isHeading)
                    continue;
            }
            const QString name = batch.text(row, columns->name).trimmed();
            const QString type = typeOf(name, columns->type < 0 || columns->type >= batch.cellCount(row) ? QString() : batch.text(row, columns->type).trimmed());
            names.append({name, type});
            if (columns->alias >= 0 && columns->alias < batch.cellCount(row)) {
                for (const QString &alias : batch.text(row, columns->alias).replace(u'；', u';').split(u';', Qt::SkipEmptyParts))
                    names.append({alias.trimmed(), type});
            }
        }
    }
    if (names.isEmpty())
        return fail(ErrorCode::InvalidInput, u"find.dictionary_empty"_s, {path});
    return names;
}

} // namespace dw
