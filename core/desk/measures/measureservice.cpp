#include "core/desk/measures/measureservice.h"

#include "core/desk/dealday.h"
#include "core/desk/measures/signaturebook.h"
#include "core/desk/measures/statusbuilder.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Persons who hold a function today: appointed, by the deal sheet, or standing in for one who is.
constexpr auto holdersSql = R"(
WITH holder AS (
    SELECT h.person AS person FROM function_holder h
    WHERE h.voided_at IS NULL AND h.deal_function = :function AND h.since_on <= :today
      AND (h.until_on IS NULL OR h.until_on >= :today)
    UNION SELECT d.deal_manager FROM deal d WHERE d.voided_at IS NULL AND :function = 'deal_manager' AND d.deal_manager IS NOT NULL
    UNION SELECT d.compliance_officer FROM deal d
    WHERE d.voided_at IS NULL AND :function = 'compliance_officer' AND d.compliance_officer IS NOT NULL),
stand_in AS (
    SELECT g.to_person AS person FROM delegation g JOIN holder h ON h.person = g.from_person
    WHERE g.voided_at IS NULL AND g.deal_function = :function AND g.from_on <= :today AND g.until_on >= :today)
SELECT p.id AS person,
       EXISTS (SELECT 1 FROM account a WHERE (a.person = p.id OR a.account_role = :function)
               AND a.state = 'active' AND a.voided_at IS NULL) AS has_account,
       EXISTS (SELECT 1 FROM account a WHERE a.person = p.id AND a.id = :account) AS is_actor
FROM person p WHERE p.voided_at IS NULL AND p.state = 'active'
  AND p.id IN (SELECT person FROM holder UNION SELECT person FROM stand_in)
ORDER BY is_actor DESC, p.id
)";

bool hasRoleOf(const Actor &actor, const QString &function)
{
    static const QStringList roles {u"deal_manager"_s, u"compliance_officer"_s, u"legal_counsel"_s};
    return roles.contains(function) && roleId(actor.role) == function;
}

Result<RecordId> personOfActor(const ReadTx &tx)
{
    DW_ASSIGN(const auto rows, tx.query(u"SELECT person FROM account WHERE id = :id"_s, {{u":id"_s, tx.store().actor().id.toString()}}));
    return RecordId::fromText(rows.value(0).value(u"person"_s).toString());
}

QStringList failingChecks(const MeasureStatus &status)
{
    QStringList list;
    for (const StatusReason &reason : status.reasons) {
        if (reason.id == u"check_failed"_s || reason.id == u"no_data"_s || reason.id == u"nil_return_due"_s)
            list.append(reason.args.value(0));
    }
    return list;
}

} // namespace

const MeasureStatus *DealStatus::find(QStringView id) const
{
    for (const MeasureStatus &one : measures) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

MeasureService::MeasureService(Store &store, const MeasureCatalogue &catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{
}

MeasureService::~MeasureService() = default;

const MeasureCatalogue &MeasureService::catalogue() const
{
    return m_catalogue;
}

Result<DealStatus> MeasureService::status(const ReadTx &tx) const
{
    return StatusBuilder(tx, m_catalogue).build();
}

Result<DealStatus> MeasureService::status() const
{
    return m_store.read([this](const ReadTx &tx) { return status(tx); });
}

Result<MeasureStatus> MeasureService::measure(const QString &id) const
{
    DW_ASSIGN(const DealStatus all, status());
    if (const MeasureStatus *found = all.find(id))
        return *found;
    return fail(ErrorCode::NotFound, u"measure.unknown"_s, {id});
}

Result<Signing> MeasureService::signing(const ReadTx &tx, const MeasureDecl &measure, const RecordId &evidence) const
{
    const Actor &actor = m_store.actor();
    if (!evidence.isNull()) {
        DW_ASSIGN(const Record paper, tx.records().get(u"evidence"_s, evidence));
        if (paper.isVoided())
            return fail(ErrorCode::InvalidInput, u"measure.evidence_needed"_s, {measure.role});
    }
    Signing signing {measure.role, {}, evidence};
    if (hasRoleOf(actor, measure.role)) {
        DW_ASSIGN(signing.person, personOfActor(tx));
        return signing;
    }
    DW_ASSIGN(const DealDay day, dealDay(tx));
    DW_ASSIGN(const auto holders,
        tx.query(QString::fromLatin1(holdersSql), {{u":function"_s, measure.role},
            {u":today"_s, day.isoToday()}, {u":account"_s, actor.id.toString()}}));
    if (holders.isEmpty())
        return fail(ErrorCode::NotPermitted, u"measure.no_holder"_s, {measure.role});
    signing.person = RecordId::fromText(holders.first().value(u"person"_s).toString());
    if (holders.first().value(u"is_actor"_s).toBool())
        return signing;
    const bool someoneCan = std::any_of(holders.begin(), holders.end(), [](const Row &row) { return row.value(u"has_account"_s).toBool(); });
    if (someoneCan || actor.role != Role::ComplianceOfficer)
        return fail(ErrorCode::NotPermitted, u"measure.not_your_function"_s, {measure.role});
    if (evidence.isNull())
        return fail(ErrorCode::NotPermitted, u"measure.evidence_needed"_s, {measure.role});
    return signing;
}

Result<Signing> MeasureService::signing(const QString &measureId, const RecordId &evidence) const
{
    const MeasureDecl *measure = m_catalogue.find(measureId);
    if (!measure)
        return fail(ErrorCode::NotFound, u"measure.unknown"_s, {measureId});
    return m_store.read([&](const ReadTx &tx) { return signing(tx, *measure, evidence); });
}

Result<RecordId> MeasureService::sign(const QString &measureId, const QByteArray &seenHash, const QString &note, const RecordId &evidence)
{
    const MeasureDecl *measure = m_catalogue.find(measureId);
    if (!measure)
        return fail(ErrorCode::NotFound, u"measure.unknown"_s, {measureId});
    return m_store.write({u"measure.sign"_s, u"signature"_s, measureId, note}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const Signing as, signing(tx, *measure, evidence));
        DW_ASSIGN(const DealStatus all, status(tx));
        const MeasureStatus *row = all.find(measureId);
        if (row->status == Status::NotApplicable)
            return fail(ErrorCode::PolicyBlocked, u"measure.not_applicable"_s, {measureId});
        QStringList failing = failingChecks(*row);
        failing.removeIf([this](const QString &id) { return m_catalogue.check(id)->isSoft; });
        if (!failing.isEmpty())
            return fail(ErrorCode::PolicyBlocked, u"measure.checks_fail"_s, failing);
        if (!seenHash.isEmpty() && seenHash != row->seenHash)
            return fail(ErrorCode::Conflict, u"measure.changed_meanwhile"_s, {measureId});
        SignedMatter matter {u"measure"_s, measureId, measureId, {}, all.phase, as.function, {}, as.person, as.evidence, row->seenHash, note};
        return SignatureBook::add(tx, matter);
    });
}

