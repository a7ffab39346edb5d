#include "ui/viewer/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace dw {

void PageLayout::setSizes(const QList<QSizeF> &sizes)
{
    m_sizes = sizes;
    m_shown = 0;
    arrange();
}

void PageLayout::replaceSizes(int from, const QList<QSizeF> &sizes)
{
    const qsizetype count = std::min<qsizetype>(sizes.size(), m_sizes.size() - from);
    std::copy_n(sizes.begin(), count, m_sizes.begin() + from);
    arrange();
}

void PageLayout::setView(const PageView &view)
{
    m_view = view;
    m_view.columns = std::clamp(view.columns, 1, 2);
    arrange();
}

void PageLayout::setShown(int page)
{
    const bool differs = rowOf(page) != rowOf(m_shown);
    m_shown = page;
    if (differs && m_view.flow == PageFlow::Single)
        arrange();
}

QSize PageLayout::shownSize(int page) const
{
    const QSizeF size = turned(m_sizes.at(page)) * m_view.zoom;
    return {std::max(1, int(std::lround(size.width()))), std::max(1, int(std::lround(size.height())))};
}

void PageLayout::arrange()
{
    const int columns = m_view.columns;
    const int rows = (pageCount() + columns - 1) / columns;
    QList<double> widest(columns, 0);
    m_largest = {};
    m_tops.clear();
    m_tops.reserve(rows);
    int top = gap;
    for (int row = 0; row < rows; ++row) {
        double highest = 0;
        double together = 0;
        for (int page = row * columns; page < std::min(pageCount(), (row + 1) * columns); ++page) {
            const QSizeF size = turned(m_sizes.at(page));
            widest[page % columns] = std::max(widest.at(page % columns), size.width());
            highest = std::max(highest, size.height());
            together += size.width();
        }
        m_largest = m_largest.expandedTo({together, highest});
        const bool isShown = m_view.flow == PageFlow::Continuous || row == rowOf(m_shown);
        m_tops.append(top);
        if (isShown)
            top += int(std::lround(highest * m_view.zoom)) + gap;
    }
    m_lefts.clear();
    m_widths.clear();
    int left = gap;
    for (const double width : widest) {
        m_lefts.append(left);
        m_widths.append(int(std::lround(width * m_view.zoom)));
        left += m_widths.last() + m_view.beside + gap;
    }
    m_extent = pageCount() == 0 ? QSize() : QSize(left, top);
}

QRect PageLayout::pageRect(int page) const
{
    if (page < 0 || page >= pageCount() || (m_view.flow == PageFlow::Single && rowOf(page) != rowOf(m_shown)))
        return {};
    const QSize size = shownSize(page);
    const int column = page % m_view.columns;
    // Two pages meet at the spine; one stands in the middle.
    const int free = m_widths.at(column) - size.width();
    const int shift = m_view.columns == 1 ? free / 2 : column == 0 ? free : 0;
    return {QPoint(m_lefts.at(column) + shift, m_tops.at(rowOf(page))), size};
}

std::pair<int, int> PageLayout::pagesBetween(int top, int bottom) const
{
    if (m_tops.isEmpty())
        return {0, -1};
    if (m_view.flow == PageFlow::Single) {
        const int first = rowOf(m_shown) * m_view.columns;
        return {first, std::min(first + m_view.columns, pageCount()) - 1};
    }
    const auto firstRow = std::upper_bound(m_tops.begin(), m_tops.end(), top) - m_tops.begin() - 1;
    const auto endRow = std::lower_bound(m_tops.begin(), m_tops.end(), bottom) - m_tops.begin();
    const int first = int(std::max<qsizetype>(0, firstRow)) * m_view.columns;
    return {first, std::min(int(endRow) * m_view.columns, pageCount()) - 1};
}

int PageLayout::pageNear(int y) const
{
    return m_tops.isEmpty() ? -1 : pagesBetween(y, y + 1).first;
}

QPointF PageLayout::toContents(int page, QPointF point) const
{
    const QRectF rect = pageRect(page);
    const QSizeF size = m_sizes.at(page);
    const double x = rect.width() / turned(size).width();
    const double y = rect.height() / turned(size).height();
    QPointF turnedPoint = point;
    switch (m_view.rotation) {
    case 90:
        turnedPoint = {size.height() - point.y(), point.x()};
        break;
    case 180:
        turnedPoint = {size.width() - point.x(), size.height() - point.y()};
        break;
    case 270:
        turnedPoint = {point.y(), size.width() - point.x()};
        break;
    default:
        break;
    }
    return rect.topLeft() + QPointF(turnedPoint.x() * x, turnedPoint.y() * y);
}

QRectF PageLayout::toContents(int page, const QRectF &rect) const
{
    return QRectF(toContents(page, rect.topLeft()), toContents(page, rect.bottomRight())).normalized();
}

QPointF PageLayout::toPage(int page, QPointF contents) const
{
    const QRectF rect = pageRect(page);
    const QSizeF size = m_sizes.at(page);
    const double x = (contents.x() - rect.left()) * turned(size).width() / std::max(1.0, rect.width());
    const double y = (contents.y() - rect.top()) * turned(size).height() / std::max(1.0, rect.height());
    switch (m_view.rotation) {
    case 90:
        return {y, size.height() - x};
    case 180:
        return {size.width() - x, size.height() - y};
    case 270:
        return {size.width() - y, x};
    default:
        return {x, y};
    }
}

} // namespace dw
