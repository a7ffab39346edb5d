#include "ui/viewer/pagepair.h"

#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace dw {

namespace {

constexpr double gapPoints = 12; // between pages
constexpr int gapPixels = 12; // between the sides
constexpr int keptAround = 2; // rows kept as pictures beside the visible ones

} // namespace

PagePair::PagePair(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages beside each other"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

double PagePair::dpi() const
{
    return 72 * m_zoom * devicePixelRatioF();
}

double PagePair::columnWidth() const
{
    return m_isAlone ? viewport()->width() : (viewport()->width() - gapPixels) / 2.0;
}

void PagePair::setPages(const QList<QSizeF> &before, const QList<QSizeF> &after)
{
    m_halves = {Half {before, {}, {}}, Half {after, {}, {}}};
    m_places.clear();
    m_expected.clear();
    layoutPages();
    fitWidth();
}

void PagePair::setPicture(Side side, int page, double pictureDpi, const QImage &picture)
{
    Half &half = m_halves.at(side);
    if (half.asked.value(page) != pictureDpi)
        return; // asked again in another size since
    half.pictures.insert(page, picture);
    viewport()->update();
}

void PagePair::setPlaces(const QMap<int, QList<QRectF>> &places)
{
    m_places = places;
    viewport()->update();
}

void PagePair::setExpected(const QMap<int, QList<QRectF>> &areas)
{
    m_expected = areas;
    viewport()->update();
}

void PagePair::setAlone(bool alone)
{
    m_isAlone = alone;
    if (m_fitsWidth)
        fitWidth();
    layoutPages();
}

void PagePair::layoutPages()
{
    m_tops.clear();
    double top = gapPoints;
    double widest = 0;
    const auto sizeOf = [&](Side side, qsizetype page) { return m_halves.at(side).sizes.value(page, QSizeF(0, 0)); };
    for (qsizetype page = 0; page < std::max(m_halves[Before].sizes.size(), m_halves[After].sizes.size()); ++page) {
        m_tops.append(top);
        top += std::max(sizeOf(Before, page).height(), sizeOf(After, page).height()) + gapPoints;
        widest = std::max({widest, sizeOf(Before, page).width(), sizeOf(After, page).width()});
    }
    const double shown = m_tops.isEmpty() ? 0 : top * m_zoom;
    verticalScrollBar()->setRange(0, std::max(0, int(shown) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setRange(0, std::max(0, int((widest + 2 * gapPoints) * m_zoom - columnWidth())));
    horizontalScrollBar()->setPageStep(int(columnWidth()));
    viewport()->update();
}

void PagePair::setZoom(double zoom)
{
    m_fitsWidth = false;
    zoomTo(zoom);
}

void PagePair::zoomTo(double zoom)
{
    const double before = m_zoom;
    m_zoom = std::clamp(zoom, 0.2, 4.0);
    if (qFuzzyCompare(before, m_zoom))
        return;
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / before;
    for (Half &half : m_halves)
        half.asked.clear(); // the old pictures stay until sharper ones come
    layoutPages();
    verticalScrollBar()->setValue(int(middle * m_zoom - viewport()->height() / 2.0));
}

void PagePair::fitWidth()
{
    double widest = 0;
    for (const Half &half : m_halves) {
        for (const QSizeF &size : half.sizes)
            widest = std::max(widest, size.width());
    }
    m_fitsWidth = true;
    if (widest > 0)
        zoomTo(columnWidth() / (widest + 2 * gapPoints));
}

QRectF PagePair::pageRect(Side side, int page) const
{
    const QSizeF size = m_halves.at(side).sizes.value(page, QSizeF(0, 0)) * m_zoom;
    const double column = side == After && !m_isAlone ? columnWidth() + gapPixels : 0;
    const double free = columnWidth() - size.width();
    const double left = free > 2 * gapPoints * m_zoom ? free / 2 : gapPoints * m_zoom - horizontalScrollBar()->value();
    return QRectF(QPointF(column + left, m_tops.at(page) * m_zoom - verticalScrollBar()->value()), size);
}

int PagePair::currentPage() const
{
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / m_zoom;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), middle);
    return std::max(0, int(after - m_tops.begin()) - 1);
}

void PagePair::showPage(int page)
{
    if (page >= 0 && page < rows())
        verticalScrollBar()->setValue(int((m_tops.at(page) - gapPoints) * m_zoom));
}

void PagePair::showPlace(int page, const QRectF &rect)
{
    if (page >= 0 && page < rows())
        verticalScrollBar()->setValue(int((m_tops.at(page) + rect.center().y()) * m_zoom - viewport()->height() / 2.0));
}

void PagePair::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::current().backdrop);
    if (m_tops.isEmpty())
        return;
    const double top = verticalScrollBar()->value() / m_zoom;
    const double bottom = (verticalScrollBar()->value() + viewport()->height()) / m_zoom;
    const int first = std::max(0, int(std::upper_bound(m_tops.begin(), m_tops.end(), top) - m_tops.begin()) - 1);
    const int last = std::max(first, int(std::upper_bound(m_tops.begin(), m_tops.end(), bottom) - m_tops.begin()) - 1);
    if (!m_isAlone) {
        paintSide(painter, Before, first, last);
        painter.setClipping(false);
        painter.fillRect(QRectF(columnWidth(), 0, gapPixels, viewport()->height()), Theme::current().window);
    }
    paintSide(painter, After, first, last);
    for (Half &half : m_halves) {
        const auto isFar = [&](int page) { return page < first - keptAround || page > last + keptAround; };
        half.pictures.removeIf([&](auto entry) { return isFar(entry.key()); });
        half.asked.removeIf([&](auto entry) { return isFar(entry.key()); });
    }
}

