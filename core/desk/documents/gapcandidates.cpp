#include "core/desk/documents/gapcandidates.h"

#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/markbook.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

Result<QStringList> GapDesk::names() const
{
    DW_ASSIGN(QStringList names, m_context.store.read([](const ReadTx &tx) -> Result<QStringList> {
        QStringList found;
        DW_ASSIGN(const auto deals, tx.records().list(u"deal"_s));
        for (const Record &deal : deals)
            found.append(deal.text(u"true_name"_s));
        DW_ASSIGN(const auto organisations, tx.records().list(u"organisation"_s));
        for (const Record &organisation : organisations)
            found.append(organisation.text(u"name"_s));
        DW_ASSIGN(const auto people, tx.records().list(u"person"_s));
        for (const Record &person : people)
            found += {person.text(u"name"_s), person.text(u"local_name"_s), person.text(u"birth_name"_s)};
        return found;
    }));
    if (m_context.clientNames) {
        DW_ASSIGN(const QList<ProtectedName> clients, m_context.clientNames());
        for (const ProtectedName &client : clients)
            names.append(client.text);
    }
    names.removeIf([](const QString &name) { return name.trimmed().size() < 2; });
    names.removeDuplicates();
    return names;
}

Result<GapCandidates> GapDesk::measure(const VersionId &id, const QSet<MarkId> &wished, JobContext &job) const
{
    DW_ASSIGN(const DocumentVersion version, m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); }));
    if (!version.isViewable())
        return fail(ErrorCode::Unsupported, u"document.not_viewable"_s, {version.inspectionReason});
    DW_ASSIGN(QList<StoredMark> marks, m_context.store.read([&](const ReadTx &tx) { return MarkBook::load(tx, version); }));
    marks.removeIf([&](const StoredMark &mark) { return mark.state == MarkState::Rejected || (!wished.isEmpty() && !wished.contains(mark.id)); });
    marks.resize(std::min(marks.size(), mostAtOnce));
    GapCandidates candidates;
    DW_ASSIGN(const QStringList wanted, names());
    candidates.names = int(wanted.size());
    for (const StoredMark &mark : std::as_const(marks))
        candidates.gaps.insert(mark.id, {});
    if (marks.isEmpty() || wanted.isEmpty())
        return candidates;
    DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(version));
    const QByteArray pdf = QByteArray::fromRawData(bytes.view().data(), bytes.view().size());
    DW_ASSIGN(const QList<PdfPageInfo> pages, m_context.worker.pageSizes(pdf, job));
    QMap<int, QList<QRectF>> areas;
    QMap<int, QList<MarkId>> ids;
    for (const StoredMark &mark : std::as_const(marks)) {
        if (mark.page < 0 || mark.page >= pages.size())
            continue;
        areas[mark.page].append(pages.at(mark.page).toDisplay(mark.area));
        ids[mark.page].append(mark.id);
    }
    DW_ASSIGN(const auto gaps, measureGaps(m_context.worker, pdf, areas, wanted, job));
    for (const auto &[page, list] : gaps.asKeyValueRange()) {
        for (qsizetype i = 0; i < list.size(); ++i)
            candidates.gaps.insert(ids.value(page).at(i), list.at(i));
    }
    return candidates;
}

} // namespace dw
