#pragma once

#include "core/desk/report/pageflow.h"
#include "core/desk/report/reportdata.h"
#include "core/desk/report/reportwords.h"

#include <QTimeZone>

namespace dw {

/// The figures of the report, as vectors.
class ReportFigures
{
public:
    ReportFigures(PageFlow &flow, const ReportWords &words, const ReportLanguage &language, const QTimeZone &zone)
        : m_flow(flow)
        , m_words(words)
        , m_language(language)
        , m_zone(zone)
    {
    }

    void conclusion(const ReportData &data); ///< The band with outcome, readiness and counts.
    void phaseTracker(const QList<ReportPhase> &phases);
    void readinessPlot(const QList<ReadinessPoint> &points, int now, qint64 at);

private:
    void phaseStep(const ReportPhase &phase, int number, double x, double top, double width);
    void plotGrid(const QRectF &box);
    struct Plot {
        QRectF box;
        qint64 begin;
        qint64 end;
        QPointF place(const ReadinessPoint &point) const;
    };
    void plotArea(const Plot &plot, const QList<ReadinessPoint> &points);
    void plotLine(const Plot &plot, const QList<ReadinessPoint> &points);

    PageFlow &m_flow;
    const ReportWords &m_words;
    const ReportLanguage &m_language;
    QTimeZone m_zone;
};

} // namespace dw
