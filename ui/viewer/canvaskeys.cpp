// The keys of the canvas; the mouse is in canvasinput.cpp.
#include "ui/viewer/canvasinput.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace dw {

namespace {

constexpr double zoomStep = 1.25;

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

bool CanvasInput::keys(QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    if (event->type() == QEvent::ShortcutOverride) { // these are ours before they are anybody's shortcut
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (key.matches(QKeySequence::Copy) || key.matches(QKeySequence::SelectAll))
            event->accept();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    return markKey(key) || textKey(key) || viewKey(key);
}

bool CanvasInput::chooseNext(bool backwards)
{
    commit();
    const CanvasMark *next = m_canvas.marks().next(m_canvas.marks().chosenMark() ? m_canvas.chosen() : QString(), m_canvas.currentPage(), backwards);
    if (!next)
        return false;
    const QString id = next->id;
    const QRect visible(m_canvas.toContents({0, 0}).toPoint(), m_canvas.viewport()->size());
    m_canvas.choose(id);
    if (!QRectF(visible).contains(m_canvas.layout().toContents(next->page, next->rect)) || m_canvas.layout().pageRect(next->page).isNull())
        m_canvas.showPlace(next->page, next->rect);
    emit m_canvas.markChosen(id);
    return true;
}

bool CanvasInput::markKey(const QKeyEvent &event)
{
    const CanvasMark *mark = m_canvas.marks().chosenMark();
    if (!mark || !m_canvas.isEditable())
        return false;
    const QString id = mark->id;
    const QPointF way = directionOf(event.key());
    if (!way.isNull()) {
        const QPointF by = turned(way) * (event.modifiers().testFlag(Qt::ControlModifier) ? 10 : 1);
        const QRectF rect = m_canvas.marks().shownRect(*mark);
        const bool resizes = event.modifiers().testFlag(Qt::ShiftModifier);
        m_canvas.marks().setMoved(id, within(mark->page, resizes ? resized(rect, MarkLayer::Right | MarkLayer::Bottom, by) : rect.translated(by)));
        m_canvas.viewport()->update();
        m_commit.start();
        return true;
    }
    if (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace) {
        m_canvas.marks().clearMoved();
        m_commit.stop();
        emit m_canvas.removalWanted(id);
        return true;
    }
    if (event.key() == Qt::Key_Escape) {
        m_canvas.choose({});
        emit m_canvas.markChosen({});
        return true;
    }
    if (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier) {
        emit m_canvas.markCopied(id, within(mark->page, mark->rect.translated(12, 12)));
        return true;
    }
    if (event.key() == Qt::Key_R && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        emit m_canvas.repeatWanted(id);
        return true;
    }
    return false;
}

bool CanvasInput::textKey(const QKeyEvent &event)
{
    TextSelection &text = m_canvas.selection();
    if (event.matches(QKeySequence::SelectAll)) {
        text.selectPage(m_canvas.currentPage());
        m_canvas.viewport()->update();
        emit m_canvas.viewChanged();
        return true;
    }
    if (text.isEmpty())
        return false;
    if (event.matches(QKeySequence::Copy)) {
        m_canvas.copySelection();
        return true;
    }
    if (event.key() == Qt::Key_M && m_canvas.isEditable()) {
        m_canvas.markSelection();
        return true;
    }
    if (event.key() == Qt::Key_Escape) {
        text.clear();
        m_canvas.viewport()->update();
        emit m_canvas.viewChanged();
        return true;
    }
    const bool isAcross = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    if (!isAcross || !event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    const auto step = event.modifiers().testFlag(Qt::ControlModifier) ? TextSelection::Step::Word : TextSelection::Step::Character;
    text.extend(step, event.key() == Qt::Key_Left);
    m_canvas.viewport()->update();
    return true;
}

bool CanvasInput::viewKey(const QKeyEvent &event)
{
    const bool isSingle = m_canvas.layout().view().flow == PageFlow::Single;
    const int screen = m_canvas.viewport()->height() * 9 / 10;
    const bool isBack = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas.setZoom(m_canvas.zoom() * zoomStep);
        return true;
    case Qt::Key_Minus:
        m_canvas.setZoom(m_canvas.zoom() / zoomStep);
        return true;
    case Qt::Key_0:
        m_canvas.setFit(DocumentCanvas::Fit::Width);
        return true;
    case Qt::Key_9:
        m_canvas.setFit(DocumentCanvas::Fit::Page);
        return true;
    case Qt::Key_1:
        m_canvas.setZoom(m_canvas.logicalDpiX() / 72.0);
        return true;
    case Qt::Key_R:
        m_canvas.rotate(isBack ? -90 : 90);
        return true;
    case Qt::Key_Home:
        m_canvas.goToPage(0);
        return true;
    case Qt::Key_End:
        m_canvas.goToPage(m_canvas.layout().pageCount() - 1);
        m_canvas.verticalScrollBar()->setValue(m_canvas.verticalScrollBar()->maximum());
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (event.modifiers().testFlag(Qt::ControlModifier))
            turnPage(event.key() == Qt::Key_PageDown ? 1 : -1);
        else
            scrollBy(0, event.key() == Qt::Key_PageDown ? screen : -screen);
        return true;
    case Qt::Key_Space:
        scrollBy(0, isBack ? -screen : screen);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isSingle)
            turnPage(event.key() == Qt::Key_Right ? 1 : -1);
        else
            scrollBy(event.key() == Qt::Key_Right ? 48 : -48, 0);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        scrollBy(0, event.key() == Qt::Key_Down ? 48 : -48);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_canvas.hasFailed(m_canvas.currentPage()))
            return false;
        m_canvas.retry(m_canvas.currentPage());
        return true;
    default:
        return false;
    }
}

void CanvasInput::turnPage(int step)
{
    const int columns = m_canvas.layout().columns();
    const int row = m_canvas.currentPage() / columns + step;
    m_canvas.goToPage(std::clamp(row * columns, 0, std::max(0, m_canvas.layout().pageCount() - 1)));
}

/// In single flow the edge of the page leads to the next one.
void CanvasInput::scrollBy(int x, int y)
{
    QScrollBar *bar = m_canvas.verticalScrollBar();
    const bool isAtEnd = y > 0 ? bar->value() == bar->maximum() : bar->value() == bar->minimum();
    if (y != 0 && isAtEnd && m_canvas.layout().view().flow == PageFlow::Single)
        return turnPage(y > 0 ? 1 : -1);
    bar->setValue(bar->value() + y);
    m_canvas.horizontalScrollBar()->setValue(m_canvas.horizontalScrollBar()->value() + x);
}

} // namespace dw
