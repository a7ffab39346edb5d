#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace dw {

class ReadTx;

/// The deal as rules see it: which day it is where the deal is, whatever the laptop's time zone, which phase, what state.
struct DealDay {
    QTimeZone zone;
    QDate today; ///< In the deal's time zone.
    qint64 now = 0; ///< UTC milliseconds.
    qint64 lastEntryAt = 0; ///< Time of the last entry of the trail.
    RecordId deal;
    QString dealState;
    QString phase; ///< "prepare", "negotiate", "documents", "closing", "post"; "prepare" while there is no deal.
    RecordId selectedBuyer;

    /// A clock behind the last entry cannot be believed: somebody turned it back.
    bool isClockBehind() const { return now < lastEntryAt; }
    bool isFromClosing() const { return phase == QLatin1String("closing") || phase == QLatin1String("post"); }
    QString isoToday() const { return today.toString(Qt::ISODate); }
    QDate dayOf(qint64 utcMs) const;
    QDateTime instant(const QDate &date, const QTime &time) const; ///< Of a clock where the deal is.
};

/// Reads it; a vault without a deal yet has an empty `deal`.
Result<DealDay> dealDay(const ReadTx &tx);

} // namespace dw
