#include "core/desk/documents/foldersearch.h"

#include "core/desk/documents/documentimport.h"
#include "core/desk/documents/documentrows.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype filesAtOnce = 20; ///< Kept in one action.

/// The search of one file inside a job of many: it can be stopped, but its own steps say nothing.
class PartOfJob final : public JobContext
{
public:
    explicit PartOfJob(JobContext &whole)
        : m_whole(whole)
    {
    }

    Result<> step(qint64, qint64) override
    {
        return isStopRequested() ? Result<>(fail(ErrorCode::Cancelled, {})) : Result<>();
    }
    bool isStopRequested() const override { return m_whole.isStopRequested(); }

private:
    JobContext &m_whole;
};

QStringList filesBelow(const QString &folder)
{
    QStringList names;
    const QDir top(folder);
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString name = top.relativeFilePath(it.next());
        if (!name.contains(u".dealvault/"_s)) // a vault is no folder of documents
            names.append(name);
    }
    names.sort();
    return names;
}

QString countsToJson(const QHash<QString, int> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QHash<QString, int> countsFrom(const QString &json)
{
    QHash<QString, int> counts;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.insert(it.key(), it.value().toInt());
    return counts;
}

QVariantMap rowOf(const RecordId &search, const SearchedFolderFile &file)
{
    const QString state = file.isComplete ? u"complete"_s : file.isRead ? u"incomplete"_s : u"unread"_s;
    return {{u"folder_search"_s, search.toString()}, {u"name"_s, file.name}, {u"file_size"_s, file.size}, {u"findings"_s, file.findings},
        {u"counts"_s, countsToJson(file.counts)}, {u"search_state"_s, state},
        {u"gaps"_s, file.gaps.isEmpty() ? QVariant() : QVariant(documentrows::gapsToJson(file.gaps))},
        {u"markings"_s, file.markings.isEmpty() ? QVariant() : QVariant(file.markings)}};
}

SearchedFolderFile fileOf(const Record &row)
{
    SearchedFolderFile file;
    file.id = row.id;
    file.name = row.text(u"name"_s);
    file.size = row.integer(u"file_size"_s);
    file.counts = countsFrom(row.text(u"counts"_s));
    file.findings = int(row.integer(u"findings"_s));
    file.isComplete = row.text(u"search_state"_s) == u"complete"_s;
    file.isRead = row.text(u"search_state"_s) != u"unread"_s;
    file.gaps = documentrows::gapsFromJson(row.text(u"gaps"_s));
    file.markings = row.list(u"markings"_s);
    return file;
}

} // namespace

Result<SearchedFolderFile> FolderSearch::searchOne(const DocumentSearch &search, const QString &path, const QString &name, JobContext &job) const
{
    SearchedFolderFile result;
    result.name = name;
    QFile file(path);
    result.size = file.size();
    if (result.size > DocumentImport::largestFile || !file.open(QIODevice::ReadOnly)) {
        result.gaps.append({result.size > DocumentImport::largestFile ? u"file.too_large"_s : u"file.unreadable"_s, {name}});
        return result;
    }
    const QByteArray bytes = file.readAll();
    file.close();
    if (bytes.isEmpty()) {
        result.isComplete = result.isRead = true; // there is nothing in it
        return result;
    }
    PartOfJob part(job);
    DW_ASSIGN(const SearchResult found, search.search({bytes, name}, part));
    result.isRead = found.hasRead;
    result.isComplete = found.gaps.isEmpty();
    result.gaps = found.gaps.mid(0, FindingBook::largestGapList);
    result.markings = found.markings;
    for (const Finding &finding : found.findings) {
        if (finding.isPossible())
            continue;
        ++result.findings;
        ++result.counts[finding.kind];
    }
    return result;
}

Result<> FolderSearch::keep(const RecordId &search, QList<SearchedFolderFile> &files, FolderSearchResult &result, bool isLast)
{
    const Action action {u"folder.search"_s, u"folder_search"_s, search.toString(), {}};
    const auto write = [&](WriteTx &tx) -> Result<> {
        for (const SearchedFolderFile &file : std::as_const(files)) {
            DW_TRY(tx.records().insert(u"folder_search_file"_s, rowOf(search, file)));
            ++result.files;
            result.findings += file.findings;
            result.incomplete += file.isComplete ? 0 : 1;
        }
        QVariantMap values {{u"files"_s, result.files}, {u"incomplete"_s, result.incomplete}, {u"findings"_s, result.findings}};
        if (!isLast)
            return tx.records().update(u"folder_search"_s, search, values);
        values.insert(u"finished_at"_s, tx.now());
        return tx.records().setState(u"folder_search"_s, search, result.isStopped ? u"stopped"_s : u"done"_s, values);
    };
    DW_TRY(m_context.store.write(action, write));
    files.clear();
    return {};
}

