// Walls and third parties.
#include "core/desk/people/peopleservice.h"
#include "core/desk/rows.h"
#include "core/desk/standing.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<RecordId> PeopleService::addWallMember(const RecordId &wall, const PersonId &person, const QString &side)
{
    DW_TRY(permit(u"wall.member"_s));
    return m_store.write(Action {u"wall.member"_s, u"wall"_s, wall.toString(), side}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        const QVariantMap values {{u"wall"_s, wall.toString()}, {u"person"_s, person.toString()}, {u"wall_side"_s, side},
            {u"since_on"_s, day.isoToday()}};
        DW_ASSIGN(const RecordId id, tx.records().insert(u"wall_member"_s, values));
        // Judged with the new row in place: both sides at once, or too early after the clean team.
        DW_ASSIGN(const Standing standing, Standing::of(tx, day, person.toString()));
        DW_ASSIGN(const Condition condition, standing.wall({}));
        if (!condition.ok)
            return fail(ErrorCode::PolicyBlocked, condition.fact, condition.args);
        return id;
    });
}

Result<> PeopleService::endWallMembership(const RecordId &member, const QDate &day)
{
    DW_TRY(permit(u"wall.member"_s));
    return m_store.write(Action {u"wall.leave"_s, u"wall_member"_s, member.toString(), {}}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record record, tx.records().get(u"wall_member"_s, member));
        DW_ASSIGN(const Record wall, tx.records().get(u"wall"_s, RecordId::fromText(record.text(u"wall"_s))));
        QVariantMap values {{u"until_on"_s, day.toString(Qt::ISODate)}};
        if (record.text(u"wall_side"_s) == "clean"_L1)
            values.insert(u"cool_off_until"_s, day.addMonths(int(wall.integer(u"cool_off_months"_s))).toString(Qt::ISODate));
        return tx.records().update(u"wall_member"_s, member, values);
    });
}

Result<RecordId> PeopleService::recordCrossing(const RecordId &wall, const WallCrossing &crossing)
{
    DW_TRY(permit(u"wall.cross"_s));
    if (crossing.reason.trimmed().isEmpty() || crossing.approvedBy.isNull() || crossing.approvedBy == crossing.person)
        return fail(ErrorCode::InvalidInput, u"wall.crossing_incomplete"_s);
    return m_store.write(Action {u"wall.cross"_s, u"wall"_s, wall.toString(), crossing.reason}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        QVariantMap values {{u"wall"_s, wall.toString()}, {u"person"_s, crossing.person.toString()}, {u"crossed_on"_s, day.isoToday()},
            {u"reason"_s, crossing.reason}, {u"approved_by"_s, crossing.approvedBy.toString()}};
        if (!crossing.supervisedBy.isNull())
            values.insert(u"supervised_by"_s, crossing.supervisedBy.toString());
        if (!crossing.document.isNull())
            values.insert(u"document"_s, crossing.document.toString());
        return tx.records().insert(u"wall_crossing"_s, values);
    });
}

namespace {

// Every clause the register knows is mandatory unless the contract's own row says otherwise.
Result<QStringList> missingClauses(const ReadTx &tx, const DealDay &day, const QString &thirdParty)
{
    const RegisterDecl *decl = tx.store().catalogue().find(u"contract_clause");
    const FieldDecl *codes = decl ? decl->field(u"clause_code") : nullptr;
    if (!codes)
        return fail(ErrorCode::NotFound, u"register.unknown"_s, {u"contract_clause"_s});
    DW_ASSIGN(const auto rows, tx.query(
        u"SELECT c.clause_code, max(c.present OR coalesce(c.mandatory, 1) = 0 OR EXISTS (SELECT 1 FROM deal_exception e "
        "WHERE e.id = c.deal_exception AND e.state = 'approved' AND e.expires_on >= :today AND e.voided_at IS NULL)) AS fine "
        "FROM contract_clause c WHERE c.third_party = :t AND c.voided_at IS NULL GROUP BY c.clause_code"_s,
        {{u":t"_s, thirdParty}, {u":today"_s, day.isoToday()}}));
    QSet<QString> fine;
    for (const Row &row : rows) {
        if (row.value(u"fine"_s).toBool())
            fine.insert(textOf(row, "clause_code"_L1));
    }
    QStringList missing;
    for (const ChoiceDecl &choice : codes->choices) {
        if (!fine.contains(choice.id))
            missing.append(choice.id);
    }
    return missing;
}

Result<ThirdPartyStatus> statusOf(const ReadTx &tx, const DealDay &day, const Row &row)
{
    ThirdPartyStatus status;
    const QString id = textOf(row, "id"_L1);
    status.id = RecordId::fromText(id);
    status.service = textOf(row, "service"_L1);
    status.state = textOf(row, "state"_L1);
    DW_ASSIGN(const Row organisation, rowOf(tx, u"organisation"_s, textOf(row, "organisation"_L1)));
    status.organisation = textOf(organisation, "name"_L1);
    DW_ASSIGN(const auto assessments, tx.query(
        u"SELECT max(valid_until) AS until FROM third_assessment WHERE third_party = :t AND state = 'approved' AND voided_at IS NULL "
        "AND assessed_on <= :today AND assessed_on >= date(:today, '-12 months')"_s,
        {{u":t"_s, id}, {u":today"_s, day.isoToday()}}));
    status.assessedUntil = dateOf(assessments.value(0), "until"_L1);
    const bool isApproved = status.state == "approved"_L1 || status.state == "conditional"_L1;
    status.isCurrent = isApproved && status.assessedUntil.isValid() && status.assessedUntil >= day.today;
    DW_ASSIGN(status.missingClauses, missingClauses(tx, day, id));
    return status;
}

} // namespace

Result<ThirdPartyStatus> PeopleService::thirdPartyStatus(const RecordId &thirdParty) const
{
    return m_store.read([&](const ReadTx &tx) -> Result<ThirdPartyStatus> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Row row, rowOf(tx, u"third_party"_s, thirdParty.toString()));
        if (row.isEmpty())
            return fail(ErrorCode::NotFound, u"record.missing"_s, {u"third_party"_s, thirdParty.toString()});
        return statusOf(tx, day, row);
    });
}

Result<QList<ThirdPartyStatus>> PeopleService::thirdParties() const
{
    return m_store.read([](const ReadTx &tx) -> Result<QList<ThirdPartyStatus>> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const auto rows, tx.query(u"SELECT * FROM third_party WHERE voided_at IS NULL ORDER BY created_at, id"_s));
        QList<ThirdPartyStatus> list;
        for (const Row &row : rows) {
            DW_ASSIGN(const ThirdPartyStatus status, statusOf(tx, day, row));
            list.append(status);
        }
        return list;
    });
}

} // namespace dw
