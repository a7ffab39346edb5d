#include "core/desk/people/peopleservice.h"

#include "core/desk/people/accessplan.h"
#include "core/desk/people/signatures.h"
#include "core/desk/rows.h"

#include <QLoggingCategory>

namespace dw {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logPeople, "dealward.people")

namespace {

// What decides about NDAs, grants and obligations; a commit that touches none of these changes nothing here.
const QSet<QString> concerned {u"nda"_s, u"nda_signatory"_s, u"nda_cover"_s, u"nda_obligation"_s, u"person"_s, u"organisation"_s,
    u"access_grant"_s, u"course"_s, u"training_session"_s, u"attendance"_s, u"rule_sheet"_s, u"rule_ack"_s, u"declaration"_s,
    u"wall"_s, u"wall_member"_s, u"participant"_s, u"data_asset"_s, u"third_party"_s, u"third_assessment"_s, u"deal"_s,
    u"deal_settings"_s, u"deal_exception"_s};

bool mayWrite(Role role)
{
    return role == Role::Owner || role == Role::DealManager || role == Role::ComplianceOfficer || role == Role::LegalCounsel;
}

Result<Refresh> write(Store &store)
{
    return store.write(Action {u"access.refresh"_s, u"access_grant"_s, {}, {}}, [&](WriteTx &tx) -> Result<Refresh> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const AccessPlan ndas, planNdas(tx, day));
        DW_TRY(apply(tx, ndas));
        DW_ASSIGN(const AccessPlan grants, planGrants(tx, day));
        DW_TRY(apply(tx, grants));
        Refresh result = ndas.result;
        result.changes += grants.result.changes;
        result.isWritten = true;
        return result;
    });
}

} // namespace

PeopleService::PeopleService(Store &store)
    : m_store(store)
{
    // In the thread that wrote: what the commit implies must be true before the caller goes on.
    connect(&store.changes(), &ChangeFeed::committed, this, [this](const ChangeSet &changes) { afterCommit(changes); },
        Qt::DirectConnection);
}

Result<> PeopleService::permit(const QString &action) const
{
    if (mayWrite(m_store.actor().role))
        return {};
    return fail(ErrorCode::NotPermitted, u"people.role"_s, {action, roleId(m_store.actor().role)});
}

void PeopleService::afterCommit(const ChangeSet &changes)
{
    const bool concerns
        = std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) { return concerned.contains(change.registerId); });
    if (!concerns)
        return;
    if (const auto done = refresh(); !done)
        qCWarning(logPeople, "refresh failed: %ls", qUtf16Printable(done.error().reason));
}

Result<Refresh> PeopleService::refresh()
{
    if (m_isRefreshing.test_and_set())
        return Refresh(); // our own commit calls again
    const auto run = [this]() -> Result<Refresh> {
        // Looking first: most commits change nothing here, and an empty action would only lengthen the trail.
        DW_ASSIGN(Refresh pending, m_store.read([](const ReadTx &tx) -> Result<Refresh> {
            DW_ASSIGN(const DealDay day, dealDay(tx));
            DW_ASSIGN(const AccessPlan ndas, planNdas(tx, day));
            DW_ASSIGN(const AccessPlan grants, planGrants(tx, day));
            Refresh result = ndas.result;
            result.changes += grants.result.changes;
            return result;
        }));
        if (pending.isEmpty() || !mayWrite(m_store.actor().role))
            return pending;
        return write(m_store);
    };
    const auto result = run();
    m_isRefreshing.clear();
    if (result && result->isWritten)
        emit refreshed(*result);
    return result;
}

Result<RecordId> PeopleService::recordSignature(const NdaId &nda, const NdaSigning &signing)
{
    DW_TRY(permit(u"nda.sign"_s));
    if (!signing.signedOn.isValid() || signing.person.isNull())
        return fail(ErrorCode::InvalidInput, u"nda.signature_incomplete"_s);
    return m_store.write(Action {u"nda.sign"_s, u"nda"_s, nda.toString(), {}}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Record record, tx.records().get(u"nda"_s, nda.as<RecordTag>()));
        const QStringList parties = record.list(u"receivers"_s) + record.list(u"disclosers"_s);
        if (!parties.contains(signing.organisation.toString()))
            return fail(ErrorCode::InvalidInput, u"nda.not_a_party"_s, {record.text(u"title"_s)});
        if (signing.signedOn > day.today)
            return fail(ErrorCode::InvalidInput, u"date.in_future"_s, {signing.signedOn.toString(Qt::ISODate)});
        QVariantMap values {{u"nda"_s, nda.toString()}, {u"organisation"_s, signing.organisation.toString()},
            {u"person"_s, signing.person.toString()}, {u"job_title"_s, signing.jobTitle},
            {u"signed_on"_s, signing.signedOn.toString(Qt::ISODate)}, {u"method"_s, signing.method}, {u"authority"_s, signing.authority}};
        if (!signing.proof.isNull())
            values.insert(u"capacity_proof"_s, signing.proof.toString());
        RecordFilter same;
        same.equals = {{u"nda"_s, nda.toString()}, {u"organisation"_s, signing.organisation.toString()}, {u"person"_s, signing.person.toString()}};
        DW_ASSIGN(const auto present, tx.records().first(u"nda_signatory"_s, same));
        if (!present)
            return tx.records().insert(u"nda_signatory"_s, values);
        DW_TRY(tx.records().update(u"nda_signatory"_s, present->id, values));
        return present->id;
    });
}