Result<FolderSearchResult> FolderSearch::run(const QString &folder, JobContext &job, const std::function<void(const SearchedFolderFile &)> &onFile)
{
    if (!QDir(folder).exists())
        return fail(ErrorCode::NotFound, u"folder.missing"_s, {folder});
    const QStringList names = filesBelow(folder);
    if (names.isEmpty())
        return fail(ErrorCode::InvalidInput, u"folder.empty"_s, {folder});
    FolderSearchResult result;
    QList<SearchGap> gaps;
    DW_ASSIGN(const auto search, m_findings.searcher(gaps));
    const Action action {u"folder.search"_s, u"folder_search"_s, {}, {}};
    DW_ASSIGN(result.search, m_context.store.write(action, [&](WriteTx &tx) -> Result<RecordId> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const RecordId id, tx.records().insert(u"folder_search"_s,
            {{u"folder"_s, QDir(folder).absolutePath()}, {u"started_at"_s, tx.now()}, {u"files_there"_s, names.size()}, {u"files"_s, 0},
                {u"incomplete"_s, 0}, {u"findings"_s, 0}, {u"searched_by"_s, tx.actor().id.toString()}}));
        tx.setObject(u"folder_search"_s, id);
        return id;
    }));
    QList<SearchedFolderFile> waiting;
    for (qsizetype i = 0; i < names.size() && !result.isStopped; ++i) {
        Result<SearchedFolderFile> file = searchOne(*search, QDir(folder).filePath(names.at(i)), names.at(i), job);
        if (!file && file.error().code != ErrorCode::Cancelled)
            return failed(file);
        result.isStopped = !file || !job.step(i + 1, names.size());
        if (!file)
            break;
        // Names that this account may not see were not looked for in any of them.
        file->gaps += gaps;
        file->isComplete = file->isComplete && gaps.isEmpty();
        waiting.append(*file);
        if (onFile)
            onFile(*file);
        if (waiting.size() >= filesAtOnce)
            DW_TRY(keep(result.search, waiting, result, false));
    }
    DW_TRY(keep(result.search, waiting, result, true));
    return result;
}

Result<QList<SearchedFolderFile>> FolderSearch::files(const RecordId &search) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<SearchedFolderFile>> {
        RecordFilter filter;
        filter.equals.insert(u"folder_search"_s, search.toString());
        filter.orderBy = u"created_at"_s;
        DW_ASSIGN(const auto rows, tx.records().list(u"folder_search_file"_s, filter));
        QList<SearchedFolderFile> files;
        for (const Record &row : rows)
            files.append(fileOf(row));
        std::stable_sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
        return files;
    });
}

Result<AllSearched> FolderSearch::searchAll(JobContext &job)
{
    const auto newest = [](const ReadTx &tx) -> Result<QList<Record>> {
        DW_ASSIGN(const auto rows, tx.records().list(u"doc_version"_s));
        QHash<QString, Record> latest;
        for (const Record &row : rows) {
            const bool isClosed = row.state == u"superseded"_s || row.state == u"erased"_s || row.state == u"approved"_s;
            Record &known = latest[row.text(u"document"_s)];
            if (!isClosed && row.integer(u"version_no"_s) > known.integer(u"version_no"_s))
                known = row;
        }
        QList<Record> versions = latest.values();
        versions.removeIf([](const Record &row) { return row.id.isNull(); });
        return versions;
    };
    DW_ASSIGN(const QList<Record> versions, m_context.store.read(newest));
    AllSearched all;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        PartOfJob part(job);
        const VersionId id = versions.at(i).id.as<VersionTag>();
        const auto found = m_findings.scan(id, part);
        if (!found && found.error().code == ErrorCode::Cancelled)
            return failed(found);
        const auto version = m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); });
        const auto number = [&](const ReadTx &tx) -> Result<QString> {
            DW_ASSIGN(const Record row, tx.records().get(u"document"_s, RecordId::fromText(versions.at(i).text(u"document"_s))));
            return row.text(u"doc_no"_s);
        };
        if (!found)
            all.refused.append(m_context.store.read(number).value_or(QString()));
        else
            ++all.searched;
        all.incomplete += found && version && version->searchState != searched::complete ? 1 : 0;
        DW_TRY(job.step(i + 1, versions.size()));
    }
    return all;
}

} // namespace dw
