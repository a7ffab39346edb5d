#include "ui/viewer/documentcanvas.h"

#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr double gapPoints = 12; // between pages
constexpr int keptAround = 3; // pages kept as pictures beside the visible ones
constexpr int labelRoom = 96; // pixels beside the page for the reasons of its marks
constexpr double smallestArea = 2; // points: less is a slip of the hand

} // namespace

DocumentCanvas::DocumentCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages"));
    viewport()->setCursor(Qt::CrossCursor);
    viewport()->setMouseTracking(false);
    // Always there: a bar that comes and goes would change the width that pages are fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

double DocumentCanvas::dpi() const
{
    return 72 * m_zoom * devicePixelRatioF();
}

void DocumentCanvas::setPages(const QList<QSizeF> &sizes)
{
    m_sizes = sizes;
    m_pictures.clear();
    m_asked.clear();
    layoutPages();
}

void DocumentCanvas::layoutPages()
{
    m_tops.clear();
    double top = gapPoints;
    double widest = 0;
    for (const QSizeF &size : m_sizes) {
        m_tops.append(top);
        top += size.height() + gapPoints;
        widest = std::max(widest, size.width());
    }
    const double shown = m_sizes.isEmpty() ? 0 : top * m_zoom;
    verticalScrollBar()->setRange(0, std::max(0, int(shown) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(48);
    const int width = int((widest + 2 * gapPoints) * m_zoom);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
}

void DocumentCanvas::setPicture(int page, double pictureDpi, const QImage &picture)
{
    if (m_asked.value(page) != pictureDpi)
        return; // asked again in another size since
    m_pictures.insert(page, picture);
    viewport()->update();
}

void DocumentCanvas::setMarks(const QList<CanvasMark> &marks)
{
    const bool hadMarks = !m_marks.isEmpty();
    m_marks = marks;
    if (m_fitsWidth && hadMarks == m_marks.isEmpty())
        fitWidth();
    viewport()->update();
}

void DocumentCanvas::setZoom(double zoom)
{
    m_fitsWidth = false;
    zoomTo(zoom);
}

void DocumentCanvas::zoomTo(double zoom)
{
    const int page = currentPage();
    const double before = m_zoom;
    m_zoom = std::clamp(zoom, 0.25, 4.0);
    if (qFuzzyCompare(before, m_zoom))
        return;
    m_asked.clear(); // the old pictures stay until sharper ones come
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / before;
    layoutPages();
    verticalScrollBar()->setValue(int(middle * m_zoom - viewport()->height() / 2.0));
    emit pageChanged(page);
}

void DocumentCanvas::fitWidth()
{
    double widest = 0;
    for (const QSizeF &size : m_sizes)
        widest = std::max(widest, size.width());
    m_fitsWidth = true;
    const int beside = m_marks.isEmpty() ? 0 : labelRoom;
    if (widest > 0)
        zoomTo((viewport()->width() - beside) / (widest + 2 * gapPoints));
}

QRectF DocumentCanvas::pageRect(int page) const
{
    const QSizeF size = m_sizes.at(page) * m_zoom;
    const double free = viewport()->width() - size.width();
    const double beside = m_marks.isEmpty() ? 0 : labelRoom;
    const double left = free > 0 ? std::max(free - beside, free / 8) / 2 : gapPoints * m_zoom - horizontalScrollBar()->value();
    return QRectF(QPointF(left, m_tops.at(page) * m_zoom - verticalScrollBar()->value()), size);
}

QRectF DocumentCanvas::onScreen(int page, const QRectF &rect) const
{
    const QPointF origin = pageRect(page).topLeft();
    return QRectF(origin + rect.topLeft() * m_zoom, rect.size() * m_zoom);
}

int DocumentCanvas::currentPage() const
{
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / m_zoom;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), middle);
    return std::max(0, int(after - m_tops.begin()) - 1);
}

void DocumentCanvas::showPlace(int page, const QRectF &rect)
{
    if (page < 0 || page >= m_tops.size())
        return;
    verticalScrollBar()->setValue(int((m_tops.at(page) + rect.center().y()) * m_zoom - viewport()->height() / 2.0));
}

void DocumentCanvas::choose(const QString &id)
{
    m_chosen = id;
    viewport()->update();
}

std::optional<DocumentCanvas::Place> DocumentCanvas::placeAt(QPointF position) const
{
    for (int page = 0; page < m_sizes.size(); ++page) {
        const QRectF rect = pageRect(page);
        if (rect.contains(position))
            return Place {page, (position - rect.topLeft()) / m_zoom};
    }
    return {};
}

void DocumentCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::current().backdrop);
    int first = -1, last = -1;
    for (int page = 0; page < m_sizes.size(); ++page) {
        if (!pageRect(page).intersects(viewport()->rect()))
            continue;
        first = first < 0 ? page : first;
        last = page;
        paintPage(painter, page);
    }
    m_reasonPlaces.clear();
    for (const CanvasMark &mark : m_marks) {
        if (mark.page >= first && mark.page <= last)
            paintMark(painter, mark);
    }
    if (m_drawingFrom && !m_drawn.isEmpty()) {
        painter.setPen(QPen(Theme::current().accent, 2));
        painter.drawRect(onScreen(m_drawingFrom->page, m_drawn));
    }
    const auto isFar = [&](int page) { return page < first - keptAround || page > last + keptAround; };
    m_pictures.removeIf([&](auto entry) { return isFar(entry.key()); });
    m_asked.removeIf([&](auto entry) { return isFar(entry.key()); });
}

void DocumentCanvas::paintPage(QPainter &painter, int page)
{
    const QRectF rect = pageRect(page);
    painter.fillRect(rect, Qt::white); // paper
    const auto picture = m_pictures.constFind(page);
    if (picture != m_pictures.cend() && !picture->isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect, *picture);
    } else {
        painter.setPen(Qt::gray);
        painter.drawText(rect, Qt::AlignCenter, picture == m_pictures.cend() ? tr("Page %1 …").arg(page + 1) : tr("Page %1 cannot be shown").arg(page + 1));
    }
    if (m_asked.value(page) != dpi()) {
        m_asked.insert(page, dpi());
        emit pictureWanted(page, dpi());
    }
}

void DocumentCanvas::paintMark(QPainter &painter, const CanvasMark &mark)
{
    const QRectF rect = onScreen(mark.page, mark.rect);
    QColor veil = mark.colour;
    veil.setAlpha(mark.isQuiet ? 0 : 70);
    painter.setPen(QPen(mark.colour, mark.id == m_chosen ? 3 : 1, mark.isQuiet ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(veil);
    painter.drawRect(rect);
    painter.setBrush(Qt::NoBrush);
    paintReason(painter, mark);
}

void DocumentCanvas::paintReason(QPainter &painter, const CanvasMark &mark)
{
    const QRectF rect = onScreen(mark.page, mark.rect);
    const QRectF page = pageRect(mark.page);
    painter.fillRect(QRectF(page.right() + 2, rect.top(), 4, std::max(4.0, rect.height())), mark.colour);
    QRectF place(page.right() + 8, rect.center().y() - 8, labelRoom, 16);
    // Several marks in a line: one reason is said beside it, the bars tell the others by their colour and the list by name.
    const auto isTaken = [&] {
        return std::any_of(m_reasonPlaces.begin(), m_reasonPlaces.end(), [&](const QRectF &taken) { return taken.adjusted(0, 2, 0, -2).intersects(place); });
    };
    if (isTaken())
        return;
    m_reasonPlaces.append(place);
    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(mark.colour);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, mark.label);
}

void DocumentCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fitsWidth)
        fitWidth();
    layoutPages();
}

void DocumentCanvas::scrollContentsBy(int, int)
{
    viewport()->update();
    emit pageChanged(currentPage());
}

void DocumentCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drawingFrom = placeAt(event->position());
    m_drawn = {};
}

void DocumentCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drawingFrom)
        return;
    const QRectF page(QPointF(), m_sizes.at(m_drawingFrom->page));
    const QPointF to = (event->position() - pageRect(m_drawingFrom->page).topLeft()) / m_zoom;
    m_drawn = QRectF(m_drawingFrom->point, to).normalized().intersected(page);
    viewport()->update();
}

void DocumentCanvas::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_drawingFrom)
        return;
    const Place from = *m_drawingFrom;
    const QRectF drawn = m_drawn;
    m_drawingFrom.reset();
    m_drawn = {};
    viewport()->update();
    if (drawn.width() >= smallestArea && drawn.height() >= smallestArea) {
        emit areaDrawn(from.page, drawn);
        return;
    }
    m_chosen.clear();
    for (const CanvasMark &mark : m_marks) {
        if (mark.page == from.page && mark.rect.contains(from.point))
            m_chosen = mark.id;
    }
    emit markChosen(m_chosen);
}

void DocumentCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!m_chosen.isEmpty())
            emit removalWanted(m_chosen);
        break;
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
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DocumentCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        setZoom(m_zoom * (event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1));
    else
        QAbstractScrollArea::wheelEvent(event);
}

} // namespace dw
