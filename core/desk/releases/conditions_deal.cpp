// Conditions 1, 12 and 14: the deal, the way and what has happened.
#include "core/desk/releases/conditions.h"
#include "core/desk/rows.h"

namespace dw::conditions {

using namespace Qt::StringLiterals;

namespace {

Result<bool> isCleanTeam(const ReleaseCase &c)
{
    DW_ASSIGN(const bool isMember, c.standing.isCleanTeam());
    if (isMember)
        return true;
    DW_ASSIGN(const auto grants, c.tx.query(u"SELECT 1 FROM access_grant WHERE person = :p AND team = 'clean' AND state = 'active' "
                                            "AND voided_at IS NULL LIMIT 1"_s,
        {{u":p"_s, c.standing.id()}}));
    return !grants.isEmpty();
}

QString factOf(Ceiling::Answer answer)
{
    switch (answer) {
    case Ceiling::Answer::Admitted:
        return u"ceiling.admits"_s;
    case Ceiling::Answer::NothingGoes:
        return u"ceiling.nothing_goes"_s;
    case Ceiling::Answer::LevelTooHigh:
        return u"ceiling.level"_s;
    case Ceiling::Answer::TreatmentNeeded:
        return u"ceiling.treatment"_s;
    case Ceiling::Answer::CleanTeamOnly:
        return u"ceiling.clean_team"_s;
    }
    return {};
}

} // namespace

// 1: the deal is active and its phase admits this level, so treated, to this side.
Result<Condition> phase(const ReleaseCase &c)
{
    Condition condition;
    condition.id = u"phase"_s;
    condition.fix = {u"deal"_s, u"deal"_s, c.day.deal.toString()};
    if (c.day.dealState != "active"_L1) {
        condition.fact = c.day.deal.isNull() ? u"deal.none"_s : u"deal.not_active"_s;
        condition.args = {c.day.dealState};
        return condition;
    }
    DW_ASSIGN(const bool isClean, isCleanTeam(c));
    const Ceiling::Question question {c.day.phase, sideId(c.standing.side()), c.level(), c.treatment(), isClean};
    const Ceiling::Answer answer = c.ceiling.judge(question);
    condition.ok = answer == Ceiling::Answer::Admitted;
    condition.fact = factOf(answer);
    condition.args = {question.phase, QString::number(question.level), question.treatment, question.side};
    if (answer == Ceiling::Answer::TreatmentNeeded && c.ceiling.exceptionRule(question) == "release_level4"_L1) {
        DW_ASSIGN(condition.exceptionId, levelFourException(c.tx, c.day, c.subjects()));
        condition.ok = !condition.exceptionId.isEmpty();
    }
    if (answer == Ceiling::Answer::TreatmentNeeded)
        condition.fix = {u"documents"_s, u"doc_version"_s, textOf(c.version, "id"_L1)};
    return condition;
}

// 12: approved today; encrypted from level 3.
Result<Condition> channel(const ReleaseCase &c)
{
    Condition condition;
    condition.id = u"channel"_s;
    condition.args = {textOf(c.channel, "name"_L1)};
    condition.fix = {u"releases"_s, u"channel"_s, textOf(c.channel, "id"_L1)};
    const QDate from = dateOf(c.channel, "approved_from"_L1);
    const QDate until = dateOf(c.channel, "approved_until"_L1);
    if (textOf(c.channel, "state"_L1) != "approved"_L1 || !from.isValid()) {
        condition.fact = u"channel.not_approved"_s;
    } else if (from > c.day.today) {
        condition.fact = u"channel.not_yet"_s;
        condition.args.append(from.toString(Qt::ISODate));
    } else if (until.isValid() && until < c.day.today) {
        condition.fact = u"channel.expired"_s;
        condition.args.append(until.toString(Qt::ISODate));
    } else if (c.level() >= 3 && !c.channel.value(u"encrypted"_s).toBool()) {
        condition.fact = u"channel.not_encrypted"_s;
        condition.args.append(QString::number(c.level()));
    } else {
        condition.ok = true;
        condition.fact = u"channel.approved"_s;
    }
    return condition;
}

// 14: nothing grave is open; the clock of an incident starts when it is suspected.
Result<Condition> incidents(const ReleaseCase &c)
{
    Condition condition;
    condition.id = u"incidents"_s;
    condition.fix = {u"incidents"_s, u"incident"_s, {}};
    DW_ASSIGN(const auto rows, c.tx.query(
        u"SELECT id, title, severity FROM incident WHERE severity IN ('1', '2') AND coalesce(freezes_deal, 1) = 1 "
        "AND state NOT IN ('closed', 'dismissed') AND voided_at IS NULL ORDER BY severity, id LIMIT 1"_s));
    condition.ok = rows.isEmpty();
    condition.fact = condition.ok ? u"incidents.none_freezes"_s : u"incidents.freezes"_s;
    if (!condition.ok) {
        condition.args = {textOf(rows.first(), "title"_L1), textOf(rows.first(), "severity"_L1)};
        condition.fix.id = textOf(rows.first(), "id"_L1);
    }
    return condition;
}

} // namespace dw::conditions
