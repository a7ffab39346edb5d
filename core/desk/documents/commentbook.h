#pragma once

#include "core/desk/documents/documentcontext.h"

namespace dw {

/// One remark about one version, or the answer to one. Row of register `review_comment`.
struct ReviewComment {
    RecordId id;
    VersionId version;
    QString sha256; ///< Of the file it speaks of.
    int page = -1; ///< Zero-based; -1: the whole file.
    AccountId author;
    qint64 writtenAt = 0;
    QString text; ///< Empty when its level is not cleared.
    RecordId answers; ///< Null: a remark of its own.
    bool isSettled = false;
};

/// What the people who review and prepare a version say about it. Texts are sealed by the document's level; nothing
/// is changed or taken away afterwards, only settled and opened again.
class CommentBook
{
public:
    explicit CommentBook(const DocumentContext &context)
        : m_context(context)
    {
    }

    /// Remarks in the order in which they were written, each followed by its answers.
    Result<QList<ReviewComment>> list(const VersionId &version) const;

    /// Refuses an empty text ("review.note_needed"), a page that is not there ("marks.page_missing"), auditors and
    /// who is not cleared.
    Result<RecordId> add(const VersionId &version, const QString &text, int page = -1);

    /// An answer to a remark; an answer to an answer goes to its remark. Settled remarks are opened again by it.
    Result<RecordId> answer(const RecordId &comment, const QString &text);

    Result<> setSettled(const RecordId &comment, bool settled);

private:
    const DocumentContext &m_context;
};

} // namespace dw
