// What becomes of a copy after it was handed over.
#include "core/desk/releases/releaseservice.h"

#include "core/desk/releases/watermark.h"
#include "core/desk/rows.h"
#include "core/desk/standing.h"
#include "core/engines/crypto/hash.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString iso(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

// The register's own table of states decides what may follow what.
const TransitionDecl *transitionOf(const RegisterCatalogue &catalogue, const QString &id)
{
    const RegisterDecl *decl = catalogue.find(u"release");
    if (!decl)
        return nullptr;
    const auto found = std::find_if(decl->transitions.cbegin(), decl->transitions.cend(), [&](const TransitionDecl &t) { return t.id == id; });
    return found == decl->transitions.cend() ? nullptr : &*found;
}

const QString openStates = u"('released', 'received')"_s;

} // namespace

Result<> ReleaseService::close(const ReleaseId &release, const QString &transition, const QVariantMap &values)
{
    DW_TRY(permit(u"release."_s + transition));
    const TransitionDecl *step = transitionOf(m_store.catalogue(), transition);
    if (!step)
        return fail(ErrorCode::Internal, u"release.data"_s, {transition});
    const Action action {u"release."_s + transition, u"release"_s, release.toString(), {}};
    return m_store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record record, tx.records().get(u"release"_s, release.as<RecordTag>()));
        if (!step->from.contains(record.state))
            return fail(ErrorCode::Conflict, u"release.wrong_state"_s, {record.text(u"watermark_id"_s), record.state});
        return tx.records().setState(u"release"_s, record.id, step->to, values);
    });
}

Result<> ReleaseService::recordReceipt(const ReleaseId &release, const QDate &day, const RecordId &evidence)
{
    QVariantMap values {{u"receipt_on"_s, iso(day)}};
    if (!evidence.isNull())
        values.insert(u"receipt_evidence"_s, evidence.toString());
    return close(release, u"receive"_s, values);
}

Result<> ReleaseService::recordChase(const ReleaseId &release, const QString &note)
{
    DW_TRY(permit(u"release.chase"_s));
    if (note.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"release.needs_note"_s);
    return m_store.write(Action {u"release.chase"_s, u"release"_s, release.toString(), note}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        return tx.records().update(
            u"release"_s, release.as<RecordTag>(), {{u"chased_on"_s, day.isoToday()}, {u"chase_note"_s, note.trimmed()}});
    });
}

Result<> ReleaseService::callBack(const ReleaseId &release, const QDate &dueOn, const QString &reason)
{
    if (!dueOn.isValid() || reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"release.needs_note"_s);
    return close(release, u"call_back"_s, {{u"return_due_on"_s, iso(dueOn)}, {u"chase_note"_s, reason.trimmed()}});
}

Result<> ReleaseService::recordReturned(const ReleaseId &release, const QDate &day, const RecordId &certificate)
{
    if (certificate.isNull() || !day.isValid())
        return fail(ErrorCode::InvalidInput, u"release.needs_certificate"_s);
    return close(release, u"give_back"_s, {{u"returned_on"_s, iso(day)}, {u"certificate"_s, certificate.toString()}});
}

Result<> ReleaseService::recordDestroyed(const ReleaseId &release, const QDate &day, const RecordId &certificate)
{
    if (certificate.isNull() || !day.isValid())
        return fail(ErrorCode::InvalidInput, u"release.needs_certificate"_s);
    return close(release, u"destroy"_s, {{u"destroyed_on"_s, iso(day)}, {u"certificate"_s, certificate.toString()}});
}

