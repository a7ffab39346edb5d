#include "ui/widgets/detailpane.h"

#include "ui/base/dealwardstyle.h"
#include "ui/base/icons.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
{
    setMinimumWidth(280);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::padding, Theme::padding, Theme::gap, Theme::gap);
    m_hint = makeQuietLabel({}, TextSize::Body);
    m_hint->setAlignment(Qt::AlignCenter);
    outer->addWidget(m_hint, 1);
    m_body = new QWidget;
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    auto *head = new QHBoxLayout;
    m_title = makeSectionLabel({});
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(m_title, 1);
    auto *close = new QToolButton;
    close->setIcon(icon(u"panel-right"_s));
    close->setToolTip(tr("Hide the details"));
    close->setAccessibleName(tr("Hide the details"));
    head->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(head);
    m_remark = makeQuietLabel({});
    column->addWidget(m_remark);
    m_chip = new Chip;
    column->addWidget(m_chip);
    m_buttonBox = new QWidget;
    new FlowLayout(m_buttonBox, Theme::gap);
    column->addWidget(m_buttonBox);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setUsesScrollButtons(true);
    column->addWidget(m_tabs, 1);
    outer->addWidget(m_body, 1);
    m_body->hide();
    connect(close, &QToolButton::clicked, this, &DetailPane::closed);
}

void DetailPane::setHeading(const QString &title, const QString &remark, const ChipSpec &chip)
{
    m_title->setText(title);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_chip->setSpec(chip);
    m_hint->hide();
    m_body->show();
}

void DetailPane::setHint(const QString &text)
{
    m_hint->setText(text);
    m_hint->show();
    m_body->hide();
}

void DetailPane::clearTabs()
{
    // Filled while hidden: shown, every label would lay out all of them again as it appears.
    m_tabs->hide();
    while (m_tabs->count() > 0)
        delete m_tabs->widget(0);
}

QVBoxLayout *DetailPane::addTab(const QString &title)
{
    auto *scroll = new ColumnScroll;
    QVBoxLayout *column = scroll->column();
    column->setContentsMargins(0, Theme::cell, Theme::gap, Theme::cell);
    column->setSpacing(Theme::cell);
    m_tabs->addTab(scroll, title);
    return column;
}

void DetailPane::setCurrentTab(int index)
{
    m_tabs->setCurrentIndex(qBound(0, index, m_tabs->count() - 1));
    m_tabs->show();
}

int DetailPane::currentTab() const
{
    return m_tabs->currentIndex();
}

void DetailPane::clearButtons()
{
    QLayout *layout = m_buttonBox->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_buttonBox->hide();
}

QPushButton *DetailPane::addButton(const QString &text, bool primary)
{
    auto *button = new QPushButton(text);
    setButtonKind(button, primary ? ButtonKind::Primary : ButtonKind::Normal);
    m_buttonBox->layout()->addWidget(button);
    m_buttonBox->show();
    return button;
}

void DetailPane::addFact(QVBoxLayout *column, const QString &name, const QString &value)
{
    QLabel *label = makeLabel(value.isEmpty() ? u"–"_s : groupedHash(value));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (value.isEmpty())
        label->setForegroundRole(QPalette::PlaceholderText);
    label->setAccessibleName(name);
    addFact(column, name, label);
}

void DetailPane::addFact(QVBoxLayout *column, const QString &name, QWidget *value)
{
    auto *pair = new QVBoxLayout;
    pair->setSpacing(2);
    pair->addWidget(makeQuietLabel(name));
    pair->addWidget(value);
    column->addLayout(pair);
}

void DetailPane::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.scheme == Scheme::Dark ? QPen(Qt::NoPen) : QPen(theme.line));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::corner, Theme::corner);
}

} // namespace dw