void PagePair::paintSide(QPainter &painter, Side side, int first, int last)
{
    const double left = side == After && !m_isAlone ? columnWidth() + gapPixels : 0;
    painter.setClipRect(QRectF(left, 0, columnWidth(), viewport()->height()));
    for (int page = first; page <= last; ++page) {
        if (page < m_halves.at(side).sizes.size())
            paintPage(painter, side, page);
    }
}

void PagePair::paintPage(QPainter &painter, Side side, int page)
{
    Half &half = m_halves.at(side);
    const QRectF rect = pageRect(side, page);
    painter.fillRect(rect, Qt::white); // paper
    const auto picture = half.pictures.constFind(page);
    if (picture != half.pictures.cend() && !picture->isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect, *picture);
    } else {
        painter.setPen(Qt::gray);
        painter.drawText(rect, Qt::AlignCenter, picture == half.pictures.cend() ? tr("Page %1 …").arg(page + 1) : tr("Page %1 cannot be shown").arg(page + 1));
    }
    if (half.asked.value(page) != dpi()) {
        half.asked.insert(page, dpi());
        emit pictureWanted(side, page, dpi());
    }
    if (m_isAlone)
        return;
    const auto onScreen = [&](const QRectF &area) { return QRectF(rect.topLeft() + area.topLeft() * m_zoom, area.size() * m_zoom); };
    const QList<QRectF> expected = m_expected.value(page);
    if (side == Before) {
        QColor veil = Theme::current().tone(Tone::Accent).ink;
        veil.setAlpha(50);
        for (const QRectF &area : expected)
            painter.fillRect(onScreen(area), veil);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::current().tone(Tone::Bad).ink, 2));
    const QList<QRectF> places = m_places.value(page);
    for (const QRectF &place : places)
        painter.drawRect(onScreen(place).adjusted(-3, -3, 3, 3));
}

void PagePair::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fitsWidth)
        fitWidth();
    layoutPages();
}

void PagePair::scrollContentsBy(int, int)
{
    viewport()->update();
    emit pageChanged(currentPage());
}

void PagePair::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * 1.25);
        break;
    case Qt::Key_Minus:
        setZoom(m_zoom / 1.25);
        break;
    case Qt::Key_0:
        fitWidth();
        break;
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        break;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        break;
    case Qt::Key_N:
        emit nextWanted();
        break;
    case Qt::Key_P:
        emit previousWanted();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagePair::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        setZoom(m_zoom * (event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1));
    else
        QAbstractScrollArea::wheelEvent(event);
}

} // namespace dw
