#pragma once

#include "core/desk/people/peoplevalues.h"
#include "core/domain/condition.h"
#include "core/store/store.h"

#include <QObject>

#include <atomic>

namespace dw {

/// NDAs, people, grants, walls and third parties: their states and who may be let near client data today.
/// Plain edits of these registers go through RecordService; what follows from them is done here: after each
/// commit that concerns it the service brings states up to date by itself (refresh), as one audited action.
/// Errors of every call: NotPermitted "people.role" (args: the action) for accounts that may not do it.
class PeopleService final : public QObject
{
    Q_OBJECT

public:
    explicit PeopleService(Store &store);

    /// Brings NDAs, obligations and grants to the state that today's facts demand: activates, ends, lets
    /// survive, expires; suspends and resumes grants. To be called at unlock and when the day changes; after
    /// commits it runs by itself. Auditors and reviewers get the answer without anything being written.
    Result<Refresh> refresh();

    // NDAs (sending, negotiating, ending by hand are transitions of the register).
    Result<RecordId> recordSignature(const NdaId &nda, const NdaSigning &signing); ///< Activates when it was the last one.
    Result<RecordId> joinNda(const NdaId &nda, const PersonId &person, const QDate &day, const QString &note = {});
    Result<> leaveNda(const NdaId &nda, const PersonId &person, const QDate &day);
    Result<> endNda(const NdaId &nda, const QDate &day, const QString &reason);
    Result<RecordId> recordBreach(const NdaId &nda, const QString &clause, const QString &facts);
    Result<NdaStatus> ndaStatus(const NdaId &nda) const;
    Result<QList<Cover>> coverToday() const; ///< The matrix person x NDA.

    // Persons.
    Result<> requestBackgroundCheck(const PersonId &person, const QString &scope);
    Result<> recordBackgroundCheck(const PersonId &person, const BackgroundCheck &check);
    Result<> setClearance(const PersonId &person, int level, const QString &reason);

    // Grants.
    Result<RecordId> requestGrant(const GrantRequest &request);

    /// First or second approval by this session's account; the grant becomes active when every precondition holds.
    /// Refused: "grant.approver_is_grantee", "grant.same_approver", "grant.above_clearance", "grant.wall".
    Result<GrantStatus> approveGrant(const GrantId &grant);
    Result<> revokeGrant(const GrantId &grant, const QString &reason);
    Result<> recertifyGrant(const GrantId &grant, const QString &outcome, const QString &note = {}); ///< keep, change, revoke
    Result<> noteView(const PersonId &person); ///< Somebody used the grant today.
    Result<GrantStatus> grantStatus(const GrantId &grant) const; ///< With every precondition.

    // Walls.
    Result<RecordId> addWallMember(const RecordId &wall, const PersonId &person, const QString &side);
    Result<> endWallMembership(const RecordId &member, const QDate &day); ///< Starts the cool-off of a clean member.
    Result<RecordId> recordCrossing(const RecordId &wall, const WallCrossing &crossing);

    // Third parties.
    Result<ThirdPartyStatus> thirdPartyStatus(const RecordId &thirdParty) const;
    Result<QList<ThirdPartyStatus>> thirdParties() const;

    /// The insider-style register as CSV (UTF-8 with BOM). Profiles: `:/release/insider_*.json`; Withheld
    /// columns (level 4 without clearance) fail with "level.not_cleared". The export is an audited action.
    Result<QByteArray> exportInsiderRegister(const QString &profile, Language language, const QString &reason);
    static QStringList insiderProfiles(); ///< "eu_2026_1291" (default), "eu_2022_1210", "cn"

    Store &store() { return m_store; }

signals:
    void refreshed(const dw::Refresh &what); ///< Only when something changed.

private:
    Result<> permit(const QString &action) const;
    void afterCommit(const ChangeSet &changes);

    Store &m_store;
    std::atomic_flag m_isRefreshing = ATOMIC_FLAG_INIT;
};

} // namespace dw
