#include "core/desk/measures/checkrunner.h"

#include "core/base/canonicaljson.h"
#include "core/desk/dealday.h"
#include "core/domain/workcalendar.h"
#include "core/engines/crypto/hash.h"
#include "core/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

QList<CheckRow> rowsOf(const QList<Row> &rows, int limit)
{
    QList<CheckRow> list;
    for (const Row &row : rows) {
        if (list.size() >= limit)
            break;
        list.append({row.value(u"id"_s).toString(), row.value(u"register"_s).toString(), row.value(u"label"_s).toString()});
    }
    return list;
}

CheckResult::Outcome outcomeOfEmpty(EmptyMeaning meaning)
{
    switch (meaning) {
    case EmptyMeaning::NilReturn:
        return CheckResult::Outcome::NilReturnDue;
    case EmptyMeaning::NotApplicable:
        return CheckResult::Outcome::NotApplicable;
    default:
        return CheckResult::Outcome::NoData;
    }
}

QDate workdaysBefore(const WorkCalendar &calendar, QDate day, int count)
{
    while (count > 0) {
        day = day.addDays(-1);
        if (calendar.isWorkday(day))
            --count;
    }
    return day;
}

QByteArray hashOf(const CheckResult &result, const QJsonValue &seen)
{
    const QJsonObject object {{u"check"_s, result.id}, {u"outcome"_s, outcomeId(result.outcome)}, {u"seen"_s, seen}};
    return sha256(canonicalJson(object));
}

} // namespace

QString outcomeId(CheckResult::Outcome outcome)
{
    switch (outcome) {
    case CheckResult::Outcome::Passed:
        return u"passed"_s;
    case CheckResult::Outcome::Failed:
        return u"failed"_s;
    case CheckResult::Outcome::NoData:
        return u"no_data"_s;
    case CheckResult::Outcome::NilReturnDue:
        return u"nil_return_due"_s;
    case CheckResult::Outcome::NotApplicable:
        return u"not_applicable"_s;
    }
    return {};
}

CheckContext CheckContext::shifted(int days) const
{
    CheckContext later = *this;
    later.today = today.addDays(days);
    later.now = now + days * dayMs;
    later.workday5 = workday5.addDays(days);
    later.workday10 = workday10.addDays(days);
    later.receiptDay = receiptDay.addDays(days);
    return later;
}

QVariantMap CheckContext::parameters() const
{
    const auto date = [](const QDate &day) { return day.toString(Qt::ISODate); };
    const QByteArray measures = QJsonDocument(QJsonArray::fromStringList(applicableMeasures)).toJson(QJsonDocument::Compact);
    return {{u":today"_s, date(today)}, {u":now"_s, now}, {u":phase"_s, phase}, {u":workday5"_s, date(workday5)},
        {u":workday10"_s, date(workday10)}, {u":receipt_day"_s, date(receiptDay)}, {u":measures"_s, QString::fromUtf8(measures)}};
}

Result<CheckResult> CheckRunner::run(const ReadTx &tx, const CheckDecl &check, const CheckContext &context) const
{
    CheckResult result;
    result.id = check.id;
    const QVariantMap parameters = context.parameters();
    if (check.empty == EmptyMeaning::Fact) {
        DW_ASSIGN(const auto rows, tx.query(check.fact, parameters));
        const Row row = rows.value(0);
        const bool holds = row.value(u"holds"_s).toLongLong() != 0;
        result.outcome = holds ? CheckResult::Outcome::Passed : CheckResult::Outcome::Failed;
        result.violationCount = holds ? 0 : 1;
        result.value = row.value(u"value"_s).toString();
        result.seenHash = hashOf(result, row.value(u"seen"_s).toString());
        return result;
    }
    DW_ASSIGN(const auto population, tx.query(check.population, parameters));
    DW_ASSIGN(const auto violations, tx.query(check.violations, parameters));
    result.population = int(population.size());
    result.violationCount = int(violations.size());
    result.violations = rowsOf(violations, CheckResult::violationLimit);
    if (population.isEmpty())
        result.outcome = outcomeOfEmpty(check.empty);
    else
        result.outcome = violations.isEmpty() ? CheckResult::Outcome::Passed : CheckResult::Outcome::Failed;
    QStringList seen;
    for (const Row &row : population)
        seen.append(row.value(u"id"_s).toString() + u' ' + row.value(u"label"_s).toString() + u' ' + row.value(u"seen"_s).toString());
    seen.sort();
    result.seenHash = hashOf(result, QJsonArray::fromStringList(seen));
    return result;
}

Result<CheckContext> CheckRunner::context(const ReadTx &tx) const
{
    DW_ASSIGN(const DealDay day, dealDay(tx));
    DW_ASSIGN(const WorkCalendar calendar, WorkCalendar::load());
    CheckContext context;
    context.today = day.today;
    context.now = day.now;
    context.phase = day.phase;
    context.workday5 = workdaysBefore(calendar, context.today, 5);
    context.workday10 = workdaysBefore(calendar, context.today, 10);
    DW_ASSIGN(const auto settings, tx.query(u"SELECT receipt_workdays AS days FROM deal_settings WHERE voided_at IS NULL"_s));
    const int days = settings.value(0).value(u"days"_s).toInt();
    context.receiptDay = workdaysBefore(calendar, context.today, days > 0 ? days : 5);
    DW_ASSIGN(const auto out, tx.query(u"SELECT measure FROM measure_na WHERE voided_at IS NULL AND state = 'in_force'"_s));
    context.applicableMeasures = m_catalogue.ids();
    for (const Row &row : out)
        context.applicableMeasures.removeAll(row.value(u"measure"_s).toString());
    return context;
}

} // namespace dw
