#include "ui/models/deadlines.h"

#include "core/domain/measure.h"
#include "core/session/session.h"
#include "ui/models/dealstate.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Names of fields that are promises about the future; "effective_on" and the like are not.
bool isDeadline(const FieldDecl &field)
{
    if (field.type != FieldType::Date)
        return false;
    static const QRegularExpression pattern(
        u"(due_on|_until|ends_on|expires_on|term_end_on|next_|return_due|deadline|planned_until|target_)"_s);
    return field.name.contains(pattern);
}

} // namespace

QList<Deadline> deadlines(const RecordService &records, const QDate &today, int daysAhead, Language language)
{
    QList<Deadline> list;
    const bool chinese = language == Language::Chinese;
    for (const RegisterDecl *decl : records.catalogue().all()) {
        QList<const FieldDecl *> fields;
        for (const FieldDecl &field : decl->fields) {
            if (isDeadline(field))
                fields.append(&field);
        }
        if (fields.isEmpty())
            continue;
        const auto rows = records.list(decl->id);
        if (!rows || rows->isEmpty())
            continue;
        const auto labels = records.labels(decl->id, language).value_or(QHash<QString, QString>());
        for (const Record &row : *rows) {
            const StateDecl *state = decl->stateDecl(row.state);
            if (row.isVoided() || (state && (state->isFinal || row.state == "done"_L1 || row.state == "met"_L1)))
                continue;
            if (!row.text(u"done_on"_s).isEmpty() || !row.text(u"left_on"_s).isEmpty())
                continue;
            for (const FieldDecl *field : std::as_const(fields)) {
                const QDate day = QDate::fromString(row.text(field->name), Qt::ISODate);
                if (day.isValid() && day >= today.addDays(-60) && day <= today.addDays(daysAhead))
                    list.append({day, labels.value(row.id.toString()), field->title.in(chinese), decl->id, row.id});
            }
        }
    }
    std::stable_sort(list.begin(), list.end(), [](const Deadline &a, const Deadline &b) { return a.day < b.day; });
    return list;
}

QList<Deadline> deadlines(Session &session, DealState &state, int daysAhead, Language language)
{
    const QDate today = state.today();
    QList<Deadline> list = deadlines(session.records(), today, daysAhead, language);
    if (const auto &status = state.status()) {
        for (const MeasureStatus &row : status->measures) {
            if (row.dueOn.isValid() && row.dueOn >= today && row.dueOn <= today.addDays(daysAhead))
                list.append({row.dueOn, measureTitle(row.id, language), QCoreApplication::translate("Deadlines", "Renew by"), {}, {}, row.id});
        }
    }
    std::stable_sort(list.begin(), list.end(), [](const Deadline &a, const Deadline &b) { return a.day < b.day; });
    return list;
}

QByteArray toCalendar(const QList<Deadline> &deadlines, const QString &neutralTitle, const QDateTime &now)
{
    QByteArray text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dealward//Deadlines//EN\r\n";
    for (const Deadline &deadline : deadlines) {
        const QString of = deadline.measure.isEmpty() ? deadline.record.toString() : deadline.measure;
        text += "BEGIN:VEVENT\r\nUID:" + of.toUtf8() + '-' + deadline.day.toString(u"yyyyMMdd"_s).toUtf8()
            + "@dealward\r\n";
        text += "DTSTAMP:" + now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toUtf8() + "\r\n";
        text += "DTSTART;VALUE=DATE:" + deadline.day.toString(u"yyyyMMdd"_s).toUtf8() + "\r\n";
        text += "SUMMARY:" + neutralTitle.toUtf8() + "\r\n";
        text += "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\nDESCRIPTION:" + neutralTitle.toUtf8() + "\r\nEND:VALARM\r\n";
        text += "END:VEVENT\r\n";
    }
    return text + "END:VCALENDAR\r\n";
}

} // namespace dw
