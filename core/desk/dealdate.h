#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace dw {

class ReadTx;

/// Dates as the deal judges them: in its own time zone, whatever the laptop's is, and its open phase.
class DealDate
{
public:
    static Result<DealDate> of(const ReadTx &tx);

    QDate today() const { return m_today; }
    qint64 now() const { return m_now; }
    QString phase() const { return m_phase; } ///< "prepare" while there is no deal.
    QDate dateOf(qint64 instant) const;
    QDateTime instant(const QDate &date, const QTime &time) const;
    QTimeZone zone() const { return m_zone; }

private:
    QTimeZone m_zone;
    qint64 m_now = 0;
    QDate m_today;
    QString m_phase;
};

} // namespace dw
