#include "core/desk/people/accessrule.h"

#include "core/desk/dealday.h"
#include "core/desk/registers/recordrule.h"
#include "core/desk/registers/recordservice.h"
#include "core/desk/standing.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool differs(const Record &before, const QVariantMap &values, const QString &field)
{
    return values.contains(field) && values.value(field) != before.value(field)
        && values.value(field).toStringList() != before.value(field).toStringList();
}

class GrantRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"access_grant"_s}; }

    Result<> beforeAdd(WriteTx &tx, const RegisterDecl &, QVariantMap &values) override
    {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        if (values.value(u"reason"_s).toString().trimmed().isEmpty())
            return fail(ErrorCode::InvalidInput, u"grant.needs_reason"_s);
        const QDate end = QDate::fromString(values.value(u"ends_on"_s).toString(), Qt::ISODate);
        if (!end.isValid() || end < day.today)
            return fail(ErrorCode::InvalidInput, u"grant.needs_end"_s);
        values.insert(u"requested_by"_s, tx.actor().id.toString());
        values.insert(u"requested_at"_s, tx.now());
        return {};
    }

    // An approval is for what was asked; more needs a new request. Less, and sooner, is always fine.
    Result<> beforeSet(WriteTx &, const Record &before, QVariantMap &values) override
    {
        if (before.state == u"requested"_s && before.text(u"approved_by"_s).isEmpty())
            return {};
        static const QStringList fixed {u"person"_s, u"phases"_s, u"assets"_s, u"folders"_s, u"team"_s};
        for (const QString &field : fixed) {
            if (differs(before, values, field))
                return fail(ErrorCode::PolicyBlocked, u"grant.fixed"_s, {field});
        }
        if (values.contains(u"max_level"_s) && values.value(u"max_level"_s).toLongLong() > before.integer(u"max_level"_s))
            return fail(ErrorCode::PolicyBlocked, u"grant.fixed"_s, {u"max_level"_s});
        const QString end = before.text(u"ends_on"_s);
        if (values.contains(u"ends_on"_s) && (values.value(u"ends_on"_s).toString().isEmpty() || values.value(u"ends_on"_s).toString() > end))
            return fail(ErrorCode::PolicyBlocked, u"grant.fixed"_s, {u"ends_on"_s});
        return {};
    }

    Result<> beforeTransition(WriteTx &tx, const Record &before, const TransitionDecl &transition, QVariantMap &values) override
    {
        if (transition.to != "revoked"_L1 || before.integer(u"obtained_at"_s) == 0)
            return {};
        DW_ASSIGN(const DealDay day, dealDay(tx));
        values.insert(u"ceased_at"_s, tx.now());
        values.insert(u"ceased_on"_s, day.isoToday());
        values.insert(u"cease_reason"_s, tx.action().note);
        values.insert(u"suspended_for"_s, QVariant());
        return {};
    }
};

// What the parties signed stays as they signed it; a joinder or a new agreement changes it.
class NdaRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"nda"_s}; }

    Result<> beforeSet(WriteTx &, const Record &before, QVariantMap &values) override
    {
        static const QStringList open {u"draft"_s, u"sent"_s, u"negotiating"_s};
        if (open.contains(before.state))
            return {};
        static const QStringList fixed {u"kind"_s, u"receivers"_s, u"disclosers"_s, u"purposes"_s, u"effective_on"_s,
            u"representatives_rule"_s, u"survival_months"_s, u"survival_forever"_s};
        for (const QString &field : fixed) {
            if (differs(before, values, field))
                return fail(ErrorCode::PolicyBlocked, u"nda.fixed"_s, {before.text(u"title"_s), field});
        }
        return {};
    }
};

class WallRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"wall_member"_s}; }

    Result<> beforeSet(WriteTx &tx, const Record &before, QVariantMap &values) override
    {
        const QDate until = QDate::fromString(values.value(u"until_on"_s).toString(), Qt::ISODate);
        if (!until.isValid() || before.text(u"wall_side"_s) != u"clean"_s)
            return {};
        DW_ASSIGN(const Record wall, tx.records().get(u"wall"_s, RecordId::fromText(before.text(u"wall"_s))));
        const QString earliest = until.addMonths(int(wall.integer(u"cool_off_months"_s))).toString(Qt::ISODate);
        if (values.value(u"cool_off_until"_s, before.value(u"cool_off_until"_s)).toString() < earliest)
            values.insert(u"cool_off_until"_s, earliest);
        return {};
    }

    Result<> after(WriteTx &tx, const QString &, const RecordId &id) override
    {
        DW_ASSIGN(const Record member, tx.records().get(u"wall_member"_s, id));
        if (member.isVoided() || !member.text(u"until_on"_s).isEmpty())
            return {};
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Standing standing, Standing::of(tx, day, member.text(u"person"_s)));
        DW_ASSIGN(const Condition wall, standing.wall({}));
        if (!wall.ok)
            return fail(ErrorCode::PolicyBlocked, wall.fact, wall.args);
        return {};
    }
};

} // namespace

void addAccessRules(RecordService &records)
{
    records.addRule(std::make_shared<GrantRule>());
    records.addRule(std::make_shared<NdaRule>());
    records.addRule(std::make_shared<WallRule>());
}

} // namespace dw
