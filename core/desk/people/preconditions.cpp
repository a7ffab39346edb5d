#include "core/desk/people/preconditions.h"

#include "core/desk/ndacover.h"
#include "core/desk/rows.h"
#include "core/desk/standing.h"

#include <functional>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

struct Case {
    const Standing &standing;
    const Row &grant;

    int level() const { return grant.value(u"max_level"_s).toInt(); }
};

Result<Condition> activePerson(const Case &c)
{
    return c.standing.active();
}

// 3: bound by an NDA that is in force; which purposes it allows matters only when something is released.
Result<Condition> nda(const Case &c)
{
    Condition condition;
    condition.number = 3;
    condition.id = u"nda"_s;
    condition.args = {c.standing.name()};
    condition.fact = u"nda.none_covers"_s;
    condition.fix = {u"ndas"_s, u"nda"_s, {}};
    DW_ASSIGN(const auto covers, coverOn(c.standing.tx(), c.standing.day(), c.standing.id()));
    for (const Cover &cover : covers) {
        if (cover.ndaState != "active"_L1) {
            condition.fact = u"nda.only_surviving"_s;
            condition.args = {c.standing.name(), cover.ndaTitle};
            condition.fix.id = cover.nda;
            continue;
        }
        condition.ok = true;
        condition.fact = u"nda.covers"_s;
        condition.args = {c.standing.name(), cover.ndaTitle};
        condition.fix.id = cover.nda;
        break;
    }
    return condition;
}

// 4: nobody is granted more than they are cleared for.
Result<Condition> level(const Case &c)
{
    const int clearance = c.standing.person().value(u"clearance"_s).toInt();
    Condition condition;
    condition.number = 4;
    condition.id = u"level"_s;
    condition.ok = c.level() <= clearance;
    condition.fact = condition.ok ? u"level.within_clearance"_s : u"level.above_clearance"_s;
    condition.args = {QString::number(c.level()), QString::number(clearance)};
    condition.fix = {u"people"_s, u"person"_s, c.standing.id()};
    return condition;
}

Result<Condition> backgroundCheck(const Case &c)
{
    return c.standing.backgroundCheck();
}

Result<Condition> training(const Case &c)
{
    return c.standing.training(textOf(c.grant, "team"_L1) == "clean"_L1);
}

Result<Condition> rules(const Case &c)
{
    return c.standing.rules();
}

Result<Condition> declaration(const Case &c)
{
    return c.standing.declaration();
}

Result<Condition> wall(const Case &c)
{
    DW_ASSIGN(const QStringList sensitive, sensitiveAssets(c.standing.tx(), listOf(c.grant.value(u"assets"_s)), c.level()));
    return c.standing.wall(sensitive);
}

Result<Condition> organisation(const Case &c)
{
    return c.standing.organisationFree();
}

Result<Condition> thirdParty(const Case &c)
{
    return c.standing.thirdParty();
}

} // namespace

Result<QList<Condition>> preconditions(const ReadTx &tx, const DealDay &day, const Row &grant)
{
    using Rule = Result<Condition> (*)(const Case &);
    static constexpr Rule all[] = {
        activePerson, nda, level, backgroundCheck, training, rules, declaration, wall, organisation, thirdParty};
    DW_ASSIGN(const Standing standing, Standing::of(tx, day, textOf(grant, "person"_L1)));
    const Case c {standing, grant};
    QList<Condition> conditions;
    for (const Rule rule : all) {
        DW_ASSIGN(const Condition condition, rule(c));
        conditions.append(condition);
    }
    return conditions;
}

QStringList failingIds(const QList<Condition> &conditions)
{
    QStringList ids;
    for (const Condition &condition : failing(conditions))
        ids.append(condition.id);
    ids.removeDuplicates();
    return ids;
}

} // namespace dw
