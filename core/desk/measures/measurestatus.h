#pragma once

#include "core/desk/measures/checkrunner.h"
#include "core/domain/ids.h"

namespace dw {

enum class Status { NotApplicable, Red, Amber, Green, GreenSigned };
QString statusId(Status status); ///< "na", "red", "amber", "green", "green_signed"

/// Why a row is what it is; ui/text has the words. Ids: "check_failed" {check, count}, "no_data" {check},
/// "nil_return_due" {check}, "signature_missing" {function}, "signature_expired" {date}, "changed_since_signed",
/// "due" {date, check}, "exception" {number, date}, "exception_expired" {number, date}, "na" {reason, approver},
/// "nothing_counts", "signed" {name, date}, "nil_return" {check, name}.
struct StatusReason {
    QString id;
    QStringList args;
    bool operator==(const StatusReason &) const = default;
};

/// One of the 61 rows as it stands.
struct MeasureStatus {
    QString id;
    Status status = Status::Red;
    QList<StatusReason> reasons;
    QList<CheckResult> checks;
    bool blocksOpenGate = false;
    bool isChangedSinceSigned = false;
    bool isAmberByDateOnly = false; ///< Passes a gate and is listed.
    QDate dueOn; ///< When it will turn red if nothing is done; invalid = no date known.
    RecordId signature; ///< In force.
    QString signedBy; ///< Name of the signer.
    qint64 signedAt = 0;
    RecordId exception; ///< Live exception that carries it.
    QByteArray seenHash; ///< What a signature given now would bind.
};

/// Readiness as a number that can be taken apart.
struct Readiness {
    struct Cost {
        QString measure;
        double points = 0; ///< How many points of 100 it takes away.
    };

    int score = 0; ///< 0-100.
    int uncapped = 0;
    bool isCapped = false; ///< A blocking row is red: at most 79.
    int applicable = 0;
    QHash<QString, int> counts; ///< By statusId().
    QList<Cost> costs; ///< Rows that cost most, first.
};

/// Readiness = 100 * sum(w*s) / sum(w) over applicable rows up to the open gate: w = 3 blocks this gate, 2 a later
/// one, 1 otherwise; s = 1 green, 0.5 amber, 0 red; capped at 79 while a blocking row is red (domain.md).
Readiness readiness(const MeasureCatalogue &catalogue, const QList<MeasureStatus> &rows, const QString &openGate);

} // namespace dw
