#include "ui/widgets/columnscroll.h"

#include <QBoxLayout>
#include <QEvent>

namespace dw {

ColumnScroll::ColumnScroll(QWidget *parent)
    : QScrollArea(parent)
{
    // A stretch below instead of an alignment of the layout: aligned layouts never get more than their hint.
    auto *outer = new QVBoxLayout;
    m_column = new QVBoxLayout;
    outer->addLayout(m_column);
    outer->addStretch();
    setUp(outer);
}

ColumnScroll::ColumnScroll(QLayout *layout, QWidget *parent)
    : QScrollArea(parent)
{
    setUp(layout);
}

void ColumnScroll::setUp(QLayout *layout)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_inner = new QWidget;
    m_inner->setLayout(layout);
    layout->setContentsMargins(0, 0, 0, 0);
    m_inner->installEventFilter(this);
    setWidget(m_inner);
    // setWidget() turns this on; the column shows what it lies on.
    m_inner->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void ColumnScroll::fit()
{
    const QLayout *layout = m_inner->layout();
    const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(viewport()->width()) : layout->totalMinimumSize().height();
    if (m_inner->minimumHeight() != wanted)
        m_inner->setMinimumHeight(wanted);
}

bool ColumnScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_inner && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void ColumnScroll::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    // What was added while it was hidden asks for its place only once it is shown.
    refit();
    QMetaObject::invokeMethod(this, &ColumnScroll::refit, Qt::QueuedConnection);
}

void ColumnScroll::refit()
{
    m_inner->layout()->invalidate();
    fit();
}

void ColumnScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace dw
