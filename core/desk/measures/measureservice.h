#pragma once

#include "core/base/result.h"
#include "core/desk/measures/measurestatus.h"
#include "core/domain/measure.h"

#include <memory>

namespace dw {

class Store;
class WriteTx;

/// Everything a readiness page shows, computed on one snapshot.
struct DealStatus {
    QList<MeasureStatus> measures; ///< In the order of the source.
    Readiness readiness;
    QString phase;
    QString gate; ///< Gate of the open phase.
    QDate today;

    const MeasureStatus *find(QStringView id) const;
};

/// The 61 rows: their status, signatures, nil returns, "not applicable" and exceptions.
class MeasureService
{
public:
    MeasureService(Store &store, const MeasureCatalogue &catalogue);
    ~MeasureService();

    const MeasureCatalogue &catalogue() const;

    Result<DealStatus> status() const;
    Result<DealStatus> status(const ReadTx &tx) const;
    Result<MeasureStatus> measure(const QString &id) const;

    /// Which function the actor signs a measure for; fails with NotPermitted "measure.not_your_function"
    /// {function}, "measure.no_holder", or "measure.evidence_needed" when the compliance officer signs for a
    /// holder without an account and names no paper.
    Result<QString> signingFunction(const QString &measureId, const RecordId &evidence = {}) const;

    /// Signs a row whose checks pass, over the hash of what was seen. `seenHash`: what the signer looked at; when
    /// the data moved on since, Conflict "measure.changed_meanwhile". Empty = what is there now.
    Result<RecordId> sign(const QString &measureId, const QByteArray &seenHash = {}, const QString &note = {}, const RecordId &evidence = {});
    /// Signs "nothing happened in this phase" for the empty checks of a measure (or one check id).
    Result<QList<RecordId>> signNil(const QString &measureOrCheck, const QString &note = {}, const RecordId &evidence = {});
    Result<> withdraw(const RecordId &signature, const QString &reason);
    /// Recomputes a stored signature; VerificationFailed "signature.invalid".
    Result<> verifySignature(const RecordId &signature) const;

    /// Takes a row out: reason, and a compliance officer who approves.
    Result<> setNotApplicable(const QString &measureId, const QString &reason);
    Result<> setApplicable(const QString &measureId, const QString &reason);

    /// A deviation with a compensating control. Needs approval by someone else; two for level 4.
    Result<RecordId> requestException(const QVariantMap &values);
    Result<> approveException(const RecordId &id, const QString &note = {});
    Result<> refuseException(const RecordId &id, const QString &reason);
    /// Lets what ran out expire; called at unlock, by the clock and before a gate.
    Result<int> expireExceptions();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dw
