#include "ui/viewer/canvasinput.h"

#include "ui/base/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dw {

namespace {

constexpr double smallestArea = 2; // points: less is a slip of the hand
constexpr double slip = 3; // pixels that a click may wander
constexpr int settleMs = 500;

} // namespace

CanvasInput::CanvasInput(DocumentCanvas &canvas)
    : m_canvas(canvas)
{
    m_commit.setSingleShot(true);
    m_commit.setInterval(settleMs);
    QObject::connect(&m_commit, &QTimer::timeout, &canvas, [this] { commit(); });
}

bool CanvasInput::pointer(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        drag(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release();
        return true;
    case QEvent::MouseButtonDblClick: {
        const auto place = m_canvas.placeAt(static_cast<QMouseEvent *>(event)->position());
        if (place && m_canvas.selection().isOverText(place->page, place->point)) {
            m_canvas.selection().selectWord(m_canvas.selection().nearest(place->page, place->point));
            m_canvas.viewport()->update();
            emit m_canvas.viewChanged();
        }
        return true;
    }
    case QEvent::ContextMenu:
        return menu(*static_cast<QContextMenuEvent *>(event));
    case QEvent::Wheel: {
        auto *wheel = static_cast<QWheelEvent *>(event);
        const int turn = wheel->angleDelta().y();
        if (wheel->modifiers().testFlag(Qt::ControlModifier)) {
            m_canvas.setZoom(m_canvas.zoom() * std::pow(1.1, turn / 120.0));
            return true;
        }
        const QScrollBar *bar = m_canvas.verticalScrollBar();
        const bool isAtEnd = turn < 0 ? bar->value() == bar->maximum() : bar->value() == bar->minimum();
        if (m_canvas.layout().view().flow == PageFlow::Single && isAtEnd && turn != 0) {
            turnPage(turn < 0 ? 1 : -1);
            return true;
        }
        return false;
    }
    default:
        return false;
    }
}

bool CanvasInput::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    m_canvas.setFocus(Qt::MouseFocusReason);
    commit();
    const auto place = m_canvas.placeAt(event.position());
    const int edge = m_canvas.isEditable() ? m_canvas.marks().edgeAt(m_canvas.layout(), m_canvas.toContents(event.position())) : 0;
    m_hasMoved = false;
    m_drawn = {};
    if (edge != 0) {
        const CanvasMark *mark = m_canvas.marks().chosenMark();
        m_drag = Drag::Resize;
        m_edge = edge;
        m_start = mark->rect;
        m_from = {mark->page, m_canvas.toPage(mark->page, event.position())};
        return true;
    }
    if (!place)
        return true;
    m_from = *place;
    TextSelection &text = m_canvas.selection();
    if (m_canvas.hasFailed(place->page) && m_canvas.retryRect(place->page).contains(m_canvas.toContents(event.position()).toPoint())) {
        m_canvas.retry(place->page);
        return true;
    }
    const bool isForced = event.modifiers().testFlag(Qt::AltModifier);
    const CanvasMark *mark = isForced ? nullptr : m_canvas.marks().at(place->page, place->point);
    if (mark && !mark->isFinding && m_canvas.isEditable()) {
        m_canvas.choose(mark->id);
        m_start = mark->rect;
        m_drag = event.modifiers().testFlag(Qt::ControlModifier) ? Drag::Copy : Drag::Move;
    } else if (event.modifiers().testFlag(Qt::ShiftModifier) && !text.isEmpty()) {
        text.extendTo(text.nearest(place->page, place->point));
        m_drag = Drag::Text;
        m_hasMoved = true;
    } else if (!isForced && text.isOverText(place->page, place->point)) {
        text.start(text.nearest(place->page, place->point));
        m_drag = Drag::Text;
    } else {
        text.clear();
        m_drag = Drag::Area;
    }
    m_canvas.viewport()->update();
    return true;
}

