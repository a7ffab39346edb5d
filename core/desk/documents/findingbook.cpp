#include "core/desk/documents/findingbook.h"

#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/findingrows.h"
#include "core/desk/documents/namefinder.h"
#include "core/worker/workerclient.h"

#include <QSet>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Parties and people of the deal, which every account may read.
Result<QList<ProtectedName>> namesOfTheDeal(const ReadTx &tx)
{
    QList<ProtectedName> names;
    DW_ASSIGN(const auto deals, tx.records().list(u"deal"_s));
    for (const Record &deal : deals)
        names.append({deal.text(u"true_name"_s), u"COMPANY"_s});
    DW_ASSIGN(const auto organisations, tx.records().list(u"organisation"_s));
    for (const Record &organisation : organisations)
        names.append({organisation.text(u"name"_s), u"COMPANY"_s});
    DW_ASSIGN(const auto people, tx.records().list(u"person"_s));
    for (const Record &person : people) {
        for (const QString &field : {u"name"_s, u"local_name"_s, u"birth_name"_s})
            names.append({person.text(field), u"PERSON"_s});
    }
    return names;
}

/// What was decided about the same thing before. A false positive is remembered by value, also from the version
/// this one was made of; a redaction is a matter of the place.
FindingState rememberedState(const Finding &finding, const QList<Finding> &own, const QList<Finding> &inherited, Finding &decided)
{
    const auto same = [&](const Finding &other) { return other.kind == finding.kind && other.value == finding.value; };
    for (const Finding &other : own) {
        const bool byValue = other.state == FindingState::FalsePositive || other.state == FindingState::Accepted;
        const bool byPlace = other.state == FindingState::Redacted && other.page == finding.page && other.rects == finding.rects;
        if (same(other) && (byValue || byPlace)) {
            decided = other;
            return other.state;
        }
    }
    for (const Finding &other : inherited) {
        if (same(other) && (other.state == FindingState::FalsePositive || other.state == FindingState::Accepted)) {
            decided = other;
            return other.state;
        }
    }
    return FindingState::Open;
}

QVariantMap countsOf(const QList<Finding> &findings)
{
    int open = 0, personal = 0;
    bool isIdentifiable = false;
    for (const Finding &finding : findings) {
        open += finding.state == FindingState::Open ? 1 : 0;
        if (!FindingBook::isPersonal(finding.kind) || finding.state == FindingState::FalsePositive)
            continue;
        ++personal;
        isIdentifiable = isIdentifiable || finding.state != FindingState::Redacted;
    }
    return {{u"findings_total"_s, int(findings.size())}, {u"findings_open"_s, open}, {u"findings_pi"_s, personal},
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

} // namespace

bool FindingBook::isPersonal(const QString &kind)
{
    static const QSet<QString> kinds {u"PERSON"_s, u"CN_ID"_s, u"PHONE"_s, u"EMAIL"_s, u"ADDRESS"_s, u"BIRTH_DATE"_s, u"BANK_CARD"_s,
        u"BANK_ACCOUNT"_s, u"PASSPORT"_s, u"HKMO_PERMIT"_s, u"TW_PERMIT"_s, u"PERM_RES_ID"_s, u"HKID"_s, u"TW_ID"_s, u"PLATE"_s,
        u"WECHAT"_s, u"QQ"_s, u"IMEI"_s, u"IP"_s, u"US_SSN"_s};
    return kinds.contains(kind);
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

Result<QList<Finding>> FindingBook::search(
    const QByteArray &pdf, JobContext &job, const std::function<void(const PdfPageText &)> &onPage) const
{
    DW_ASSIGN(QList<ProtectedName> names, m_context.store.read(namesOfTheDeal));
    if (m_context.clientNames) {
        DW_ASSIGN(const QList<ProtectedName> clients, m_context.clientNames());
        names += clients;
    }
    const NameFinder finder(names);
    QList<Finding> findings;
    DW_ASSIGN(const auto session, PdfSession::open(m_context.worker, pdf, job));
    for (int page = 0; page < session->pages().size(); ++page) {
        DW_ASSIGN(const PdfPageText text, session->text(page, job));
        if (onPage)
            onPage(text);
        findings += finder.find(text, session->pages().at(page), page);
        DW_TRY(job.step(page + 1, session->pages().size()));
    }
    return findings;
}

namespace {

/// A new document above the clearance of who brings it: nothing was decided about it before.
Result<> storeUpward(WriteTx &tx, const DocumentVersion &version, QList<Finding> findings)
{
    for (Finding &finding : findings) {
        finding.id = FindingId::create();
        DW_TRY(findingrows::add(tx, version, finding));
    }
    return writeCounts(tx, version, findings, {{u"scanned_at"_s, tx.now()}});
}

} // namespace

Result<> FindingBook::store(WriteTx &tx, const DocumentVersion &version, QList<Finding> findings)
{
    if (!tx.store().isCleared(version.level))
        return storeUpward(tx, version, std::move(findings));
    DW_ASSIGN(Connection * db, tx.content(version.level));
    DW_ASSIGN(const QList<Finding> own, findingrows::list(*db, version.id));
    QList<Finding> inherited;
    if (!version.derivedFrom.isNull()) {
        DW_ASSIGN(inherited, findingrows::list(*db, version.derivedFrom));
    }
    for (Finding &finding : findings) {
        Finding decided;
        finding.id = FindingId::create();
        finding.state = rememberedState(finding, own, inherited, decided);
        finding.decidedBy = decided.decidedBy;
        finding.decidedAt = decided.decidedAt;
    }
    // What was removed is no longer found, but it was there.
    for (const Finding &finding : own) {
        const auto samePlace = [&](const Finding &other) { return other.page == finding.page && other.value == finding.value && other.rects == finding.rects; };
        if (finding.state == FindingState::Redacted && std::none_of(findings.begin(), findings.end(), samePlace))
            findings.append(finding);
    }
    DW_TRY(findingrows::replace(*db, version.id, findings));
    return writeCounts(tx, version, findings, {{u"scanned_at"_s, tx.now()}});
}

Result<> FindingBook::replace(const VersionId &id, const QList<Finding> &findings)
{
    const Action action {u"document.scan"_s, u"doc_version"_s, id.toString(), {}};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        DW_ASSIGN(const DocumentVersion version, documentrows::version(tx, id));
        DW_TRY(documentrows::mustBeOpen(version));
        return store(tx, version, findings);
    });
}

