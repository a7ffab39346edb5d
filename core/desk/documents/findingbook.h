#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/desk/documents/markbook.h"

namespace dw {

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

    Result<QList<Finding>> list(const VersionId &version) const;

    /// Searches the version again for the deal's names; decisions on the same value and kind are kept. A finder
    /// that knows more hands its findings to replace().
    Result<QList<Finding>> scan(const VersionId &version, JobContext &job);
    Result<> replace(const VersionId &version, const QList<Finding> &findings);

    /// FalsePositive or Accepted close a finding, Open opens it again. Approved versions are not touched.
    Result<> decide(const VersionId &version, const QList<FindingId> &findings, FindingState state);

    /// Makes marks of findings. They become "redacted" when a redaction removed them.
    Result<MarkChange> mark(MarkBook &marks, const VersionId &version, const QList<FindingId> &findings, const QString &reason);

    /// The parts below belong to actions of this folder: they write into a running one.
    Result<QList<Finding>> search(const QByteArray &pdf, JobContext &job, const std::function<void(const PdfPageText &)> &onPage = {}) const;
    static Result<> store(WriteTx &tx, const DocumentVersion &version, QList<Finding> findings);
    static Result<> settleRedacted(WriteTx &tx, const DocumentVersion &source, const QList<StoredMark> &marks);
    static Result<QList<Finding>> load(const ReadTx &tx, const DocumentVersion &version);

    /// A finding of these kinds tells about a person.
    static bool isPersonal(const QString &kind);

private:
    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

} // namespace dw
