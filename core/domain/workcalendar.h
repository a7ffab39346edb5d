#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QSet>

namespace dw {

/// Working days of the People's Republic of China: weekends, statutory holidays and the weekend days worked in
/// exchange for them (调休). Data: `:/release/holidays_cn.json`, which states its range of years.
class WorkCalendar
{
public:
    /// Fails with "calendar.malformed" when the file is not as described in it.
    static Result<WorkCalendar> load(const QString &file = QStringLiteral(":/release/holidays_cn.json"));

    bool isWorkday(const QDate &day) const;

    /// The day on which the `count`th working day after `from` falls; `from` itself does not count.
    QDate addWorkdays(const QDate &from, int count) const;

    /// Working days after `from` up to and including `until`.
    int workdaysBetween(const QDate &from, const QDate &until) const;

    /// Outside these years only weekends are known; the caller says so.
    bool covers(const QDate &day) const { return day.year() >= m_firstYear && day.year() <= m_lastYear; }

    /// Whether the government's arrangement of the year is in the data, not just the statutory days.
    bool isAnnounced(int year) const { return m_announced.contains(year); }
    int firstYear() const { return m_firstYear; }
    int lastYear() const { return m_lastYear; }

private:
    QSet<QDate> m_holidays;
    QSet<QDate> m_worked;
    QSet<int> m_announced;
    int m_firstYear = 0;
    int m_lastYear = 0;
};

} // namespace dw
