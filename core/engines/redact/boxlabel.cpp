#include "core/engines/redact/boxlabel.h"

#include <QFont>
#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace dw::boxlabel {

namespace {

QFont fontFor(const QRect &box)
{
    QFont font(u"sans-serif"_s);
    font.setPixelSize(std::clamp(box.height() * 6 / 10, 8, 40));
    return font;
}

} // namespace

QRect place(const QRect &box, const QString &label)
{
    constexpr int margin = 4;
    if (label.isEmpty() || label.size() > 40 || box.height() < 14)
        return {};
    const QFontMetrics metrics(fontFor(box));
    const QSize size(metrics.horizontalAdvance(label), metrics.height());
    if (size.width() + 2 * margin > box.width() || size.height() > box.height())
        return {};
    QRect rect(QPoint(0, 0), size);
    rect.moveCenter(box.center());
    return rect;
}

void burn(QImage &image, const QRect &box, const QString &label)
{
    if (box.isEmpty())
        return;
    QPainter painter(&image);
    painter.fillRect(box, Qt::black);
    const QRect rect = place(box, label);
    if (rect.isEmpty())
        return;
    painter.setFont(fontFor(box));
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, label);
}

} // namespace dw::boxlabel
