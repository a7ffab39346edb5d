#pragma once

#include "core/desk/clients/clientservice.h"
#include "core/jobs/jobrunner.h"

#include <QAbstractTableModel>
#include <QCache>

#include <atomic>

namespace dw {

/// The client list: ids in order, found by the index off the window's thread, and the rows of the part that is
/// looked at. Reads only; call reload() after a commit.
class ClientListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Level, Contact, Identifier, Phone, Email, Revenue, Row, ColumnCount };

    ClientListModel(ClientService &clients, JobRunner &jobs, QObject *parent = nullptr);
    ~ClientListModel() override;

    void setFilter(const ClientFilter &filter); ///< Answers with loaded().
    const ClientFilter &filter() const { return m_filter; }
    void reload() { setFilter(m_filter); }

    qsizetype total() const { return m_total; } ///< Rows without the filter.
    bool isLoaded() const { return m_isLoaded; }
    const ClientRecord *record(int row) const; ///< Null when it cannot be read.
    ClientRecordId idAt(int row) const { return m_ids.value(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void loaded();
    void failed(const dw::Error &error);

private:
    struct Found {
        QList<ClientRecordId> ids;
        qsizetype total = 0;
    };

    void take(const Result<Found> &found);
    QString text(const ClientRecord &record, int column) const;

    ClientService &m_clients;
    JobRunner &m_jobs;
    ClientFilter m_filter;
    QList<ClientRecordId> m_ids;
    qsizetype m_total = 0;
    bool m_isLoaded = false;
    std::shared_ptr<std::atomic<quint64>> m_generation; ///< Grows with every question; an older one gives up.
    mutable QCache<int, QList<ClientRecord>> m_pages;
};

} // namespace dw
