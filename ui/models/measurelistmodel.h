#pragma once

#include "core/desk/measures/measurestatus.h"
#include "core/domain/language.h"
#include "core/domain/measure.h"

#include <QAbstractTableModel>

namespace dw {

/// The 61 rows with their status. Filtered here: they are few.
class MeasureListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Filter {
        QString search;
        QString status; ///< statusId(), or "attention" (red, amber, changed), or "mine" with `function`.
        QString phase;
        QString gate;
        QStringList functions; ///< With status "mine".
    };

    enum Column { StatusColumn, TitleColumn, PhaseColumn, GateColumn, FunctionColumn, DueColumn, ReasonColumn, ColumnCount };

    MeasureListModel(const MeasureCatalogue &catalogue, Language language, QObject *parent = nullptr);

    void setRows(const QList<MeasureStatus> &rows);
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    const MeasureStatus *status(const QString &id) const;
    int count(Status status) const; ///< Of all rows, not only the shown.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    bool accepts(const MeasureStatus &row) const;
    QString text(const MeasureStatus &row, int column) const;
    void apply();

    const MeasureCatalogue &m_catalogue;
    bool m_chinese;
    QList<MeasureStatus> m_rows;
    QList<int> m_shown;
    Filter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace dw