Result<QList<RecordId>> MeasureService::signNil(const QString &measureOrCheck, const QString &note, const RecordId &evidence)
{
    QList<const MeasureDecl *> measures;
    if (const MeasureDecl *measure = m_catalogue.find(measureOrCheck))
        measures.append(measure);
    else
        measures = m_catalogue.resting(measureOrCheck);
    if (measures.isEmpty())
        return fail(ErrorCode::NotFound, u"measure.unknown"_s, {measureOrCheck});
    return m_store.write({u"measure.sign_nil"_s, u"signature"_s, measureOrCheck, note}, [&](WriteTx &tx) -> Result<QList<RecordId>> {
        Result<Signing> as = fail(ErrorCode::NotPermitted, u"measure.no_holder"_s);
        const MeasureDecl *measure = nullptr;
        for (const MeasureDecl *candidate : measures) {
            as = signing(tx, *candidate, evidence);
            measure = candidate;
            if (as)
                break;
        }
        if (!as)
            return failed(as);
        DW_ASSIGN(const DealStatus all, status(tx));
        QList<RecordId> ids;
        for (const StatusReason &reason : all.find(measure->id)->reasons) {
            const QString check = reason.args.value(0);
            if (reason.id != u"nil_return_due"_s || (measureOrCheck != measure->id && measureOrCheck != check))
                continue;
            QByteArray seen;
            for (const CheckResult &result : all.find(measure->id)->checks) {
                if (result.id == check)
                    seen = result.seenHash;
            }
            SignedMatter matter {u"nil_return"_s, check, measure->id, check, all.phase, as->function, {}, as->person, as->evidence, seen, note};
            DW_ASSIGN(const RecordId id, SignatureBook::add(tx, matter));
            ids.append(id);
        }
        if (ids.isEmpty())
            return fail(ErrorCode::Conflict, u"measure.nothing_nil"_s, {measureOrCheck});
        return ids;
    });
}

Result<> MeasureService::withdraw(const RecordId &signature, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"record.reason_needed"_s, {u"signature"_s, u"withdraw"_s});
    return m_store.write({u"signature.withdraw"_s, u"signature"_s, signature.toString(), reason}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record record, tx.records().get(u"signature"_s, signature));
        const bool isOwn = record.text(u"account"_s) == tx.actor().id.toString();
        if (!isOwn && tx.actor().role != Role::ComplianceOfficer)
            return fail(ErrorCode::NotPermitted, u"signature.not_yours"_s);
        return SignatureBook::withdraw(tx, signature, reason);
    });
}

Result<> MeasureService::verifySignature(const RecordId &signature) const
{
    return m_store.read([&](const ReadTx &tx) { return SignatureBook::verify(tx, signature); });
}

} // namespace dw
