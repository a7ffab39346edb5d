#include "ui/viewer/thumbnailstrip.h"

#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace dw {

namespace {

constexpr int wide = 100;
constexpr int high = 130;
constexpr int cellHeight = high + 34; // with the number below and some air

} // namespace

ThumbnailStrip::ThumbnailStrip(PictureCache &pictures, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pictures(pictures)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Small pictures of the pages"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::PointingHandCursor);
    verticalScrollBar()->setSingleStep(cellHeight / 2);
}

QSize ThumbnailStrip::pictureSize(QSizeF page)
{
    return page.scaled(wide, high, Qt::KeepAspectRatio).toSize().expandedTo({8, 8});
}

void ThumbnailStrip::setPages(const QList<QSizeF> &sizes)
{
    m_sizes = sizes;
    m_current = std::min(m_current, std::max(0, int(sizes.size()) - 1));
    verticalScrollBar()->setRange(0, std::max(0, int(m_sizes.size()) * cellHeight - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    viewport()->update();
    updateWishes();
}

void ThumbnailStrip::setMarkCounts(std::function<int(int)> counts)
{
    m_counts = std::move(counts);
    viewport()->update();
}

void ThumbnailStrip::setPicture(int page, const QImage &picture)
{
    if (picture.isNull())
        return;
    QImage shown = picture;
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_pictures.put(page, shown);
    viewport()->update(cell(page));
}

QRect ThumbnailStrip::cell(int page) const
{
    return {0, page * cellHeight - verticalScrollBar()->value(), viewport()->width(), cellHeight};
}

void ThumbnailStrip::setCurrent(int page)
{
    if (page == m_current || page < 0 || page >= m_sizes.size())
        return;
    m_current = page;
    const QRect at = cell(page);
    if (at.top() < 0)
        verticalScrollBar()->setValue(page * cellHeight);
    else if (at.bottom() > viewport()->height())
        verticalScrollBar()->setValue((page + 1) * cellHeight - viewport()->height());
    viewport()->update();
}

void ThumbnailStrip::choose(int page)
{
    setCurrent(std::clamp(page, 0, std::max(0, int(m_sizes.size()) - 1)));
    emit pageChosen(m_current);
}

void ThumbnailStrip::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::current().surface);
    const int top = verticalScrollBar()->value();
    const int first = std::max(0, (top + event->rect().top()) / cellHeight);
    const int end = std::min(int(m_sizes.size()), (top + event->rect().bottom()) / cellHeight + 1);
    for (int page = first; page < end; ++page)
        paintCell(painter, page);
}

void ThumbnailStrip::paintCell(QPainter &painter, int page)
{
    const Theme &theme = Theme::current();
    const QRect place = cell(page);
    const QSize size = pictureSize(m_sizes.at(page));
    const QRect paper(QPoint(place.center().x() - size.width() / 2, place.top() + Theme::gap + (high - size.height()) / 2), size);
    const bool isCurrent = page == m_current;
    if (isCurrent) {
        painter.fillRect(place.adjusted(2, 2, -2, -2), theme.selection);
        if (hasFocus()) {
            painter.setPen(QPen(theme.accent, 2));
            painter.drawRect(place.adjusted(3, 3, -4, -4));
        }
    }
    if (const QImage *picture = m_pictures.find(page))
        painter.drawImage(paper, *picture);
    else
        painter.fillRect(paper, Qt::white);
    painter.setPen(isCurrent ? theme.accent : theme.lineStrong);
    painter.drawRect(paper.adjusted(-1, -1, 0, 0));
    painter.setFont(Theme::font(TextSize::Small, isCurrent ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isCurrent ? theme.text : theme.textQuiet);
    const QRect line(place.left() + 4, place.bottom() - 24, place.width() - 8, 20);
    painter.drawText(line, Qt::AlignCenter, QString::number(page + 1));
    const int marks = m_counts ? m_counts(page) : 0;
    if (marks == 0)
        return;
    const QString words = QString::number(marks);
    const int width = std::max(20, painter.fontMetrics().horizontalAdvance(words) + 10);
    const QRect chip(paper.right() - width + 6, paper.top() - 6, width, 18);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(chip, 9, 9);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.onAccent);
    painter.drawText(chip, Qt::AlignCenter, words);
}

void ThumbnailStrip::updateWishes()
{
    QList<PictureWish> wishes;
    const int top = verticalScrollBar()->value();
    const int first = std::max(0, top / cellHeight);
    const int end = isVisible() ? std::min(int(m_sizes.size()), (top + viewport()->height()) / cellHeight + 1) : first;
    for (int page = first; page < end; ++page) {
        const QSize size = (QSizeF(pictureSize(m_sizes.at(page))) * devicePixelRatioF()).toSize();
        if (m_pictures.sizeOf(page).isEmpty())
            wishes.append({page, size, 0, {}});
    }
    emit wishesChanged(wishes);
}

void ThumbnailStrip::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    setPages(m_sizes);
}

void ThumbnailStrip::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    updateWishes();
}

void ThumbnailStrip::scrollContentsBy(int, int)
{
    viewport()->update();
    updateWishes();
}

void ThumbnailStrip::mousePressEvent(QMouseEvent *event)
{
    const int page = (int(event->position().y()) + verticalScrollBar()->value()) / cellHeight;
    if (event->button() == Qt::LeftButton && page < m_sizes.size())
        choose(page);
}

void ThumbnailStrip::keyPressEvent(QKeyEvent *event)
{
    const int screen = std::max(1, viewport()->height() / cellHeight);
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        return choose(m_current - 1);
    case Qt::Key_Down:
    case Qt::Key_Right:
        return choose(m_current + 1);
    case Qt::Key_PageUp:
        return choose(m_current - screen);
    case Qt::Key_PageDown:
        return choose(m_current + screen);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(int(m_sizes.size()) - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ThumbnailStrip::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ThumbnailStrip::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace dw
