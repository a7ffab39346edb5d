#pragma once

#include "ui/viewer/pageloader.h"
#include "ui/viewer/picturecache.h"

#include <QAbstractScrollArea>

#include <functional>

namespace dw {

/// Small pictures of the pages one below the other, each with its number and how many marks it has. Arrows, Page Up and
/// Down, Home and End choose a page.
class ThumbnailStrip final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ThumbnailStrip(PictureCache &pictures, QWidget *parent = nullptr);

    void setPages(const QList<QSizeF> &sizes);
    void setMarkCounts(std::function<int(int page)> counts); ///< Asked for what is painted.
    void setCurrent(int page); ///< Scrolls it into sight.
    void setPicture(int page, const QImage &picture);
    int current() const { return m_current; }
    static QSize pictureSize(QSizeF page); ///< Pixels of the screen.

    QSize sizeHint() const override { return {150, 400}; }

signals:
    void wishesChanged(const QList<dw::PictureWish> &wishes);
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRect cell(int page) const; ///< In the viewport.
    void paintCell(QPainter &painter, int page);
    void choose(int page);
    void updateWishes();

    PictureCache &m_pictures;
    QList<QSizeF> m_sizes;
    std::function<int(int)> m_counts;
    int m_current = 0;
};

} // namespace dw
