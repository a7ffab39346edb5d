#pragma once

#include "ui/viewer/canvasmark.h"
#include "ui/viewer/pagelayout.h"

#include <QHash>
#include <QList>

#include <map>

class QPainter;

namespace dw {

/// The marks over the pages: sorted by page and from top to bottom, so that ten thousand of them cost only what is seen.
class MarkLayer
{
public:
    static constexpr int labelRoom = 96; ///< Pixels beside a page for the reasons of its marks.
    static constexpr double handle = 4; ///< Half the side of what a mark is resized by, in pixels.

    enum Edge { None = 0, Left = 1, Top = 2, Right = 4, Bottom = 8 }; ///< Ored for corners.

    void setMarks(const QList<CanvasMark> &marks);
    /// Takes away all with these ids and adds others: costs what the pages that are touched hold.
    void change(const QStringList &gone, const QList<CanvasMark> &come);
    bool isEmpty() const { return m_pages.empty(); }
    int countOn(int page) const; ///< Marks, findings not counted.

    const CanvasMark *find(const QString &id) const;
    const CanvasMark *at(int page, QPointF point) const; ///< The smallest there.
    const CanvasMark *next(const QString &id, int page, bool backwards) const; ///< Of the marks; without one from `page` on. Null after the last.

    void choose(const QString &id) { m_chosen = id; }
    const QString &chosen() const { return m_chosen; }
    const CanvasMark *chosenMark() const; ///< Null for findings, which stay where they are.

    /// While it is dragged or moved by keys, a mark is shown elsewhere than it is stored.
    void setMoved(const QString &id, const QRectF &rect);
    void clearMoved() { m_movedId.clear(); }
    bool hasMoved() const { return !m_movedId.isEmpty(); }
    QRectF shownRect(const CanvasMark &mark) const { return mark.id == m_movedId ? m_movedRect : mark.rect; }

    int edgeAt(const PageLayout &layout, QPointF contents) const; ///< Of the chosen mark; ored Edges.

    /// `visible` in contents; the painter's origin is that of the contents.
    void paint(QPainter &painter, const PageLayout &layout, const QRect &visible, int page) const;

private:
    struct Page {
        QList<CanvasMark> marks; ///< From top to bottom.
        double tallest = 0; ///< Bounds the search from the top of the window.
    };

    const QList<CanvasMark> &on(int page) const;
    void settle(int page); ///< After its marks changed.
    void paintMark(QPainter &painter, const CanvasMark &mark, const QRectF &rect) const;
    void paintReasons(QPainter &painter, const PageLayout &layout, const QRect &visible, int page) const;
    void paintHandles(QPainter &painter, const QRectF &rect) const;

    std::map<int, Page> m_pages; ///< Those with marks.
    QHash<QString, int> m_places; ///< The page of each id.
    QString m_chosen;
    QString m_movedId;
    QRectF m_movedRect;
};

} // namespace dw
