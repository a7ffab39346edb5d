#include "ui/widgets/datatable.h"

#include "ui/widgets/chip.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Text with tabular figures, or a chip.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
        if (index.data(QuietRole).toBool())
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
        option->palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant chip = index.data(ChipRole);
        if (!chip.isValid() || chip.value<ChipSpec>().isEmpty())
            return QStyledItemDelegate::paint(painter, option, index);
        QStyleOptionViewItem copy(option);
        initStyleOption(&copy, index);
        copy.text.clear();
        const QStyle *style = copy.widget ? copy.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &copy, painter, copy.widget);
        paintChip(painter, copy.rect.adjusted(Theme::gap, 0, -Theme::unit, 0), chip.value<ChipSpec>());
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant chip = index.data(ChipRole);
        if (chip.isValid() && !chip.value<ChipSpec>().isEmpty())
            return {chipWidth(chip.value<ChipSpec>()) + Theme::cell + Theme::unit, Theme::rowHeight(Density::Compact)};
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * Theme::gap, 0);
    }
};

} // namespace

DataTable::DataTable(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setFont(Theme::tabular());
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setFont(Theme::font(TextSize::Small, QFont::DemiBold));
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setMinimumSectionSize(56);
    setDensity(Density::Comfortable);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &DataTable::chooseColumns);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &DataTable::columnsChanged);
    connect(this, &QTableView::doubleClicked, this, [this] { emit opened(currentId()); });
}

void DataTable::setDensity(Density density)
{
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight(density));
    verticalHeader()->setMinimumSectionSize(Theme::rowHeight(Density::Compact));
}

void DataTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_fitted = false;
    if (!model)
        return;
    for (int column = 0; column < model->columnCount(); ++column)
        setColumnHidden(column, model->headerData(column, Qt::Horizontal, DefaultHiddenRole).toBool());
    setSortingEnabled(true);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_fitted)
            fitColumns();
    });
}

QString DataTable::currentId() const
{
    return currentIndex().data(RowIdRole).toString();
}

QStringList DataTable::selectedIds() const
{
    QStringList ids;
    if (!selectionModel())
        return ids;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        ids.append(index.data(RowIdRole).toString());
    return ids;
}

bool DataTable::selectId(const QString &id)
{
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(RowIdRole).toString() == id) {
            // The first visible column: a hidden one cannot be current.
            int column = 0;
            while (column < model()->columnCount() - 1 && isColumnHidden(column))
                ++column;
            setCurrentIndex(index.siblingAtColumn(column));
            scrollTo(index);
            return true;
        }
    }
    return false;
}

QByteArray DataTable::columnState() const
{
    return horizontalHeader()->saveState();
}

void DataTable::restoreColumns(const QByteArray &state)
{
    if (!state.isEmpty() && horizontalHeader()->restoreState(state))
        m_restored = true;
}

QList<QAction *> DataTable::columnActions(QObject *parent)
{
    QList<QAction *> actions;
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        auto *action = new QAction(model()->headerData(column, Qt::Horizontal).toString(), parent);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            if (shown && columnWidth(column) < 56)
                setColumnWidth(column, 120);
            emit columnsChanged();
        });
        actions.append(action);
    }
    return actions;
}

void DataTable::chooseColumns(const QPoint &position)
{
    QMenu menu(this);
    menu.addActions(columnActions(&menu));
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void DataTable::fitColumns()
{
    if (!model() || m_restored || model()->rowCount() == 0 || viewport()->width() < 100)
        return;
    int total = 0;
    QHash<int, int> widths;
    QHash<int, int> least;
    int stretch = m_stretch;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const QFontMetrics head(horizontalHeader()->font());
        const int heading = head.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) + 36;
        int width = heading;
        for (int row = 0; row < qMin(50, model()->rowCount()); ++row)
            width = qMax(width, sizeHintForIndex(model()->index(row, column)).width() + Theme::gap);
        const bool chip = model()->index(0, column).data(ChipRole).isValid();
        widths.insert(column, qBound(64, width, 320));
        // A first column cut to a few letters names nothing; others may be cut a little before the table scrolls.
        const int readable = column == m_stretch ? 260 : widths.size() == 1 ? 176 : qMax(heading, 120);
        least.insert(column, chip ? widths.value(column) : qMin(widths.value(column), readable));
        total += widths.value(column);
        if (m_stretch < 0 && !chip && (stretch < 0 || widths.value(column) > widths.value(stretch)))
            stretch = column;
    }
    // What is missing is taken from the widest columns first; what is left goes to the one that stretches.
    int spare = viewport()->width() - total;
    while (spare < 0) {
        int widest = -1;
        for (auto it = widths.begin(); it != widths.end(); ++it) {
            if (it.value() > least.value(it.key()) && (widest < 0 || it.value() > widths.value(widest)))
                widest = it.key();
        }
        if (widest < 0)
            break;
        widths[widest] -= 1;
        ++spare;
    }
    if (stretch >= 0 && spare > 0)
        widths[stretch] += spare;
    for (auto it = widths.begin(); it != widths.end(); ++it)
        setColumnWidth(it.key(), it.value());
    m_fitted = true;
}

void DataTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    if (!m_fitted)
        fitColumns();
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

QList<QStringList> DataTable::shownRows() const
{
    QList<QStringList> rows;
    if (!model())
        return rows;
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    QStringList head;
    for (const int column : std::as_const(columns))
        head.append(model()->headerData(column, Qt::Horizontal).toString());
    rows.append(head);
    for (int row = 0; row < model()->rowCount(); ++row) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells.append(model()->index(row, column).data().toString());
        rows.append(cells);
    }
    return rows;
}

void DataTable::copySelection() const
{
    const QList<QStringList> rows = shownRows();
    QStringList lines {rows.value(0).join(u'\t')};
    QList<int> selected;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        selected.append(index.row());
    std::sort(selected.begin(), selected.end());
    for (const int row : std::as_const(selected))
        lines.append(rows.value(row + 1).join(u'\t'));
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!currentId().isEmpty())
            emit opened(currentId());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.data(RowIdRole) != previous.data(RowIdRole))
        emit currentIdChanged(current.data(RowIdRole).toString());
}

} // namespace dw
