#include "core/desk/dealdate.h"

#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<DealDate> DealDate::of(const ReadTx &tx)
{
    DealDate date;
    DW_ASSIGN(const auto rows,
        tx.query(u"SELECT (SELECT time_zone FROM deal_settings WHERE voided_at IS NULL) AS zone, "
                 "(SELECT current_phase FROM deal WHERE voided_at IS NULL) AS phase"_s));
    const QString zone = rows.value(0).value(u"zone"_s).toString();
    date.m_zone = QTimeZone(zone.isEmpty() ? QByteArrayLiteral("Asia/Shanghai") : zone.toLatin1());
    if (!date.m_zone.isValid())
        date.m_zone = QTimeZone::utc();
    const QString phase = rows.value(0).value(u"phase"_s).toString();
    date.m_phase = phase.isEmpty() ? u"prepare"_s : phase;
    date.m_now = tx.store().clock().nowMs();
    date.m_today = date.dateOf(date.m_now);
    return date;
}

QDate DealDate::dateOf(qint64 instant) const
{
    return QDateTime::fromMSecsSinceEpoch(instant, m_zone).date();
}

QDateTime DealDate::instant(const QDate &date, const QTime &time) const
{
    return QDateTime(date, time, m_zone);
}

} // namespace dw
