#include "ui/widgets/levelstamp.h"

#include "ui/base/theme.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace dw {

namespace {

constexpr double slant = -24; // degrees
constexpr int strength = 34; // of 255: seen on a photograph, not in the way of reading
constexpr double rowsApart = 170;

} // namespace

LevelStamp::LevelStamp(QWidget *over, QString text)
    : QWidget(over)
    , m_text(std::move(text))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    over->installEventFilter(this);
    resize(over->size());
    show();
}

bool LevelStamp::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        resize(parentWidget()->size());
        raise();
    }
    return false;
}

void LevelStamp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(TextSize::Section, QFont::DemiBold));
    painter.setPen(QColor(128, 128, 128, strength)); // on paper and on the backdrop alike
    const double step = painter.fontMetrics().horizontalAdvance(m_text) + 90;
    const double reach = std::hypot(width(), height());
    painter.rotate(slant);
    int row = 0;
    for (double y = -reach; y < reach; y += rowsApart, ++row) {
        for (double x = -reach + (row % 2) * step / 2; x < reach; x += step)
            painter.drawText(QPointF(x, y), m_text);
    }
}

} // namespace dw
