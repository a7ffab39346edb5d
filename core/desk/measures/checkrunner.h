#pragma once

#include "core/base/result.h"
#include "core/domain/measure.h"

#include <QDate>
#include <QVariantMap>

namespace dw {

class ReadTx;

/// A row a check looked at.
struct CheckRow {
    QString id;
    QString registerId;
    QString label;
};

/// What a check found.
struct CheckResult {
    enum class Outcome {
        Passed,
        Failed,
        NoData, ///< Empty population where that is red.
        NilReturnDue, ///< Empty population; a signed nil return for the phase makes it green.
        NotApplicable, ///< Empty population that does not count.
    };

    QString id;
    Outcome outcome = Outcome::Failed;
    int population = 0;
    QList<CheckRow> violations; ///< At most `violationLimit`; `violationCount` is exact.
    int violationCount = 0;
    QString value; ///< Of a fact, e.g. the date of the last backup.
    QByteArray seenHash; ///< SHA-256 over what was seen: outcome, rows and their decisive content.

    static constexpr int violationLimit = 200;
    bool isGood() const { return outcome == Outcome::Passed || outcome == Outcome::NotApplicable; }
};

QString outcomeId(CheckResult::Outcome outcome); ///< "passed", "failed", "no_data", "nil_return_due", "not_applicable"

/// The moment and circumstances under which checks are asked.
struct CheckContext {
    QDate today; ///< In the deal's time zone.
    qint64 now = 0; ///< UTC milliseconds.
    QString phase; ///< The open phase.
    QDate workday5; ///< Five working days before today.
    QDate workday10;
    QDate receiptDay; ///< Deal setting: working days within which a receipt is due, before today.
    QStringList applicableMeasures;

    CheckContext shifted(int days) const; ///< The same `days` later.
    QVariantMap parameters() const; ///< :today, :now, :phase, :workday5, :workday10, :receipt_day, :measures (JSON array)
};

/// Asks store.db the checks of the catalogue.
class CheckRunner
{
public:
    explicit CheckRunner(const MeasureCatalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    Result<CheckResult> run(const ReadTx &tx, const CheckDecl &check, const CheckContext &context) const;

    /// The context of this moment: zone and phase of the deal, measures that are not n/a.
    Result<CheckContext> context(const ReadTx &tx) const;

private:
    const MeasureCatalogue &m_catalogue;
};

} // namespace dw
