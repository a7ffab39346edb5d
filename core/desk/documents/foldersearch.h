#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/findingbook.h"

#include <functional>
#include <optional>

namespace dw {

/// One file of a searched folder: how much was found in it, by type. The values themselves are not kept.
struct SearchedFolderFile {
    RecordId id;
    QString name; ///< Below the folder, with "/"; empty when it may not be seen.
    qint64 size = 0;
    QHash<QString, int> counts; ///< Places by type.
    int findings = 0;
    bool isComplete = false;
    bool isRead = false; ///< Whether anything of it was read at all.
    QList<SearchGap> gaps;
    QStringList markings; ///< State-secret markings.
};

struct FolderSearchResult {
    RecordId search;
    int files = 0;
    int incomplete = 0; ///< Searched in part, or not at all.
    int findings = 0;
    bool isStopped = false;
};

/// How a search of all documents ended.
struct AllSearched {
    int searched = 0;
    int incomplete = 0;
    QStringList refused; ///< Numbers of documents that could not be searched, e.g. for want of clearance.
};

/// Searches a folder outside the vault, and all documents inside it. Results go into the vault alone, some files at a
/// time, so that a search that was stopped or killed leaves what it had.
class FolderSearch
{
public:
    FolderSearch(const DocumentContext &context, FindingBook &findings)
        : m_context(context)
        , m_findings(findings)
    {
    }

    /// Every file below `folder`, links not followed. `onFile` may be empty. A stopped job is no error: what was searched
    /// is kept and the result says so. "folder.missing", "folder.empty", "record.role".
    Result<FolderSearchResult> run(const QString &folder, JobContext &job, const std::function<void(const SearchedFolderFile &)> &onFile = {});
    Result<QList<SearchedFolderFile>> files(const RecordId &search) const; ///< In the order they were searched.

    /// The newest open version of every document. A stopped job is an error; what was searched is kept.
    Result<AllSearched> searchAll(JobContext &job);

private:
    Result<SearchedFolderFile> searchOne(const DocumentSearch &search, const QString &path, const QString &name, JobContext &job) const;
    Result<> keep(const RecordId &search, QList<SearchedFolderFile> &files, FolderSearchResult &result, bool isLast);

    const DocumentContext &m_context;
    FindingBook &m_findings;
};

} // namespace dw
