#include "core/desk/measures/gateservice.h"

#include "core/base/canonicaljson.h"
#include "core/desk/dealday.h"
#include "core/desk/measures/gatesnapshot.h"
#include "core/desk/measures/signaturebook.h"
#include "core/engines/crypto/hash.h"
#include "core/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString phaseRegister = u"deal_phase"_s;

Result<Record> phaseOf(const ReadTx &tx, const QString &gate)
{
    RecordFilter filter;
    filter.equals.insert(u"phase"_s, phaseId(gateOrder(gate)));
    DW_ASSIGN(const auto row, tx.records().first(phaseRegister, filter));
    if (gateOrder(gate) == 0 || !row)
        return fail(ErrorCode::NotFound, u"gate.unknown"_s, {gate});
    return *row;
}

Result<Record> dealOf(const ReadTx &tx)
{
    DW_ASSIGN(const auto row, tx.records().first(u"deal"_s));
    if (!row)
        return fail(ErrorCode::NotFound, u"deal.missing"_s);
    return *row;
}

bool isPassed(const QString &state)
{
    return state == u"passed"_s || state == u"passed_with_exceptions"_s;
}

/// Phases 1-4 run while the deal is active; the last also winds up an abandoned one.
Result<> checkDealState(const Record &deal, const QString &gate)
{
    const bool isFine = gate == u"G5"_s ? deal.state == u"closed"_s || deal.state == u"terminated"_s : deal.state == u"active"_s;
    if (!isFine)
        return fail(ErrorCode::PolicyBlocked, u"gate.deal_state"_s, {gate, deal.state});
    return {};
}

Result<> checkMayDecide(const ReadTx &tx)
{
    const Actor &actor = tx.store().actor();
    if (actor.role != Role::ComplianceOfficer)
        return fail(ErrorCode::NotPermitted, u"gate.not_compliance_officer"_s);
    DW_ASSIGN(const auto same,
        tx.query(u"SELECT 1 FROM deal d JOIN account a ON a.person = d.deal_manager WHERE d.voided_at IS NULL AND a.id = :id"_s,
            {{u":id"_s, actor.id.toString()}}));
    if (!same.isEmpty())
        return fail(ErrorCode::NotPermitted, u"gate.is_deal_manager"_s);
    return {};
}

GateView viewOf(const MeasureCatalogue &catalogue, const DealStatus &status, const Record &phase)
{
    GateView view;
    view.gate = gateId(phaseOrder(phase.text(u"phase"_s)));
    view.phase = phase.text(u"phase"_s);
    view.state = phase.state;
    view.readiness = status.readiness.score;
    for (const MeasureStatus &row : status.measures) {
        if (catalogue.find(row.id)->blocksGate != view.gate)
            continue;
        if (row.status == Status::Red)
            view.redMeasures.append(row.id);
        if (row.isAmberByDateOnly)
            view.amberByDate.append(row.id);
        if (!row.exception.isNull() && !view.exceptions.contains(row.exception))
            view.exceptions.append(row.exception);
    }
    return view;
}

Result<> addLatestDecision(const ReadTx &tx, GateView &view)
{
    DW_ASSIGN(const auto rows,
        tx.query(u"SELECT e.kind, e.decided_at, a.name FROM gate_event e LEFT JOIN account a ON a.id = e.decided_by "
                 "WHERE e.voided_at IS NULL AND e.gate = :g AND e.kind <> 'review' ORDER BY e.decided_at DESC, e.id DESC LIMIT 1"_s,
            {{u":g"_s, view.gate}}));
    if (rows.isEmpty())
        return {};
    view.decisionKind = rows.first().value(u"kind"_s).toString();
    view.decidedAt = rows.first().value(u"decided_at"_s).toLongLong();
    view.decidedBy = rows.first().value(u"name"_s).toString();
    return {};
}

} // namespace

GateService::GateService(Store &store, const MeasureService &measures)
    : m_store(store)
    , m_measures(measures)
{
}

Result<QList<GateView>> GateService::all() const
{
    return m_store.read([&](const ReadTx &tx) -> Result<QList<GateView>> {
        DW_ASSIGN(const DealStatus status, m_measures.status(tx));
        QList<GateView> views;
        for (int order = 1; order <= 5; ++order) {
            DW_ASSIGN(const Record phase, phaseOf(tx, gateId(order)));
            GateView view = viewOf(m_measures.catalogue(), status, phase);
            DW_TRY(addLatestDecision(tx, view));
            views.append(view);
        }
        return views;
    });
}

Result<GateView> GateService::view(const QString &gate) const
{
    if (gateOrder(gate) == 0)
        return fail(ErrorCode::NotFound, u"gate.unknown"_s, {gate});
    DW_ASSIGN(const auto views, all());
    return views.at(gateOrder(gate) - 1);
}

