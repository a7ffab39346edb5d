#pragma once

#include "core/base/secretbytes.h"
#include "core/domain/condition.h"
#include "core/domain/ids.h"

#include <QDate>

namespace dw {

/// May this version go to this person, for this purpose, by this channel?
struct ReleaseQuestion {
    VersionId version;
    PersonId person;
    QString purpose; ///< As in the NDA: evaluation, due_diligence, financing, advice, closing, ...
    RecordId channel;
    QString legalBasis; ///< Needed when the version identifies people; empty = none given.
    RecordId legalEvidence;
    QString passwordRoute = QStringLiteral("phone"); ///< phone, text_message, in_person, other_mail
    QDate returnDueOn; ///< Invalid: as the NDA says.
};

struct ReleaseVerdict {
    QList<Condition> conditions; ///< Always fourteen, in order.
    bool isClockBehind = false; ///< The laptop's clock is behind the last entry of the trail: nothing leaves.
    QString lastEntryAt; ///< Of the trail, in the deal's time zone, for the message.

    bool isAllowed() const { return !isClockBehind && conditions.size() == 14 && failing(conditions).isEmpty(); }
    QStringList failingNumbers() const;
};

struct MadeRelease {
    ReleaseId id;
    QString watermarkId;
    QStringList files; ///< Full paths of what was written.
    QString packageSha256;
    SecretBytes password; ///< Shown once, kept nowhere; travels by another route than the package.
    ReleaseVerdict verdict;
};

enum class TraceBy { PackageHash, VersionHash, Watermark };

struct TraceHit {
    ReleaseId release;
    TraceBy by = TraceBy::PackageHash;
    QString watermarkId;
    QString recipient;
    QString organisation;
    QString document; ///< Number or title, as far as this session may see it.
    int versionNo = 0;
    QString releasedOn;
    QString state;
};

struct OpenCopy {
    ReleaseId release;
    QString why; ///< "receipt_overdue", "return_due", "return_overdue"
    QDate since;
    QString recipient;
    QString watermarkId;
};

struct RefusedRelease {
    qint64 at = 0;
    QString by; ///< Name of the account.
    VersionId version;
    QString recipient;
    ReleaseVerdict verdict;
};

} // namespace dw
