#include "core/desk/measures/measurestatus.h"

#include <algorithm>
#include <cmath>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int capWhileRed = 79;

double weightOf(const MeasureDecl &measure, const QString &openGate)
{
    if (measure.blocksGate.isEmpty())
        return 1;
    if (measure.blocksGate == openGate)
        return 3;
    return gateOrder(measure.blocksGate) > gateOrder(openGate) ? 2 : 1;
}

/// A row counts once its phase has come, or when it belongs to no single phase.
bool hasCome(const MeasureDecl &measure, const QString &openGate)
{
    const int order = phaseOrder(measure.phase);
    return order <= std::max(1, gateOrder(openGate));
}

double scoreOf(Status status)
{
    switch (status) {
    case Status::Green:
    case Status::GreenSigned:
        return 1;
    case Status::Amber:
        return 0.5;
    default:
        return 0;
    }
}

} // namespace

QString statusId(Status status)
{
    switch (status) {
    case Status::NotApplicable:
        return u"na"_s;
    case Status::Red:
        return u"red"_s;
    case Status::Amber:
        return u"amber"_s;
    case Status::Green:
        return u"green"_s;
    case Status::GreenSigned:
        return u"green_signed"_s;
    }
    return {};
}

Readiness readiness(const MeasureCatalogue &catalogue, const QList<MeasureStatus> &rows, const QString &openGate)
{
    Readiness result;
    double sum = 0;
    double total = 0;
    bool isBlocked = false;
    for (const MeasureStatus &row : rows) {
        ++result.counts[statusId(row.status)];
        const MeasureDecl *measure = catalogue.find(row.id);
        if (!measure || row.status == Status::NotApplicable || !hasCome(*measure, openGate))
            continue;
        ++result.applicable;
        const double weight = weightOf(*measure, openGate);
        total += weight;
        sum += weight * scoreOf(row.status);
        isBlocked = isBlocked || (row.status == Status::Red && measure->blocksGate == openGate && !openGate.isEmpty());
        if (scoreOf(row.status) < 1)
            result.costs.append({row.id, weight * (1 - scoreOf(row.status))});
    }
    if (total > 0) {
        result.uncapped = int(std::floor(100 * sum / total + 1e-9));
        for (Readiness::Cost &cost : result.costs)
            cost.points = 100 * cost.points / total;
    }
    std::stable_sort(result.costs.begin(), result.costs.end(), [](const auto &a, const auto &b) { return a.points > b.points; });
    result.isCapped = isBlocked && result.uncapped > capWhileRed;
    result.score = isBlocked ? std::min(result.uncapped, capWhileRed) : result.uncapped;
    return result;
}

} // namespace dw