Result<RecordId> GateService::decide(WriteTx &tx, const QString &gate, const QString &kind, const QString &reason, const QString &decision) const
{
    DW_ASSIGN(const DealStatus status, m_measures.status(tx));
    const QByteArray snapshot = canonicalJson(gateSnapshot(status, gate, tx.now()));
    const QByteArray hash = sha256(snapshot);
    SignedMatter matter;
    matter.kind = kind == u"review"_s ? u"gate_review"_s : u"gate"_s;
    matter.subject = gate + u' ' + kind;
    matter.phase = status.phase;
    matter.decision = decision;
    matter.seenHash = hash;
    matter.note = reason;
    DW_ASSIGN(const RecordId signature, SignatureBook::add(tx, matter));
    return tx.records().insert(u"gate_event"_s,
        {{u"gate"_s, gate}, {u"kind"_s, kind}, {u"decision"_s, decision}, {u"decided_at"_s, tx.now()},
            {u"decided_by"_s, tx.actor().id.toString()}, {u"readiness"_s, status.readiness.score}, {u"reason"_s, reason},
            {u"snapshot"_s, QString::fromUtf8(snapshot)}, {u"snapshot_hash"_s, QString::fromLatin1(hash.toHex())},
            {u"signature"_s, signature.toString()}});
}

Result<> GateService::request(const QString &gate, const QString &note)
{
    return m_store.write({u"gate.request"_s, u"gate_event"_s, gate, note}, [&](WriteTx &tx) -> Result<> {
        const Role role = tx.actor().role;
        if (role != Role::DealManager && role != Role::Owner && role != Role::ComplianceOfficer)
            return fail(ErrorCode::NotPermitted, u"gate.not_yours"_s);
        DW_ASSIGN(const Record phase, phaseOf(tx, gate));
        if (phase.state != u"open"_s)
            return fail(ErrorCode::PolicyBlocked, u"gate.not_open"_s, {gate, phase.state});
        DW_ASSIGN(const Record deal, dealOf(tx));
        DW_TRY(checkDealState(deal, gate));
        DW_TRY(decide(tx, gate, u"request"_s, note));
        return tx.records().setState(phaseRegister, phase.id, u"gate_requested"_s);
    });
}

Result<RecordId> GateService::pass(const QString &gate, const QString &note)
{
    return m_store.write({u"gate.pass"_s, u"gate_event"_s, gate, note}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_TRY(checkMayDecide(tx));
        DW_ASSIGN(const Record phase, phaseOf(tx, gate));
        if (phase.state != u"gate_requested"_s)
            return fail(ErrorCode::PolicyBlocked, u"gate.not_requested"_s, {gate, phase.state});
        DW_ASSIGN(const Record deal, dealOf(tx));
        DW_TRY(checkDealState(deal, gate));
        DW_ASSIGN(const DealStatus status, m_measures.status(tx));
        const GateView view = viewOf(m_measures.catalogue(), status, phase);
        if (!view.canPass())
            return fail(ErrorCode::PolicyBlocked, u"gate.red"_s, view.redMeasures);
        const bool isClean = view.exceptions.isEmpty();
        DW_ASSIGN(const RecordId event, decide(tx, gate, isClean ? u"pass"_s : u"pass_with_exceptions"_s, note));
        const QString today = status.today.toString(Qt::ISODate);
        DW_TRY(tx.records().setState(phaseRegister, phase.id, isClean ? u"passed"_s : u"passed_with_exceptions"_s,
            {{u"left_at"_s, tx.now()}, {u"left_on"_s, today}}));
        if (gate == u"G5"_s) {
            DW_TRY(tx.records().setState(u"deal"_s, deal.id, u"archived"_s));
            return event;
        }
        const QString next = gateId(gateOrder(gate) + 1);
        DW_ASSIGN(const Record following, phaseOf(tx, next));
        DW_TRY(tx.records().setState(phaseRegister, following.id, u"open"_s,
            {{u"opened_at"_s, tx.now()}, {u"opened_on"_s, today}, {u"left_at"_s, QVariant()}, {u"left_on"_s, QVariant()}}));
        QVariantMap values {{u"current_phase"_s, following.text(u"phase"_s)}};
        if (gate == u"G4"_s) {
            if (deal.text(u"closed_on"_s).isEmpty())
                values.insert(u"closed_on"_s, today);
            DW_TRY(tx.records().setState(u"deal"_s, deal.id, u"closed"_s, values));
        } else {
            DW_TRY(tx.records().update(u"deal"_s, deal.id, values));
        }
        return event;
    });
}

Result<> GateService::refuse(const QString &gate, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"record.reason_needed"_s, {u"gate_event"_s, u"refuse"_s});
    return m_store.write({u"gate.refuse"_s, u"gate_event"_s, gate, reason}, [&](WriteTx &tx) -> Result<> {
        DW_TRY(checkMayDecide(tx));
        DW_ASSIGN(const Record phase, phaseOf(tx, gate));
        if (phase.state != u"gate_requested"_s)
            return fail(ErrorCode::PolicyBlocked, u"gate.not_requested"_s, {gate, phase.state});
        DW_TRY(decide(tx, gate, u"refuse"_s, reason));
        return tx.records().setState(phaseRegister, phase.id, u"open"_s);
    });
}

