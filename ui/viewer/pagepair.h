#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QList>
#include <QMap>
#include <QRectF>

namespace dw {

/// Two documents beside each other, page by page in one scroll: where one page goes the other goes too. Differences are
/// outlined on both sides, what was meant to change is veiled. Knows rectangles, not services; asks for pictures by signal.
class PagePair final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum Side { Before = 0, After = 1 };

    explicit PagePair(QWidget *parent = nullptr);

    void setPages(const QList<QSizeF> &before, const QList<QSizeF> &after); ///< Displayed sizes in points.
    void setPicture(Side side, int page, double dpi, const QImage &picture); ///< A null picture: it cannot be shown.
    void setPlaces(const QMap<int, QList<QRectF>> &places); ///< Differences; displayed page, points.
    void setExpected(const QMap<int, QList<QRectF>> &areas); ///< Where changes were meant.
    void setAlone(bool alone); ///< Only the page after, as its reader has it.

    double zoom() const { return m_zoom; } ///< Pixels of the screen for a point.
    void setZoom(double zoom);
    void fitWidth();
    int currentPage() const;
    void showPage(int page);
    void showPlace(int page, const QRectF &rect);

signals:
    void pictureWanted(dw::PagePair::Side side, int page, double dpi);
    void pageChanged(int page);
    void nextWanted(); ///< N: the next difference.
    void previousWanted(); ///< P

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Half {
        QList<QSizeF> sizes;
        QHash<int, QImage> pictures;
        QHash<int, double> asked; ///< Page -> dpi that was asked for.
    };

    int rows() const { return int(m_tops.size()); }
    double dpi() const;
    double columnWidth() const; ///< Pixels of one side.
    void layoutPages();
    void zoomTo(double zoom);
    QRectF pageRect(Side side, int page) const; ///< In the viewport.
    void paintSide(QPainter &painter, Side side, int first, int last);
    void paintPage(QPainter &painter, Side side, int page);

    std::array<Half, 2> m_halves;
    QList<double> m_tops; ///< Of each row, in points.
    QMap<int, QList<QRectF>> m_places;
    QMap<int, QList<QRectF>> m_expected;
    bool m_isAlone = false;
    double m_zoom = 1;
    bool m_fitsWidth = true;
};

} // namespace dw
