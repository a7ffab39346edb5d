#pragma once

#include "core/desk/documents/gapcandidates.h"
#include "core/desk/documents/markbook.h"

#include <QAbstractListModel>

namespace dw {

/// The marks of a version as a list, by page and from top to bottom. Knows what an edit changes, so that one of ten
/// thousand marks costs the view one row.
class MarkModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MarkModel(QObject *parent = nullptr);

    void setReasons(const QList<RedactionReason> &reasons) { m_reasons = reasons; }
    void setMarks(const QList<StoredMark> &marks);
    void change(const MarkChange &change); ///< As the mark book did it.
    void setGaps(const GapCandidates &gaps); ///< Added to those that are known; a changed mark loses its own.
    bool isMeasured(const MarkId &mark) const { return m_gaps.contains(mark); }

    const QList<StoredMark> &marks() const { return m_marks; }
    const StoredMark *mark(const MarkId &id) const;
    QModelIndex indexOf(const MarkId &id) const;
    QString labelOf(const QString &reason) const; ///< Its short label; the code itself when it is unknown.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    qsizetype placeFor(const StoredMark &mark) const;
    void remove(const StoredMark &mark);
    QString wordsOf(const StoredMark &mark) const;
    QString gapWords(const MarkId &mark) const;

    QList<RedactionReason> m_reasons;
    QList<StoredMark> m_marks;
    QHash<MarkId, MeasuredGap> m_gaps;
};

} // namespace dw