Result<RecordId> ReleaseService::recordLost(const ReleaseId &release, const QString &facts)
{
    DW_TRY(permit(u"release.lose"_s));
    return m_store.write(Action {u"release.lose"_s, u"release"_s, release.toString(), {}}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const Record record, tx.records().get(u"release"_s, release.as<RecordTag>()));
        const TransitionDecl *step = transitionOf(tx.store().catalogue(), u"lose"_s);
        if (!step || !step->from.contains(record.state))
            return fail(ErrorCode::Conflict, u"release.wrong_state"_s, {record.text(u"watermark_id"_s), record.state});
        DW_ASSIGN(const Row document, rowOf(tx, u"document"_s, record.text(u"document"_s)));
        // From level 3 the loss counts as grave until somebody assessed it: releases stop.
        DW_ASSIGN(const RecordId incident, tx.records().insert(u"incident"_s,
            {{u"title"_s, record.text(u"watermark_id"_s)}, {u"kind"_s, u"loss"_s},
                {u"severity"_s, record.integer(u"level"_s) >= 3 ? u"2"_s : u"3"_s}, {u"suspected_at"_s, tx.now()},
                {u"involves_pi"_s, record.flag(u"identifiable_pi"_s)}, {u"facts"_s, facts}, {u"freezes_deal"_s, true},
                {u"releases"_s, QStringList {record.id.toString()}}, {u"assets"_s, listOf(document.value(u"assets"_s))}}));
        DW_TRY(tx.records().setState(u"release"_s, record.id, step->to, {{u"lost_incident"_s, incident.toString()}}));
        return incident;
    });
}

namespace {

struct Recall {
    RecordId release;
    QDate dueOn;
};

// Copies whose ground fell away: the agreed date came, the NDA, the grant or the bidder ended, the deal was given up.
Result<QList<Recall>> recalls(const ReadTx &tx, const DealDay &day)
{
    DW_ASSIGN(const auto rows, tx.query(
        u"SELECT r.id, r.recipient, r.return_due_on, n.state AS nda_state, n.ended_on, n.return_destroy_days, g.state AS grant_state "
        "FROM release r LEFT JOIN nda n ON n.id = r.nda LEFT JOIN access_grant g ON g.id = r.access_grant "
        "WHERE r.voided_at IS NULL AND r.state IN "_s + openStates + u" ORDER BY r.id"_s));
    QList<Recall> list;
    for (const Row &row : rows) {
        const RecordId id = RecordId::fromText(textOf(row, "id"_L1));
        const QDate agreed = dateOf(row, "return_due_on"_L1);
        if (agreed.isValid() && agreed <= day.today) {
            list.append({id, agreed});
            continue;
        }
        static const QStringList over {u"ended"_s, u"surviving"_s, u"expired"_s, u"terminated"_s};
        static const QStringList gone {u"revoked"_s, u"expired"_s};
        const int days = row.value(u"return_destroy_days"_s).isNull() ? 30 : row.value(u"return_destroy_days"_s).toInt();
        const QDate ended = dateOf(row, "ended_on"_L1);
        DW_ASSIGN(const Standing standing, Standing::of(tx, day, textOf(row, "recipient"_L1)));
        const bool isLoser = day.isFromClosing() && standing.side() == Side::Bidder;
        const bool isOrganisationOver = textOf(standing.organisation(), "state"_L1) == "ended"_L1;
        if (over.contains(textOf(row, "nda_state"_L1)))
            list.append({id, (ended.isValid() ? ended : day.today).addDays(days)});
        else if (gone.contains(textOf(row, "grant_state"_L1)) || isLoser || isOrganisationOver || day.dealState == "terminated"_L1)
            list.append({id, day.today.addDays(days)});
    }
    return list;
}

} // namespace

Result<int> ReleaseService::refresh()
{
    const auto due = m_store.read([](const ReadTx &tx) -> Result<QList<Recall>> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        return recalls(tx, day);
    });
    if (!due)
        return failed(due);
    if (due->isEmpty() || !permit(u"release.refresh"_s))
        return int(due->size());
    return m_store.write(Action {u"release.refresh"_s, u"release"_s, {}, {}}, [&](WriteTx &tx) -> Result<int> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const auto list, recalls(tx, day));
        for (const Recall &recall : list)
            DW_TRY(tx.records().setState(u"release"_s, recall.release, u"return_due"_s, {{u"return_due_on"_s, iso(recall.dueOn)}}));
        return int(list.size());
    });
}

