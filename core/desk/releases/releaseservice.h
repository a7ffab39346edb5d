#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/releases/packagebuilder.h"
#include "core/desk/releases/releasevalues.h"
#include "core/domain/workcalendar.h"
#include "core/store/store.h"

namespace dw {

class PeopleService;

/// Hands one version of a document to one person, if all fourteen conditions hold, and follows the copy until it
/// is returned, destroyed or lost. Every attempt stands in the trail with its fourteen results, refused or not.
/// Errors of every call: NotPermitted "release.role" for accounts that may not release.
class ReleaseService
{
public:
    /// `packages` makes what the recipient gets; it outlives the service.
    ReleaseService(Store &store, PeopleService &people, PackageBuilder &packages);

    /// The fourteen results for this version, person, purpose and channel now. Writes nothing.
    Result<ReleaseVerdict> evaluate(const ReleaseQuestion &question) const;

    /// Evaluates, builds the package, evaluates again, writes the ledger row and puts the files into a folder of
    /// `directory` named by the watermark (all of them or none). Refused: PolicyBlocked "release.refused", args: the numbers of the failing
    /// conditions; "release.clock_behind". The refusal and its results are in the trail.
    Result<MadeRelease> release(const ReleaseQuestion &question, const QString &directory, JobContext &job);

    Result<> recordReceipt(const ReleaseId &release, const QDate &day, const RecordId &evidence);
    Result<> recordChase(const ReleaseId &release, const QString &note);
    Result<> callBack(const ReleaseId &release, const QDate &dueOn, const QString &reason);
    Result<> recordReturned(const ReleaseId &release, const QDate &day, const RecordId &certificate);
    Result<> recordDestroyed(const ReleaseId &release, const QDate &day, const RecordId &certificate);

    /// Lost: opens a suspected incident (its clocks start now) and returns it.
    Result<RecordId> recordLost(const ReleaseId &release, const QString &facts);

    /// Sets `return_due` on every copy whose return date has come and on those of NDAs, grants or bidders that
    /// ended. Called at unlock and when the day changes.
    Result<int> refresh();

    /// Which copy this file is: by the hash of the package, of the version, or the watermark in it. `text`: the
    /// words of the file as the worker reads them, where they were asked for.
    Result<QList<TraceHit>> trace(const QByteArray &file, const QString &text = {}) const;

    /// Copies without receipt after the deal's number of working days, and those due back.
    Result<QList<OpenCopy>> openCopies() const;

    /// The stored results of a release, or of a refusal in the trail.
    Result<ReleaseVerdict> storedVerdict(const ReleaseId &release) const;
    Result<QList<RefusedRelease>> refusals() const; ///< Newest first.

private:
    struct Copy {
        QString watermarkId;
        QString watermarkLine;
        QString packageName;
        QString packageSha256;
    };

    Result<> permit(const QString &action) const;
    Result<> refuse(const ReleaseQuestion &question, const ReleaseVerdict &verdict);
    Result<PackageOrder> order(const ReleaseQuestion &question, const QString &watermarkId) const;
    Result<RecordId> writeLedger(WriteTx &tx, const ReleaseQuestion &question, const ReleaseVerdict &verdict, const Copy &copy) const;
    Result<> close(const ReleaseId &release, const QString &transition, const QVariantMap &values);

    Store &m_store;
    PeopleService &m_people;
    PackageBuilder &m_packages;
    WorkCalendar m_calendar;
};

} // namespace dw
