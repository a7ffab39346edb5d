#pragma once

#include "ui/pages/page.h"

class QLabel;

namespace dw {

class BarList;
class Card;
class Chip;
class EmptyState;
class PhaseTracker;
class TrendPlot;

/// Where the deal stands: phases, readiness, what stands in the way, what comes next. Every figure opens its list.
class DashboardPage final : public Page
{
    Q_OBJECT

public:
    explicit DashboardPage(PageContext context, QWidget *parent = nullptr);
    void refresh() override;

private:
    void build();
    void fillPhases();
    void fillReadiness();
    void fillBlockers();
    void fillNext();
    void fillExpiring();
    void fillReleases();
    void openMeasure(const QString &id);
    void clear(Card *card);

    QWidget *m_board = nullptr;
    EmptyState *m_empty = nullptr;
    PhaseTracker *m_tracker = nullptr;
    QLabel *m_figure = nullptr;
    QLabel *m_figureWords = nullptr;
    QWidget *m_counts = nullptr;
    TrendPlot *m_trend = nullptr;
    Card *m_costs = nullptr;
    Card *m_blockers = nullptr;
    Card *m_next = nullptr;
    Card *m_expiring = nullptr;
    BarList *m_releases = nullptr;
    QLabel *m_releaseWords = nullptr;
};

} // namespace dw
