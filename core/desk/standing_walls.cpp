// The walls and the exceptions: the parts of a person's standing that depend on more than the person.
#include "core/desk/rows.h"
#include "core/desk/standing.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// A clean member who left is kept away from the business side until the cool-off is over.
Result<QList<Row>> memberships(const Standing &standing)
{
    return standing.tx().query(
        u"SELECT m.wall_side, w.name, w.id AS wall, m.until_on, "
        "coalesce(m.cool_off_until, date(m.until_on, '+' || w.cool_off_months || ' months')) AS cool_off, "
        "(m.until_on IS NULL OR m.until_on > :today) AS live "
        "FROM wall_member m JOIN wall w ON w.id = m.wall WHERE m.person = :p AND m.voided_at IS NULL AND w.voided_at IS NULL "
        "AND w.state = 'active' AND m.since_on <= :today ORDER BY m.since_on, m.id"_s,
        {{u":p"_s, standing.id()}, {u":today"_s, standing.day().isoToday()}});
}

} // namespace

Result<bool> Standing::isBusinessSide() const
{
    DW_ASSIGN(const auto rows, memberships(*this));
    for (const Row &row : rows) {
        if (textOf(row, "wall_side"_L1) == "business"_L1 && row.value(u"live"_s).toBool())
            return true;
    }
    DW_ASSIGN(const auto participants, m_tx->query(
        u"SELECT 1 FROM participant WHERE person = :p AND team = 'business' AND voided_at IS NULL "
        "AND (joined_on IS NULL OR joined_on <= :today) AND (left_on IS NULL OR left_on > :today) LIMIT 1"_s,
        {{u":p"_s, id()}, {u":today"_s, m_day->isoToday()}}));
    return !participants.isEmpty();
}

Result<bool> Standing::isCleanTeam() const
{
    DW_ASSIGN(const auto rows, memberships(*this));
    return std::any_of(rows.cbegin(), rows.cend(),
        [](const Row &row) { return textOf(row, "wall_side"_L1) == "clean"_L1 && row.value(u"live"_s).toBool(); });
}

Result<Condition> Standing::wall(const QStringList &sensitive) const
{
    Condition condition = make(8, "wall");
    condition.fix = {u"people"_s, u"wall"_s, {}};
    DW_ASSIGN(const bool isBusiness, isBusinessSide());
    DW_ASSIGN(const auto rows, memberships(*this));
    for (const Row &row : rows) {
        if (textOf(row, "wall_side"_L1) != "clean"_L1 || !isBusiness)
            continue;
        const bool isLive = row.value(u"live"_s).toBool();
        if (!isLive && textOf(row, "cool_off"_L1) <= m_day->isoToday())
            continue;
        condition.fact = isLive ? u"wall.both_sides"_s : u"wall.cool_off"_s;
        condition.args += {textOf(row, "name"_L1), textOf(row, "cool_off"_L1)};
        condition.fix.id = textOf(row, "wall"_L1);
        return condition;
    }
    if (isBusiness && !sensitive.isEmpty()) {
        DW_ASSIGN(const Row asset, rowOf(*m_tx, u"data_asset"_s, sensitive.first()));
        condition.fact = u"wall.business_side"_s;
        condition.args.append(textOf(asset, "name"_L1));
        return condition;
    }
    condition.ok = true;
    condition.fact = u"wall.none"_s;
    return condition;
}

Result<QString> liveException(const ReadTx &tx, const DealDay &day, int conditionNumber, const Subjects &subjects)
{
    for (const auto &[registerId, id] : subjects) {
        if (id.isEmpty())
            continue;
        DW_ASSIGN(const auto rows, tx.query(
            u"SELECT id FROM deal_exception WHERE rule IN ('release_condition', 'grant') AND condition_no = :n AND state = 'approved' "
            "AND voided_at IS NULL AND approved_by IS NOT NULL AND approved_by IS NOT requested_by AND expires_on >= :today "
            "AND subject_register = :r AND subject_id = :i ORDER BY expires_on DESC LIMIT 1"_s,
            {{u":n"_s, conditionNumber}, {u":today"_s, day.isoToday()}, {u":r"_s, registerId}, {u":i"_s, id}}));
        if (!rows.isEmpty())
            return textOf(rows.first(), "id"_L1);
    }
    return QString();
}

Result<QString> levelFourException(const ReadTx &tx, const DealDay &day, const Subjects &subjects)
{
    for (const auto &[registerId, id] : subjects) {
        if (id.isEmpty())
            continue;
        DW_ASSIGN(const auto rows, tx.query(
            u"SELECT id FROM deal_exception WHERE rule = 'release_level4' AND state = 'approved' AND voided_at IS NULL "
            "AND approved_by IS NOT NULL AND approved_by2 IS NOT NULL AND approved_by <> approved_by2 "
            "AND expires_on >= :today "
            "AND subject_register = :r AND subject_id = :i ORDER BY expires_on DESC LIMIT 1"_s,
            {{u":today"_s, day.isoToday()}, {u":r"_s, registerId}, {u":i"_s, id}}));
        if (!rows.isEmpty())
            return textOf(rows.first(), "id"_L1);
    }
    return QString();
}

Result<QStringList> sensitiveAssets(const ReadTx &tx, const QStringList &assets, int level)
{
    DW_ASSIGN(const auto rows, tx.query(u"SELECT id, level FROM data_asset WHERE competitively_sensitive = 1 AND voided_at IS NULL "
                                        "AND state <> 'retired' ORDER BY id"_s));
    QStringList sensitive;
    for (const Row &row : rows) {
        const QString id = textOf(row, "id"_L1);
        // Not classified yet counts as the highest level its grant could reach.
        if (assets.isEmpty() ? row.value(u"level"_s).toInt() <= level : assets.contains(id))
            sensitive.append(id);
    }
    return sensitive;
}

} // namespace dw