Result<QList<OpenCopy>> ReleaseService::openCopies() const
{
    return m_store.read([&](const ReadTx &tx) -> Result<QList<OpenCopy>> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const auto settings, tx.query(u"SELECT receipt_workdays FROM deal_settings WHERE voided_at IS NULL LIMIT 1"_s));
        const QVariant configured = settings.value(0).value(u"receipt_workdays"_s);
        const int workdays = configured.isNull() ? 5 : configured.toInt();
        DW_ASSIGN(const auto rows, tx.query(
            u"SELECT r.*, p.name AS person FROM release r JOIN person p ON p.id = r.recipient "
            "WHERE r.voided_at IS NULL AND r.state IN ('released', 'return_due') ORDER BY r.released_at, r.id"_s));
        QList<OpenCopy> list;
        for (const Row &row : rows) {
            OpenCopy copy;
            copy.release = ReleaseId::fromText(textOf(row, "id"_L1));
            copy.recipient = textOf(row, "person"_L1);
            copy.watermarkId = textOf(row, "watermark_id"_L1);
            if (textOf(row, "state"_L1) == "return_due"_L1) {
                copy.since = dateOf(row, "return_due_on"_L1);
                copy.why = copy.since < day.today ? u"return_overdue"_s : u"return_due"_s;
            } else {
                copy.since = m_calendar.addWorkdays(dateOf(row, "released_on"_L1), workdays);
                if (copy.since >= day.today)
                    continue;
                copy.why = u"receipt_overdue"_s;
            }
            list.append(copy);
        }
        return list;
    });
}

Result<QList<TraceHit>> ReleaseService::trace(const QByteArray &file, const QString &text) const
{
    const QString hash = QString::fromLatin1(sha256(file).toHex());
    QStringList ids = watermark::findIds(file) + watermark::findIds(text.toUtf8());
    ids.removeDuplicates();
    return m_store.read([&](const ReadTx &tx) -> Result<QList<TraceHit>> {
        QList<TraceHit> hits;
        QSet<QString> seen;
        const auto collect = [&](TraceBy by, const QString &where, const QString &value) -> Result<> {
            DW_ASSIGN(const auto rows, tx.query(
                u"SELECT r.id, r.watermark_id, r.state, r.released_on, p.name AS person, o.name AS organisation, d.doc_no, v.version_no "
                "FROM release r JOIN person p ON p.id = r.recipient LEFT JOIN organisation o ON o.id = r.organisation "
                "LEFT JOIN doc_version v ON v.id = r.doc_version LEFT JOIN document d ON d.id = r.document "
                "WHERE r.voided_at IS NULL AND r."_s + where + u" = :value ORDER BY r.released_at, r.id"_s,
                {{u":value"_s, value}}));
            for (const Row &row : rows) {
                if (seen.contains(textOf(row, "id"_L1)))
                    continue;
                seen.insert(textOf(row, "id"_L1));
                hits.append({ReleaseId::fromText(textOf(row, "id"_L1)), by, textOf(row, "watermark_id"_L1), textOf(row, "person"_L1),
                    textOf(row, "organisation"_L1), textOf(row, "doc_no"_L1), row.value(u"version_no"_s).toInt(),
                    textOf(row, "released_on"_L1), textOf(row, "state"_L1)});
            }
            return {};
        };
        DW_TRY(collect(TraceBy::PackageHash, u"package_sha256"_s, hash));
        for (const QString &id : ids)
            DW_TRY(collect(TraceBy::Watermark, u"watermark_id"_s, id));
        DW_TRY(collect(TraceBy::VersionHash, u"sha256"_s, hash));
        return hits;
    });
}

} // namespace dw
