#pragma once

#include "core/base/jobcontext.h"
#include "core/domain/document.h"
#include "core/domain/filetext.h"
#include "core/engines/find/classifier.h"
#include "core/engines/find/finder.h"

#include <functional>

namespace dw {

class WorkerClient;

/// A file to be searched.
struct SearchedFile {
    QByteArray bytes;
    QString name; ///< Without directories; a hint at its kind, and what gaps are told with.
};

/// Searches files of every kind that can be read, in the worker. What it could not read it says as a gap: an answer
/// without gaps means that every part was searched. One finder serves many files; any thread.
class DocumentSearch
{
public:
    static Result<std::unique_ptr<DocumentSearch>> make(const WorkerClient &worker, const FinderOptions &options);

    /// Sees each text of the file in order: a page, a paragraph, a row.
    using OnText = std::function<void(const FileText &)>;

    /// A file that cannot be read at all is an answer too, with a gap. Fails only when the job is stopped.
    Result<SearchResult> search(const SearchedFile &file, JobContext &job, const OnText &onText = {}) const;

private:
    DocumentSearch(const WorkerClient &worker, const FinderOptions &options, Classifier rules);

    const WorkerClient &m_worker;
    const Finder m_finder;
    const Classifier m_rules;
};

} // namespace dw
