#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/desk/documents/redactionreasons.h"
#include "core/desk/documents/wordsearch.h"

namespace dw {

/// What one edit did to the marks of a version; its inverse undoes it.
struct MarkChange {
    VersionId version;
    QList<StoredMark> before; ///< As they were; those missing in `after` are removed.
    QList<StoredMark> after; ///< As they are now; those missing in `before` are new.

    MarkChange inverted() const { return {version, after, before}; }
    bool isEmpty() const { return before.isEmpty() && after.isEmpty(); }
};

/// The marks of a version. Every edit is stored at once, as one action, and returns what it did, so that a
/// MarkHistory can take it back. Marks need the clearance of the document's level.
class MarkBook
{
public:
    MarkBook(const DocumentContext &context, const DocumentReader &reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    Result<QList<StoredMark>> list(const VersionId &version) const; ///< By page, then from top to bottom.

    /// Ids, maker and time are filled in. Refuses pages that are not there ("marks.page_missing"), areas without
    /// size ("marks.empty_area") and unknown reasons ("marks.unknown_reason").
    Result<MarkChange> add(const VersionId &version, QList<StoredMark> marks);

    /// Marks every occurrence. Finding none is NotFound, "marks.word_not_found".
    Result<MarkChange> addWord(const VersionId &version, const WordQuery &query, const QString &reason, JobContext &job);

    /// An area given as it is seen: displayed page, points, origin top-left.
    Result<MarkChange> addDisplayedArea(const VersionId &version, int page, const QRectF &displayed, const QString &reason, JobContext &job);

    Result<MarkChange> move(const VersionId &version, const MarkId &mark, const QRectF &area);
    Result<MarkChange> setReason(const VersionId &version, const QList<MarkId> &marks, const QString &reason);
    Result<MarkChange> setState(const VersionId &version, const QList<MarkId> &marks, MarkState state);
    Result<MarkChange> remove(const VersionId &version, const QList<MarkId> &marks);

    /// Does a change, for undo and redo. Conflict "marks.changed_meanwhile" when they are not as `before` says.
    Result<> apply(const MarkChange &change);

    /// marks.json (see MarkSet). Refuses a file made for another number of pages ("marks.other_document"). A reason
    /// that is no code here becomes "other", with its text as the note.
    Result<MarkChange> importJson(const VersionId &version, const QByteArray &json, JobContext &job);
    Result<QByteArray> exportJson(const VersionId &version) const; ///< The accepted marks.

    /// What the engine gets: the accepted marks, with the labels of their reasons.
    static MarkSet toMarkSet(const QList<StoredMark> &marks, int pages, const QList<RedactionReason> &reasons);
    static Result<QList<StoredMark>> load(const ReadTx &tx, const DocumentVersion &version); ///< Inside an action.

private:
    Result<MarkChange> edit(const VersionId &version, const QList<MarkId> &ids, const std::function<void(StoredMark &)> &change);
    Result<QString> knownReason(const QString &reason) const;

    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

} // namespace dw
