#pragma once

#include "ui/viewer/documentcanvas.h"

#include <QCoreApplication>
#include <QTimer>

class QContextMenuEvent;
class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace dw {

/// Mouse and keyboard over the pages. A drag that starts on text selects it, on a mark moves it (with Ctrl: copies it), on
/// the edge of the chosen one resizes it, anywhere else (or with Alt) draws an area. The same by keys: Tab goes through
/// the marks, arrows move, Shift and arrows resize, Delete removes.
class CanvasInput
{
    Q_DECLARE_TR_FUNCTIONS(CanvasInput)

public:
    explicit CanvasInput(DocumentCanvas &canvas);

    bool keys(QEvent *event); ///< True: done with it.
    bool pointer(QEvent *event);
    bool chooseNext(bool backwards); ///< The next mark; false after the last.
    void commit(); ///< Says where the mark was moved to that keys have moved so far.
    void paint(QPainter &painter) const; ///< What is being drawn; the painter's origin is that of the contents.

private:
    enum class Drag { None, Area, Text, Move, Copy, Resize };

    bool press(const QMouseEvent &event);
    void drag(const QMouseEvent &event);
    void release();
    void showCursor(QPointF position);
    bool menu(const QContextMenuEvent &event);
    bool markKey(const QKeyEvent &event);
    bool textKey(const QKeyEvent &event);
    bool viewKey(const QKeyEvent &event);
    void turnPage(int step);
    void scrollBy(int x, int y);
    QRectF within(int page, QRectF rect) const; ///< Pushed back onto the page.
    QPointF turned(QPointF onScreen) const; ///< A direction on the screen as one on the page.
    static QRectF resized(QRectF rect, int edge, QPointF by);

    DocumentCanvas &m_canvas;
    Drag m_drag = Drag::None;
    DocumentCanvas::Place m_from;
    QRectF m_drawn; ///< Of an area, on the page.
    QRectF m_start; ///< Of the mark that is moved.
    int m_edge = 0;
    bool m_hasMoved = false;
    QTimer m_commit; ///< Keys come in rows: one edit for all of them.
};

} // namespace dw
