#include "core/desk/documents/markbook.h"

#include "core/base/canonicaljson.h"
#include "core/desk/documents/documentlevels.h"
#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/markrows.h"
#include "core/desk/documents/pagetexts.h"
#include "core/worker/workerclient.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<DocumentVersion> versionOf(const DocumentContext &context, const VersionId &id)
{
    return context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); });
}

/// A PDF of the vault in a worker of its own. `bytes` must outlive it.
struct Opened {
    SecretBytes bytes;
    std::unique_ptr<PdfSession> pdf;
};

Result<Opened> openPdf(const DocumentContext &context, const DocumentReader &reader, const DocumentVersion &version, JobContext &job)
{
    if (!version.isViewable())
        return fail(ErrorCode::Unsupported, u"document.not_viewable"_s, {version.inspectionReason});
    Opened opened;
    DW_ASSIGN(opened.bytes, reader.bytes(version));
    const QByteArray view = QByteArray::fromRawData(opened.bytes.view().data(), opened.bytes.view().size());
    DW_ASSIGN(opened.pdf, PdfSession::open(context.worker, view, job));
    return opened;
}

Result<> checkMarks(const DocumentVersion &version, const QList<StoredMark> &marks)
{
    for (const StoredMark &mark : marks) {
        if (mark.page < 0 || mark.page >= version.pages)
            return fail(ErrorCode::InvalidInput, u"marks.page_missing"_s, {QString::number(mark.page + 1), QString::number(version.pages)});
        if (!mark.area.isValid())
            return fail(ErrorCode::InvalidInput, u"marks.empty_area"_s, {QString::number(mark.page + 1)});
    }
    return {};
}

/// The places of marks that were not rejected, by page.
QHash<int, QList<QRectF>> placesOf(const QList<StoredMark> &marks)
{
    QHash<int, QList<QRectF>> places;
    for (const StoredMark &mark : marks) {
        if (mark.state != MarkState::Rejected)
            places[mark.page].append(mark.area.adjusted(-0.1, -0.1, 0.1, 0.1));
    }
    return places;
}

bool isCovered(const QList<QRectF> &places, const QRectF &area)
{
    return std::any_of(places.begin(), places.end(), [&](const QRectF &place) { return place.contains(area); });
}

Result<QHash<MarkId, StoredMark>> readSome(const DocumentContext &context, const VersionId &id, const QList<MarkId> &marks)
{
    return context.store.read([&](const ReadTx &tx) -> Result<QHash<MarkId, StoredMark>> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_ASSIGN(Connection * db, tx.content(version.level));
        return markrows::some(*db, id, QSet<MarkId>(marks.begin(), marks.end()));
    });
}

} // namespace

Result<QList<StoredMark>> MarkBook::load(const ReadTx &tx, const DocumentVersion &version)
{
    DW_ASSIGN(Connection * db, tx.content(version.level));
    return markrows::list(*db, version.id);
}

Result<QList<StoredMark>> MarkBook::list(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<StoredMark>> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        return load(tx, version);
    });
}

Result<> MarkBook::apply(const MarkChange &change)
{
    if (change.isEmpty())
        return {};
    const Action action {u"document.mark"_s, u"doc_version"_s, change.version.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, change.version));
        DW_TRY(documentrows::mustBeOpen(version));
        DW_TRY(mustNotBeStopped(tx, version.document));
        DW_TRY(checkMarks(version, change.after));
        DW_ASSIGN(Connection * db, tx.content(version.level));
        QSet<MarkId> ids; // a mark on every page of a long document is one change
        for (const QList<StoredMark> *marks : {&change.before, &change.after}) {
            for (const StoredMark &mark : *marks)
                ids.insert(mark.id);
        }
        DW_ASSIGN(const auto present, markrows::some(*db, version.id, ids));
        QSet<MarkId> changed;
        for (const StoredMark &mark : change.before) {
            const auto stored = present.constFind(mark.id);
            if (stored == present.cend() || *stored != mark)
                return fail(ErrorCode::Conflict, u"marks.changed_meanwhile"_s);
            changed.insert(mark.id);
        }
        for (const StoredMark &mark : change.after) {
            if (present.contains(mark.id) && !changed.contains(mark.id))
                return fail(ErrorCode::Conflict, u"marks.changed_meanwhile"_s);
        }
        for (const StoredMark &mark : change.before)
            DW_TRY(markrows::remove(*db, mark.id));
        for (const StoredMark &mark : change.after)
            DW_TRY(markrows::put(*db, version.id, mark));
        tx.announce(u"mark"_s, documentrows::rowId(version.id));
        return {};
    });
}

