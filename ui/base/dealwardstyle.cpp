#include "ui/base/dealwardstyle.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kindProperty = "dwButtonKind";

} // namespace

void setButtonKind(QWidget *button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->update();
}

ButtonKind buttonKind(const QWidget *button)
{
    const QVariant value = button ? button->property(kindProperty) : QVariant();
    return value.isValid() ? static_cast<ButtonKind>(value.toInt()) : ButtonKind::Normal;
}

DealwardStyle::DealwardStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{
    setObjectName(u"dealward"_s);
}

void DealwardStyle::polish(QPalette &palette)
{
    palette = m_theme.palette();
}

void DealwardStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

int DealwardStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Theme::icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_HeaderMargin:
        return Theme::gap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return Theme::padding;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QLineEdit *>(widget) ? 2 : 1;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return Theme::unit;
    case PM_TabBarTabHSpace:
        return 2 * Theme::cell;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SplitterWidth:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DealwardStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
        return 1;
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_theme.line.rgba());
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize DealwardStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const int icon = button->icon.isNull() ? 0 : button->iconSize.width() + Theme::gap;
            const int arrow = button->features & QStyleOptionButton::HasMenu ? Theme::icon : 0;
            const int text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
            const int sides = button->text.isEmpty() ? 2 * Theme::gap : 2 * Theme::padding;
            result = QSize(text + icon + arrow + sides, Theme::control);
        }
        return result;
    case CT_ComboBox:
        return QSize(qMax(result.width(), size.width() + 48), Theme::control);
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(qMax(static_cast<int>(Theme::control), size.height() + 4));
        return result;
    case CT_ToolButton:
        return result.expandedTo(QSize(28, 28));
    case CT_TabBarTab:
        return QSize(result.width(), 36);
    case CT_HeaderSection:
        result.setHeight(32);
        return result;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return QSize(result.width(), 9);
            const int shortcut = item->text.contains(u'\t') ? Theme::margin : 0;
            return QSize(size.width() + 36 + Theme::padding + shortcut, 30);
        }
        return result;
    default:
        return result;
    }
}

QRect DealwardStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const QRect r = QProxyStyle::subElementRect(element, option, widget);
        return r.adjusted(4, 0, -4, 0);
    }
    case SE_ItemViewItemText:
    case SE_ItemViewItemDecoration: {
        QRect r = QProxyStyle::subElementRect(element, option, widget);
        if (widget && widget->inherits("QTableView"))
            r.adjust(Theme::unit, 0, element == SE_ItemViewItemText ? -Theme::unit : Theme::unit, 0);
        return r;
    }
    case SE_ProgressBarContents:
    case SE_ProgressBarGroove:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect DealwardStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const
{
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return option->rect.adjusted(10, 1, -28, -1);
    if (control == CC_ComboBox && sub == SC_ComboBoxArrow)
        return QRect(option->rect.right() - 27, option->rect.top(), 28, option->rect.height());
    if (control == CC_ScrollBar) {
        // No buttons at the ends: the groove takes the whole bar.
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool across = slider->orientation == Qt::Horizontal;
        const int length = across ? slider->rect.width() : slider->rect.height();
        const int range = slider->maximum - slider->minimum;
        int handle = length;
        if (range > 0) {
            handle = qMax(pixelMetric(PM_ScrollBarSliderMin, option, widget),
                static_cast<int>(qint64(slider->pageStep) * length / (range + slider->pageStep)));
            handle = qMin(handle, length);
        }
        const int start = sliderPositionFromValue(
            slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
        const auto span = [&](int from, int size) {
            return across ? QRect(from, 0, size, slider->rect.height()) : QRect(0, from, slider->rect.width(), size);
        };
        switch (sub) {
        case SC_ScrollBarGroove:
            return slider->rect;
        case SC_ScrollBarSlider:
            return span(start, handle);
        case SC_ScrollBarSubPage:
            return span(0, start);
        case SC_ScrollBarAddPage:
            return span(start + handle, length - start - handle);
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void DealwardStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(option, painter, widget);
    case PE_PanelButtonTool:
        return drawToolButton(option, painter, widget);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        return drawField(option, painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheck(option, painter);
    case PE_IndicatorRadioButton:
        return drawRadio(option, painter);
    case PE_PanelItemViewItem:
        return drawItemPanel(option, painter, widget);
    case PE_PanelItemViewRow:
        return;
    case PE_FrameFocusRect:
        // Rows show focus by their panel, buttons and fields by their frame.
        if (qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTabBar *>(widget))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
        painter->restore();
        return;
    case PE_Frame:
        painter->save();
        painter->setPen(m_theme.line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameTabWidget:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_theme.line);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->save();
        painter->setPen(m_theme.lineStrong);
        painter->setBrush(element == PE_FrameMenu ? QBrush() : QBrush(m_theme.raised));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_IndicatorArrowDown:
        return drawChevron(painter, option->rect, Qt::DownArrow, m_theme.textQuiet);
    case PE_IndicatorArrowUp:
        return drawChevron(painter, option->rect, Qt::UpArrow, m_theme.textQuiet);
    case PE_IndicatorArrowRight:
        return drawChevron(painter, option->rect, Qt::RightArrow, m_theme.textQuiet);
    case PE_IndicatorArrowLeft:
        return drawChevron(painter, option->rect, Qt::LeftArrow, m_theme.textQuiet);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
            drawChevron(painter, option->rect, up ? Qt::UpArrow : Qt::DownArrow, m_theme.textQuiet);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void DealwardStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        return drawTab(option, painter);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeader(option, painter);
    case CE_Header:
        return drawHeaderCell(option, painter);
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            const bool enabled = option->state & State_Enabled;
            const ButtonKind kind = buttonKind(widget);
            if (enabled && kind == ButtonKind::Primary)
                copy.palette.setColor(QPalette::ButtonText, m_theme.onAccent);
            if (enabled && kind == ButtonKind::Danger)
                copy.palette.setColor(QPalette::ButtonText, m_theme.tone(Tone::Bad).ink);
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_MenuItem:
        return drawMenuItem(option, painter, widget);
    case CE_ProgressBarGroove:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.line);
        painter->drawRoundedRect(option->rect, 3, 3);
        painter->restore();
        return;
    case CE_ProgressBarContents:
        return drawProgress(option, painter);
    case CE_ProgressBarLabel:
        return;
    case CE_Splitter:
        painter->fillRect(option->state & State_Horizontal
                ? QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height())
                : QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
            m_theme.line);
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const bool flat = frame->frameShape == QFrame::HLine;
            const QPoint c = option->rect.center();
            painter->fillRect(flat ? QRect(option->rect.left(), c.y(), option->rect.width(), 1)
                                   : QRect(c.x(), option->rect.top(), 1, option->rect.height()),
                m_theme.line);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DealwardStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        return drawScrollBar(option, painter, widget);
    case CC_ComboBox:
        return drawCombo(option, painter, widget);
    case CC_SpinBox:
        return drawSpin(option, painter, widget);
    case CC_ToolButton:
        // A button that opens a menu says so by its picture; no mark in its corner.
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton copy(*button);
            copy.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
            QProxyStyle::drawComplexControl(control, &copy, painter, widget);
        }
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace dw
