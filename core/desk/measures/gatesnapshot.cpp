#include "core/desk/measures/gatesnapshot.h"

#include <QJsonArray>

namespace dw {

using namespace Qt::StringLiterals;

QJsonObject gateSnapshot(const DealStatus &status, const QString &gate, qint64 at)
{
    QJsonArray measures;
    for (const MeasureStatus &row : status.measures) {
        QJsonArray checks;
        for (const CheckResult &check : row.checks) {
            checks.append(QJsonObject {{u"id"_s, check.id}, {u"outcome"_s, outcomeId(check.outcome)},
                {u"population"_s, check.population}, {u"violations"_s, check.violationCount}, {u"value"_s, check.value},
                {u"seen"_s, QString::fromLatin1(check.seenHash.toHex())}});
        }
        QJsonArray reasons;
        for (const StatusReason &reason : row.reasons)
            reasons.append(QJsonObject {{u"id"_s, reason.id}, {u"args"_s, QJsonArray::fromStringList(reason.args)}});
        QJsonObject object {{u"id"_s, row.id}, {u"status"_s, statusId(row.status)}, {u"checks"_s, checks}, {u"reasons"_s, reasons}};
        if (!row.exception.isNull())
            object.insert(u"exception"_s, row.exception.toString());
        if (!row.signature.isNull())
            object.insert(u"signature"_s, row.signature.toString());
        measures.append(object);
    }
    return {{u"schema"_s, u"dealward.gate/1"_s}, {u"gate"_s, gate}, {u"phase"_s, status.phase}, {u"at"_s, at},
        {u"today"_s, status.today.toString(Qt::ISODate)}, {u"readiness"_s, status.readiness.score}, {u"measures"_s, measures}};
}

} // namespace dw
