#include "ui/models/findingdelegate.h"

#include "ui/base/theme.h"
#include "ui/models/findingmodel.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QPainter>

namespace dw {

namespace {

int lineHeight(TextSize size)
{
    return QFontMetrics(Theme::font(size)).height();
}

QFont titleFont(const QModelIndex &index)
{
    return Theme::font(TextSize::Body, index.parent().isValid() ? QFont::Normal : QFont::DemiBold);
}

} // namespace

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, lineHeight(TextSize::Body) + lineHeight(TextSize::Small) + 2 * Theme::unit + 2};
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const Theme &theme = Theme::current();
    const QRect inside = option.rect.adjusted(Theme::unit, Theme::unit, -Theme::gap, -Theme::unit);
    QRect title(inside.left(), inside.top(), inside.width(), lineHeight(TextSize::Body));
    painter->save();
    const QString score = index.data(FindingModel::ScoreRole).toString();
    painter->setFont(Theme::font(TextSize::Small));
    painter->setPen(theme.textQuiet);
    painter->drawText(title, Qt::AlignRight | Qt::AlignVCenter, score);
    title.setRight(title.right() - QFontMetrics(painter->font()).horizontalAdvance(score) - Theme::gap);
    if (const auto chip = index.data(FindingModel::StateRole); chip.isValid()) {
        const ChipSpec spec = chip.value<ChipSpec>();
        const int width = chipWidth(spec);
        paintChip(painter, QRect(title.right() - width, title.top(), width, title.height()), spec);
        title.setRight(title.right() - width - Theme::gap);
    }
    painter->setFont(titleFont(index));
    painter->setPen(theme.text);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data(FindingModel::TitleRole).toString(), Qt::ElideMiddle, title.width()));
    painter->setFont(Theme::font(TextSize::Small));
    painter->setPen(theme.textQuiet);
    const QRect remark(inside.left(), title.bottom() + 2, inside.width(), lineHeight(TextSize::Small));
    painter->drawText(remark, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data(FindingModel::RemarkRole).toString(), Qt::ElideRight, remark.width()));
    painter->restore();
}

} // namespace dw
