#include "ui/models/measurelistmodel.h"

#include "ui/models/measuretext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/datatable.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

MeasureListModel::MeasureListModel(const MeasureCatalogue &catalogue, Language language, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
    , m_chinese(language == Language::Chinese)
{
}

void MeasureListModel::setRows(const QList<MeasureStatus> &rows)
{
    m_rows = rows;
    apply();
}

void MeasureListModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    apply();
}

const MeasureStatus *MeasureListModel::status(const QString &id) const
{
    for (const MeasureStatus &row : m_rows) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

int MeasureListModel::count(Status status) const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [&](const MeasureStatus &row) { return row.status == status; }));
}

bool MeasureListModel::accepts(const MeasureStatus &row) const
{
    const MeasureDecl *decl = m_catalogue.find(row.id);
    if (!decl)
        return false;
    if (!m_filter.phase.isEmpty() && decl->phase != m_filter.phase)
        return false;
    if (!m_filter.gate.isEmpty() && decl->blocksGate != m_filter.gate)
        return false;
    if (m_filter.status == "attention"_L1) {
        if (row.status != Status::Red && row.status != Status::Amber && !row.isChangedSinceSigned)
            return false;
    } else if (m_filter.status == "mine"_L1) {
        const bool waits = std::any_of(row.reasons.begin(), row.reasons.end(), [](const StatusReason &reason) {
            return reason.id == "signature_missing"_L1 || reason.id == "nil_return_due"_L1 || reason.id == "changed_since_signed"_L1
                || reason.id == "signature_expired"_L1;
        });
        if (!waits || !m_filter.functions.contains(decl->role))
            return false;
    } else if (!m_filter.status.isEmpty() && statusId(row.status) != m_filter.status) {
        return false;
    }
    if (m_filter.search.isEmpty())
        return true;
    return decl->title.en.contains(m_filter.search, Qt::CaseInsensitive) || decl->title.zh.contains(m_filter.search)
        || decl->id.contains(m_filter.search, Qt::CaseInsensitive)
        || measuretext::reason(row, m_catalogue, m_chinese).contains(m_filter.search, Qt::CaseInsensitive);
}

void MeasureListModel::apply()
{
    beginResetModel();
    m_shown.clear();
    for (int i = 0; i < m_rows.size(); ++i) {
        if (accepts(m_rows.at(i)))
            m_shown.append(i);
    }
    if (m_sortColumn >= 0) {
        std::stable_sort(m_shown.begin(), m_shown.end(), [this](int a, int b) {
            const MeasureStatus &x = m_rows.at(a);
            const MeasureStatus &y = m_rows.at(b);
            int order = 0;
            if (m_sortColumn == StatusColumn)
                order = static_cast<int>(x.status) - static_cast<int>(y.status);
            else
                order = text(x, m_sortColumn).localeAwareCompare(text(y, m_sortColumn));
            return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
        });
    }
    endResetModel();
}

int MeasureListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int MeasureListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MeasureListModel::text(const MeasureStatus &row, int column) const
{
    const MeasureDecl *decl = m_catalogue.find(row.id);
    switch (column) {
    case StatusColumn:
        return measuretext::chip(row).text;
    case TitleColumn:
        return decl->title.in(m_chinese);
    case PhaseColumn:
        return idtext::phase(decl->phase);
    case GateColumn:
        return decl->blocksGate;
    case FunctionColumn:
        return idtext::role(decl->role);
    case DueColumn:
        return row.dueOn.toString(Qt::ISODate);
    case ReasonColumn:
        return measuretext::reason(row, m_catalogue, m_chinese);
    default:
        return {};
    }
}

QVariant MeasureListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MeasureStatus &row = m_rows.at(m_shown.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == TitleColumn || index.column() == ReasonColumn ? text(row, index.column()) : QVariant();
    case RowIdRole:
        return row.id;
    case QuietRole:
        return index.column() == ReasonColumn || row.status == Status::NotApplicable;
    case ChipRole:
        return index.column() == StatusColumn ? QVariant::fromValue(measuretext::chip(row)) : QVariant();
    default:
        return {};
    }
}

QVariant MeasureListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == DefaultHiddenRole)
        return section == PhaseColumn || section == DueColumn || section == FunctionColumn;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn:
        return tr("Status");
    case TitleColumn:
        return tr("Measure");
    case PhaseColumn:
        return tr("Phase");
    case GateColumn:
        return tr("Gate");
    case FunctionColumn:
        return tr("Answers for it");
    case DueColumn:
        return tr("Due");
    case ReasonColumn:
        return tr("Why");
    default:
        return {};
    }
}

void MeasureListModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    apply();
}

} // namespace dw
