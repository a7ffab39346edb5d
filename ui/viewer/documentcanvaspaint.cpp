// How the canvas paints; where things are is in documentcanvas.cpp.
#include "ui/base/theme.h"
#include "ui/viewer/canvasinput.h"
#include "ui/viewer/documentcanvas.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace dw {

void DocumentCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    painter.fillRect(event->rect(), Theme::current().backdrop);
    const QRect visible = event->rect().translated(-origin());
    const auto [first, last] = m_layout.pagesBetween(visible.top(), visible.bottom() + PageLayout::gap);
    painter.translate(origin());
    for (int page = first; page <= last; ++page)
        paintPage(painter, page, visible);
    m_input->paint(painter);
}

void DocumentCanvas::paintPage(QPainter &painter, int page, const QRect &visible)
{
    const QRect rect = m_layout.pageRect(page);
    if (!rect.adjusted(0, -PageLayout::gap, MarkLayer::labelRoom, 0).intersects(visible))
        return;
    paintPaper(painter, page, rect);
    const Theme &theme = Theme::current();
    QColor hit = theme.tone(Tone::Warn).ink;
    hit.setAlpha(70);
    const QList<QRectF> hits = m_failures.contains(page) ? QList<QRectF>() : m_hits.value(page);
    for (const QRectF &place : hits)
        painter.fillRect(m_layout.toContents(page, place).adjusted(-1, -1, 1, 1), hit);
    if (m_hit.first == page) {
        painter.setPen(QPen(theme.tone(Tone::Warn).ink, 2));
        for (const QRectF &place : m_hit.second)
            painter.drawRect(m_layout.toContents(page, place).adjusted(-2, -2, 2, 2));
    }
    QColor selected = Theme::make(Scheme::Light).accent; // over paper, whatever the theme
    selected.setAlpha(80);
    if (!m_text.isEmpty()) {
        for (const QRectF &place : m_text.rects(page))
            painter.fillRect(m_layout.toContents(page, place), selected);
    }
    m_marks.paint(painter, m_layout, visible, page);
    if (m_banner.words.isEmpty())
        return;
    painter.setFont(Theme::font(TextSize::Small, QFont::DemiBold));
    const QRect chip(rect.left(), rect.top() - 20, painter.fontMetrics().horizontalAdvance(m_banner.words) + 2 * Theme::gap, 18);
    if (!chip.intersects(visible))
        return;
    painter.fillRect(chip, m_banner.fill);
    painter.setPen(m_banner.ink);
    painter.drawText(chip, Qt::AlignCenter, m_banner.words);
}

void DocumentCanvas::paintPaper(QPainter &painter, int page, const QRect &rect)
{
    const QSize wanted = pictureSize(page);
    const QImage *picture = m_pictures.find(page);
    if (!picture && m_small && m_layout.view().rotation == 0)
        picture = m_small->find(page);
    if (picture && picture->size() == wanted && wanted == rect.size() * devicePixelRatioF())
        painter.drawImage(rect.topLeft(), *picture); // pixel on pixel
    else if (picture)
        painter.drawImage(rect, *picture);
    else
        painter.fillRect(rect, Qt::white); // paper
    if (m_failures.contains(page)) {
        painter.fillRect(rect, Qt::white);
        const QRect button = retryRect(page);
        const QRect words = rect.adjusted(Theme::margin, 0, -Theme::margin, 0);
        painter.setPen(Theme::make(Scheme::Light).text); // on paper
        painter.setFont(Theme::font(TextSize::Body));
        painter.drawText(QRect(words.left(), words.top(), words.width(), button.top() - words.top() - Theme::gap), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap | Qt::TextDontClip,
            tr("Page %1 cannot be shown.").arg(page + 1) + u'\n' + m_failures.value(page));
        painter.fillRect(button, Theme::make(Scheme::Light).accent);
        painter.setPen(Qt::white);
        painter.drawText(button, Qt::AlignCenter, tr("Try again"));
    } else if (!picture) {
        painter.setPen(Qt::gray);
        painter.setFont(Theme::font(TextSize::Body));
        painter.drawText(rect, Qt::AlignCenter, tr("Page %1 …").arg(page + 1));
    }
}

QRect DocumentCanvas::retryRect(int page) const
{
    const QRect rect = m_layout.pageRect(page);
    const int middle = std::min(rect.center().y(), rect.top() + viewport()->height() / 2);
    return {rect.center().x() - 60, middle, 120, Theme::control};
}

} // namespace dw
