// Grants follow the facts: active while every precondition holds, suspended with the reason when one lapses.
#include "core/desk/ndacover.h"
#include "core/desk/people/accessplan.h"
#include "core/desk/people/preconditions.h"
#include "core/desk/rows.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

void cease(const Row &grant, const DealDay &day, AccessPlan &plan)
{
    const RecordId id = RecordId::fromText(textOf(grant, "id"_L1));
    QVariantMap values {{u"cease_reason"_s, u"expired"_s}, {u"suspended_for"_s, QVariant()}};
    if (!grant.value(u"obtained_at"_s).isNull()) {
        values.insert(u"ceased_at"_s, day.now);
        values.insert(u"ceased_on"_s, day.isoToday());
    }
    plan.steps.append({u"access_grant"_s, id, u"expired"_s, values});
    plan.result.changes.append({u"access_grant"_s, id, textOf(grant, "state"_L1), u"expired"_s, {u"ends_on"_s}});
}

// Somebody whom the agreement covers as a representative is written into its list of covered people once they may
// see client data, so that the list names everybody who is bound.
Result<> nameInNda(const ReadTx &tx, const DealDay &day, const Row &grant, AccessPlan &plan)
{
    DW_ASSIGN(const auto covers, coverOn(tx, day, textOf(grant, "person"_L1)));
    for (const Cover &cover : covers) {
        if (cover.ndaState != "active"_L1)
            continue;
        if (cover.kind != CoverKind::Representative)
            return {};
    }
    for (const Cover &cover : covers) {
        if (cover.ndaState != "active"_L1)
            continue;
        plan.steps.append({u"nda_cover"_s, {}, {},
            {{u"nda"_s, cover.nda}, {u"person"_s, cover.person}, {u"joined_on"_s, day.isoToday()}}});
        return {};
    }
    return {};
}

Result<> activate(const ReadTx &tx, const DealDay &day, const Row &grant, AccessPlan &plan)
{
    const RecordId id = RecordId::fromText(textOf(grant, "id"_L1));
    QVariantMap values {{u"suspended_for"_s, QVariant()}};
    if (grant.value(u"obtained_at"_s).isNull()) {
        values.insert(u"obtained_at"_s, day.now);
        values.insert(u"obtained_on"_s, day.isoToday());
    }
    plan.steps.append({u"access_grant"_s, id, u"active"_s, values});
    plan.result.changes.append({u"access_grant"_s, id, textOf(grant, "state"_L1), u"active"_s, {}});
    return nameInNda(tx, day, grant, plan);
}

} // namespace

Result<AccessPlan> planGrants(const ReadTx &tx, const DealDay &day)
{
    AccessPlan plan;
    DW_ASSIGN(const auto grants,
        tx.query(u"SELECT * FROM access_grant WHERE voided_at IS NULL AND state IN ('approved', 'active', 'suspended') ORDER BY id"_s));
    for (const Row &grant : grants) {
        const QString state = textOf(grant, "state"_L1);
        const QDate end = dateOf(grant, "ends_on"_L1);
        if (end.isValid() && end < day.today) {
            cease(grant, day, plan);
            continue;
        }
        DW_ASSIGN(const auto conditions, preconditions(tx, day, grant));
        const QStringList because = failingIds(conditions);
        if (because.isEmpty()) {
            if (state != "active"_L1)
                DW_TRY(activate(tx, day, grant, plan));
            continue;
        }
        const RecordId id = RecordId::fromText(textOf(grant, "id"_L1));
        const bool isOtherReason = state == "suspended"_L1 && listOf(grant.value(u"suspended_for"_s)) != because;
        if (state != "active"_L1 && !isOtherReason)
            continue;
        plan.steps.append({u"access_grant"_s, id, u"suspended"_s, {{u"suspended_for"_s, because}}});
        plan.result.changes.append({u"access_grant"_s, id, state, u"suspended"_s, because});
    }
    return plan;
}

Result<> apply(WriteTx &tx, const AccessPlan &plan)
{
    for (const AccessPlan::Step &step : plan.steps) {
        if (step.id.isNull())
            DW_TRY(tx.records().insert(step.registerId, step.values));
        else if (step.state.isEmpty())
            DW_TRY(tx.records().update(step.registerId, step.id, step.values));
        else
            DW_TRY(tx.records().setState(step.registerId, step.id, step.state, step.values));
    }
    return {};
}

} // namespace dw