Result<> GateService::reopen(const QString &gate, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"record.reason_needed"_s, {u"gate_event"_s, u"reopen"_s});
    return m_store.write({u"gate.reopen"_s, u"gate_event"_s, gate, reason}, [&](WriteTx &tx) -> Result<> {
        DW_TRY(checkMayDecide(tx));
        DW_ASSIGN(const Record phase, phaseOf(tx, gate));
        if (!isPassed(phase.state))
            return fail(ErrorCode::PolicyBlocked, u"gate.not_passed"_s, {gate, phase.state});
        DW_ASSIGN(const Record deal, dealOf(tx));
        if (deal.state == u"terminated"_s)
            return fail(ErrorCode::PolicyBlocked, u"gate.deal_state"_s, {gate, deal.state});
        DW_TRY(decide(tx, gate, u"reopen"_s, reason));
        for (int order = gateOrder(gate) + 1; order <= 5; ++order) {
            DW_ASSIGN(const Record later, phaseOf(tx, gateId(order)));
            if (later.state != u"not_started"_s)
                DW_TRY(tx.records().setState(phaseRegister, later.id, u"not_started"_s));
        }
        DW_TRY(tx.records().setState(phaseRegister, phase.id, u"open"_s, {{u"left_at"_s, QVariant()}, {u"left_on"_s, QVariant()}}));
        const QVariantMap values {{u"current_phase"_s, phase.text(u"phase"_s)}};
        if (gate == u"G5"_s)
            return tx.records().setState(u"deal"_s, deal.id, u"closed"_s, values);
        if (deal.state == u"closed"_s || deal.state == u"archived"_s)
            return tx.records().setState(u"deal"_s, deal.id, u"active"_s, values);
        return tx.records().update(u"deal"_s, deal.id, values);
    });
}

Result<RecordId> GateService::review(const QString &decision, const QString &note)
{
    return m_store.write({u"gate.review"_s, u"gate_event"_s, u"G4"_s, note}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_TRY(checkMayDecide(tx));
        DW_ASSIGN(const DealDay day, dealDay(tx));
        if (day.phase != u"closing"_s)
            return fail(ErrorCode::PolicyBlocked, u"gate.not_closing"_s, {day.phase});
        return decide(tx, u"G4"_s, u"review"_s, note, decision);
    });
}

Result<QList<GateDrift>> GateService::drift() const
{
    return m_store.read([&](const ReadTx &tx) -> Result<QList<GateDrift>> {
        DW_ASSIGN(const DealStatus status, m_measures.status(tx));
        QHash<QString, QString> now;
        for (const MeasureStatus &row : status.measures) {
            for (const CheckResult &check : row.checks)
                now.insert(check.id, outcomeId(check.outcome));
        }
        DW_ASSIGN(const auto events,
            tx.query(u"SELECT e.gate, e.decided_at, e.snapshot FROM gate_event e JOIN deal_phase p ON p.gate = e.gate "
                     "WHERE e.voided_at IS NULL AND e.kind IN ('pass', 'pass_with_exceptions') "
                     "AND p.state IN ('passed', 'passed_with_exceptions') AND e.decided_at = (SELECT max(x.decided_at) FROM gate_event x "
                     "WHERE x.gate = e.gate AND x.kind IN ('pass', 'pass_with_exceptions')) ORDER BY e.gate"_s));
        QList<GateDrift> drifts;
        for (const Row &event : events) {
            GateDrift drift {event.value(u"gate"_s).toString(), event.value(u"decided_at"_s).toLongLong(), {}};
            const QJsonObject snapshot = QJsonDocument::fromJson(event.value(u"snapshot"_s).toString().toUtf8()).object();
            for (const QJsonValue value : snapshot.value("measures"_L1).toArray()) {
                const QString measure = value.toObject().value("id"_L1).toString();
                const MeasureDecl *decl = m_measures.catalogue().find(measure);
                if (!decl || decl->blocksGate != drift.gate)
                    continue;
                for (const QJsonValue item : value.toObject().value("checks"_L1).toArray()) {
                    const QString check = item.toObject().value("id"_L1).toString();
                    const QString before = item.toObject().value("outcome"_L1).toString();
                    if (now.value(check) != before)
                        drift.items.append({measure, check, before, now.value(check)});
                }
            }
            drifts.append(drift);
        }
        return drifts;
    });
}

Result<> GateService::verifySnapshot(const RecordId &gateEvent) const
{
    return m_store.read([&](const ReadTx &tx) -> Result<> {
        DW_ASSIGN(const Record event, tx.records().get(u"gate_event"_s, gateEvent));
        const RecordId signature = RecordId::fromText(event.text(u"signature"_s));
        DW_ASSIGN(const Record signedRow, tx.records().get(u"signature"_s, signature));
        const QString hash = QString::fromLatin1(sha256(event.text(u"snapshot"_s).toUtf8()).toHex());
        if (hash != event.text(u"snapshot_hash"_s) || hash != signedRow.text(u"seen_hash"_s))
            return fail(ErrorCode::VerificationFailed, u"gate.snapshot_changed"_s, {gateEvent.toString()});
        return SignatureBook::verify(tx, signature);
    });
}

} // namespace dw
