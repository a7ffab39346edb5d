#include "core/desk/documents/findingbook.h"

#include "core/desk/documents/documentlevels.h"
#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/findingmemory.h"
#include "core/desk/documents/findingrows.h"
#include "core/desk/documents/markcover.h"
#include "core/desk/documents/pagetexts.h"
#include "core/desk/documents/searchwords.h"
#include "core/engines/find/classifier.h"

#include <QSet>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QVariantMap countsOf(const QList<Finding> &findings)
{
    int open = 0, personal = 0;
    bool isIdentifiable = false;
    int total = 0;
    for (const Finding &finding : findings) {
        if (finding.isPossible())
            continue;
        ++total;
        open += finding.state == FindingState::Open ? 1 : 0;
        if (!FindingBook::isPersonal(finding.kind) || finding.state == FindingState::FalsePositive)
            continue;
        ++personal;
        isIdentifiable = isIdentifiable || finding.state != FindingState::Redacted;
    }
    return {{u"findings_total"_s, total}, {u"findings_open"_s, open}, {u"findings_pi"_s, personal},
        {u"identifiable_pi"_s, isIdentifiable}};
}

Result<> writeCounts(WriteTx &tx, const DocumentVersion &version, const QList<Finding> &findings, QVariantMap values = {})
{
    values.insert(countsOf(findings));
    const bool scanned = values.contains(u"scanned_at"_s) && version.state == u"draft"_s;
    const RecordId row = documentrows::rowId(version.id);
    DW_TRY(scanned ? tx.records().setState(u"doc_version"_s, row, u"scanned"_s, values) : tx.records().update(u"doc_version"_s, row, values));
    if (values.value(u"findings_pi"_s).toInt() > 0) {
        const RecordId documentRow = documentrows::rowId(version.document);
        DW_ASSIGN(const Record document, tx.records().get(u"document"_s, documentRow));
        if (!document.flag(u"contains_pi"_s))
            DW_TRY(tx.records().update(u"document"_s, documentRow, {{u"contains_pi"_s, true}}));
    }
    tx.announce(u"finding"_s, row);
    return {};
}

void settle(const WriteTx &tx, Finding &finding, FindingState state)
{
    finding.state = state;
    finding.decidedBy = state == FindingState::Open ? AccountId() : tx.actor().id;
    finding.decidedAt = state == FindingState::Open ? 0 : tx.now();
}

/// Findings that were false positives by this value are to be decided again.
Result<> reopen(WriteTx &tx, const DocumentVersion &version, const QString &key)
{
    DW_ASSIGN(Connection * reading, static_cast<const ReadTx &>(tx).content(version.level));
    DW_ASSIGN(QList<Finding> findings, findingrows::list(*reading, version.id));
    const auto isDismissed = [&](const Finding &finding) { return finding.state == FindingState::FalsePositive && findingmemory::keyOf(finding) == key; };
    if (std::none_of(findings.begin(), findings.end(), isDismissed))
        return {};
    DW_ASSIGN(Connection * db, tx.content(version.level));
    for (Finding &finding : findings) {
        if (!isDismissed(finding))
            continue;
        settle(tx, finding, FindingState::Open);
        DW_TRY(findingrows::put(*db, version.id, finding));
    }
    return writeCounts(tx, version, findings);
}

} // namespace

bool FindingBook::isPersonal(const QString &kind)
{
    static const Result<Classifier> rules = Classifier::load();
    return !rules || rules.value().isPersonal(kind); // without rules nothing may pass for harmless
}

Result<QList<Finding>> FindingBook::load(const ReadTx &tx, const DocumentVersion &version)
{
    DW_ASSIGN(Connection * db, tx.content(version.level));
    return findingrows::list(*db, version.id);
}

Result<QList<Finding>> FindingBook::list(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<Finding>> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        return load(tx, version);
    });
}

