#include "core/desk/documents/commentbook.h"

#include "core/desk/documents/documentrows.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString commentRegister = u"review_comment"_s;

ReviewComment commentOf(const Record &record)
{
    ReviewComment comment;
    comment.id = record.id;
    comment.version = VersionId::fromText(record.text(u"doc_version"_s));
    comment.sha256 = record.text(u"sha256"_s);
    comment.page = int(record.integer(u"page_no"_s)) - 1;
    comment.author = AccountId::fromText(record.text(u"author"_s));
    comment.writtenAt = record.integer(u"written_at"_s);
    comment.text = record.text(u"comment_text"_s);
    comment.answers = RecordId::fromText(record.text(u"answers"_s));
    comment.isSettled = record.state == u"settled"_s;
    return comment;
}

Result<RecordId> write(WriteTx &tx, const DocumentVersion &version, const QString &text, int page, const RecordId &answers)
{
    DW_TRY(documentrows::mustBeAllowed(tx, commentRegister));
    DW_TRY(documentrows::mustBeCleared(tx, version.level));
    if (text.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"review.note_needed"_s);
    if (page < -1 || page >= version.pages)
        return fail(ErrorCode::InvalidInput, u"marks.page_missing"_s, {QString::number(page + 1), QString::number(version.pages)});
    QVariantMap values {{u"doc_version"_s, version.id.toString()}, {u"source_level"_s, version.level}, {u"sha256"_s, version.sha256},
        {u"page_no"_s, page + 1}, {u"author"_s, tx.actor().id.toString()}, {u"written_at"_s, tx.now()}, {u"comment_text"_s, text.trimmed()}};
    if (!answers.isNull())
        values.insert(u"answers"_s, answers.toString());
    return tx.records().insert(commentRegister, values);
}

} // namespace

Result<QList<ReviewComment>> CommentBook::list(const VersionId &version) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<ReviewComment>> {
        RecordFilter filter;
        filter.equals.insert(u"doc_version"_s, version.toString());
        filter.orderBy = u"written_at"_s;
        DW_ASSIGN(const auto rows, tx.records().list(commentRegister, filter));
        QList<ReviewComment> all;
        for (const Record &row : rows)
            all.append(commentOf(row));
        QList<ReviewComment> ordered;
        for (const ReviewComment &remark : std::as_const(all)) {
            if (!remark.answers.isNull())
                continue;
            ordered.append(remark);
            for (const ReviewComment &answer : std::as_const(all)) {
                if (answer.answers == remark.id)
                    ordered.append(answer);
            }
        }
        return ordered;
    });
}

Result<RecordId> CommentBook::add(const VersionId &id, const QString &text, int page)
{
    const Action action {u"document.comment"_s, u"doc_version"_s, id.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        return write(tx, version, text, page, {});
    });
}

Result<RecordId> CommentBook::answer(const RecordId &id, const QString &text)
{
    const Action action {u"document.comment"_s, commentRegister, id.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const Record row, tx.records().get(commentRegister, id));
        ReviewComment remark = commentOf(row);
        if (!remark.answers.isNull()) {
            DW_ASSIGN(const Record first, tx.records().get(commentRegister, remark.answers));
            remark = commentOf(first);
        }
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, remark.version));
        DW_ASSIGN(const RecordId made, write(tx, version, text, remark.page, remark.id));
        if (remark.isSettled)
            DW_TRY(tx.records().setState(commentRegister, remark.id, u"open"_s));
        return made;
    });
}

Result<> CommentBook::setSettled(const RecordId &id, bool settled)
{
    const Action action {settled ? u"document.settle_comment"_s : u"document.reopen_comment"_s, commentRegister, id.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, commentRegister));
        DW_ASSIGN(const Record row, tx.records().get(commentRegister, id));
        DW_TRY(documentrows::mustBeCleared(tx, int(row.integer(u"source_level"_s))));
        return tx.records().setState(commentRegister, id, settled ? u"settled"_s : u"open"_s);
    });
}

} // namespace dw
