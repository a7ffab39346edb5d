#pragma once

#include "ui/base/theme.h"

#include <QProxyStyle>

namespace dw {

/// How a button presents itself; a dynamic property of the button that the style reads.
enum class ButtonKind { Normal, Primary, Quiet, Danger };
void setButtonKind(QWidget *button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *button);

/// Fusion with our tokens: flat surfaces, one accent, visible focus, no gradients, no animation.
class DealwardStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit DealwardStyle(const Theme &theme);

    const Theme &theme() const { return m_theme; }

    void polish(QPalette &palette) override;
    void polish(QWidget *widget) override;
    void polish(QApplication *application) override { QProxyStyle::polish(application); }
    using QProxyStyle::unpolish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *data) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
        const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;

private:
    void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawField(const QStyleOption *option, QPainter *painter) const;
    void drawCheck(const QStyleOption *option, QPainter *painter) const;
    void drawRadio(const QStyleOption *option, QPainter *painter) const;
    void drawItemPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTab(const QStyleOption *option, QPainter *painter) const;
    void drawHeader(const QStyleOption *option, QPainter *painter) const;
    void drawHeaderCell(const QStyleOption *option, QPainter *painter) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawProgress(const QStyleOption *option, QPainter *painter) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawCombo(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpin(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawChevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &color) const;

    Theme m_theme;
};

} // namespace dw
