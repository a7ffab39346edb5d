#include "core/desk/report/reportfigures.h"

#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

const double left = PageFlow::margin;

QString toneOfOutcome(const QString &outcome)
{
    return outcome == "met"_L1 ? u"good"_s : outcome == "not_met"_L1 ? u"bad"_s : u"warn"_s;
}

struct StateLook {
    const char *word;
    const char *tone;
};

StateLook lookOf(const QString &state)
{
    if (state == "passed"_L1)
        return {"phases.passed", "good"};
    if (state == "passed_with_exceptions"_L1)
        return {"phases.passed_with_exceptions", "warn"};
    if (state == "open"_L1)
        return {"phases.open", "info"};
    if (state == "gate_requested"_L1)
        return {"phases.requested", "info"};
    if (state == "skipped"_L1)
        return {"phases.skipped", "neutral"};
    return {"phases.not_started", "neutral"};
}

} // namespace

void ReportFigures::conclusion(const ReportData &data)
{
    const double height = m_language.isBoth() ? 78 : 66;
    m_flow.need(height + 8);
    const PageFlow::Tag tag(m_flow, "P");
    const double top = m_flow.y();
    const print::Tone tone = print::tone(toneOfOutcome(data.outcome));
    m_flow.fill(QRectF(left, top, PageFlow::textWidth, height), tone.fill, 6);
    const QString outcome = m_language(m_words[QString(u"conclusion."_s + data.outcome)], u"  "_s);
    m_flow.draw(m_flow.fonts().section, tone.ink, left + 16, top + 27, outcome);
    const QString readiness = QString::number(data.readiness) + u" %"_s;
    const double right = left + PageFlow::textWidth - 16;
    m_flow.drawRight(m_flow.fonts().figure, tone.ink, right, top + 34, readiness);
    m_flow.drawRight(m_flow.fonts().small, tone.ink, right, top + 46, m_language(m_words[u"conclusion.readiness"]));
    const std::pair<const char *, int> counts[] {{"conclusion.measures", data.measures}, {"conclusion.green", data.green},
        {"conclusion.amber", data.amber}, {"conclusion.red", data.red}, {"conclusion.na", data.notApplicable},
        {"conclusion.exceptions", data.exceptions}};
    double x = left + 16;
    for (const auto &[word, count] : counts) {
        const QStringList parts = m_language.parts(m_words[QString::fromLatin1(word)]);
        m_flow.draw(m_flow.fonts().textBold, tone.ink, x, top + 49, QString::number(count));
        double y = top + 59;
        double used = m_flow.fonts().textBold.width(QString::number(count));
        for (const QString &part : parts) {
            m_flow.draw(m_flow.fonts().small, tone.ink, x, y, part);
            used = std::max(used, m_flow.fonts().small.width(part));
            y += 9;
        }
        x += used + 22;
    }
    m_flow.space(height + 12);
}

void ReportFigures::phaseStep(const ReportPhase &phase, int number, double x, double top, double width)
{
    const PageFlow::Tag item(m_flow, "LI");
    const StateLook look = lookOf(phase.state);
    const print::Tone tone = print::tone(QString::fromLatin1(look.tone));
    const double middle = x + 11;
    m_flow.fill(QRectF(x, top, 22, 22), tone.fill, 11);
    const QString digit = QString::number(number);
    m_flow.draw(m_flow.fonts().textBold, tone.ink, middle - m_flow.fonts().textBold.width(digit) / 2, top + 14.4, digit);
    double y = top + 34;
    for (const QString &part : m_language.parts(phase.title)) {
        for (const QString &line : m_flow.fonts().smallBold.wrapped(part, width - 6)) {
            m_flow.draw(m_flow.fonts().smallBold, print::ink, x, y, line);
            y += 9.2;
        }
    }
    m_flow.draw(m_flow.fonts().small, tone.ink, x, y,
        m_flow.fonts().small.elided(phase.gate + u' ' + m_language(m_words[QString::fromLatin1(look.word)]), width - 4));
    y += 9.2;
    if (phase.decidedAt > 0) {
        const QString day = QDateTime::fromMSecsSinceEpoch(phase.decidedAt, m_zone).toString(u"yyyy-MM-dd"_s);
        const QString value = phase.readiness >= 0 ? u" · "_s + QString::number(phase.readiness) + u" %"_s : QString();
        m_flow.draw(m_flow.fonts().small, print::quiet, x, y, day + value);
        y += 9.2;
        m_flow.draw(m_flow.fonts().small, print::quiet, x, y, m_flow.fonts().small.elided(phase.decidedBy, width - 6));
    }
}

void ReportFigures::phaseTracker(const QList<ReportPhase> &phases)
{
    if (phases.isEmpty())
        return;
    const double height = m_language.isBoth() ? 100 : 84;
    const PageFlow::Tag list(m_flow, "L");
    m_flow.need(height);
    const double top = m_flow.y() + 4;
    const double width = PageFlow::textWidth / double(phases.size());
    for (qsizetype i = 0; i + 1 < phases.size(); ++i) {
        const double x = left + width * double(i) + 25;
        const bool isDone = phases.at(i).state.startsWith("passed"_L1);
        m_flow.rule(x, top + 11, x + width - 28, isDone ? print::tone(u"good"_s).ink : print::line, 1.2);
    }
    for (qsizetype i = 0; i < phases.size(); ++i)
        phaseStep(phases.at(i), int(i) + 1, left + width * double(i), top, width);
    m_flow.space(height);
}

