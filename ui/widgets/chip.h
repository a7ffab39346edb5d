#pragma once

#include "ui/base/theme.h"

#include <QWidget>

namespace dw {

/// What a chip says: always an icon and a word, never colour alone.
struct ChipSpec {
    QString text;
    QString icon;
    Tone tone = Tone::Neutral;

    bool isEmpty() const { return text.isEmpty(); }
};

/// Level 1-4 with number and word.
ChipSpec levelChip(int level);

/// Draws a chip inside `rect`, left-aligned and vertically centred; returns the width used.
int paintChip(QPainter *painter, const QRect &rect, const ChipSpec &spec);
int chipWidth(const ChipSpec &spec);

/// A chip as a widget.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(ChipSpec spec = {}, QWidget *parent = nullptr);
    void setSpec(const ChipSpec &spec);
    const ChipSpec &spec() const { return m_spec; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipSpec m_spec;
};

} // namespace dw

Q_DECLARE_METATYPE(dw::ChipSpec)