void CanvasInput::drag(const QMouseEvent &event)
{
    if (m_drag == Drag::None)
        return showCursor(event.position());
    const QPointF point = m_canvas.toPage(m_from.page, event.position());
    const QPointF by = point - m_from.point;
    m_hasMoved = m_hasMoved || std::hypot(by.x(), by.y()) * m_canvas.zoom() > slip;
    if (!m_hasMoved)
        return;
    MarkLayer &marks = m_canvas.marks();
    switch (m_drag) {
    case Drag::Area:
        if (m_canvas.isEditable())
            m_drawn = QRectF(m_from.point, point).normalized().intersected(QRectF(QPointF(), m_canvas.layout().pageSize(m_from.page)));
        break;
    case Drag::Text:
        if (const auto place = m_canvas.placeAt(event.position()))
            m_canvas.selection().extendTo(m_canvas.selection().nearest(place->page, place->point));
        break;
    case Drag::Move:
    case Drag::Copy:
        marks.setMoved(marks.chosen(), within(m_from.page, m_start.translated(by)));
        break;
    case Drag::Resize:
        marks.setMoved(marks.chosen(), resized(m_start, m_edge, by).intersected(QRectF(QPointF(), m_canvas.layout().pageSize(m_from.page))));
        break;
    default:
        break;
    }
    m_canvas.viewport()->update();
}

void CanvasInput::release()
{
    const Drag ended = std::exchange(m_drag, Drag::None);
    const QRectF drawn = std::exchange(m_drawn, {});
    m_canvas.viewport()->update();
    if (ended == Drag::Text)
        emit m_canvas.viewChanged();
    if (ended == Drag::Move || ended == Drag::Copy || ended == Drag::Resize) {
        if (m_hasMoved && ended == Drag::Copy) {
            const CanvasMark *mark = m_canvas.marks().chosenMark();
            const QRectF rect = mark ? m_canvas.marks().shownRect(*mark) : QRectF();
            m_canvas.marks().clearMoved();
            if (mark)
                emit m_canvas.markCopied(mark->id, rect);
        } else if (m_hasMoved) {
            commit();
        } else {
            emit m_canvas.markChosen(m_canvas.chosen());
        }
        return;
    }
    if (ended == Drag::Area && drawn.width() >= smallestArea && drawn.height() >= smallestArea) {
        emit m_canvas.areaDrawn(m_from.page, drawn);
        return;
    }
    if (ended != Drag::None && !m_hasMoved) {
        m_canvas.selection().clear();
        const CanvasMark *mark = m_canvas.marks().at(m_from.page, m_from.point);
        m_canvas.choose(mark ? mark->id : QString());
        emit m_canvas.markChosen(m_canvas.chosen());
    }
}

void CanvasInput::commit()
{
    m_commit.stop();
    MarkLayer &marks = m_canvas.marks();
    const CanvasMark *mark = marks.chosenMark();
    if (!marks.hasMoved() || !mark)
        return;
    const QRectF rect = marks.shownRect(*mark);
    const QString id = mark->id;
    const bool isSame = rect == mark->rect || rect.width() < smallestArea || rect.height() < smallestArea;
    marks.clearMoved();
    m_canvas.viewport()->update();
    if (!isSame)
        emit m_canvas.markMoved(id, rect);
}

void CanvasInput::showCursor(QPointF position)
{
    const int edge = m_canvas.isEditable() ? m_canvas.marks().edgeAt(m_canvas.layout(), m_canvas.toContents(position)) : 0;
    const auto place = m_canvas.placeAt(position);
    Qt::CursorShape shape = Qt::ArrowCursor;
    const bool isDiagonal = edge == (MarkLayer::Left | MarkLayer::Top) || edge == (MarkLayer::Right | MarkLayer::Bottom);
    if (edge != 0 && isDiagonal)
        shape = Qt::SizeFDiagCursor;
    else if (edge == MarkLayer::Left || edge == MarkLayer::Right)
        shape = Qt::SizeHorCursor;
    else if (edge == MarkLayer::Top || edge == MarkLayer::Bottom)
        shape = Qt::SizeVerCursor;
    else if (edge != 0)
        shape = Qt::SizeBDiagCursor;
    else if (!place || m_canvas.hasFailed(place->page))
        shape = Qt::ArrowCursor;
    else if (const CanvasMark *mark = m_canvas.marks().at(place->page, place->point); mark && !mark->isFinding)
        shape = m_canvas.isEditable() ? Qt::SizeAllCursor : Qt::PointingHandCursor;
    else if (m_canvas.selection().isOverText(place->page, place->point))
        shape = Qt::IBeamCursor;
    else
        shape = m_canvas.isEditable() ? Qt::CrossCursor : Qt::ArrowCursor;
    m_canvas.viewport()->setCursor(shape);
}

