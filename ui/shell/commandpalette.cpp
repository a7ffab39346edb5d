#include "ui/shell/commandpalette.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, 34}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        const QRect r = option.rect.adjusted(Theme::gap, 1, -Theme::gap, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? theme.selection : theme.hover);
            painter->drawRoundedRect(r, 4, 4);
        }
        painter->drawPixmap(r.left() + 10, r.center().y() - 7,
            iconPixmap(index.data(Qt::UserRole).toString(), Theme::icon, theme.textQuiet,
                painter->device()->devicePixelRatioF()));
        const QString remark = index.data(Qt::UserRole + 1).toString();
        painter->setFont(Theme::font(TextSize::Small));
        const int remarkWidth = painter->fontMetrics().horizontalAdvance(remark);
        painter->setPen(theme.textQuiet);
        painter->drawText(r.adjusted(0, 0, -Theme::cell, 0), Qt::AlignVCenter | Qt::AlignRight, remark);
        painter->setFont(Theme::font(TextSize::Body));
        painter->setPen(theme.text);
        const QRect text = r.adjusted(36, 0, -remarkWidth - Theme::margin, 0);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, Theme::gap, 1, Theme::gap);
    column->setSpacing(Theme::gap);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Theme::gap, 0, Theme::gap, 0);
    m_line = new QLineEdit;
    m_line->setPlaceholderText(tr("Go to a page, run a command, find a record"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_line->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    top->addWidget(m_line);
    column->addLayout(top);
    m_model = new QStandardItemModel(this);
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Results"));
    column->addWidget(m_list);
    hide();
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    parent->installEventFilter(this);
}

void CommandPalette::open(QList<Entry> fixed, Finder finder)
{
    m_fixed = std::move(fixed);
    m_finder = std::move(finder);
    const int wide = qMin(620, parentWidget()->width() - 2 * Theme::margin);
    const int tall = qMin(460, parentWidget()->height() - 120);
    setGeometry((parentWidget()->width() - wide) / 2, 72, wide, tall);
    m_line->clear();
    fill({});
    show();
    raise();
    m_line->setFocus();
}

void CommandPalette::fill(const QString &text)
{
    m_shown.clear();
    for (const Entry &entry : std::as_const(m_fixed)) {
        if (text.isEmpty() || entry.text.contains(text, Qt::CaseInsensitive))
            m_shown.append(entry);
    }
    if (m_finder && text.size() > 0)
        m_shown += m_finder(text);
    const auto rank = [&](const Entry &entry) {
        return entry.text.startsWith(text, Qt::CaseInsensitive) ? 0 : entry.text.contains(u' ' + text, Qt::CaseInsensitive) ? 1 : 2;
    };
    if (!text.isEmpty())
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](const Entry &a, const Entry &b) { return rank(a) < rank(b); });
    m_model->clear();
    for (const Entry &entry : std::as_const(m_shown)) {
        auto *item = new QStandardItem(entry.text);
        item->setData(entry.icon, Qt::UserRole);
        item->setData(entry.remark, Qt::UserRole + 1);
        m_model->appendRow(item);
    }
    if (m_shown.isEmpty()) {
        auto *item = new QStandardItem(tr("Nothing of that name."));
        item->setFlags(Qt::NoItemFlags);
        item->setData(u"info"_s, Qt::UserRole);
        m_model->appendRow(item);
    } else {
        m_list->setCurrentIndex(m_model->index(0, 0));
    }
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const auto action = m_shown.at(row).run;
    hide();
    if (action)
        action();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int row = m_list->currentIndex().row();
        if (key == Qt::Key_Escape) {
            hide();
            parentWidget()->setFocus();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int next = qBound(0, row + (key == Qt::Key_Down ? 1 : -1), m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(next, 0));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run(row);
            return true;
        }
    }
    if (watched == m_line && event->type() == QEvent::FocusOut && !m_list->hasFocus())
        hide();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.window);
    painter.setPen(theme.lineStrong);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::corner, Theme::corner);
}

} // namespace dw
