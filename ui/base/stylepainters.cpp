// The drawing half of DealwardStyle: one function for each kind of control.
#include "ui/base/dealwardstyle.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTabBar>

namespace dw {

namespace {

/// Antialiased, saved and restored around one drawing.
class Brush
{
public:
    explicit Brush(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Brush() { m_painter->restore(); }
    Brush(const Brush &) = delete;
    Brush &operator=(const Brush &) = delete;

    void box(const QRect &rect, const QColor &fill, const QColor &border, qreal width = 1, qreal radius = Theme::corner)
    {
        const qreal half = width / 2;
        m_painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
        m_painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush());
        m_painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    }

private:
    QPainter *m_painter;
};

} // namespace

void DealwardStyle::drawChevron(
    QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &color) const
{
    Brush brush(painter);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    const qreal turn = direction == Qt::UpArrow ? 180 : direction == Qt::LeftArrow ? 90 : direction == Qt::RightArrow ? -90 : 0;
    painter->rotate(turn);
    painter->drawPolyline(QPolygonF({QPointF(-3.5, -1.75), QPointF(0, 1.75), QPointF(3.5, -1.75)}));
}

void DealwardStyle::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    const bool pressed = option->state & (State_Sunken | State_On);
    const bool hovered = enabled && (option->state & State_MouseOver);
    const bool focused = enabled && (option->state & State_HasFocus);
    const ButtonKind kind = buttonKind(widget);
    QColor fill = m_theme.surface;
    QColor border = m_theme.lineStrong;
    if (kind == ButtonKind::Primary) {
        fill = pressed ? m_theme.accentPressed : hovered ? m_theme.accentHover : m_theme.accent;
        border = QColor();
        if (!enabled) {
            fill = m_theme.line;
            border = m_theme.line;
        }
    } else if (kind == ButtonKind::Quiet) {
        fill = pressed ? m_theme.selection : hovered ? m_theme.hover : QColor();
        border = QColor();
    } else if (pressed) {
        fill = m_theme.selection;
    } else if (hovered) {
        fill = m_theme.hover;
    }
    Brush brush(painter);
    brush.box(option->rect, fill, border);
    if (focused && (option->state & State_KeyboardFocusChange))
        brush.box(option->rect, QColor(), kind == ButtonKind::Primary ? m_theme.text : m_theme.accent, 2);
}

void DealwardStyle::drawToolButton(const QStyleOption *option, QPainter *painter, const QWidget *) const
{
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & (State_Sunken | State_On);
    const bool hovered = enabled && (option->state & State_MouseOver);
    const bool focused = enabled && (option->state & State_HasFocus);
    Brush brush(painter);
    if (on || hovered)
        brush.box(option->rect, on ? m_theme.selection : m_theme.hover, QColor());
    if (focused && (option->state & State_KeyboardFocusChange))
        brush.box(option->rect, QColor(), m_theme.accent, 2);
}

void DealwardStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const bool enabled = option->state & State_Enabled;
    const bool focused = enabled && (option->state & State_HasFocus);
    Brush brush(painter);
    brush.box(option->rect, enabled ? m_theme.surface : m_theme.window, focused ? m_theme.accent : m_theme.lineStrong,
        focused ? 2 : 1);
}

void DealwardStyle::drawCheck(const QStyleOption *option, QPainter *painter) const
{
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & (State_On | State_NoChange);
    const bool focused = option->state & State_HasFocus;
    const QRect box(option->rect.topLeft(), QSize(Theme::icon, Theme::icon));
    Brush brush(painter);
    const QColor fill = !enabled ? m_theme.line : on ? m_theme.accent : m_theme.surface;
    brush.box(box, fill, focused ? m_theme.accent : on ? fill : m_theme.lineStrong, focused ? 2 : 1, 4);
    if (!on)
        return;
    painter->setPen(QPen(enabled ? m_theme.onAccent : m_theme.textDisabled, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF o = box.topLeft();
    if (option->state & State_NoChange)
        painter->drawLine(o + QPointF(4.5, 8), o + QPointF(11.5, 8));
    else
        painter->drawPolyline(QPolygonF({o + QPointF(4, 8.2), o + QPointF(7, 11), o + QPointF(12, 5.2)}));
}

void DealwardStyle::drawRadio(const QStyleOption *option, QPainter *painter) const
{
    const bool on = option->state & State_On;
    const bool focused = option->state & State_HasFocus;
    const QRect box(option->rect.topLeft(), QSize(Theme::icon, Theme::icon));
    Brush brush(painter);
    brush.box(box, m_theme.surface, on || focused ? m_theme.accent : m_theme.lineStrong, on || focused ? 2 : 1, 8);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.accent);
        painter->drawEllipse(QRectF(box).center(), 4, 4);
    }
}

void DealwardStyle::drawItemPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item->rect, item->backgroundBrush);
    if (item->state & State_Selected)
        painter->fillRect(item->rect, m_theme.selection);
    else if (item->state & State_MouseOver && item->state & State_Enabled)
        painter->fillRect(item->rect, m_theme.hover);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const bool rows = widget && widget->inherits("QTableView");
    if (rows)
        painter->fillRect(QRect(item->rect.left(), item->rect.bottom(), item->rect.width(), 1), m_theme.line);
    // The focused row bears an accent bar: focus is visible without a dotted box.
    if (view && view->hasFocus() && item->state & State_Selected
        && (item->viewItemPosition == QStyleOptionViewItem::Beginning
            || item->viewItemPosition == QStyleOptionViewItem::OnlyOne))
        painter->fillRect(QRect(item->rect.left(), item->rect.top(), 3, item->rect.height()), m_theme.accent);
}

void DealwardStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const bool selected = option->state & State_Selected;
    const bool hovered = option->state & State_MouseOver && option->state & State_Enabled;
    const QRect r = option->rect;
    Brush brush(painter);
    if (hovered && !selected)
        brush.box(r.adjusted(2, 4, -2, -4), m_theme.hover, QColor());
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.accent);
        painter->drawRoundedRect(QRectF(r.left() + 8, r.bottom() - 1.5, r.width() - 16, 2.5), 1, 1);
    }
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        brush.box(r.adjusted(2, 2, -2, -4), QColor(), m_theme.accent, 2);
}

void DealwardStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    const bool hovered = option->state & State_MouseOver && option->state & State_Enabled;
    painter->fillRect(option->rect, hovered ? m_theme.hover : m_theme.surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_theme.line);
}

void DealwardStyle::drawHeaderCell(const QStyleOption *option, QPainter *painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    drawHeader(option, painter);
    // The words end where the arrow begins, and stand over the words of the cells.
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const QRect room = header->rect.adjusted(Theme::gap, 0, sorted ? -22 : -Theme::gap, 0);
    const Brush brush(painter);
    painter->setPen(m_theme.textQuiet);
    painter->drawText(room, static_cast<int>(header->textAlignment | Qt::AlignVCenter),
        header->fontMetrics.elidedText(header->text, Qt::ElideRight, room.width()));
    if (sorted)
        drawChevron(painter, QRect(header->rect.right() - 18, header->rect.top(), 12, header->rect.height()),
            header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow, m_theme.textQuiet);
}

void DealwardStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const QRect r = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left() + Theme::gap, r.center().y(), r.width() - 2 * Theme::gap, 1), m_theme.line);
        return;
    }
    const bool enabled = item->state & State_Enabled;
    Brush brush(painter);
    if (item->state & State_Selected && enabled)
        brush.box(r.adjusted(4, 1, -4, -1), m_theme.selection, QColor(), 0, 4);
    const QRect box(r.left() + 12, r.top() + (r.height() - Theme::icon) / 2, Theme::icon, Theme::icon);
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked) {
        painter->setPen(QPen(m_theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF o = box.topLeft();
        painter->drawPolyline(QPolygonF({o + QPointF(3, 8.2), o + QPointF(6.5, 11.5), o + QPointF(13, 4.5)}));
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, box, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const auto tab = item->text.indexOf(u'\t');
    const QRect text = r.adjusted(36, 0, -Theme::padding, 0);
    painter->setFont(item->font);
    painter->setPen(enabled ? m_theme.text : m_theme.textDisabled);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, item->text.left(tab));
    if (tab >= 0) {
        painter->setPen(m_theme.textQuiet);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, item->text.mid(tab + 1));
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        drawChevron(painter, QRect(r.right() - 20, r.top(), 12, r.height()), Qt::RightArrow, m_theme.textQuiet);
}

void DealwardStyle::drawProgress(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    QRect r = bar->rect;
    if (bar->maximum > bar->minimum) {
        const qreal part = qreal(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
        r.setWidth(qRound(r.width() * qBound(0.0, part, 1.0)));
    } else {
        r.setWidth(r.width() / 3); // length unknown: a third, without motion
    }
    if (r.width() <= 0)
        return;
    Brush brush(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.accent);
    painter->drawRoundedRect(r, 3, 3);
}

void DealwardStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->maximum <= slider->minimum)
        return;
    QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active = option->state & (State_MouseOver | State_Sunken);
    const int side = active ? 2 : 3;
    handle = slider->orientation == Qt::Horizontal ? handle.adjusted(2, side, -2, -side) : handle.adjusted(side, 2, -side, -2);
    QColor color = active ? m_theme.textQuiet : m_theme.lineStrong;
    Brush brush(painter);
    brush.box(handle, color, QColor(), 0, qMin(handle.width(), handle.height()) / 2.0);
}

void DealwardStyle::drawCombo(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    QStyleOption frame(*option);
    if (option->state & State_On)
        frame.state |= State_HasFocus;
    if (combo->frame)
        drawField(&frame, painter);
    if (option->state & State_MouseOver && option->state & State_Enabled && !(frame.state & State_HasFocus)) {
        Brush brush(painter);
        brush.box(option->rect, m_theme.hover, m_theme.lineStrong);
    }
    const bool enabled = option->state & State_Enabled;
    drawChevron(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), Qt::DownArrow,
        enabled ? m_theme.textQuiet : m_theme.textDisabled);
}

void DealwardStyle::drawSpin(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    if (spin->frame)
        drawField(option, painter);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    drawChevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), Qt::UpArrow, m_theme.textQuiet);
    drawChevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), Qt::DownArrow, m_theme.textQuiet);
}

} // namespace dw