bool CanvasInput::menu(const QContextMenuEvent &event)
{
    QMenu menu(&m_canvas);
    const QString id = m_canvas.marks().chosenMark() ? m_canvas.chosen() : QString();
    const auto add = [&](const QString &words, const QKeySequence &keys, bool isOn, auto run) {
        QAction *action = menu.addAction(words);
        action->setShortcut(keys);
        action->setEnabled(isOn);
        QObject::connect(action, &QAction::triggered, &m_canvas, run);
    };
    const bool hasText = !m_canvas.selection().isEmpty();
    const bool mayEdit = m_canvas.isEditable();
    add(tr("Mark the selected text"), Qt::Key_M, hasText && mayEdit, [this] { m_canvas.markSelection(); });
    add(tr("Copy"), QKeySequence::Copy, hasText, [this] { m_canvas.copySelection(); });
    menu.addSeparator();
    add(tr("Duplicate the mark"), Qt::CTRL | Qt::Key_D, !id.isEmpty() && mayEdit, [this, id] {
        if (const CanvasMark *mark = m_canvas.marks().find(id))
            emit m_canvas.markCopied(id, within(mark->page, mark->rect.translated(12, 12)));
    });
    add(tr("Repeat the mark on all pages"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, !id.isEmpty() && mayEdit, [this, id] { emit m_canvas.repeatWanted(id); });
    add(tr("Remove the mark"), Qt::Key_Delete, !id.isEmpty() && mayEdit, [this, id] { emit m_canvas.removalWanted(id); });
    menu.exec(event.globalPos());
    return true;
}

void CanvasInput::paint(QPainter &painter) const
{
    if (m_drag != Drag::Area || m_drawn.isEmpty())
        return;
    const QColor accent = Theme::current().accent;
    QColor veil = accent;
    veil.setAlpha(40);
    const QRectF rect = m_canvas.layout().toContents(m_from.page, m_drawn);
    painter.fillRect(rect, veil);
    painter.setPen(QPen(accent, 2));
    painter.drawRect(rect);
}

QRectF CanvasInput::within(int page, QRectF rect) const
{
    const QSizeF size = m_canvas.layout().pageSize(page);
    rect.moveLeft(std::clamp(rect.left(), 0.0, std::max(0.0, size.width() - rect.width())));
    rect.moveTop(std::clamp(rect.top(), 0.0, std::max(0.0, size.height() - rect.height())));
    return rect;
}

QRectF CanvasInput::resized(QRectF rect, int edge, QPointF by)
{
    if (edge & MarkLayer::Left)
        rect.setLeft(std::min(rect.left() + by.x(), rect.right() - smallestArea));
    if (edge & MarkLayer::Right)
        rect.setRight(std::max(rect.right() + by.x(), rect.left() + smallestArea));
    if (edge & MarkLayer::Top)
        rect.setTop(std::min(rect.top() + by.y(), rect.bottom() - smallestArea));
    if (edge & MarkLayer::Bottom)
        rect.setBottom(std::max(rect.bottom() + by.y(), rect.top() + smallestArea));
    return rect;
}

QPointF CanvasInput::turned(QPointF by) const
{
    switch (m_canvas.layout().view().rotation) {
    case 90:
        return {by.y(), -by.x()};
    case 180:
        return -by;
    case 270:
        return {-by.y(), by.x()};
    default:
        return by;
    }
}

} // namespace dw
