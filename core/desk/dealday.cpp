#include "core/desk/dealday.h"

#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

QDate DealDay::dayOf(qint64 utcMs) const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).date();
}

QDateTime DealDay::instant(const QDate &date, const QTime &time) const
{
    return QDateTime(date, time, zone);
}

Result<DealDay> dealDay(const ReadTx &tx)
{
    DealDay day;
    DW_ASSIGN(const auto settings, tx.query(u"SELECT time_zone FROM deal_settings WHERE voided_at IS NULL LIMIT 1"_s));
    const QString zone = settings.value(0).value(u"time_zone"_s).toString();
    day.zone = QTimeZone(zone.isEmpty() ? QByteArrayLiteral("Asia/Shanghai") : zone.toLatin1());
    if (!day.zone.isValid())
        day.zone = QTimeZone::utc();
    day.now = tx.store().clock().nowMs();
    day.today = day.dayOf(day.now);
    DW_ASSIGN(const auto entries, tx.query(u"SELECT at FROM audit ORDER BY seq DESC LIMIT 1"_s));
    day.lastEntryAt = entries.value(0).value(u"at"_s).toLongLong();
    DW_ASSIGN(const auto deals,
        tx.query(u"SELECT id, state, current_phase, selected_buyer FROM deal WHERE voided_at IS NULL LIMIT 1"_s));
    const Row deal = deals.value(0);
    day.deal = RecordId::fromText(deal.value(u"id"_s).toString());
    day.dealState = deal.value(u"state"_s).toString();
    const QString phase = deal.value(u"current_phase"_s).toString();
    day.phase = phase.isEmpty() ? u"prepare"_s : phase;
    day.selectedBuyer = RecordId::fromText(deal.value(u"selected_buyer"_s).toString());
    return day;
}

} // namespace dw