Result<QList<Finding>> FindingBook::scan(const VersionId &id, JobContext &job)
{
    DW_ASSIGN(const DocumentVersion version, m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); }));
    if (!version.isViewable())
        return fail(ErrorCode::Unsupported, u"document.not_viewable"_s, {version.inspectionReason});
    DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(version));
    DW_ASSIGN(const QList<Finding> found, search(QByteArray::fromRawData(bytes.view().data(), bytes.view().size()), job));
    DW_TRY(replace(id, found));
    return list(id);
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
        qsizetype decided = 0;
        for (Finding &finding : findings) {
            if (!ids.contains(finding.id))
                continue;
            ++decided;
            finding.state = state;
            finding.decidedBy = state == FindingState::Open ? AccountId() : tx.actor().id;
            finding.decidedAt = state == FindingState::Open ? 0 : tx.now();
            DW_TRY(findingrows::put(*db, id, finding));
        }
        if (decided != QSet<FindingId>(ids.begin(), ids.end()).size())
            return fail(ErrorCode::NotFound, u"finding.missing"_s);
        return writeCounts(tx, version, findings);
    });
}

Result<> FindingBook::settleRedacted(WriteTx &tx, const DocumentVersion &source, const QList<StoredMark> &marks)
{
    const auto isRemoved = [&](const Finding &finding) {
        return !finding.rects.isEmpty() && std::all_of(finding.rects.begin(), finding.rects.end(), [&](const QRectF &rect) {
            double covered = 0;
            for (const StoredMark &mark : marks) {
                const QRectF common = mark.state == MarkState::Accepted && mark.page == finding.page ? mark.area.intersected(rect) : QRectF();
                covered += common.width() * common.height();
            }
            return covered >= 0.9 * rect.width() * rect.height();
        });
    };
    DW_ASSIGN(Connection * db, tx.content(source.level));
    DW_ASSIGN(QList<Finding> findings, findingrows::list(*db, source.id));
    bool isChanged = false;
    for (Finding &finding : findings) {
        if (finding.state != FindingState::Open || !isRemoved(finding))
            continue;
        isChanged = true;
        finding.state = FindingState::Redacted;
        finding.decidedBy = tx.actor().id;
        finding.decidedAt = tx.now();
        DW_TRY(findingrows::put(*db, source.id, finding));
    }
    return isChanged ? writeCounts(tx, source, findings) : Result<>();
}

Result<MarkChange> FindingBook::mark(MarkBook &book, const VersionId &id, const QList<FindingId> &ids, const QString &reason)
{
    DW_ASSIGN(const QList<Finding> findings, list(id));
    QList<StoredMark> marks;
    for (const Finding &finding : findings) {
        if (!ids.contains(finding.id))
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
    if (marks.isEmpty())
        return fail(ErrorCode::NotFound, u"finding.missing"_s);
    return book.add(id, marks);
}

} // namespace dw
