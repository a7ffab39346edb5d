#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/desk/documents/documentsearch.h"
#include "core/desk/documents/markbook.h"
#include "core/desk/documents/pagetexts.h"

namespace dw {

/// What a search of a version gave, with the text that it came by.
struct VersionSearch : SearchResult {
    VersionSearch() = default;
    VersionSearch(SearchResult result) // NOLINT: whoever keeps no text has none
        : SearchResult(std::move(result))
    {
    }

    pagetexts::Texts texts;
};

/// Client information found in a version, and what was decided about it. How many are open stands in doc_version,
/// readable for every account; the findings themselves need the document's clearance.
class FindingBook
{
public:
    FindingBook(const DocumentContext &context, const DocumentReader &reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    static constexpr qsizetype largestGapList = 1000; ///< More gaps than these are not kept one by one.

    Result<QList<Finding>> list(const VersionId &version) const; ///< Also what only looks like it.
    Result<QList<Finding>> found(const VersionId &version) const; ///< Without that.

    /// Searches the version again with all that the vault knows. Decisions on the same value and kind are kept; what
    /// could not be read, a worker that fails among it, is kept with the version as its gaps.
    Result<QList<Finding>> scan(const VersionId &version, JobContext &job);
    Result<> replace(const VersionId &version, const VersionSearch &result);
    /// The text of the pages that the last search read; none of versions that were searched before texts were kept.
    Result<pagetexts::Texts> texts(const VersionId &version) const;

    /// FalsePositive or Accepted close a finding, Open opens it again. A false positive is remembered for its value and
    /// kind in the whole deal; opening one of them forgets that. Approved versions are not touched.
    Result<> decide(const VersionId &version, const QList<FindingId> &findings, FindingState state);
    /// Forgets a remembered false positive (register false_positive): its findings are open again in every version
    /// that is not approved.
    Result<> takeBack(const RecordId &falsePositive);
    /// Somebody looked at what the search did not read, and says what they saw. "record.reason_needed", "finding.no_gaps".
    Result<> confirmGaps(const VersionId &version, const QString &note);

    /// Makes marks of findings, where none cover them yet. They become "redacted" when a redaction removed them.
    /// "finding.no_page" for one in a file without pages.
    Result<MarkChange> mark(MarkBook &marks, const VersionId &version, const QList<FindingId> &findings, const QString &reason);
    static bool isMarked(const Finding &finding, const QList<StoredMark> &marks); ///< By accepted marks, as good as wholly.

    /// The parts below belong to actions of this folder: they write into a running one.
    Result<VersionSearch> search(const SearchedFile &file, JobContext &job, const DocumentSearch::OnText &onText = {}) const;
    /// One for many files: the words of the deal are read once. Their own gaps come back with `gaps`.
    Result<std::unique_ptr<DocumentSearch>> searcher(QList<SearchGap> &gaps) const;
    static Result<> store(WriteTx &tx, const DocumentVersion &version, VersionSearch result);
    static Result<> settleRedacted(WriteTx &tx, const DocumentVersion &source, const QList<StoredMark> &marks);
    static Result<QList<Finding>> load(const ReadTx &tx, const DocumentVersion &version);

    /// A finding of this kind tells about a person: the tag "personal" of resource rules/classification.json.
    static bool isPersonal(const QString &kind);

private:
    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

} // namespace dw
