#pragma once

#include "core/base/result.h"
#include "core/desk/measures/measurestatus.h"
#include "core/domain/measure.h"

#include <memory>

namespace dw {

class ReadTx;
class Store;

/// Everything a readiness page shows, computed on one snapshot.
struct DealStatus {
    QList<MeasureStatus> measures; ///< In the order of the source.
    Readiness readiness;
    QString phase;
    QString gate; ///< Gate of the open phase.
    QDate today;

    const MeasureStatus *find(QStringView id) const;
};

/// As whom the actor signs a measure.
struct Signing {
    QString function; ///< "it_security"
    RecordId person; ///< Who answers: the actor, or the holder whose paper the compliance officer files.
    RecordId evidence;
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

    /// Whether and as whom the actor may sign a row; NotPermitted "measure.not_your_function" {function},
    /// "measure.no_holder" {function}, or "measure.evidence_needed" {function} when the compliance officer signs
    /// for a holder without an account and names no paper.
    Result<Signing> signing(const QString &measureId, const RecordId &evidence = {}) const;

    /// Signs a row whose checks pass, over the hash of what was seen. `seenHash`: what the signer looked at; when
    /// the data moved on since, Conflict "measure.changed_meanwhile". Empty = what is there now.
    /// PolicyBlocked "measure.checks_fail" {check...}, "measure.not_applicable".
    Result<RecordId> sign(const QString &measureId, const QByteArray &seenHash = {}, const QString &note = {}, const RecordId &evidence = {});
    /// Signs "nothing happened in this phase" for the empty checks of a measure (or for one check).
    /// Conflict "measure.nothing_nil" when none is due.
    Result<QList<RecordId>> signNil(const QString &measureOrCheck, const QString &note = {}, const RecordId &evidence = {});
    /// By whoever signed, or a compliance officer. It stays visible as withdrawn.
    Result<> withdraw(const RecordId &signature, const QString &reason);
    /// Recomputes a stored signature; VerificationFailed "signature.invalid".
    Result<> verifySignature(const RecordId &signature) const;

    /// Takes a row out, with a reason; by a compliance officer.
    Result<> setNotApplicable(const QString &measureId, const QString &reason);
    Result<> setApplicable(const QString &measureId, const QString &reason);

    /// Exceptions are requested as rows of register "deal_exception". Approval is signed by someone else than the
    /// requester: a compliance officer (a reviewer or counsel when one asked); level 4 needs two people.
    /// NotPermitted "exception.own_request", "exception.approver", "exception.same_approver"; PolicyBlocked "exception.expired".
    Result<> approveException(const RecordId &id, const QString &note = {});
    /// Lets what ran out expire; called at unlock, daily and before a gate. How many did.
    Result<int> expireExceptions();

private:
    Result<Signing> signing(const ReadTx &tx, const MeasureDecl &measure, const RecordId &evidence) const;

    Store &m_store;
    const MeasureCatalogue &m_catalogue;
};

} // namespace dw
