#include "ui/models/trailmodel.h"

#include "ui/models/fieldtext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/datatable.h"

namespace dw {

using namespace Qt::StringLiterals;

TrailModel::TrailModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TrailModel::setEntries(const QList<TrailEntry> &entries)
{
    beginResetModel();
    m_all = entries;
    m_shown.clear();
    for (qsizetype i = m_all.size() - 1; i >= 0; --i) {
        bool hit = m_search.isEmpty();
        for (int column = 0; column < columnCount() && !hit; ++column)
            hit = text(m_all.at(i), column).contains(m_search, Qt::CaseInsensitive);
        if (hit)
            m_shown.append(i);
    }
    endResetModel();
}

void TrailModel::setSearch(const QString &text)
{
    m_search = text;
    setEntries(QList<TrailEntry>(m_all));
}

const TrailEntry *TrailModel::entry(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_all.at(m_shown.at(row)) : nullptr;
}

int TrailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TrailModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 6;
}

QString TrailModel::text(const TrailEntry &entry, int column) const
{
    switch (column) {
    case 0:
        return QString::number(entry.seq);
    case 1:
        return fieldtext::instant(entry.at);
    case 2:
        return entry.actorName;
    case 3:
        return idtext::action(entry.name, m_steps.value(entry.name));
    case 4:
        return m_titles.value(entry.objectRegister, idtext::readable(entry.objectRegister));
    case 5:
        return entry.note;
    default:
        return {};
    }
}

QVariant TrailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrailEntry &entry = m_all.at(m_shown.at(index.row()));
    if (role == Qt::DisplayRole)
        return text(entry, index.column());
    if (role == RowIdRole)
        return QString::number(entry.seq);
    if (role == Qt::ToolTipRole && index.column() == 0)
        return QString::fromLatin1(entry.hash.toHex());
    if (role == QuietRole)
        return index.column() == 0 || index.column() == 1;
    return {};
}

QVariant TrailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles {tr("No."), tr("When"), tr("Who"), tr("What"), tr("Object"), tr("Note")};
    return titles.value(section);
}

} // namespace dw