Result<QList<Finding>> FindingBook::found(const VersionId &id) const
{
    DW_ASSIGN(QList<Finding> findings, list(id));
    findings.removeIf([](const Finding &finding) { return finding.isPossible(); });
    return findings;
}

Result<std::unique_ptr<DocumentSearch>> FindingBook::searcher(QList<SearchGap> &gaps) const
{
    DW_ASSIGN(const SearchWords words, SearchWords::load(m_context));
    gaps = words.gaps;
    return DocumentSearch::make(m_context.worker, words.options);
}

Result<VersionSearch> FindingBook::search(const SearchedFile &file, JobContext &job, const DocumentSearch::OnText &onText) const
{
    QList<SearchGap> gaps;
    DW_ASSIGN(const auto search, searcher(gaps));
    pagetexts::Texts texts;
    DW_ASSIGN(VersionSearch result, search->search(file, job, [&](const FileText &text) {
        pagetexts::collect(text, texts);
        if (onText)
            onText(text);
    }));
    result.gaps += gaps;
    result.texts = texts;
    return result;
}

namespace {

QVariantMap searchValues(const WriteTx &tx, const SearchResult &result)
{
    QStringList kinds;
    for (const SearchGap &gap : result.gaps) {
        if (!kinds.contains(gap.reason))
            kinds.append(gap.reason);
    }
    const auto nothing = QVariant();
    QVariantMap values {{u"search_state"_s, (result.gaps.isEmpty() ? searched::complete : searched::incomplete).toString()},
        {u"search_gap_kinds"_s, kinds.isEmpty() ? nothing : QVariant(kinds)},
        {u"search_gaps"_s, kinds.isEmpty() ? nothing : QVariant(documentrows::gapsToJson(result.gaps.mid(0, FindingBook::largestGapList)))},
        {u"gaps_seen_by"_s, nothing}, {u"gaps_seen_at"_s, nothing}};
    if (result.hasRead)
        values.insert(u"scanned_at"_s, tx.now());
    return values;
}

/// A new document above the clearance of who brings it: nothing was decided about it before.
Result<> storeUpward(WriteTx &tx, const DocumentVersion &version, SearchResult result)
{
    for (Finding &finding : result.findings) {
        finding.id = FindingId::create();
        DW_TRY(findingrows::add(tx, version, finding));
    }
    DW_TRY(DocumentLevels::propose(tx, version, result.findings, result.markings));
    return writeCounts(tx, version, result.findings, searchValues(tx, result));
}

/// Whether the search could not have found it again: it was not looked for, or not there.
bool isBeyond(const Finding &finding, const SearchGap &gap)
{
    if (gap.reason == u"find.names_withheld"_s)
        return finding.why.isEmpty() || finding.why == found::dictionary; // earlier versions looked for names alone
    if (gap.reason.startsWith(u"find.page_"_s))
        return gap.args.value(1).toInt() == finding.page + 1;
    return true;
}

/// What was removed is no longer found, but it was there. And what this account cannot look for, or could not read this
/// time, was found by somebody before.
void keepEarlier(const QList<Finding> &earlier, SearchResult &result)
{
    QList<Finding> kept;
    for (const Finding &finding : earlier) {
        const auto isThere = [&](const Finding &other) { return finding.isSamePlace(other); };
        const auto hides = [&](const SearchGap &gap) { return isBeyond(finding, gap); };
        const bool isOwed = finding.state == FindingState::Redacted || std::any_of(result.gaps.begin(), result.gaps.end(), hides);
        if (isOwed && std::none_of(result.findings.begin(), result.findings.end(), isThere))
            kept.append(finding);
    }
    result.findings += kept;
}

} // namespace

