#include "core/desk/standing.h"

#include "core/desk/rows.h"

namespace dw {

using namespace Qt::StringLiterals;

QString sideId(Side side)
{
    switch (side) {
    case Side::Own:
        return u"own"_s;
    case Side::Adviser:
        return u"adviser"_s;
    case Side::Bidder:
        return u"bidder"_s;
    case Side::SelectedBuyer:
        return u"selected_buyer"_s;
    }
    return {};
}

Result<Standing> Standing::of(const ReadTx &tx, const DealDay &day, const QString &personId)
{
    Standing standing;
    standing.m_tx = &tx;
    standing.m_day = &day;
    DW_ASSIGN(standing.m_person, rowOf(tx, u"person"_s, personId));
    if (standing.m_person.isEmpty())
        return fail(ErrorCode::NotFound, u"person.missing"_s, {personId});
    DW_ASSIGN(standing.m_organisation, rowOf(tx, u"organisation"_s, standing.textOfPerson("organisation"_L1)));
    DW_ASSIGN(const auto own,
        tx.query(u"SELECT country FROM organisation WHERE deal_role = 'own' AND voided_at IS NULL ORDER BY created_at, id LIMIT 1"_s));
    const QString home = own.isEmpty() ? u"CN"_s : textOf(own.first(), "country"_L1);
    const QString country = textOf(standing.m_organisation, "country"_L1);
    standing.m_isAbroad = standing.m_organisation.value(u"is_handler_abroad"_s).toBool()
        || (!country.isEmpty() && !home.isEmpty() && country.compare(home, Qt::CaseInsensitive) != 0);
    return standing;
}

QString Standing::organisationId() const
{
    return textOf(m_organisation, "id"_L1);
}

Side Standing::side() const
{
    const QString role = textOf(m_organisation, "deal_role"_L1);
    const QString selected = m_day->selectedBuyer.toString();
    if (role == "buyer"_L1 || role == "bidder"_L1) {
        const bool isSelected = selected.isEmpty() ? role == "buyer"_L1 : selected == organisationId();
        return isSelected ? Side::SelectedBuyer : Side::Bidder;
    }
    if (textOfPerson("employment"_L1) == "bidder"_L1)
        return Side::Bidder; // a bidder's own adviser
    return role == "own"_L1 ? Side::Own : Side::Adviser;
}

Condition Standing::make(int number, const char *id) const
{
    Condition condition;
    condition.number = number;
    condition.id = QString::fromLatin1(id);
    condition.args = {name()};
    return condition;
}

Result<Condition> Standing::carried(Condition condition) const
{
    if (condition.ok)
        return condition;
    DW_ASSIGN(condition.exceptionId,
        liveException(*m_tx, *m_day, condition.number, {{u"person"_s, id()}, {u"organisation"_s, organisationId()}}));
    condition.ok = !condition.exceptionId.isEmpty();
    return condition;
}

Result<Condition> Standing::active() const
{
    Condition condition = make(2, "person");
    condition.ok = textOfPerson("state"_L1) == "active"_L1;
    condition.fact = u"person."_s + textOfPerson("state"_L1);
    condition.fix = {u"people"_s, u"person"_s, id()};
    return condition;
}

Result<Condition> Standing::backgroundCheck() const
{
    Condition condition = make(5, "background_check");
    condition.fix = {u"people"_s, u"person"_s, id()};
    const QString outcome = textOfPerson("background_check"_L1);
    const QString until = textOfPerson("check_valid_until"_L1);
    if (outcome != "passed"_L1) {
        condition.fact = u"check."_s + (outcome.isEmpty() ? u"none"_s : outcome);
    } else if (until.isEmpty()) {
        condition.fact = u"check.no_end"_s;
    } else {
        condition.ok = until >= m_day->isoToday();
        condition.fact = condition.ok ? u"check.passed"_s : u"check.expired"_s;
        condition.args.append(until);
    }
    return carried(std::move(condition));
}

Result<Condition> Standing::training(bool isCleanTeam) const
{
    Condition condition = make(6, "training");
    condition.fix = {u"training"_s, u"attendance"_s, {}};
    DW_ASSIGN(const auto rows, m_tx->query(
        u"SELECT c.id, max(coalesce(a.valid_until, date(s.held_on, '+' || c.validity_months || ' months'))) AS until "
        "FROM attendance a JOIN training_session s ON s.id = a.training_session JOIN course c ON c.id = s.course "
        "WHERE a.person = :p AND a.present = 1 AND a.passed = 1 AND s.held_on <= :today AND a.voided_at IS NULL "
        "AND s.voided_at IS NULL AND c.voided_at IS NULL GROUP BY c.id"_s,
        {{u":p"_s, id()}, {u":today"_s, m_day->isoToday()}}));
    QHash<QString, QString> validUntil;
    QString newest;
    for (const Row &row : rows) {
        validUntil.insert(textOf(row, "id"_L1), textOf(row, "until"_L1));
        newest = qMax(newest, textOf(row, "until"_L1));
    }
    if (newest < m_day->isoToday()) {
        condition.fact = newest.isEmpty() ? u"training.none"_s : u"training.expired"_s;
        condition.args.append(newest);
        return carried(std::move(condition));
    }
    QStringList duties = listOf(m_person.value(u"duties"_s)) << u"everyone"_s;
    if (isCleanTeam)
        duties.append(u"clean_team"_s);
    DW_ASSIGN(const auto courses,
        m_tx->query(u"SELECT id, title, mandatory_for FROM course WHERE state = 'active' AND voided_at IS NULL ORDER BY title"_s));
    for (const Row &course : courses) {
        const QStringList mandatory = listOf(course.value(u"mandatory_for"_s));
        const bool concerns = std::any_of(duties.cbegin(), duties.cend(), [&](const QString &duty) { return mandatory.contains(duty); });
        if (!concerns || validUntil.value(textOf(course, "id"_L1)) >= m_day->isoToday())
            continue;
        condition.fact = u"training.course_missing"_s;
        condition.args.append(textOf(course, "title"_L1));
        return carried(std::move(condition));
    }
    condition.ok = true;
    condition.fact = u"training.valid"_s;
    condition.args.append(newest);
    return condition;
}

Result<Condition> Standing::rules() const
{
    Condition condition = make(6, "rules");
    condition.fix = {u"coordination"_s, u"rule_sheet"_s, {}};
    DW_ASSIGN(const auto sheets, m_tx->query(
        u"SELECT r.id, r.title, r.sheet_version, EXISTS (SELECT 1 FROM rule_ack k WHERE k.rule_sheet = r.id AND k.person = :p "
        "AND k.acknowledged_on <= :today AND k.voided_at IS NULL) AS acknowledged "
        "FROM rule_sheet r WHERE r.state = 'issued' AND r.effective_on <= :today AND r.voided_at IS NULL ORDER BY acknowledged, r.title"_s,
        {{u":p"_s, id()}, {u":today"_s, m_day->isoToday()}}));
    if (sheets.isEmpty()) {
        condition.fact = u"rules.none_issued"_s;
        return carried(std::move(condition));
    }
    const Row &first = sheets.first();
    condition.ok = first.value(u"acknowledged"_s).toBool();
    condition.fact = condition.ok ? u"rules.acknowledged"_s : u"rules.not_acknowledged"_s;
    condition.args += {textOf(first, "title"_L1), textOf(first, "sheet_version"_L1)};
    condition.fix.id = textOf(first, "id"_L1);
    return carried(std::move(condition));
}

Result<Condition> Standing::declaration() const
{
    Condition condition = make(7, "declaration");
    condition.fix = {u"people"_s, u"declaration"_s, {}};
    DW_ASSIGN(const auto rows, m_tx->query(u"SELECT * FROM declaration WHERE person = :p AND declared_on <= :today AND voided_at IS NULL "
                                           "ORDER BY declared_on DESC, created_at DESC, id DESC LIMIT 1"_s,
        {{u":p"_s, id()}, {u":today"_s, m_day->isoToday()}}));
    const Row row = rows.value(0);
    condition.fix.id = textOf(row, "id"_L1);
    const QString outcome = textOf(row, "outcome"_L1);
    if (outcome == "removed"_L1) {
        condition.fact = u"declaration.removed"_s;
    } else if (!m_day->isFromClosing()) {
        condition.ok = true;
        condition.fact = row.isEmpty() ? u"declaration.not_needed_yet"_s : u"declaration.on_file"_s;
        return condition;
    } else if (row.isEmpty()) {
        condition.fact = u"declaration.missing"_s;
    } else if (!row.value(u"accepts_code"_s).toBool()) {
        condition.fact = u"declaration.code_not_accepted"_s;
    } else if (row.value(u"has_conflict"_s).toBool() && outcome.isEmpty()) {
        condition.fact = u"declaration.conflict_open"_s;
    } else {
        condition.ok = true;
        condition.fact = u"declaration.on_file"_s;
        condition.args.append(textOf(row, "declared_on"_L1));
    }
    return carried(std::move(condition));
}

Result<Condition> Standing::organisationFree() const
{
    Condition condition = make(9, "organisation");
    condition.args = {textOf(m_organisation, "name"_L1)};
    condition.fix = {u"people"_s, u"organisation"_s, organisationId()};
    const QString state = textOf(m_organisation, "state"_L1);
    if (m_organisation.isEmpty()) {
        condition.fact = u"organisation.none"_s;
        condition.args = {name()};
        condition.fix = {u"people"_s, u"person"_s, id()};
    } else if (state != "active"_L1) {
        condition.fact = u"organisation."_s + state;
    } else if (m_day->isFromClosing() && side() == Side::Bidder) {
        condition.fact = u"organisation.losing_bidder"_s;
    } else {
        condition.ok = true;
        condition.fact = u"organisation.free"_s;
    }
    return condition;
}

Result<Condition> Standing::thirdParty() const
{
    Condition condition = make(9, "third_party");
    condition.args = {textOf(m_organisation, "name"_L1)};
    condition.fix = {u"third_parties"_s, u"third_party"_s, {}};
    DW_ASSIGN(const auto rows, m_tx->query(
        u"SELECT t.id, t.service, t.state, max(a.valid_until) AS until FROM third_party t LEFT JOIN third_assessment a "
        "ON a.third_party = t.id AND a.state = 'approved' AND a.voided_at IS NULL AND a.assessed_on <= :today "
        "AND a.assessed_on >= date(:today, '-12 months') WHERE t.organisation = :o AND t.voided_at IS NULL AND t.state <> 'ended' "
        "GROUP BY t.id ORDER BY t.id"_s,
        {{u":o"_s, organisationId()}, {u":today"_s, m_day->isoToday()}}));
    const QString role = textOf(m_organisation, "deal_role"_L1);
    const bool mustBeListed = role == "adviser"_L1 || role == "financier"_L1 || role == "vendor"_L1;
    if (rows.isEmpty()) {
        condition.ok = !mustBeListed;
        condition.fact = mustBeListed ? u"third_party.not_listed"_s : u"third_party.not_one"_s;
        return carried(std::move(condition));
    }
    condition.fact = u"third_party.not_approved"_s;
    for (const Row &row : rows) {
        const QString state = textOf(row, "state"_L1);
        const QString until = textOf(row, "until"_L1);
        const bool isApproved = state == "approved"_L1 || state == "conditional"_L1;
        if (!condition.ok || state == "suspended"_L1)
            condition.fix.id = textOf(row, "id"_L1);
        if (state == "suspended"_L1) {
            condition.ok = false;
            condition.fact = u"third_party.suspended"_s;
            break;
        }
        if (isApproved && until >= m_day->isoToday()) {
            condition.ok = true;
            condition.fact = u"third_party.current"_s;
            condition.args = {textOf(m_organisation, "name"_L1), until};
        } else if (isApproved && !condition.ok) {
            condition.fact = until.isEmpty() ? u"third_party.not_assessed"_s : u"third_party.assessment_expired"_s;
            condition.args = {textOf(m_organisation, "name"_L1), until};
        }
    }
    return carried(std::move(condition));
}

} // namespace dw
