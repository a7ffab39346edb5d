#include "ui/widgets/card.h"

#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace dw {

using namespace Qt::StringLiterals;

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::padding, Theme::padding, Theme::padding, Theme::padding);
    outer->setSpacing(Theme::cell);
    m_headingRow = new QWidget;
    auto *row = new QHBoxLayout(m_headingRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_heading = makeSectionLabel(heading);
    m_heading->setWordWrap(false);
    row->addWidget(m_heading, 1);
    outer->addWidget(m_headingRow);
    m_body = new QVBoxLayout;
    m_body->setSpacing(Theme::gap);
    outer->addLayout(m_body, 1);
    setHeading(heading);
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_headingRow->setVisible(!heading.isEmpty());
    setAccessibleName(heading);
}

void Card::addHeadingWidget(QWidget *widget)
{
    m_headingRow->layout()->addWidget(widget);
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.scheme == Scheme::Dark ? QPen(Qt::NoPen) : QPen(theme.line));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::corner, Theme::corner);
}

LinkRow::LinkRow(const QString &text, const QString &remark, QWidget *parent)
    : QFrame(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(text);
    setAccessibleDescription(remark);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(Theme::gap, 6, Theme::gap, 6);
    m_layout->setSpacing(Theme::gap);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    QLabel *title = makeLabel(text);
    words->addWidget(title);
    if (!remark.isEmpty())
        words->addWidget(makeQuietLabel(remark));
    m_layout->addLayout(words, 1);
    m_layout->addWidget(new IconLabel(u"chevron-right"_s));
}

void LinkRow::setLeading(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
}

void LinkRow::setTrailing(QWidget *widget)
{
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

void LinkRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(theme.hover) : QBrush());
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void LinkRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit activated();
}

void LinkRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit activated();
    else
        QFrame::keyPressEvent(event);
}

void LinkRow::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    update();
}

void LinkRow::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    update();
}

} // namespace dw
