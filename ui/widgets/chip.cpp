#include "ui/widgets/chip.h"

#include "ui/base/icons.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int chipHeight = 20;
constexpr int chipIcon = 12;

QFont chipFont()
{
    return Theme::font(TextSize::Small, QFont::DemiBold);
}

} // namespace

ChipSpec levelChip(int level)
{
    static const char *const names[] = {QT_TRANSLATE_NOOP("Level", "Public"), QT_TRANSLATE_NOOP("Level", "Internal"),
        QT_TRANSLATE_NOOP("Level", "Confidential"), QT_TRANSLATE_NOOP("Level", "Restricted")};
    if (level < 1 || level > 4)
        return {};
    const QString word = QCoreApplication::translate("Level", names[level - 1]);
    return {u"%1 %2"_s.arg(level).arg(word), level == 1 ? u"circle"_s : level == 2 ? u"users"_s : u"lock"_s,
        toneOfLevel(level)};
}

int chipWidth(const ChipSpec &spec)
{
    if (spec.isEmpty())
        return 0;
    const int icon = spec.icon.isEmpty() ? 0 : chipIcon + Theme::unit;
    return QFontMetrics(chipFont()).horizontalAdvance(spec.text) + icon + 2 * Theme::gap;
}

int paintChip(QPainter *painter, const QRect &rect, const ChipSpec &spec)
{
    if (spec.isEmpty())
        return 0;
    const Theme &theme = Theme::current();
    const Theme::Pair &pair = theme.tone(spec.tone);
    const int width = qMin(chipWidth(spec), rect.width());
    const QRect box(rect.left(), rect.center().y() - chipHeight / 2 + 1, width, chipHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.scheme == Scheme::HighContrast ? QPen(pair.ink) : QPen(Qt::NoPen));
    painter->setBrush(pair.fill);
    painter->drawRoundedRect(QRectF(box), 4, 4);
    int x = box.left() + Theme::gap;
    if (!spec.icon.isEmpty()) {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(x, box.top() + (chipHeight - chipIcon) / 2, iconPixmap(spec.icon, chipIcon, pair.ink, ratio));
        x += chipIcon + Theme::unit;
    }
    painter->setFont(chipFont());
    painter->setPen(pair.ink);
    const QRect text(x, box.top(), box.right() - Theme::unit - x, chipHeight);
    painter->drawText(text.adjusted(0, 0, Theme::unit, 0), Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(chipFont()).elidedText(spec.text, Qt::ElideRight, text.width() + Theme::unit));
    painter->restore();
    return width;
}

Chip::Chip(ChipSpec spec, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSpec(spec);
}

void Chip::setSpec(const ChipSpec &spec)
{
    m_spec = spec;
    setAccessibleName(spec.text);
    setVisible(!spec.isEmpty());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {chipWidth(m_spec), chipHeight + 2};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_spec);
}

} // namespace dw