Result<> FindingBook::store(WriteTx &tx, const DocumentVersion &version, VersionSearch result)
{
    if (!tx.store().isCleared(version.level))
        return storeUpward(tx, version, std::move(result));
    DW_ASSIGN(Connection * db, tx.content(version.level));
    DW_ASSIGN(const QList<Finding> own, findingrows::list(*db, version.id));
    QList<Finding> inherited;
    if (!version.derivedFrom.isNull()) {
        DW_ASSIGN(inherited, findingrows::list(*db, version.derivedFrom));
    }
    DW_ASSIGN(const auto dismissed, findingmemory::falsePositives(tx));
    const FindingMemory memory(dismissed, own, inherited);
    for (Finding &finding : result.findings) {
        finding.id = FindingId::create();
        memory.decide(finding);
    }
    keepEarlier(own, result);
    DW_TRY(findingrows::replace(*db, version.id, result.findings));
    if (result.hasRead)
        DW_TRY(pagetexts::replace(*db, version.id, result.texts));
    DW_TRY(DocumentLevels::propose(tx, version, result.findings, result.markings));
    return writeCounts(tx, version, result.findings, searchValues(tx, result));
}

Result<> FindingBook::replace(const VersionId &id, const VersionSearch &result)
{
    const Action action {u"document.scan"_s, u"doc_version"_s, id.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_TRY(documentrows::mustBeOpen(version));
        return store(tx, version, result);
    });
}

Result<QList<Finding>> FindingBook::scan(const VersionId &id, JobContext &job)
{
    DW_ASSIGN(const Record row, m_context.store.read([&](const ReadTx &tx) { return tx.records().get(u"doc_version"_s, documentrows::rowId(id)); }));
    const DocumentVersion version = documentrows::versionOf(row);
    DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(version));
    const SearchedFile file {QByteArray::fromRawData(bytes.view().data(), bytes.view().size()), row.text(u"file_name"_s)};
    DW_ASSIGN(const VersionSearch searched, search(file, job));
    DW_TRY(replace(id, searched));
    return list(id);
}

Result<pagetexts::Texts> FindingBook::texts(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<pagetexts::Texts> {
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_ASSIGN(Connection * db, tx.content(version.level));
        return pagetexts::list(*db, id);
    });
}

Result<> FindingBook::confirmGaps(const VersionId &id, const QString &note)
{
    if (note.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"record.reason_needed"_s);
    const Action action {u"document.gaps_seen"_s, u"doc_version"_s, id.toString(), note};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_TRY(documentrows::mustBeOpen(version));
        DW_TRY(documentrows::mustBeCleared(tx, version.level));
        if (version.searchState != searched::incomplete)
            return fail(ErrorCode::PolicyBlocked, u"finding.no_gaps"_s);
        return tx.records().update(u"doc_version"_s, documentrows::rowId(id),
            {{u"gaps_seen_by"_s, tx.actor().id.toString()}, {u"gaps_seen_at"_s, tx.now()}});
    });
}

Result<> FindingBook::decide(const VersionId &id, const QList<FindingId> &ids, FindingState state)
{
    if (state == FindingState::Redacted)
        return fail(ErrorCode::InvalidInput, u"finding.not_by_hand"_s);
    const Action action {u"document.decide"_s, u"doc_version"_s, id.toString(), nameOf(state)};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_TRY(documentrows::mustBeOpen(version));
        if (version.state == u"approved"_s)
            return fail(ErrorCode::PolicyBlocked, u"document.approved"_s);
        DW_ASSIGN(Connection * db, tx.content(version.level));
        DW_ASSIGN(QList<Finding> findings, findingrows::list(*db, id));
        const QSet<FindingId> wanted(ids.begin(), ids.end());
        QHash<QString, Finding> values; // of those to be dismissed everywhere, or not any more
        qsizetype present = 0;
        for (const Finding &finding : std::as_const(findings)) {
            if (!wanted.contains(finding.id))
                continue;
            ++present;
            if (state == FindingState::FalsePositive || finding.state == FindingState::FalsePositive)
                values.insert(findingmemory::keyOf(finding), finding);
        }
        if (present != wanted.size())
            return fail(ErrorCode::NotFound, u"finding.missing"_s);
        const FindingState from = state == FindingState::FalsePositive ? FindingState::Open : FindingState::FalsePositive;
        for (Finding &finding : findings) {
            const bool isSameValue = finding.state == from && values.contains(findingmemory::keyOf(finding));
            if (!wanted.contains(finding.id) && !isSameValue)
                continue;
            settle(tx, finding, wanted.contains(finding.id) || state == FindingState::FalsePositive ? state : FindingState::Open);
            DW_TRY(findingrows::put(*db, id, finding));
        }
        if (state == FindingState::FalsePositive)
            DW_TRY(findingmemory::remember(tx, version, values));
        else
            DW_TRY(findingmemory::forget(tx, QSet<QString>(values.keyBegin(), values.keyEnd())));
        return writeCounts(tx, version, findings);
    });
}

