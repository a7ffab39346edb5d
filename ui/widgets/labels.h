#pragma once

#include "ui/base/theme.h"

#include <QLabel>

namespace dw {

/// A label of the type scale. Quiet text is drawn in the secondary colour of the theme.
QLabel *makeLabel(const QString &text, TextSize size = TextSize::Body, QFont::Weight weight = QFont::Normal);
QLabel *makeQuietLabel(const QString &text, TextSize size = TextSize::Small);
QLabel *makeErrorLabel(const QString &text = {}); ///< Red words under a field; hidden while empty.
QLabel *makeSectionLabel(const QString &text);
QLabel *makeTitleLabel(const QString &text);

/// A hash in groups of eight: readable, and it wraps instead of widening its place; any other text as it is.
QString groupedHash(const QString &value);

/// One line that ends in "…" when there is no room; the whole text is its tool tip.
class ElidedLabel final : public QLabel
{
public:
    explicit ElidedLabel(const QString &text, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A picture of the icon set that follows the theme; `tone` gives its ink.
class IconLabel final : public QWidget
{
public:
    explicit IconLabel(QString name, int size = Theme::icon, Tone tone = Tone::Neutral, QWidget *parent = nullptr);
    void setIcon(const QString &name, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
    Tone m_tone;
};

} // namespace dw
