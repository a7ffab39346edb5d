#include "ui/models/clientlistmodel.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"

#include <QLocale>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageRows = 100;
constexpr int keptPages = 40;

} // namespace

ClientListModel::ClientListModel(ClientService &clients, JobRunner &jobs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clients(clients)
    , m_jobs(jobs)
    , m_generation(std::make_shared<std::atomic<quint64>>(0))
    , m_pages(keptPages)
{
}

ClientListModel::~ClientListModel()
{
    ++*m_generation;
}

void ClientListModel::setFilter(const ClientFilter &filter)
{
    m_filter = filter;
    const quint64 mine = ++*m_generation;
    const auto isStale = [generation = m_generation, mine] { return generation->load() != mine; };
    ClientService *const clients = &m_clients;
    m_jobs.start<Found>(
        std::make_shared<Job>(u"clients.search"_s),
        [clients, filter, isStale](JobContext &) -> Result<Found> {
            DW_ASSIGN(const auto index, clients->index());
            return Found {index->filter(filter, isStale), index->count()};
        },
        this,
        [this, isStale](Result<Found> found) {
            if (!isStale())
                take(found);
        });
}

void ClientListModel::take(const Result<Found> &found)
{
    if (!found) {
        emit failed(found.error());
        return;
    }
    beginResetModel();
    m_pages.clear();
    m_ids = found->ids;
    m_total = found->total;
    m_isLoaded = true;
    endResetModel();
    emit loaded();
}

const ClientRecord *ClientListModel::record(int row) const
{
    if (row < 0 || row >= m_ids.size())
        return nullptr;
    const int page = row / pageRows;
    if (!m_pages.contains(page)) {
        auto records = m_clients.records(m_ids.mid(qsizetype {page} * pageRows, pageRows));
        if (!records)
            return nullptr;
        m_pages.insert(page, new QList<ClientRecord>(std::move(*records)));
    }
    const QList<ClientRecord> &records = *m_pages.object(page);
    const int inPage = row % pageRows;
    // A row that went out of sight since the list was made is missing: find the right one by its id.
    if (inPage < records.size() && records[inPage].id == m_ids[row])
        return &records[inPage];
    for (const ClientRecord &candidate : records) {
        if (candidate.id == m_ids[row])
            return &candidate;
    }
    return nullptr;
}

int ClientListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ClientListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ClientListModel::text(const ClientRecord &record, int column) const
{
    switch (column) {
    case Name:
        return record.name;
    case Contact:
        return record.contact;
    case Identifier:
        return record.identifier;
    case Phone:
        return record.phone;
    case Email:
        return record.email;
    case Revenue:
        return record.revenue ? QLocale().toString(*record.revenue, 'f', 2) : QString();
    case Row:
        return QLocale().toString(record.row);
    default:
        return {};
    }
}

QVariant ClientListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == RowIdRole)
        return m_ids[index.row()].toString();
    if (role == Qt::TextAlignmentRole && (index.column() == Revenue || index.column() == Row))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == QuietRole)
        return index.column() == Row;
    if (role != Qt::DisplayRole && role != ChipRole && role != Qt::ToolTipRole)
        return {};
    const ClientRecord *const found = record(index.row());
    if (!found)
        return {};
    if (index.column() == Level) {
        const ChipSpec chip = levelChip(found->level);
        if (role == ChipRole)
            return QVariant::fromValue(chip);
        return role == Qt::DisplayRole ? QVariant(chip.text) : QVariant();
    }
    return role == Qt::DisplayRole ? QVariant(text(*found, index.column())) : QVariant();
}

QVariant ClientListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == DefaultHiddenRole)
        return section == Row;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Client");
    case Level:
        return tr("Level");
    case Contact:
        return tr("Contact");
    case Identifier:
        return tr("Identifier");
    case Phone:
        return tr("Phone");
    case Email:
        return tr("E-mail");
    case Revenue:
        return tr("Revenue");
    case Row:
        return tr("Row in the list");
    default:
        return {};
    }
}

void ClientListModel::sort(int column, Qt::SortOrder order)
{
    ClientFilter filter = m_filter;
    filter.order = order;
    switch (column) {
    case Name:
        filter.sort = ClientSort::Name;
        break;
    case Level:
        filter.sort = ClientSort::Level;
        break;
    case Revenue:
        filter.sort = ClientSort::Revenue;
        break;
    default:
        filter.sort = ClientSort::Imported;
        break;
    }
    setFilter(filter);
}

} // namespace dw
