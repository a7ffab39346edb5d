#include "ui/widgets/phasetracker.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

PhaseTracker::PhaseTracker(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Phases of the deal"));
}

void PhaseTracker::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    QStringList words;
    for (int i = 0; i < steps.size(); ++i) {
        const State state = steps.at(i).state;
        if (state == State::Open || state == State::Waiting)
            m_focused = i;
        words.append(u"%1: %2"_s.arg(steps.at(i).title,
            state == State::Done          ? tr("done")
                : state == State::Open    ? tr("open")
                : state == State::Waiting ? tr("gate requested")
                                          : tr("to come")));
    }
    setAccessibleDescription(words.join(u"; "_s));
    measureTitles();
    update();
}

QRect PhaseTracker::stepRect(int index) const
{
    const int count = qMax(1, static_cast<int>(m_steps.size()));
    const int left = index * width() / count;
    return {left, 0, (index + 1) * width() / count - left, height()};
}

void PhaseTracker::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = 14;
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps.at(i);
        const QRect r = stepRect(i);
        const bool done = step.state == State::Done;
        const bool open = step.state == State::Open || step.state == State::Waiting;
        const QColor ink = done ? theme.tone(Tone::Good).ink : open ? theme.accent : theme.lineStrong;
        // The way to the gate of this step, then the gate: a diamond on the line.
        painter.fillRect(QRectF(r.left() + 22, line - 1, r.width() - 52, 2), done ? ink : theme.line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(done || open ? ink : theme.surface);
        painter.setPen(QPen(ink, 1.5));
        painter.drawEllipse(QPointF(r.left() + 10, line), 9, 9);
        if (done)
            painter.drawPixmap(r.left() + 4, line - 6, iconPixmap(u"check"_s, 12, theme.surface, devicePixelRatioF()));
        else {
            painter.setPen(open ? theme.onAccent : theme.textQuiet);
            painter.setFont(Theme::font(TextSize::Small, QFont::DemiBold));
            painter.drawText(QRectF(r.left(), line - 10, 20, 20), Qt::AlignCenter, QString::number(i + 1));
        }
        const QPointF gate(r.right() - 16, line);
        QPainterPath diamond;
        diamond.moveTo(gate + QPointF(0, -7));
        diamond.lineTo(gate + QPointF(7, 0));
        diamond.lineTo(gate + QPointF(0, 7));
        diamond.lineTo(gate + QPointF(-7, 0));
        diamond.closeSubpath();
        const QColor gateInk = step.state == State::Waiting ? theme.tone(Tone::Warn).ink : done ? ink : theme.lineStrong;
        painter.setPen(QPen(gateInk, 1.5));
        painter.setBrush(done || step.state == State::Waiting ? gateInk : theme.surface);
        painter.drawPath(diamond);
        painter.setPen(theme.textQuiet);
        painter.setFont(Theme::font(TextSize::Small));
        painter.drawText(QRectF(r.right() - 40, line + 10, 48, 18), Qt::AlignCenter, step.gate);
        painter.setPen(open || done ? theme.text : theme.textQuiet);
        painter.setFont(Theme::font(TextSize::Body, open ? QFont::DemiBold : QFont::Normal));
        QRect words;
        painter.drawText(titleRect(i), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, step.title, &words);
        painter.setPen(theme.textQuiet);
        painter.setFont(Theme::font(TextSize::Small));
        painter.drawText(QRectF(r.left(), words.bottom() + 1, r.width() - 8, 20), Qt::AlignLeft | Qt::AlignVCenter, step.remark);
        if (hasFocus() && i == m_focused) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(r).adjusted(-1, 1, -7, -1), 4, 4);
        }
    }
}

QRect PhaseTracker::titleRect(int index) const
{
    const QRect step = stepRect(index);
    return {step.left(), 30, step.width() - 42, m_titleHeight};
}

void PhaseTracker::measureTitles()
{
    const QFontMetrics metrics(Theme::font(TextSize::Body, QFont::DemiBold));
    int height = 22;
    for (int i = 0; i < m_steps.size(); ++i)
        height = qMax(height, metrics.boundingRect(QRect(0, 0, titleRect(i).width(), 400), Qt::TextWordWrap, m_steps.at(i).title).height());
    if (height == m_titleHeight)
        return;
    m_titleHeight = height;
    updateGeometry();
}

