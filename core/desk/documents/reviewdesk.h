#pragma once

#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"

namespace dw {

/// Review by a second person, bound to the hash of the file.
class ReviewDesk
{
public:
    ReviewDesk(const DocumentContext &context, const DocumentReader &reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    Result<QList<Review>> list(const VersionId &version) const; ///< Newest first.

    /// draft, scanned, rejected -> in_review.
    Result<> request(const VersionId &version, const QString &note = {});

    /// in_review -> approved; older versions of the same kind become superseded. Refused: by the preparer
    /// ("review.own_work"), an auditor ("record.role"), without clearance, while findings are open
    /// ("review.open_findings" {count}) or parts were neither searched nor looked at ("review.search_incomplete"), when the stored bytes no longer have the hash ("blob.damaged"), or a
    /// redacted version has no passed verification of this hash ("review.not_verified").
    Result<RecordId> approve(const VersionId &version, const QString &note);

    /// in_review or approved -> rejected, with comments ("review.note_needed").
    Result<RecordId> sendBack(const VersionId &version, const QString &note);

    /// Reads the stored bytes of an approved version again. If they are no longer what was approved, the approval is
    /// lost: approved -> rejected. True while it holds; false for versions that are not approved.
    Result<bool> confirmApproval(const VersionId &version);

    /// What would keep this session from approving; empty when nothing does. For the review panel.
    Result<QList<Error>> obstacles(const VersionId &version) const;

private:
    Result<RecordId> writeReview(WriteTx &tx, const DocumentVersion &version, bool approved, const QString &note) const;
    Result<QList<Error>> obstaclesIn(const ReadTx &tx, const DocumentVersion &version) const;

    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

} // namespace dw
