#pragma once

#include <QAbstractScrollArea>
#include <QColor>
#include <QHash>
#include <QImage>
#include <QList>
#include <QRectF>

#include <optional>

namespace dw {

/// A rectangle over a page: displayed page, points, origin top-left.
struct CanvasMark {
    QString id;
    int page = 0;
    QRectF rect;
    QColor colour; ///< Of the bar at its edge.
    QString label; ///< Short, said beside the bar: never colour alone.
    bool isQuiet = false; ///< Only outlined: a finding, or a mark that was rejected.
};

/// Pages of a document one below the other, with marks over them. Knows rectangles, not services: it asks for
/// pictures by signal and says what was drawn. Only the pages around the visible ones are kept as pictures.
class DocumentCanvas final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DocumentCanvas(QWidget *parent = nullptr);

    void setPages(const QList<QSizeF> &sizes); ///< Displayed sizes in points.
    void setPicture(int page, double dpi, const QImage &picture); ///< A null picture: the page cannot be shown.
    void setMarks(const QList<CanvasMark> &marks);

    double zoom() const { return m_zoom; } ///< Pixels of the screen for a point.
    void setZoom(double zoom);
    void fitWidth(); ///< Until another zoom is chosen, also when the window changes its size.
    int currentPage() const; ///< The one in the middle of the window.
    void showPlace(int page, const QRectF &rect);
    void choose(const QString &id);
    QString chosen() const { return m_chosen; }

signals:
    void pictureWanted(int page, double dpi);
    void areaDrawn(int page, const QRectF &rect);
    void markChosen(const QString &id);
    void removalWanted(const QString &id);
    void pageChanged(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Place {
        int page = 0;
        QPointF point; ///< On the displayed page.
    };

    double dpi() const;
    QRectF pageRect(int page) const; ///< In the viewport.
    QRectF onScreen(int page, const QRectF &rect) const;
    std::optional<Place> placeAt(QPointF position) const;
    void layoutPages();
    void zoomTo(double zoom);
    void paintPage(QPainter &painter, int page);
    void paintMark(QPainter &painter, const CanvasMark &mark);
    void paintReason(QPainter &painter, const CanvasMark &mark); ///< At the edge of the page.

    QList<QSizeF> m_sizes;
    QList<double> m_tops; ///< Of each page, in points below the first, with the gaps.
    QHash<int, QImage> m_pictures;
    QHash<int, double> m_asked; ///< Page -> dpi that was asked for.
    QList<CanvasMark> m_marks;
    QString m_chosen;
    double m_zoom = 1.25;
    bool m_fitsWidth = false;
    QList<QRectF> m_reasonPlaces; ///< Taken while painting.
    std::optional<Place> m_drawingFrom;
    QRectF m_drawn;
};

} // namespace dw