void PhaseTracker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    measureTitles();
}

void PhaseTracker::mouseReleaseEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (stepRect(i).contains(event->position().toPoint()))
            emit stepChosen(i);
    }
}

void PhaseTracker::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_steps.size()) - 1;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_focused = qBound(0, m_focused + (event->key() == Qt::Key_Right ? 1 : -1), last);
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
        emit stepChosen(m_focused);
    } else {
        QWidget::keyPressEvent(event);
    }
}

TrendPlot::TrendPlot(QWidget *parent)
    : QWidget(parent)
{
}

void TrendPlot::setPoints(const QList<Point> &points)
{
    m_points = points;
    std::sort(m_points.begin(), m_points.end(), [](const Point &a, const Point &b) { return a.day < b.day; });
    QStringList words;
    for (const Point &point : std::as_const(m_points))
        words.append(u"%1: %2"_s.arg(point.day.toString(Qt::ISODate)).arg(qRound(point.value)));
    setAccessibleName(tr("Readiness over time"));
    setAccessibleDescription(words.join(u", "_s));
    update();
}

void TrendPlot::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(26, 6, -8, -20);
    painter.setFont(Theme::font(TextSize::Small));
    for (const int value : {0, 50, 100}) {
        const qreal y = area.bottom() - area.height() * value / 100;
        painter.setPen(theme.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.textQuiet);
        painter.drawText(QRectF(0, y - 8, 22, 16), Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
    }
    if (m_points.isEmpty())
        return;
    const qint64 span = qMax<qint64>(1, m_points.first().day.daysTo(m_points.last().day));
    const auto place = [&](const Point &point) {
        const qreal x = m_points.size() == 1 ? 1.0 : qreal(m_points.first().day.daysTo(point.day)) / span;
        return QPointF(area.left() + x * area.width(), area.bottom() - area.height() * qBound(0.0, point.value, 100.0) / 100);
    };
    QPolygonF line;
    for (const Point &point : std::as_const(m_points))
        line.append(place(point));
    QPolygonF filled = line;
    filled.append(QPointF(line.last().x(), area.bottom()));
    filled.prepend(QPointF(line.first().x(), area.bottom()));
    QColor soft = theme.accent;
    soft.setAlphaF(0.12f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawPolygon(filled);
    painter.setPen(QPen(theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(theme.accent);
        painter.drawEllipse(line.at(i), 4, 4);
        if (!m_points.at(i).mark.isEmpty()) {
            painter.setPen(theme.textQuiet);
            const qreal left = qBound(0.0, line.at(i).x() - 30, width() - 60.0);
            const bool last = line.at(i).x() > width() - 30;
            painter.drawText(QRectF(left, area.bottom() + 3, 60, 16), last ? Qt::AlignRight : Qt::AlignHCenter, m_points.at(i).mark);
        }
    }
}

BarList::BarList(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarList::setBars(const QList<Bar> &bars)
{
    m_bars = bars;
    QStringList words;
    for (const Bar &bar : bars)
        words.append(u"%1: %2"_s.arg(bar.text, bar.shown));
    setAccessibleDescription(words.join(u", "_s));
    updateGeometry();
    update();
}

QSize BarList::sizeHint() const
{
    return {200, static_cast<int>(m_bars.size()) * 28};
}

void BarList::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double most = 1;
    for (const Bar &bar : std::as_const(m_bars))
        most = qMax(most, bar.value);
    const int name = qMin(150, width() / 2);
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars.at(i);
        const QRect row(0, i * 28, width(), 28);
        painter.setFont(Theme::font(TextSize::Body));
        painter.setPen(theme.text);
        painter.drawText(row.adjusted(0, 0, name - width(), 0), Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(bar.text, Qt::ElideRight, name - 8));
        const int room = width() - name - 44;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.line);
        painter.drawRoundedRect(QRectF(name, row.center().y() - 2, room, 6), 3, 3);
        if (bar.value > 0) {
            painter.setBrush(theme.tone(static_cast<Tone>(bar.tone)).ink);
            painter.drawRoundedRect(QRectF(name, row.center().y() - 2, qMax(6.0, room * bar.value / most), 6), 3, 3);
        }
        painter.setPen(theme.text);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, bar.shown);
    }
}

} // namespace dw
