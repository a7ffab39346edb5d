#include "ui/pages/dashboardpage.h"

#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/deadlines.h"
#include "ui/models/dealstate.h"
#include "ui/models/fieldtext.h"
#include "ui/models/measuretext.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/phasetracker.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

DashboardPage::DashboardPage(PageContext pageContext, QWidget *parent)
    : Page(u"dashboard"_s, pageContext, parent)
{
    build();
    connect(&context().state, &DealState::changed, this, &DashboardPage::changed);
    connect(header(), &PageHeader::primaryTriggered, this, [this] { context().navigator.open({u"measures"_s, {}, {}, {}}); });
}

void DashboardPage::build()
{
    m_empty = new EmptyState(u"briefcase"_s, tr("This vault holds no deal yet. Enter its code name and structure first."), tr("Enter the deal"));
    connect(m_empty, &EmptyState::activated, this, [this] { context().navigator.open({u"deal"_s, {}, {}, {}}); });
    content()->addWidget(m_empty, 1);
    auto *grid = new QGridLayout;
    auto *scroll = new ColumnScroll(grid);
    grid->setContentsMargins(0, 0, Theme::gap, 0);
    grid->setSpacing(Theme::padding);

    auto *phases = new Card;
    m_tracker = new PhaseTracker;
    phases->body()->addWidget(m_tracker);
    grid->addWidget(phases, 0, 0, 1, 3);
    connect(m_tracker, &PhaseTracker::stepChosen, this, [this](int index) {
        context().navigator.open({u"measures"_s, {}, {}, {{u"gate"_s, gateId(index + 1)}}});
    });

    auto *readiness = new Card(tr("Readiness"));
    auto *row = new QHBoxLayout;
    m_figure = makeLabel({}, TextSize::Figure, QFont::DemiBold);
    m_figure->setWordWrap(false);
    row->addWidget(m_figure);
    m_figureWords = makeQuietLabel({});
    row->addWidget(m_figureWords, 1);
    readiness->body()->addLayout(row);
    m_counts = new QWidget;
    new FlowLayout(m_counts, Theme::unit);
    readiness->body()->addWidget(m_counts);
    m_trend = new TrendPlot;
    readiness->body()->addWidget(m_trend);
    readiness->body()->addStretch();
    grid->addWidget(readiness, 1, 0);
    m_costs = new Card(tr("What costs most"));
    grid->addWidget(m_costs, 1, 1);
    m_blockers = new Card(tr("Blocks the gate"));
    grid->addWidget(m_blockers, 1, 2);
    m_next = new Card(tr("Next five things"));
    grid->addWidget(m_next, 2, 0);
    m_expiring = new Card(tr("Expiring in 30 days"));
    grid->addWidget(m_expiring, 2, 1);
    auto *releases = new Card(tr("Releases by level"));
    m_releases = new BarList;
    releases->body()->addWidget(m_releases);
    m_releaseWords = makeQuietLabel({});
    releases->body()->addWidget(m_releaseWords);
    releases->body()->addStretch();
    auto *open = new LinkRow(tr("All releases"), {});
    connect(open, &LinkRow::activated, this, [this] { context().navigator.open({u"releases"_s, {}, {}, {}}); });
    releases->body()->addWidget(open);
    grid->addWidget(releases, 2, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    grid->setRowStretch(3, 1);

    content()->addWidget(scroll, 1);
    m_board = scroll;
}

void DashboardPage::clear(Card *card)
{
    while (QLayoutItem *item = card->body()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void DashboardPage::refresh()
{
    const bool hasDeal = !context().state.codeName().isEmpty();
    m_empty->setVisible(!hasDeal);
    m_board->setVisible(hasDeal);
    header()->setPrimary(hasDeal ? tr("Work on the gate") : QString());
    if (!hasDeal) {
        header()->setState(tr("Nothing to show yet."));
        return;
    }
    fillPhases();
    fillReadiness();
    fillBlockers();
    fillNext();
    fillExpiring();
    fillReleases();
}

void DashboardPage::fillPhases()
{
    QList<PhaseTracker::Step> steps;
    const auto phases = session().deal().phases();
    const auto &status = context().state.status();
    for (int order = 1; order <= 5; ++order) {
        PhaseTracker::Step step;
        const QString id = phaseId(order);
        step.title = idtext::phase(id);
        step.gate = gateId(order);
        if (phases) {
            for (const Record &phase : *phases) {
                if (phase.text(u"phase"_s) != id)
                    continue;
                if (phase.state.startsWith("passed"_L1))
                    step.state = PhaseTracker::State::Done;
                else if (phase.state == "gate_requested"_L1)
                    step.state = PhaseTracker::State::Waiting;
                else if (phase.state == "open"_L1)
                    step.state = PhaseTracker::State::Open;
                const QString until = phase.text(u"planned_until"_s);
                const QString left = phase.text(u"left_on"_s);
                step.remark = !left.isEmpty() ? tr("left %1").arg(left) : until.isEmpty() ? QString() : tr("until %1").arg(until);
            }
        }
        steps.append(step);
    }
    m_tracker->setSteps(steps);
    if (status)
        header()->setState(tr("Phase %1 of 5: %2. The next gate is %3.")
                               .arg(phaseOrder(status->phase))
                               .arg(idtext::phase(status->phase), idtext::gate(status->gate)));
}

void DashboardPage::fillReadiness()
{
    clear(m_costs);
    const auto &status = context().state.status();
    if (!status) {
        m_figure->setText(u"–"_s);
        m_figureWords->setText(errorText(status.error()));
        return;
    }
    const Readiness &now = status->readiness;
    m_figure->setText(tr("%1 %").arg(now.score));
    m_figureWords->setText(now.isCapped ? tr("Held at 79 at most while a row that blocks the gate is red (%1 without that).").arg(now.uncapped)
                                        : tr("of %n applicable row(s) up to the open gate", nullptr, now.applicable));
    while (QLayoutItem *item = m_counts->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Status kind : {Status::Red, Status::Amber, Status::Green, Status::GreenSigned, Status::NotApplicable}) {
        ChipSpec chip = measuretext::chip(kind);
        chip.text = u"%1 %2"_s.arg(now.counts.value(statusId(kind))).arg(chip.text);
        m_counts->layout()->addWidget(new Chip(chip));
    }
    QList<TrendPlot::Point> points;
    if (const auto events = session().records().list(u"gate_event"_s)) {
        for (const Record &event : *events) {
            if (event.value(u"readiness"_s).isNull())
                continue;
            const QDate day = QDateTime::fromMSecsSinceEpoch(event.integer(u"decided_at"_s)).date();
            points.append({day, double(event.integer(u"readiness"_s)), event.text(u"kind"_s).startsWith("pass"_L1) ? event.text(u"gate"_s) : QString()});
        }
    }
    points.append({context().state.today(), double(now.score), tr("now")});
    m_trend->setPoints(points);

    const MeasureCatalogue &catalogue = session().measures().catalogue();
    int shown = 0;
    for (const Readiness::Cost &cost : now.costs) {
        const MeasureDecl *measure = catalogue.find(cost.measure);
        if (!measure || ++shown > 4)
            break;
        auto *row = new LinkRow(words(measure->title), {});
        row->setTrailing(makeQuietLabel(tr("−%1").arg(QLocale().toString(cost.points, 'f', 1))));
        connect(row, &LinkRow::activated, this, [this, id = cost.measure] { openMeasure(id); });
        m_costs->body()->addWidget(row);
    }
    if (shown == 0)
        m_costs->body()->addWidget(makeQuietLabel(tr("Nothing costs readiness at the moment."), TextSize::Body));
    m_costs->body()->addStretch();
}

void DashboardPage::openMeasure(const QString &id)
{
    context().navigator.open({u"measures"_s, {}, {}, {{u"measure"_s, id}}});
}

void DashboardPage::fillBlockers()
{
    clear(m_blockers);
    const auto &status = context().state.status();
    if (!status)
        return;
    const MeasureCatalogue &catalogue = session().measures().catalogue();
    int count = 0;
    for (const MeasureStatus &row : status->measures) {
        if (!row.blocksOpenGate || row.status != Status::Red || ++count > 4)
            continue;
        const MeasureDecl *measure = catalogue.find(row.id);
        auto *link = new LinkRow(measure ? words(measure->title) : row.id, measuretext::reason(row, catalogue, chinese()));
        link->setLeading(new IconLabel(u"circle-alert"_s, Theme::icon, Tone::Bad));
        connect(link, &LinkRow::activated, this, [this, id = row.id] { openMeasure(id); });
        m_blockers->body()->addWidget(link);
    }
    m_blockers->setHeading(tr("Blocks %1 (%2)").arg(status->gate).arg(count));
    if (count > 4) {
        auto *all = new LinkRow(tr("%n more", nullptr, count - 4), {});
        connect(all, &LinkRow::activated, this,
            [this] { context().navigator.open({u"measures"_s, {}, {}, {{u"status"_s, u"red"_s}}}); });
        m_blockers->body()->addWidget(all);
    }
    if (count == 0)
        m_blockers->body()->addWidget(makeQuietLabel(tr("Nothing is in the way. A compliance officer can sign the gate."), TextSize::Body));
    m_blockers->body()->addStretch();
}

void DashboardPage::fillNext()
{
    clear(m_next);
    const auto &status = context().state.status();
    if (!status)
        return;
    // Each failing check once, those of blocking rows first: a check says what to do and where.
    const MeasureCatalogue &catalogue = session().measures().catalogue();
    QStringList seen;
    for (const bool blocking : {true, false}) {
        for (const MeasureStatus &row : status->measures) {
            if (row.status != Status::Red || row.blocksOpenGate != blocking)
                continue;
            for (const CheckResult &check : row.checks) {
                const CheckDecl *decl = catalogue.check(check.id);
                if (!decl || check.isGood() || seen.contains(check.id) || seen.size() >= 5)
                    continue;
                seen.append(check.id);
                auto *link = new LinkRow(words(decl->title),
                    check.violationCount > 0 ? tr("%n row(s) to mend", nullptr, check.violationCount) : measuretext::checkChip(check).text);
                connect(link, &LinkRow::activated, this,
                    [this, page = decl->page, id = decl->registerId] { context().navigator.open({page, id, {}, {}}); });
                m_next->body()->addWidget(link);
            }
        }
    }
    if (seen.isEmpty())
        m_next->body()->addWidget(makeQuietLabel(tr("Nothing is waiting."), TextSize::Body));
    m_next->body()->addStretch();
}

void DashboardPage::fillExpiring()
{
    clear(m_expiring);
    const QDate today = context().state.today();
    const QList<Deadline> list = deadlines(session(), context().state, 30, context().appearance.language());
    int shown = 0;
    for (const Deadline &deadline : list) {
        if (++shown > 4)
            break;
        auto *link = new LinkRow(deadline.title, tr("%1 %2").arg(deadline.what, deadline.day.toString(Qt::ISODate)));
        const qint64 days = today.daysTo(deadline.day);
        link->setTrailing(new Chip({days < 0 ? tr("%n day(s) late", nullptr, int(-days)) : days == 0 ? tr("today") : tr("in %n day(s)", nullptr, int(days)),
            u"clock"_s, days < 0 ? Tone::Bad : days <= 7 ? Tone::Warn : Tone::Neutral}));
        connect(link, &LinkRow::activated, this, [this, deadline] {
            deadline.measure.isEmpty() ? context().navigator.openRecord(deadline.registerId, deadline.record) : openMeasure(deadline.measure);
        });
        m_expiring->body()->addWidget(link);
    }
    m_expiring->setHeading(tr("Expiring in 30 days (%1)").arg(list.size()));
    if (list.isEmpty())
        m_expiring->body()->addWidget(makeQuietLabel(tr("Nothing runs out soon."), TextSize::Body));
    m_expiring->body()->addStretch();
}

void DashboardPage::fillReleases()
{
    std::array<int, 5> byLevel {};
    int open = 0;
    if (const auto rows = session().records().list(u"release"_s)) {
        for (const Record &row : *rows) {
            ++byLevel.at(static_cast<std::size_t>(qBound(0, int(row.integer(u"level"_s)), 4)));
            open += row.state == "return_due"_L1 ? 1 : 0;
        }
    }
    QList<BarList::Bar> bars;
    for (int level = 1; level <= 4; ++level)
        bars.append({u"%1 %2"_s.arg(level).arg(idtext::level(level)), double(byLevel.at(static_cast<std::size_t>(level))),
            QString::number(byLevel.at(static_cast<std::size_t>(level))), static_cast<int>(toneOfLevel(level))});
    m_releases->setBars(bars);
    m_releaseWords->setText(open > 0 ? tr("%n copy(ies) due back", nullptr, open) : tr("No copy is due back."));
}

} // namespace dw
