#include "ui/models/trailmodel.h"

#include "ui/models/fieldtext.h"
#include "core/domain/condition.h"
#include "ui/text/conditiontext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/datatable.h"

#include <QJsonDocument>
#include <QRegularExpression>

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

/// Notes of people stand as written; those that services write for machines are put into words.
QString TrailModel::note(const TrailEntry &entry)
{
    if (entry.name == "release.refuse"_L1) {
        const QJsonObject json = QJsonDocument::fromJson(entry.note.toUtf8()).object();
        QStringList numbers;
        for (const Condition &condition : failing(conditionsFromJson(json.value("conditions"_L1).toArray())))
            numbers.append(u"%1 %2"_s.arg(condition.number).arg(conditiontext::title(condition.number)));
        return tr("did not hold: %1").arg(numbers.join(u" · "_s));
    }
    if (entry.name == "evidence.verify"_L1) {
        static const QRegularExpression counts(u"^(\\d+) checked, (\\d+) damaged, (\\d+) skipped$"_s);
        if (const auto match = counts.match(entry.note); match.hasMatch())
            return tr("%1 checked, %2 damaged, %3 skipped").arg(match.captured(1), match.captured(2), match.captured(3));
    }
    if (entry.name == "report.seal"_L1 && entry.note.startsWith("head "_L1))
        return tr("head of the trail %1").arg(entry.note.mid(5));
    return entry.note;
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
        return note(entry);
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
