// Persons and grants.
#include "core/desk/people/peopleservice.h"
#include "core/desk/people/preconditions.h"
#include "core/desk/rows.h"
#include "core/desk/standing.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QStringList phaseIds {u"prepare"_s, u"negotiate"_s, u"documents"_s, u"closing"_s, u"post"_s};

QString iso(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

Result<> checkRequest(const GrantRequest &request, const DealDay &day)
{
    if (request.reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"grant.needs_reason"_s);
    if (!request.endsOn.isValid() || request.endsOn < day.today)
        return fail(ErrorCode::InvalidInput, u"grant.needs_end"_s);
    if (request.maxLevel < 1 || request.maxLevel > 4)
        return fail(ErrorCode::InvalidInput, u"grant.bad_level"_s, {QString::number(request.maxLevel)});
    if (request.phases.isEmpty())
        return fail(ErrorCode::InvalidInput, u"grant.needs_phase"_s);
    for (const QString &phase : request.phases) {
        if (!phaseIds.contains(phase))
            return fail(ErrorCode::InvalidInput, u"grant.bad_phase"_s, {phase});
    }
    return {};
}

Result<Row> grantRow(const ReadTx &tx, const GrantId &grant)
{
    DW_ASSIGN(const Row row, rowOf(tx, u"access_grant"_s, grant.toString()));
    if (row.isEmpty())
        return fail(ErrorCode::NotFound, u"record.missing"_s, {u"access_grant"_s, grant.toString()});
    return row;
}

// The account that approves must not be the grantee's, nor the one that approved before.
Result<> checkApprover(const WriteTx &tx, const Row &grant)
{
    const QString account = tx.actor().id.toString();
    DW_ASSIGN(const Row own, rowOf(tx, u"account"_s, account));
    if (!textOf(own, "person"_L1).isEmpty() && textOf(own, "person"_L1) == textOf(grant, "person"_L1))
        return fail(ErrorCode::PolicyBlocked, u"grant.approver_is_grantee"_s);
    if (textOf(grant, "approved_by"_L1) == account)
        return fail(ErrorCode::PolicyBlocked, u"grant.same_approver"_s);
    return {};
}

// What no later fact can cure is refused at once instead of waiting as "approved".
Result<> checkLimits(const ReadTx &tx, const DealDay &day, const Row &grant)
{
    DW_ASSIGN(const Standing standing, Standing::of(tx, day, textOf(grant, "person"_L1)));
    const int level = grant.value(u"max_level"_s).toInt();
    const int clearance = standing.person().value(u"clearance"_s).toInt();
    if (level > clearance)
        return fail(ErrorCode::PolicyBlocked, u"grant.above_clearance"_s, {QString::number(level), QString::number(clearance)});
    DW_ASSIGN(const QStringList sensitive, sensitiveAssets(tx, listOf(grant.value(u"assets"_s)), level));
    DW_ASSIGN(const Condition wall, standing.wall(sensitive));
    if (!wall.ok)
        return fail(ErrorCode::PolicyBlocked, u"grant.wall"_s, wall.args);
    return {};
}

} // namespace

Result<> PeopleService::requestBackgroundCheck(const PersonId &person, const QString &scope)
{
    DW_TRY(permit(u"person.check"_s));
    return m_store.write(Action {u"person.check_request"_s, u"person"_s, person.toString(), {}}, [&](WriteTx &tx) {
        return tx.records().update(
            u"person"_s, person.as<RecordTag>(), {{u"background_check"_s, u"requested"_s}, {u"check_scope"_s, scope}});
    });
}

Result<> PeopleService::recordBackgroundCheck(const PersonId &person, const BackgroundCheck &check)
{
    DW_TRY(permit(u"person.check"_s));
    static const QStringList outcomes {u"passed"_s, u"failed"_s, u"waived"_s};
    if (!outcomes.contains(check.outcome) || !check.checkedOn.isValid())
        return fail(ErrorCode::InvalidInput, u"person.check_incomplete"_s);
    if (check.outcome == "passed"_L1 && (!check.validUntil.isValid() || check.validUntil < check.checkedOn))
        return fail(ErrorCode::InvalidInput, u"person.check_needs_end"_s);
    return m_store.write(Action {u"person.check"_s, u"person"_s, person.toString(), {}}, [&](WriteTx &tx) {
        QVariantMap values {{u"background_check"_s, check.outcome}, {u"checked_on"_s, iso(check.checkedOn)},
            {u"check_valid_until"_s, iso(check.validUntil)}, {u"check_evidence"_s, check.evidence.toString()}};
        if (!check.scope.isEmpty())
            values.insert(u"check_scope"_s, check.scope);
        return tx.records().update(u"person"_s, person.as<RecordTag>(), values);
    });
}

Result<> PeopleService::setClearance(const PersonId &person, int level, const QString &reason)
{
    DW_TRY(permit(u"person.clearance"_s));
    if (level < 2 || level > 4)
        return fail(ErrorCode::InvalidInput, u"person.bad_clearance"_s, {QString::number(level)});
    return m_store.write(Action {u"person.clearance"_s, u"person"_s, person.toString(), reason},
        [&](WriteTx &tx) { return tx.records().update(u"person"_s, person.as<RecordTag>(), {{u"clearance"_s, level}}); });
}

