#pragma once

#include "core/store/audittrail.h"

#include <QAbstractTableModel>
#include <QHash>

namespace dw {

/// Entries of the audit trail, newest first.
class TrailModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TrailModel(QObject *parent = nullptr);

    void setEntries(const QList<TrailEntry> &entries); ///< Oldest first, as the trail gives them.
    void setTitles(const QHash<QString, QString> &titles) { m_titles = titles; } ///< Words of the registers.
    void setSteps(const QHash<QString, QString> &steps) { m_steps = steps; } ///< Words of their changes of state.
    void setSearch(const QString &text);
    const TrailEntry *entry(int row) const;
    qsizetype total() const { return m_all.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString note(const TrailEntry &entry);
    QString text(const TrailEntry &entry, int column) const;

    QList<TrailEntry> m_all;
    QList<qsizetype> m_shown;
    QString m_search;
    QHash<QString, QString> m_titles;
    QHash<QString, QString> m_steps;
};

} // namespace dw
