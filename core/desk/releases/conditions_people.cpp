// Conditions 2 to 9: the recipient.
#include "core/desk/releases/conditions.h"
#include "core/desk/rows.h"

namespace dw::conditions {

using namespace Qt::StringLiterals;

Result<Condition> recipient(const ReleaseCase &c)
{
    return c.standing.active();
}

// 3: active, or surviving for its purpose; covers this person and this very purpose.
Result<Condition> nda(const ReleaseCase &c)
{
    Condition condition;
    condition.id = u"nda"_s;
    condition.fact = u"nda.none_covers"_s;
    condition.args = {c.standing.name()};
    condition.fix = {u"ndas"_s, u"nda"_s, {}};
    DW_ASSIGN(const auto covers, coverOn(c.tx, c.day, c.standing.id()));
    for (const Cover &cover : covers) {
        condition.fix.id = cover.nda;
        condition.args = {c.standing.name(), cover.ndaTitle, c.question.purpose};
        if (cover.purposes.contains(c.question.purpose)) {
            condition.ok = true;
            condition.fact = cover.ndaState == "active"_L1 ? u"nda.covers"_s : u"nda.survives"_s;
            return condition;
        }
        condition.fact = u"nda.other_purpose"_s;
    }
    return condition;
}

namespace {

// Why this grant does not carry the release; empty when it does.
QString shortfall(const ReleaseCase &c, const Row &grant, QStringList *args)
{
    const QString state = textOf(grant, "state"_L1);
    const QDate end = dateOf(grant, "ends_on"_L1);
    const int highest = grant.value(u"max_level"_s).toInt();
    const int clearance = c.standing.person().value(u"clearance"_s).toInt();
    const QStringList assets = listOf(grant.value(u"assets"_s));
    const QStringList folders = listOf(grant.value(u"folders"_s));
    if (state != "active"_L1) {
        *args = state == "suspended"_L1 ? listOf(grant.value(u"suspended_for"_s)) : QStringList {};
        return u"grant."_s + state;
    }
    if (end.isValid() && end < c.day.today) {
        *args = {end.toString(Qt::ISODate)};
        return u"grant.expired"_s;
    }
    if (!listOf(grant.value(u"phases"_s)).contains(c.day.phase)) {
        *args = {c.day.phase};
        return u"grant.other_phase"_s;
    }
    if (c.level() > highest) {
        *args = {QString::number(c.level()), QString::number(highest)};
        return u"grant.level"_s;
    }
    if (highest > clearance) {
        *args = {QString::number(highest), QString::number(clearance)};
        return u"grant.above_clearance"_s;
    }
    const QStringList concerned = listOf(c.document.value(u"assets"_s));
    const bool hasForeignAsset = std::any_of(
        concerned.cbegin(), concerned.cend(), [&](const QString &asset) { return !assets.contains(asset); });
    if (!assets.isEmpty() && (concerned.isEmpty() || hasForeignAsset))
        return u"grant.other_asset"_s;
    const QString folder = textOf(c.document, "folder"_L1);
    const bool isInFolder = std::any_of(folders.cbegin(), folders.cend(),
        [&](const QString &one) { return folder == one || folder.startsWith(one + u'/'); });
    if (!folders.isEmpty() && !isInFolder) {
        *args = {folder};
        return u"grant.other_folder"_s;
    }
    return {};
}

} // namespace

// 4: in force today, for this phase; level within the grant, grant within the clearance, asset and folder in it.
Result<Condition> grant(const ReleaseCase &c)
{
    Condition condition;
    condition.id = u"grant"_s;
    condition.fact = u"grant.none"_s;
    condition.args = {c.standing.name()};
    condition.fix = {u"people"_s, u"access_grant"_s, {}};
    DW_ASSIGN(const auto grants,
        c.tx.query(u"SELECT * FROM access_grant WHERE person = :p AND voided_at IS NULL ORDER BY "
                   "CASE state WHEN 'active' THEN 0 WHEN 'suspended' THEN 1 WHEN 'approved' THEN 2 WHEN 'requested' THEN 3 ELSE 4 END, "
                   "max_level DESC, id"_s,
            {{u":p"_s, c.standing.id()}}));
    for (const Row &row : grants) {
        QStringList args;
        const QString fact = shortfall(c, row, &args);
        if (!fact.isEmpty() && condition.fact != "grant.none"_L1)
            continue; // the first one is the nearest
        condition.ok = fact.isEmpty();
        condition.fact = condition.ok ? u"grant.in_force"_s : fact;
        condition.args = QStringList {c.standing.name()} + args;
        condition.fix.id = textOf(row, "id"_L1);
        if (condition.ok)
            break;
    }
    return condition;
}

Result<Condition> backgroundCheck(const ReleaseCase &c)
{
    return c.standing.backgroundCheck();
}

// 6: both; the first that fails is the one to mend.
Result<Condition> training(const ReleaseCase &c)
{
    DW_ASSIGN(const bool isClean, c.standing.isCleanTeam());
    DW_ASSIGN(Condition condition, c.standing.training(isClean));
    if (!condition.ok)
        return condition;
    DW_ASSIGN(const Condition rules, c.standing.rules());
    return !rules.ok || !rules.exceptionId.isEmpty() ? rules : condition;
}

Result<Condition> declaration(const ReleaseCase &c)
{
    return c.standing.declaration();
}

Result<Condition> wall(const ReleaseCase &c)
{
    const QStringList assets = listOf(c.document.value(u"assets"_s));
    if (assets.isEmpty())
        return c.standing.wall({});
    DW_ASSIGN(const QStringList sensitive, sensitiveAssets(c.tx, assets, c.level()));
    return c.standing.wall(sensitive);
}

Result<Condition> organisation(const ReleaseCase &c)
{
    DW_ASSIGN(const Condition condition, c.standing.organisationFree());
    if (!condition.ok)
        return condition;
    DW_ASSIGN(const Condition thirdParty, c.standing.thirdParty());
    return !thirdParty.ok || !thirdParty.exceptionId.isEmpty() ? thirdParty : condition;
}

} // namespace dw::conditions
