#pragma once

#include <QStyledItemDelegate>

namespace dw {

/// A row of two lines: a title with a remark at its right, and below it quieter words. Reads the roles that
/// FindingModel documents.
class FindingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace dw