Result<QString> MarkBook::knownReason(const QString &reason) const
{
    const QString wanted = reason.isEmpty() ? RedactionReasons::defaultCode() : reason;
    DW_ASSIGN(const auto reasons, m_context.store.read([](const ReadTx &tx) { return RedactionReasons::all(tx); }));
    if (std::none_of(reasons.begin(), reasons.end(), [&](const RedactionReason &known) { return known.code == wanted; }))
        return fail(ErrorCode::InvalidInput, u"marks.unknown_reason"_s, {reason});
    return wanted;
}

Result<MarkChange> MarkBook::add(const VersionId &version, QList<StoredMark> marks)
{
    QHash<QString, QString> known;
    for (StoredMark &mark : marks) {
        if (!known.contains(mark.reason)) {
            DW_ASSIGN(known[mark.reason], knownReason(mark.reason));
        }
        mark.reason = known.value(mark.reason);
        mark.id = MarkId::create();
        mark.madeBy = m_context.store.actor().id;
        mark.madeAt = m_context.store.clock().nowMs();
        mark.area = mark.area.normalized();
    }
    const MarkChange change {version, {}, marks};
    DW_TRY(apply(change));
    return change;
}

Result<MarkChange> MarkBook::addWord(const VersionId &id, const WordQuery &query, const QString &reason, JobContext &job)
{
    DW_ASSIGN(const QString code, knownReason(reason));
    DW_ASSIGN(const DocumentVersion version, versionOf(m_context, id));
    DW_ASSIGN(const QList<StoredMark> present, list(id));
    const auto places = placesOf(present);
    DW_ASSIGN(const auto texts, m_context.store.read([&](const ReadTx &tx) -> Result<pagetexts::Texts> {
        DW_ASSIGN(Connection * db, tx.content(version.level));
        return pagetexts::list(*db, id);
    }));
    const QString wanted = SearchText::normalised(query.text);
    DW_ASSIGN(const Opened opened, openPdf(m_context, m_reader, version, job));
    const QList<PdfPageInfo> &infos = opened.pdf->pages();
    if (query.page && (*query.page < 0 || *query.page >= infos.size()))
        return fail(ErrorCode::InvalidInput, u"marks.page_missing"_s, {QString::number(*query.page + 1), QString::number(infos.size())});
    QList<StoredMark> marks;
    bool isFound = false;
    for (int page = query.page.value_or(0); page < (query.page ? *query.page + 1 : int(infos.size())); ++page) {
        if (const auto known = texts.constFind(page); known != texts.cend() && !known->contains(wanted))
            continue; // it was read when the version was searched
        DW_ASSIGN(const PdfPageText text, opened.pdf->text(page, job));
        const QList<WordHit> hits = SearchText(text).find(query.text, query.match);
        for (const WordHit &hit : hits) {
            isFound = true;
            for (const QRectF &rect : hit.rects) {
                StoredMark mark;
                mark.page = page;
                mark.area = infos.at(page).toUser(rect);
                mark.reason = code;
                mark.word = hit.text;
                mark.scope = query.scope;
                if (!isCovered(places.value(page), mark.area))
                    marks.append(mark);
            }
        }
        DW_TRY(job.step(page + 1, infos.size()));
    }
    if (!isFound)
        return fail(ErrorCode::NotFound, u"marks.word_not_found"_s);
    return add(id, marks);
}

Result<MarkChange> MarkBook::addDisplayedArea(const VersionId &id, int page, const QRectF &displayed, const QString &reason, JobContext &job)
{
    DW_ASSIGN(const DocumentVersion version, versionOf(m_context, id));
    DW_ASSIGN(const Opened opened, openPdf(m_context, m_reader, version, job));
    StoredMark mark;
    mark.page = page;
    mark.reason = reason;
    if (page >= 0 && page < opened.pdf->pages().size())
        mark.area = opened.pdf->pages().at(page).toUser(displayed.normalized());
    return add(id, {mark});
}