void ReportFigures::plotGrid(const QRectF &box)
{
    for (const int value : {0, 20, 40, 60, 80, 100}) {
        const double y = box.bottom() - box.height() * value / 100.0;
        m_flow.rule(box.left(), y, box.right(), print::line, value == 0 ? 0.8 : 0.4);
        m_flow.drawRight(m_flow.fonts().tiny, print::quiet, box.left() - 5, y + 2.2, QString::number(value));
    }
    if (QPainter *painter = m_flow.painter()) {
        QPen pen(print::tone(u"warn"_s).ink, 0.6);
        pen.setDashPattern({4, 3});
        painter->setPen(pen);
        const double y = box.bottom() - box.height() * 0.79;
        painter->drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    }
    m_flow.draw(m_flow.fonts().tiny, print::tone(u"warn"_s).ink, box.left() + 4, box.bottom() - box.height() * 0.79 - 2.5,
        m_language(m_words[u"plot.cap"]));
}

QPointF ReportFigures::Plot::place(const ReadinessPoint &point) const
{
    const double span = std::max<double>(1, double(end - begin));
    return {box.left() + 6 + (box.width() - 12) * double(point.at - begin) / span,
        box.bottom() - box.height() * point.value / 100.0};
}

void ReportFigures::plotArea(const Plot &plot, const QList<ReadinessPoint> &points)
{
    QPainter *painter = m_flow.painter();
    if (painter == nullptr)
        return;
    QPainterPath area(QPointF(plot.place(points.first()).x(), plot.box.bottom()));
    for (const ReadinessPoint &point : points)
        area.lineTo(plot.place(point));
    area.lineTo(plot.place(points.last()).x(), plot.box.bottom());
    area.closeSubpath();
    painter->setPen(Qt::NoPen);
    painter->setBrush(print::accentBand);
    painter->drawPath(area);
}

void ReportFigures::plotLine(const Plot &plot, const QList<ReadinessPoint> &points)
{
    if (QPainter *painter = m_flow.painter()) {
        QPainterPath path(plot.place(points.first()));
        for (const ReadinessPoint &point : points)
            path.lineTo(plot.place(point));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(print::accent, 1.4));
        painter->drawPath(path);
    }
    double lastLabel = -100;
    for (const ReadinessPoint &point : points) {
        if (point.gate.isEmpty() && &point != &points.last())
            continue;
        const QPointF at = plot.place(point);
        m_flow.fill(QRectF(at.x() - 2.4, at.y() - 2.4, 4.8, 4.8), print::accent, 2.4);
        if (at.x() - lastLabel < 34) // Two decisions of one week would print over each other.
            continue;
        lastLabel = at.x();
        const QString day = QDateTime::fromMSecsSinceEpoch(point.at, m_zone).toString(u"yyyy-MM-dd"_s);
        const QString label = (point.gate.isEmpty() ? QString() : QString(point.gate + u' ')) + QString::number(point.value);
        const GlyphText &bold = m_flow.fonts().smallBold;
        const GlyphText &tiny = m_flow.fonts().tiny;
        m_flow.draw(bold, print::ink, std::min(at.x() - 6, plot.box.right() - bold.width(label)), at.y() - 6, label);
        m_flow.draw(tiny, print::quiet, std::min(at.x() - 14, plot.box.right() - tiny.width(day)), plot.box.bottom() + 9, day);
    }
}

void ReportFigures::readinessPlot(const QList<ReadinessPoint> &given, int now, qint64 at)
{
    QList<ReadinessPoint> points = given;
    points.append({at, now, {}});
    const double height = 150;
    m_flow.need(height + 30);
    {
        const PageFlow::Tag title(m_flow, "H2");
        m_flow.draw(m_flow.fonts().part, print::ink, left, m_flow.y() + 11, m_language(m_words[u"plot.title"], u"  "_s));
    }
    QStringList values;
    for (const ReadinessPoint &point : std::as_const(points))
        values << QString(point.gate + u' ' + QDateTime::fromMSecsSinceEpoch(point.at, m_zone).toString(u"yyyy-MM-dd "_s) + QString::number(point.value)).trimmed();
    const PageFlow::Tag figure(m_flow, "Figure", m_language(m_words[u"plot.title"]) + u": "_s + values.join(u"; "_s));
    m_flow.space(20);
    const QRectF box(left + 20, m_flow.y() + 8, PageFlow::textWidth - 22, height - 24);
    if (points.size() == 1)
        points.prepend({at - 1, now, {}});
    const Plot plot {box, points.first().at, points.last().at};
    plotArea(plot, points);
    plotGrid(box);
    plotLine(plot, points);
    m_flow.space(height + 4);
}

} // namespace dw
