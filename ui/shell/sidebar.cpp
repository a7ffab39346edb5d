#include "ui/shell/sidebar.h"

#include "ui/base/dealwardstyle.h"
#include "ui/base/icons.h"
#include "ui/pages/pageindex.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

enum Roles { IdRole = Qt::UserRole + 1, IconRole, CountRole, CollapsedRole };

/// Paints group names, page rows and their red counts.
class NavigationDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = index.data(IdRole).toString().isEmpty();
        if (heading)
            return {100, index.data(CollapsedRole).toBool() || index.data().toString().isEmpty() ? 9 : 26};
        return {100, 29};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        const bool collapsed = index.data(CollapsedRole).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(IdRole).toString().isEmpty()) {
            paintHeading(painter, option.rect, index.data().toString(), collapsed);
            painter->restore();
            return;
        }
        const QRect r = option.rect.adjusted(Theme::gap, 1, -Theme::unit, -1);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? theme.selection : theme.hover.darker(theme.isDark() ? 100 : 103));
            painter->drawRoundedRect(r, Theme::corner, Theme::corner);
        }
        if (selected && option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(theme.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(r).adjusted(1, 1, -1, -1), Theme::corner, Theme::corner);
        }
        const QColor ink = selected ? theme.tone(Tone::Accent).ink : theme.text;
        const qreal ratio = painter->device()->devicePixelRatioF();
        const int left = collapsed ? r.center().x() - Theme::icon / 2 : r.left() + Theme::gap;
        painter->drawPixmap(left, r.top() + (r.height() - Theme::icon) / 2,
            iconPixmap(index.data(IconRole).toString(), Theme::icon, selected ? ink : theme.textQuiet, ratio));
        const int count = index.data(CountRole).toInt();
        if (collapsed) {
            if (count > 0) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(theme.tone(Tone::Bad).ink);
                painter->drawEllipse(QPointF(left + Theme::icon + 1, r.top() + 7), 3.5, 3.5);
            }
        } else {
            const int room = paintCount(painter, r, count);
            painter->setPen(ink);
            painter->setFont(Theme::font(TextSize::Body, selected ? QFont::DemiBold : QFont::Normal));
            const QRect text = r.adjusted(30, 0, -room, 0);
            painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        }
        painter->restore();
    }

private:
    static void paintHeading(QPainter *painter, const QRect &rect, const QString &text, bool collapsed)
    {
        const Theme &theme = Theme::current();
        if (collapsed) {
            painter->fillRect(rect.adjusted(Theme::padding, 4, -Theme::padding, -4), theme.lineStrong);
            return;
        }
        painter->setPen(theme.textQuiet);
        painter->setFont(Theme::font(TextSize::Small, QFont::DemiBold));
        painter->drawText(rect.adjusted(18, 0, -Theme::gap, -5), Qt::AlignBottom | Qt::AlignLeft, text);
    }

    static int paintCount(QPainter *painter, const QRect &row, int count)
    {
        if (count <= 0)
            return Theme::unit;
        const Theme::Pair &bad = Theme::current().tone(Tone::Bad);
        const QString text = count > 99 ? u"99+"_s : QString::number(count);
        painter->setFont(Theme::font(TextSize::Small, QFont::DemiBold));
        const int width = qMax(20, painter->fontMetrics().horizontalAdvance(text) + 10);
        const QRect box(row.right() - width, row.center().y() - 8, width, 18);
        painter->setPen(Qt::NoPen);
        painter->setBrush(bad.fill);
        painter->drawRoundedRect(box, 9, 9);
        painter->setPen(bad.ink);
        painter->drawText(box, Qt::AlignCenter, text);
        return width + 3;
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, Theme::gap);
    column->setSpacing(0);
    m_head = new QWidget;
    auto *head = new QVBoxLayout(m_head);
    head->setContentsMargins(18, Theme::padding, Theme::gap, Theme::gap);
    head->setSpacing(2);
    m_codeName = makeLabel({}, TextSize::Section, QFont::DemiBold);
    m_codeName->setWordWrap(false);
    m_phase = makeQuietLabel({});
    m_level = new Chip;
    m_level->setToolTip(tr("The highest level this account can read"));
    head->addWidget(m_codeName);
    head->addWidget(m_phase);
    head->addSpacing(Theme::unit);
    head->addWidget(m_level);
    column->addWidget(m_head);

    m_model = new QStandardItemModel(this);
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NavigationDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    m_list->verticalScrollBar()->setFixedWidth(Theme::gap);
    m_list->setAccessibleName(tr("Pages"));
    column->addWidget(m_list, 1);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, 0);
    m_lock = new QPushButton(icon(u"lock"_s), u' ' + tr("Lock"));
    setButtonKind(m_lock, ButtonKind::Quiet);
    m_lock->setToolTip(tr("Lock the vault  (Ctrl+L)"));
    m_lock->setAccessibleName(tr("Lock the vault"));
    m_fold = new QToolButton;
    m_fold->setFixedSize(Theme::control, Theme::control);
    foot->addWidget(m_lock);
    foot->addStretch();
    foot->addWidget(m_fold);
    column->addLayout(foot);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (const QString id = now.data(IdRole).toString(); !id.isEmpty())
            emit pageChosen(id);
    });
    connect(m_lock, &QPushButton::clicked, this, &Sidebar::lockRequested);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        emit collapsedChanged(m_collapsed);
    });
    fill();
    setCollapsed(false);
}

void Sidebar::fill()
{
    QString group;
    for (const PageInfo &info : pageIndex()) {
        if (info.group != group) {
            auto *heading = new QStandardItem(info.group);
            heading->setFlags(Qt::NoItemFlags);
            m_model->appendRow(heading);
            group = info.group;
        }
        auto *item = new QStandardItem(info.title);
        item->setData(info.id, IdRole);
        item->setData(info.icon, IconRole);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_model->appendRow(item);
    }
}

void Sidebar::setDeal(const QString &codeName, const QString &phase, int clearance)
{
    m_codeName->setText(codeName.isEmpty() ? tr("New deal") : codeName);
    m_phase->setText(phase);
    m_phase->setVisible(!phase.isEmpty());
    m_level->setSpec(levelChip(clearance));
}

void Sidebar::setCounts(const QHash<QString, int> &redByPage)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        const QString id = item->data(IdRole).toString();
        if (id.isEmpty())
            continue;
        const int count = redByPage.value(id);
        item->setData(count, CountRole);
        item->setData(count > 0 ? tr("%1, %n red", nullptr, count).arg(item->text()) : item->text(), Qt::AccessibleTextRole);
    }
}

void Sidebar::setCurrentPage(const QString &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(IdRole).toString() == id) {
            const QSignalBlocker quiet(m_list->selectionModel());
            m_list->setCurrentIndex(m_model->index(row, 0));
            m_list->viewport()->update();
            m_list->scrollTo(m_model->index(row, 0));
            return;
        }
    }
}

void Sidebar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? Theme::sidebarCollapsed : Theme::sidebarWidth);
    m_head->setVisible(!collapsed);
    m_lock->setVisible(!collapsed);
    m_fold->setIcon(icon(collapsed ? u"chevrons-right"_s : u"chevrons-left"_s));
    const QString tip = collapsed ? tr("Show the names of the pages") : tr("Show icons only");
    m_fold->setToolTip(tip);
    m_fold->setAccessibleName(tip);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        item->setData(collapsed, CollapsedRole);
        item->setToolTip(item->text()); // also for names cut by a count
    }
    m_list->doItemsLayout();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.sidebar);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.line);
}

} // namespace dw