Result<MarkChange> MarkBook::edit(const VersionId &version, const QList<MarkId> &ids, const std::function<void(StoredMark &)> &change)
{
    DW_ASSIGN(const auto present, readSome(m_context, version, ids));
    MarkChange done {version, {}, {}};
    for (const MarkId &id : ids) {
        const auto at = present.constFind(id);
        if (at == present.cend())
            return fail(ErrorCode::NotFound, u"marks.missing"_s);
        StoredMark mark = *at;
        change(mark);
        if (mark == *at)
            continue;
        done.before.append(*at);
        done.after.append(mark);
    }
    DW_TRY(apply(done));
    return done;
}

Result<MarkChange> MarkBook::move(const VersionId &version, const MarkId &mark, const QRectF &area)
{
    return edit(version, {mark}, [&](StoredMark &moved) {
        moved.area = area.normalized();
        moved.word.clear(); // what lies there now is not known
        moved.scope = MarkScope::Place;
    });
}

Result<MarkChange> MarkBook::setReason(const VersionId &version, const QList<MarkId> &marks, const QString &reason)
{
    DW_ASSIGN(const QString code, knownReason(reason));
    return edit(version, marks, [&](StoredMark &mark) { mark.reason = code; });
}

Result<MarkChange> MarkBook::setState(const VersionId &version, const QList<MarkId> &marks, MarkState state)
{
    return edit(version, marks, [&](StoredMark &mark) { mark.state = state; });
}

Result<MarkChange> MarkBook::remove(const VersionId &version, const QList<MarkId> &marks)
{
    DW_ASSIGN(const auto present, readSome(m_context, version, marks));
    if (present.size() != QSet<MarkId>(marks.begin(), marks.end()).size())
        return fail(ErrorCode::NotFound, u"marks.missing"_s);
    const MarkChange change {version, present.values(), {}};
    DW_TRY(apply(change));
    return change;
}

Result<MarkChange> MarkBook::importJson(const VersionId &id, const QByteArray &json, JobContext &job)
{
    DW_ASSIGN(const MarkSet set, MarkSet::fromJson(json));
    DW_ASSIGN(const DocumentVersion version, versionOf(m_context, id));
    if (set.pages && *set.pages != version.pages)
        return fail(ErrorCode::InvalidInput, u"marks.other_document"_s, {QString::number(*set.pages), QString::number(version.pages)});
    DW_ASSIGN(const Opened opened, openPdf(m_context, m_reader, version, job));
    QList<StoredMark> marks;
    for (const RedactionMark &given : set.marks) {
        if (given.page >= opened.pdf->pages().size())
            return fail(ErrorCode::InvalidInput, u"marks.page_missing"_s, {QString::number(given.page + 1), QString::number(version.pages)});
        StoredMark mark;
        mark.page = given.page;
        mark.area = given.area(opened.pdf->pages().at(given.page));
        mark.word = given.word;
        mark.scope = given.scope;
        mark.reason = given.reason;
        if (!knownReason(given.reason)) {
            mark.reason = u"other"_s;
            mark.note = given.reason;
        }
        marks.append(mark);
    }
    return add(id, marks);
}

Result<QByteArray> MarkBook::exportJson(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QByteArray> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_ASSIGN(const QList<StoredMark> marks, load(tx, version));
        DW_ASSIGN(const auto reasons, RedactionReasons::all(tx));
        return canonicalJson(toMarkSet(marks, version.pages, reasons).toJson());
    });
}

MarkSet MarkBook::toMarkSet(const QList<StoredMark> &marks, int pages, const QList<RedactionReason> &reasons)
{
    MarkSet set;
    set.pages = pages;
    for (const StoredMark &stored : marks) {
        if (stored.state != MarkState::Accepted)
            continue;
        RedactionMark mark;
        mark.id = stored.id.toString();
        mark.page = stored.page;
        mark.userRect = stored.area;
        mark.word = stored.word;
        mark.reason = stored.reason;
        mark.label = stored.reason;
        mark.scope = stored.scope;
        for (const RedactionReason &reason : reasons) {
            if (reason.code == stored.reason)
                mark.label = reason.label;
        }
        if (!stored.word.isEmpty() && !set.words.contains(stored.word))
            set.words.append(stored.word);
        set.marks.append(mark);
    }
    return set;
}

} // namespace dw
