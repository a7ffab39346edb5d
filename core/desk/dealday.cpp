#include "core/desk/dealday.h"

#include "core/desk/dealdate.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

QDate DealDay::dayOf(qint64 utcMs) const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).date();
}

Result<DealDay> dealDay(const ReadTx &tx)
{
    DealDay day;
    DW_ASSIGN(const DealDate date, DealDate::of(tx));
    day.zone = date.zone();
    day.now = date.now();
    day.today = date.today();
    DW_ASSIGN(const auto entries, tx.query(u"SELECT at FROM audit ORDER BY seq DESC LIMIT 1"_s));
    day.lastEntryAt = entries.value(0).value(u"at"_s).toLongLong();
    DW_ASSIGN(const auto deals,
        tx.query(u"SELECT id, state, current_phase, selected_buyer FROM deal WHERE voided_at IS NULL LIMIT 1"_s));
    const Row deal = deals.value(0);
    day.deal = RecordId::fromText(deal.value(u"id"_s).toString());
    day.dealState = deal.value(u"state"_s).toString();
    day.phase = deal.value(u"current_phase"_s).toString();
    day.selectedBuyer = RecordId::fromText(deal.value(u"selected_buyer"_s).toString());
    return day;
}

} // namespace dw
