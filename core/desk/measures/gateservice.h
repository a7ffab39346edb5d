#pragma once

#include "core/base/result.h"
#include "core/desk/measures/measureservice.h"

namespace dw {

class WriteTx;

/// What stands between the open phase and the next.
struct GateView {
    QString gate;
    QString phase;
    QString state; ///< State of its phase: not_started, open, gate_requested, passed, passed_with_exceptions, skipped.
    QStringList redMeasures; ///< Applicable, blocking, red.
    QStringList amberByDate; ///< Pass, and are listed.
    QList<RecordId> exceptions; ///< Live ones that carry a blocking row.
    int readiness = 0;
    qint64 decidedAt = 0; ///< Of the latest decision.
    QString decidedBy; ///< Account name.
    QString decisionKind; ///< request, pass, pass_with_exceptions, refuse, reopen; empty = none yet.
    bool canPass() const { return redMeasures.isEmpty(); }
};

/// How today's checks differ from those of a passed gate.
struct GateDrift {
    struct Item {
        QString measure;
        QString check;
        QString before; ///< outcomeId() then.
        QString after;
    };
    QString gate;
    qint64 passedAt = 0;
    QList<Item> items;
};

/// The five gates. Passing stores a snapshot of every check, its hash and the signature; later changes show as drift.
class GateService
{
public:
    GateService(Store &store, const MeasureService &measures);

    Result<GateView> view(const QString &gate) const;
    Result<QList<GateView>> all() const;

    /// By those who run the deal. PolicyBlocked "gate.not_open" {gate, state}, "gate.deal_state" {state}.
    Result<> request(const QString &gate, const QString &note = {});
    /// By a compliance officer who is not the deal manager. PolicyBlocked "gate.red" {measure...}, "gate.not_requested",
    /// "gate.deal_state"; NotPermitted "gate.not_compliance_officer", "gate.is_deal_manager". Opens the next phase.
    Result<RecordId> pass(const QString &gate, const QString &note = {});
    Result<> refuse(const QString &gate, const QString &reason);
    /// Opens a passed phase again and closes those after it.
    Result<> reopen(const QString &gate, const QString &reason);
    /// The compliance review before closing: "go", "conditional_go" or "no_go" (measure law.review).
    Result<RecordId> review(const QString &decision, const QString &note);

    /// Of every gate that is passed; gates without a difference have no items.
    Result<QList<GateDrift>> drift() const;
    /// Recomputes hash and signature of a stored snapshot. VerificationFailed "gate.snapshot_changed", "signature.invalid".
    Result<> verifySnapshot(const RecordId &gateEvent) const;

private:
    Result<RecordId> decide(WriteTx &tx, const QString &gate, const QString &kind, const QString &reason, const QString &decision = {}) const;

    Store &m_store;
    const MeasureService &m_measures;
};

} // namespace dw