Result<RecordId> PeopleService::joinNda(const NdaId &nda, const PersonId &person, const QDate &day, const QString &note)
{
    DW_TRY(permit(u"nda.join"_s));
    return m_store.write(Action {u"nda.join"_s, u"nda"_s, nda.toString(), note}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_TRY(tx.records().get(u"nda"_s, nda.as<RecordTag>()));
        RecordFilter same;
        same.equals = {{u"nda"_s, nda.toString()}, {u"person"_s, person.toString()}, {u"left_on"_s, QVariant()}};
        DW_ASSIGN(const auto present, tx.records().first(u"nda_cover"_s, same));
        if (present)
            return fail(ErrorCode::Conflict, u"nda.joined_already"_s);
        return tx.records().insert(u"nda_cover"_s, {{u"nda"_s, nda.toString()}, {u"person"_s, person.toString()},
            {u"joined_on"_s, day.toString(Qt::ISODate)}, {u"note"_s, note}});
    });
}

Result<> PeopleService::leaveNda(const NdaId &nda, const PersonId &person, const QDate &day)
{
    DW_TRY(permit(u"nda.leave"_s));
    return m_store.write(Action {u"nda.leave"_s, u"nda"_s, nda.toString(), {}}, [&](WriteTx &tx) -> Result<> {
        RecordFilter open;
        open.equals = {{u"nda"_s, nda.toString()}, {u"person"_s, person.toString()}, {u"left_on"_s, QVariant()}};
        DW_ASSIGN(const auto present, tx.records().first(u"nda_cover"_s, open));
        if (!present)
            return fail(ErrorCode::NotFound, u"nda.not_joined"_s);
        return tx.records().update(u"nda_cover"_s, present->id, {{u"left_on"_s, day.toString(Qt::ISODate)}});
    });
}

Result<> PeopleService::endNda(const NdaId &nda, const QDate &day, const QString &reason)
{
    DW_TRY(permit(u"nda.end"_s));
    return m_store.write(Action {u"nda.end"_s, u"nda"_s, nda.toString(), reason}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record record, tx.records().get(u"nda"_s, nda.as<RecordTag>()));
        if (record.state != u"active"_s)
            return fail(ErrorCode::Conflict, u"nda.not_active"_s, {record.text(u"title"_s), record.state});
        return tx.records().setState(u"nda"_s, record.id, u"ended"_s, {{u"ended_on"_s, day.toString(Qt::ISODate)}});
    });
}

Result<RecordId> PeopleService::recordBreach(const NdaId &nda, const QString &clause, const QString &facts)
{
    DW_TRY(permit(u"nda.breach"_s));
    return m_store.write(Action {u"nda.breach"_s, u"nda"_s, nda.toString(), clause}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Record record, tx.records().get(u"nda"_s, nda.as<RecordTag>()));
        if (record.state == u"active"_s || record.state == u"surviving"_s)
            DW_TRY(tx.records().setState(u"nda"_s, record.id, u"breached"_s));
        return tx.records().insert(u"nda_breach"_s,
            {{u"nda"_s, nda.toString()}, {u"found_on"_s, day.isoToday()}, {u"clause"_s, clause}, {u"facts"_s, facts}, {u"outcome"_s, u"open"_s}});
    });
}

Result<NdaStatus> PeopleService::ndaStatus(const NdaId &nda) const
{
    return m_store.read([&](const ReadTx &tx) -> Result<NdaStatus> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Row row, rowOf(tx, u"nda"_s, nda.toString()));
        if (row.isEmpty())
            return fail(ErrorCode::NotFound, u"record.missing"_s, {u"nda"_s, nda.toString()});
        DW_ASSIGN(const Signatures signatures, signaturesOf(tx, day, row));
        RecordFilter open;
        open.equals = {{u"nda"_s, nda.toString()}, {u"state"_s, u"open"_s}};
        DW_ASSIGN(const qint64 count, tx.records().count(u"nda_obligation"_s, open));
        return NdaStatus {textOf(row, "state"_L1), signatures.missing, dateOf(row, "effective_on"_L1), dateOf(row, "term_end_on"_L1),
            dateOf(row, "surviving_until"_L1), row.value(u"survival_forever"_s).toBool(), int(count)};
    });
}

Result<QList<Cover>> PeopleService::coverToday() const
{
    return m_store.read([](const ReadTx &tx) -> Result<QList<Cover>> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        return coverOn(tx, day);
    });
}

} // namespace dw
