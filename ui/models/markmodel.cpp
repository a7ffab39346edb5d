#include "ui/models/markmodel.h"

#include <QSet>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewRows = 200; // more are shown anew at once

/// As the mark book lists them.
bool isBefore(const StoredMark &a, const StoredMark &b)
{
    if (a.page != b.page)
        return a.page < b.page;
    if (a.area.bottom() != b.area.bottom())
        return a.area.bottom() > b.area.bottom();
    return a.area.left() != b.area.left() ? a.area.left() < b.area.left() : a.id < b.id;
}

} // namespace

MarkModel::MarkModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void MarkModel::setMarks(const QList<StoredMark> &marks)
{
    beginResetModel();
    m_marks = marks;
    std::sort(m_marks.begin(), m_marks.end(), isBefore);
    endResetModel();
}

qsizetype MarkModel::placeFor(const StoredMark &mark) const
{
    return std::lower_bound(m_marks.begin(), m_marks.end(), mark, isBefore) - m_marks.begin();
}

void MarkModel::remove(const StoredMark &mark)
{
    qsizetype row = placeFor(mark);
    if (row >= m_marks.size() || m_marks.at(row).id != mark.id) // its area went through the vault: the last bit may differ
        row = indexOf(mark.id).row();
    if (row < 0)
        return;
    beginRemoveRows({}, int(row), int(row));
    m_marks.removeAt(row);
    endRemoveRows();
}

void MarkModel::change(const MarkChange &change)
{
    for (const StoredMark &mark : change.after)
        m_gaps.remove(mark.id); // it may be another place now
    if (change.before.size() + change.after.size() > fewRows) {
        QSet<MarkId> gone;
        for (const StoredMark &mark : change.before)
            gone.insert(mark.id);
        QList<StoredMark> marks = m_marks;
        marks.removeIf([&](const StoredMark &mark) { return gone.contains(mark.id); });
        return setMarks(marks + change.after);
    }
    for (const StoredMark &mark : change.before)
        remove(mark);
    for (const StoredMark &mark : change.after) {
        const qsizetype row = placeFor(mark);
        beginInsertRows({}, int(row), int(row));
        m_marks.insert(row, mark);
        endInsertRows();
    }
}

void MarkModel::setGaps(const GapCandidates &gaps)
{
    for (const auto &[mark, gap] : gaps.gaps.asKeyValueRange())
        m_gaps.insert(mark, gap);
    if (!m_marks.isEmpty())
        emit dataChanged(index(0), index(int(m_marks.size()) - 1), {Qt::DisplayRole, Qt::ToolTipRole});
}

const StoredMark *MarkModel::mark(const MarkId &id) const
{
    const auto at = std::find_if(m_marks.begin(), m_marks.end(), [&](const StoredMark &mark) { return mark.id == id; });
    return at == m_marks.end() ? nullptr : &*at;
}

QModelIndex MarkModel::indexOf(const MarkId &id) const
{
    const StoredMark *found = mark(id);
    return found ? index(int(found - m_marks.constData())) : QModelIndex();
}

QString MarkModel::labelOf(const QString &reason) const
{
    const auto known = std::find_if(m_reasons.begin(), m_reasons.end(), [&](const RedactionReason &each) { return each.code == reason; });
    return known == m_reasons.end() ? reason : known->label;
}

int MarkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_marks.size());
}

QString MarkModel::gapWords(const MarkId &mark) const
{
    const auto gap = m_gaps.constFind(mark);
    if (gap == m_gaps.cend() || gap->removed <= 0 || gap->measured == 0)
        return {};
    return tr("fits %1 of %2 names (A: %3)").arg(gap->fitBox).arg(gap->measured).arg(gap->fitExact);
}

QString MarkModel::wordsOf(const StoredMark &mark) const
{
    const QString words = tr("p. %1  %2  %3").arg(mark.page + 1).arg(labelOf(mark.reason), mark.word.isEmpty() ? tr("area") : mark.word);
    const QString fits = gapWords(mark.id);
    return fits.isEmpty() ? words : words + u" · "_s + fits;
}

QVariant MarkModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_marks.size())
        return {};
    const StoredMark &mark = m_marks.at(index.row());
    if (role == Qt::DisplayRole)
        return wordsOf(mark);
    if (role == Qt::ToolTipRole && !gapWords(mark.id).isEmpty())
        return tr("Of the clients, parties and people of this deal: how many would get a box of the same width here at level B, and how many are exactly as wide, which is what level A shows. The fewer, the more the gap tells.");
    return {};
}

} // namespace dw
