#pragma once

#include "core/desk/registers/recordservice.h"

#include <QDate>

namespace dw {

class DealState;
class Session;

/// Something of the deal that has a date: what falls due, runs out or must come back.
struct Deadline {
    QDate day;
    QString title; ///< Words of the record.
    QString what; ///< Words of the date field: "Valid until".
    QString registerId;
    RecordId record;
    QString measure = {}; ///< Instead of a record: the row of the 61 that must be renewed.
};

/// Dates ahead of (and shortly behind) `today` from all registers whose fields mean a deadline, soonest first.
QList<Deadline> deadlines(const RecordService &records, const QDate &today, int daysAhead, Language language);

/// The same, with the days on which rows of the 61 must be renewed. Soonest first.
QList<Deadline> deadlines(Session &session, DealState &state, int daysAhead, Language language);

/// The same as iCalendar (RFC 5545) with neutral titles: no names leave in a calendar.
QByteArray toCalendar(const QList<Deadline> &deadlines, const QString &neutralTitle, const QDateTime &now);

} // namespace dw