Result<> FindingBook::takeBack(const RecordId &falsePositive)
{
    const Action action {u"false_positive.take_back"_s, u"false_positive"_s, falsePositive.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const Record row, tx.records().get(u"false_positive"_s, falsePositive));
        DW_TRY(documentrows::mustBeCleared(tx, int(row.integer(u"source_level"_s))));
        if (row.state != u"in_force"_s)
            return fail(ErrorCode::Conflict, u"record.changed_meanwhile"_s, {u"false_positive"_s, falsePositive.toString()});
        DW_TRY(tx.records().setState(u"false_positive"_s, falsePositive, u"taken_back"_s));
        const QString key = findingmemory::keyOf(row.text(u"kind"_s), row.text(u"value"_s));
        DW_ASSIGN(const auto versions, tx.records().list(u"doc_version"_s));
        for (const Record &one : versions) {
            const DocumentVersion version = documentrows::versionOf(one);
            if (!version.isClosed() && version.state != u"approved"_s && tx.store().isCleared(version.level))
                DW_TRY(reopen(tx, version, key));
        }
        return {};
    });
}

bool FindingBook::isMarked(const Finding &finding, const QList<StoredMark> &marks)
{
    return MarkCover(marks).covers(finding);
}

Result<> FindingBook::settleRedacted(WriteTx &tx, const DocumentVersion &source, const QList<StoredMark> &marks)
{
    DW_ASSIGN(Connection * db, tx.content(source.level));
    DW_ASSIGN(QList<Finding> findings, findingrows::list(*db, source.id));
    const MarkCover cover(marks);
    bool isChanged = false;
    for (Finding &finding : findings) {
        if (finding.state != FindingState::Open || !cover.covers(finding))
            continue;
        isChanged = true;
        settle(tx, finding, FindingState::Redacted);
        DW_TRY(findingrows::put(*db, source.id, finding));
    }
    return isChanged ? writeCounts(tx, source, findings) : Result<>();
}

Result<MarkChange> FindingBook::mark(MarkBook &book, const VersionId &id, const QList<FindingId> &ids, const QString &reason)
{
    DW_ASSIGN(const QList<Finding> findings, list(id));
    DW_ASSIGN(const QList<StoredMark> present, book.list(id));
    const QSet<FindingId> wanted(ids.begin(), ids.end());
    const MarkCover cover(present);
    QList<StoredMark> marks;
    bool isThere = false;
    for (const Finding &finding : findings) {
        if (!wanted.contains(finding.id))
            continue;
        isThere = true;
        if (finding.rects.isEmpty())
            return fail(ErrorCode::Unsupported, u"finding.no_page"_s);
        if (cover.covers(finding))
            continue;
        for (const QRectF &rect : finding.rects) {
            StoredMark mark;
            mark.page = finding.page;
            mark.area = rect;
            mark.reason = reason;
            mark.word = finding.value;
            marks.append(mark);
        }
    }
    if (!isThere)
        return fail(ErrorCode::NotFound, u"finding.missing"_s);
    if (marks.isEmpty())
        return MarkChange {id, {}, {}};
    return book.add(id, marks);
}

} // namespace dw
