#pragma once

#include "ui/base/theme.h"

#include <QTableView>

class QLabel;

namespace dw {

/// Roles a model offers to DataTable beside the usual ones.
enum TableRole {
    ChipRole = Qt::UserRole + 100, ///< ChipSpec: drawn instead of the text.
    RowIdRole, ///< QString: id of the row.
    DefaultHiddenRole, ///< bool on a header: column starts hidden.
    QuietRole, ///< bool: drawn in the secondary colour.
};

/// The table of every list: rows of one height, sorting by header, chips, column chooser, copy, CSV of what is
/// shown. Selects rows.
class DataTable final : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);

    void setDensity(Density density);
    void setModel(QAbstractItemModel *model) override;

    QString currentId() const;
    QStringList selectedIds() const;
    bool selectId(const QString &id);

    QByteArray columnState() const;
    void restoreColumns(const QByteArray &state);
    QList<QAction *> columnActions(QObject *parent); ///< One checkable action a column.
    void setStretchColumn(int column) { m_stretch = column; } ///< Takes the spare room; by default the widest text.
    void fitColumns(); ///< Widths from headings and the first rows, the rest to the widest text column.

    QList<QStringList> shownRows() const; ///< Headings first: what copy, print and export take.
    void copySelection() const;

signals:
    void currentIdChanged(const QString &id);
    void opened(const QString &id); ///< Return or double click.
    void columnsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseColumns(const QPoint &position);

    int m_stretch = -1;
    bool m_fitted = false;
    bool m_restored = false;
};

} // namespace dw
