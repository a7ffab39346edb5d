#include "core/worker/gapmeasure.h"

#include <QCborArray>

#include <algorithm>
#include <cmath>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

double length(const QCborValue &value)
{
    const double number = value.toDouble();
    return std::isfinite(number) ? std::clamp(number, 0.0, 1e6) : 0;
}

int count(const QCborValue &value, qsizetype most)
{
    return int(std::clamp<qint64>(value.toInteger(), 0, most));
}

} // namespace

Result<QMap<int, QList<MeasuredGap>>> measureGaps(
    const WorkerClient &worker, const QByteArray &pdf, const QMap<int, QList<QRectF>> &areas, const QStringList &names, JobContext &job)
{
    const int more = int(pdf.size() >> 20) + int(names.size() / 1000);
    const WorkerLimits limits {30 + more, 120 + 4 * more, 64 << 20};
    DW_ASSIGN(const auto process, worker.start());
    DW_TRY(process->call(u"pdf.open"_s, {{u"pdf"_s, pdf}}, job, limits));
    QMap<int, QList<MeasuredGap>> gaps;
    for (const auto &[page, rects] : areas.asKeyValueRange()) {
        DW_TRY(job.step(gaps.size(), areas.size()));
        QCborArray list;
        for (const QRectF &rect : rects)
            list.append(QCborArray {rect.left(), rect.top(), rect.right(), rect.bottom()});
        const QCborMap request {{u"page"_s, page}, {u"areas"_s, list}, {u"names"_s, QCborArray::fromStringList(names)}};
        DW_ASSIGN(const QCborMap answer, process->call(u"pdf.gaps"_s, request, job, limits));
        const QCborArray fits = answer.value("fits"_L1).toArray();
        if (fits.size() != rects.size())
            return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
        for (const QCborValue &item : fits) {
            const QCborArray n = item.toArray();
            gaps[page].append({length(n.at(0)), length(n.at(1)), n.at(2).toString().left(120), count(n.at(3), names.size()),
                count(n.at(4), names.size()), count(n.at(5), names.size())});
        }
    }
    return gaps;
}

} // namespace dw
