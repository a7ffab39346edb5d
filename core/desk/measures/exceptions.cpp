// The part of MeasureService that takes rows out or lets them be carried: "not applicable" and exceptions.
#include "core/base/canonicaljson.h"
#include "core/desk/dealday.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/measures/signaturebook.h"
#include "core/engines/crypto/hash.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<> needOfficerAndReason(const Actor &actor, const QString &reason)
{
    if (actor.role != Role::ComplianceOfficer)
        return fail(ErrorCode::NotPermitted, u"measure.officer_only"_s);
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"record.reason_needed"_s, {u"measure_na"_s});
    return {};
}

/// What an approval of an exception binds.
QByteArray hashOfException(const Record &record)
{
    QJsonObject object {{u"id"_s, record.id.toString()}};
    for (const auto &field : {u"rule"_s, u"measure"_s, u"reason"_s, u"compensating_control"_s, u"expires_on"_s, u"subject_register"_s,
             u"subject_id"_s, u"condition_no"_s, u"requested_by"_s}) {
        if (!record.text(field).isEmpty())
            object.insert(field, record.text(field));
    }
    return sha256(canonicalJson(object));
}

Result<bool> isSamePerson(const ReadTx &tx, const QString &account, const QString &other)
{
    if (account == other)
        return true;
    DW_ASSIGN(const auto rows,
        tx.query(u"SELECT 1 FROM account a JOIN account b ON a.person = b.person WHERE a.id = :a AND b.id = :b"_s,
            {{u":a"_s, account}, {u":b"_s, other}}));
    return !rows.isEmpty();
}

Result<> checkApprover(const ReadTx &tx, const Record &record)
{
    const Actor &actor = tx.store().actor();
    const QString me = actor.id.toString();
    DW_ASSIGN(const bool isOwn, isSamePerson(tx, me, record.text(u"requested_by"_s)));
    if (isOwn)
        return fail(ErrorCode::NotPermitted, u"exception.own_request"_s);
    const QString first = record.text(u"approved_by"_s);
    DW_ASSIGN(const bool isSame, first.isEmpty() ? Result<bool>(false) : isSamePerson(tx, me, first));
    if (isSame)
        return fail(ErrorCode::NotPermitted, u"exception.same_approver"_s);
    if (actor.role == Role::ComplianceOfficer)
        return {};
    // A second pair of eyes, or a stand-in where a compliance officer asked for it.
    DW_ASSIGN(const auto requester,
        tx.query(u"SELECT account_role AS r FROM account WHERE id = :id"_s, {{u":id"_s, record.text(u"requested_by"_s)}}));
    const bool officerAsked = requester.value(0).value(u"r"_s) == u"compliance_officer"_s;
    const bool isEligible = actor.role == Role::Reviewer || actor.role == Role::LegalCounsel || actor.role == Role::Owner;
    if (isEligible && (officerAsked || !first.isEmpty()))
        return {};
    return fail(ErrorCode::NotPermitted, u"exception.approver"_s);
}

} // namespace

Result<> MeasureService::setNotApplicable(const QString &measureId, const QString &reason)
{
    if (!m_catalogue.find(measureId))
        return fail(ErrorCode::NotFound, u"measure.unknown"_s, {measureId});
    DW_TRY(needOfficerAndReason(m_store.actor(), reason));
    return m_store.write({u"measure.not_applicable"_s, u"measure_na"_s, measureId, reason}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        const QString me = tx.actor().id.toString();
        const QVariantMap values {{u"measure"_s, measureId}, {u"reason"_s, reason}, {u"requested_by"_s, me}, {u"approved_by"_s, me},
            {u"approved_on"_s, day.isoToday()}};
        RecordFilter same;
        same.equals.insert(u"measure"_s, measureId);
        DW_ASSIGN(const auto row, tx.records().first(u"measure_na"_s, same));
        if (row)
            return tx.records().setState(u"measure_na"_s, row->id, u"in_force"_s, values);
        DW_TRY(tx.records().insert(u"measure_na"_s, values));
        return {};
    });
}

Result<> MeasureService::setApplicable(const QString &measureId, const QString &reason)
{
    DW_TRY(needOfficerAndReason(m_store.actor(), reason));
    return m_store.write({u"measure.applicable"_s, u"measure_na"_s, measureId, reason}, [&](WriteTx &tx) -> Result<> {
        RecordFilter same;
        same.equals = {{u"measure"_s, measureId}, {u"state"_s, u"in_force"_s}};
        DW_ASSIGN(const auto row, tx.records().first(u"measure_na"_s, same));
        if (!row)
            return fail(ErrorCode::NotFound, u"measure.applies_already"_s, {measureId});
        return tx.records().setState(u"measure_na"_s, row->id, u"withdrawn"_s);
    });
}

Result<> MeasureService::approveException(const RecordId &id, const QString &note)
{
    return m_store.write({u"exception.approve"_s, u"deal_exception"_s, id.toString(), note}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record record, tx.records().get(u"deal_exception"_s, id));
        if (record.state != u"requested"_s || record.isVoided())
            return fail(ErrorCode::PolicyBlocked, u"record.transition"_s, {u"deal_exception"_s, u"approve"_s, record.state});
        DW_ASSIGN(const DealDay day, dealDay(tx));
        const QString today = day.isoToday();
        if (record.text(u"expires_on"_s) < today)
            return fail(ErrorCode::PolicyBlocked, u"exception.expired"_s, {record.text(u"expires_on"_s)});
        DW_TRY(checkApprover(tx, record));
        SignedMatter matter;
        matter.kind = u"exception"_s;
        matter.subject = id.toString();
        matter.measure = record.text(u"measure"_s);
        matter.phase = day.phase;
        matter.seenHash = hashOfException(record);
        matter.note = note;
        DW_TRY(SignatureBook::add(tx, matter));
        const QString me = tx.actor().id.toString();
        const bool needsTwo = record.text(u"rule"_s) == u"release_level4"_s;
        if (record.text(u"approved_by"_s).isEmpty()) {
            const QVariantMap values {{u"approved_by"_s, me}, {u"approved_on"_s, today}};
            return needsTwo ? tx.records().update(u"deal_exception"_s, id, values)
                            : tx.records().setState(u"deal_exception"_s, id, u"approved"_s, values);
        }
        return tx.records().setState(u"deal_exception"_s, id, u"approved"_s, {{u"approved_by2"_s, me}, {u"approved_on2"_s, today}});
    });
}

Result<int> MeasureService::expireExceptions()
{
    const auto overdue = [](const ReadTx &tx) -> Result<QList<Row>> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        return tx.query(u"SELECT id FROM deal_exception WHERE voided_at IS NULL AND state = 'approved' AND expires_on < :today"_s,
            {{u":today"_s, day.isoToday()}});
    };
    DW_ASSIGN(const auto pending, m_store.read(overdue));
    const Role role = m_store.actor().role;
    if (pending.isEmpty() || role == Role::Auditor || role == Role::Recovery) // they only read: dates are judged anyway
        return 0;
    return m_store.write({u"exception.expire"_s, u"deal_exception"_s, {}, {}}, [&](WriteTx &tx) -> Result<int> {
        DW_ASSIGN(const auto rows, overdue(tx));
        for (const Row &row : rows)
            DW_TRY(tx.records().setState(u"deal_exception"_s, RecordId::fromText(row.value(u"id"_s).toString()), u"expired"_s));
        return int(rows.size());
    });
}

} // namespace dw
