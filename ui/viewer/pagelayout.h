#pragma once

#include <QList>
#include <QPointF>
#include <QRect>
#include <QSize>
#include <QSizeF>

#include <utility>

namespace dw {

enum class PageFlow { Continuous, Single };

/// How pages are laid out.
struct PageView {
    double zoom = 1; ///< Pixels of the screen for a point.
    int columns = 1; ///< 1, or 2 side by side.
    PageFlow flow = PageFlow::Continuous;
    int rotation = 0; ///< Of what is shown, clockwise: 0, 90, 180 or 270.
    int beside = 0; ///< Pixels kept free to the right of every page.

    bool operator==(const PageView &) const = default;
};

/// Where pages lie. Page coordinates are points of the displayed page, origin top-left; places are whole pixels of the
/// contents, so that a picture of a page lies on the screen's pixels. Finding what is visible takes a binary search.
class PageLayout
{
public:
    static constexpr int gap = 24; ///< Pixels between pages; the level stands there.

    void setSizes(const QList<QSizeF> &sizes); ///< Points, without the view's rotation.
    void replaceSizes(int from, const QList<QSizeF> &sizes);
    void setView(const PageView &view);
    void setShown(int page); ///< In single flow: whose row is there.

    const PageView &view() const { return m_view; }
    int pageCount() const { return int(m_sizes.size()); }
    QSizeF pageSize(int page) const { return m_sizes.at(page); } ///< Points, without the view's rotation.
    QSize extent() const { return m_extent; }
    QSizeF largestRow() const { return m_largest; } ///< In points, as rotated, without gaps: what is fitted.
    int columns() const { return m_view.columns; }

    QRect pageRect(int page) const; ///< In the contents; null when it is not laid out.
    std::pair<int, int> pagesBetween(int top, int bottom) const; ///< First and last, {0, -1} for none.
    int pageNear(int y) const; ///< First of the row at or above; -1 without pages.

    QPointF toContents(int page, QPointF point) const;
    QRectF toContents(int page, const QRectF &rect) const;
    QPointF toPage(int page, QPointF contents) const;

private:
    void arrange();
    int rowOf(int page) const { return page / m_view.columns; }
    QSize shownSize(int page) const; ///< Pixels.
    QSizeF turned(QSizeF size) const { return m_view.rotation % 180 == 0 ? size : size.transposed(); }

    QList<QSizeF> m_sizes;
    PageView m_view;
    int m_shown = 0;
    QList<int> m_tops; ///< Of the rows.
    QList<int> m_lefts; ///< Of the columns.
    QList<int> m_widths; ///< Of the columns, in pixels.
    QSize m_extent;
    QSizeF m_largest;
};

} // namespace dw