Result<RecordId> PeopleService::requestGrant(const GrantRequest &request)
{
    DW_TRY(permit(u"grant.request"_s));
    return m_store.write(Action {u"grant.request"_s, u"access_grant"_s, {}, request.reason}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_TRY(checkRequest(request, day));
        DW_TRY(tx.records().get(u"person"_s, request.person.as<RecordTag>()));
        DW_ASSIGN(const RecordId id, tx.records().insert(u"access_grant"_s,
            {{u"person"_s, request.person.toString()}, {u"max_level"_s, request.maxLevel}, {u"phases"_s, request.phases},
                {u"team"_s, request.team}, {u"assets"_s, request.assets}, {u"folders"_s, request.folders},
                {u"reason"_s, request.reason.trimmed()}, {u"job_function"_s, request.jobFunction}, {u"ends_on"_s, iso(request.endsOn)},
                {u"requested_by"_s, tx.actor().id.toString()}, {u"requested_at"_s, tx.now()}}));
        tx.setObject(u"access_grant"_s, id);
        return id;
    });
}

Result<GrantStatus> PeopleService::approveGrant(const GrantId &grant)
{
    DW_TRY(permit(u"grant.approve"_s));
    const Result<> approved = m_store.write(Action {u"grant.approve"_s, u"access_grant"_s, grant.toString(), {}}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Row row, grantRow(tx, grant));
        if (textOf(row, "state"_L1) != "requested"_L1)
            return fail(ErrorCode::Conflict, u"grant.not_requested"_s, {textOf(row, "state"_L1)});
        DW_TRY(checkApprover(tx, row));
        DW_TRY(checkLimits(tx, day, row));
        const QString account = tx.actor().id.toString();
        const RecordId id = grant.as<RecordTag>();
        const bool needsTwo = row.value(u"max_level"_s).toInt() == 4;
        if (textOf(row, "approved_by"_L1).isEmpty()) {
            const QVariantMap values {{u"approved_by"_s, account}, {u"approved_at"_s, tx.now()}};
            return needsTwo ? tx.records().update(u"access_grant"_s, id, values)
                            : tx.records().setState(u"access_grant"_s, id, u"approved"_s, values);
        }
        return tx.records().setState(
            u"access_grant"_s, id, u"approved"_s, {{u"approved_by2"_s, account}, {u"approved_at2"_s, tx.now()}});
    });
    DW_TRY(approved);
    return grantStatus(grant);
}

Result<> PeopleService::revokeGrant(const GrantId &grant, const QString &reason)
{
    DW_TRY(permit(u"grant.revoke"_s));
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"grant.needs_reason"_s);
    return m_store.write(Action {u"grant.revoke"_s, u"access_grant"_s, grant.toString(), reason}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Row row, grantRow(tx, grant));
        static const QStringList revocable {u"approved"_s, u"active"_s, u"suspended"_s};
        if (!revocable.contains(textOf(row, "state"_L1)))
            return fail(ErrorCode::Conflict, u"grant.not_in_force"_s, {textOf(row, "state"_L1)});
        QVariantMap values {{u"cease_reason"_s, reason.trimmed()}, {u"suspended_for"_s, QVariant()}};
        if (!row.value(u"obtained_at"_s).isNull()) {
            values.insert(u"ceased_at"_s, tx.now());
            values.insert(u"ceased_on"_s, day.isoToday());
        }
        return tx.records().setState(u"access_grant"_s, grant.as<RecordTag>(), u"revoked"_s, values);
    });
}

Result<> PeopleService::recertifyGrant(const GrantId &grant, const QString &outcome, const QString &note)
{
    DW_TRY(permit(u"grant.certify"_s));
    const Result<> certified = m_store.write(Action {u"grant.certify"_s, u"access_grant"_s, grant.toString(), note}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Row row, grantRow(tx, grant));
        DW_TRY(checkApprover(tx, {{u"person"_s, row.value(u"person"_s)}}));
        DW_TRY(tx.records().insert(u"grant_certification"_s,
            {{u"access_grant"_s, grant.toString()}, {u"certified_on"_s, day.isoToday()}, {u"outcome"_s, outcome}, {u"note"_s, note}}));
        return tx.records().update(u"access_grant"_s, grant.as<RecordTag>(), {{u"certified_on"_s, day.isoToday()}});
    });
    DW_TRY(certified);
    return outcome == "revoke"_L1 ? revokeGrant(grant, note.trimmed().isEmpty() ? u"recertification"_s : note) : Result<>();
}

Result<> PeopleService::noteView(const PersonId &person)
{
    const auto stale = [&](const ReadTx &tx) -> Result<QStringList> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const auto rows, tx.query(u"SELECT id FROM access_grant WHERE person = :p AND state = 'active' AND voided_at IS NULL "
                                            "AND last_viewed_on IS NOT :today"_s,
            {{u":p"_s, person.toString()}, {u":today"_s, day.isoToday()}}));
        QStringList ids;
        for (const Row &row : rows)
            ids.append(textOf(row, "id"_L1));
        return ids;
    };
    DW_ASSIGN(const QStringList ids, m_store.read(stale));
    if (ids.isEmpty() || !permit(u"grant.view"_s))
        return {}; // an auditor's look is no use of a grant
    return m_store.write(Action {u"grant.view"_s, u"person"_s, person.toString(), {}}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        for (const QString &id : ids)
            DW_TRY(tx.records().update(u"access_grant"_s, RecordId::fromText(id), {{u"last_viewed_on"_s, day.isoToday()}}));
        return {};
    });
}

Result<GrantStatus> PeopleService::grantStatus(const GrantId &grant) const
{
    return m_store.read([&](const ReadTx &tx) -> Result<GrantStatus> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Row row, grantRow(tx, grant));
        GrantStatus status;
        status.id = grant;
        status.state = textOf(row, "state"_L1);
        DW_ASSIGN(status.preconditions, preconditions(tx, day, row));
        status.approvals = int(!textOf(row, "approved_by"_L1).isEmpty()) + int(!textOf(row, "approved_by2"_L1).isEmpty());
        status.approvalsNeeded = row.value(u"max_level"_s).toInt() == 4 ? 2 : 1;
        return status;
    });
}

} // namespace dw
