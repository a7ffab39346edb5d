#include "core/domain/workcalendar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QDate dateOf(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

} // namespace

Result<WorkCalendar> WorkCalendar::load(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"calendar.malformed"_s, {file}, source.errorString());
    const QJsonObject json = QJsonDocument::fromJson(source.readAll()).object();
    const auto malformed = [&](const QString &where) { return fail(ErrorCode::Corrupt, u"calendar.malformed"_s, {file}, where); };
    WorkCalendar calendar;
    calendar.m_firstYear = json.value("first_year"_L1).toInt();
    calendar.m_lastYear = json.value("last_year"_L1).toInt();
    const QJsonArray years = json.value("years"_L1).toArray();
    if (calendar.m_firstYear <= 0 || years.size() != calendar.m_lastYear - calendar.m_firstYear + 1)
        return malformed(u"range of years"_s);
    for (const QJsonValue value : years) {
        const QJsonObject year = value.toObject();
        if (year.value("status"_L1) == "announced"_L1)
            calendar.m_announced.insert(year.value("year"_L1).toInt());
        for (const QJsonValue holiday : year.value("holidays"_L1).toArray()) {
            const QDate from = dateOf(holiday.toObject().value("from"_L1));
            const QDate until = dateOf(holiday.toObject().value("until"_L1));
            if (!from.isValid() || !until.isValid() || until < from)
                return malformed(holiday.toObject().value("from"_L1).toString());
            for (QDate day = from; day <= until; day = day.addDays(1))
                calendar.m_holidays.insert(day);
        }
        for (const QJsonValue worked : year.value("worked"_L1).toArray()) {
            const QDate day = dateOf(worked);
            if (!day.isValid() || day.dayOfWeek() < 6)
                return malformed(worked.toString());
            calendar.m_worked.insert(day);
        }
    }
    return calendar;
}

bool WorkCalendar::isWorkday(const QDate &day) const
{
    if (m_worked.contains(day))
        return true;
    return day.dayOfWeek() < 6 && !m_holidays.contains(day);
}

QDate WorkCalendar::addWorkdays(const QDate &from, int count) const
{
    QDate day = from;
    while (count > 0) {
        day = day.addDays(1);
        if (isWorkday(day))
            --count;
    }
    return day;
}

int WorkCalendar::workdaysBetween(const QDate &from, const QDate &until) const
{
    int count = 0;
    for (QDate day = from.addDays(1); day <= until; day = day.addDays(1))
        count += isWorkday(day) ? 1 : 0;
    return count;
}

} // namespace dw
