#include "ui/viewer/marklayer.h"

#include "ui/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

constexpr double smallest = 1e-6; // areas that are compared

/// Themes for the dark have light colours; paper is white in every theme.
QColor onPaper(const QColor &colour)
{
    constexpr double lightest = 0.45;
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    colour.getHslF(&hue, &saturation, &lightness);
    return lightness <= lightest ? colour : QColor::fromHslF(std::max(0.0F, hue), saturation, float(lightest));
}

double areaOf(const QRectF &rect)
{
    return rect.width() * rect.height() + smallest;
}

} // namespace

void MarkLayer::setMarks(QList<CanvasMark> marks)
{
    m_marks = std::move(marks);
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const CanvasMark &a, const CanvasMark &b) {
        return a.page != b.page ? a.page < b.page : a.rect.top() < b.rect.top();
    });
    m_places.clear();
    m_places.reserve(m_marks.size());
    m_tallest.clear();
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const CanvasMark &mark = m_marks.at(i);
        m_places.insert(mark.id, i);
        if (mark.page >= m_tallest.size())
            m_tallest.resize(mark.page + 1);
        m_tallest[mark.page] = std::max(m_tallest.at(mark.page), mark.rect.height());
    }
    m_movedId.clear();
}

std::pair<qsizetype, qsizetype> MarkLayer::rangeOf(int page) const
{
    const auto first = std::lower_bound(m_marks.begin(), m_marks.end(), page, [](const CanvasMark &mark, int wanted) { return mark.page < wanted; });
    const auto end = std::upper_bound(first, m_marks.end(), page, [](int wanted, const CanvasMark &mark) { return wanted < mark.page; });
    return {first - m_marks.begin(), end - m_marks.begin()};
}

int MarkLayer::countOn(int page) const
{
    const auto [first, end] = rangeOf(page);
    return int(std::count_if(m_marks.begin() + first, m_marks.begin() + end, [](const CanvasMark &mark) { return !mark.isFinding; }));
}

const CanvasMark *MarkLayer::find(const QString &id) const
{
    const auto at = m_places.constFind(id);
    return at == m_places.cend() ? nullptr : &m_marks.at(*at);
}

const CanvasMark *MarkLayer::chosenMark() const
{
    const CanvasMark *mark = find(m_chosen);
    return mark && !mark->isFinding ? mark : nullptr;
}

const CanvasMark *MarkLayer::at(int page, QPointF point) const
{
    const CanvasMark *best = nullptr;
    const auto [first, end] = rangeOf(page);
    for (qsizetype i = first; i < end; ++i) {
        const CanvasMark &mark = m_marks.at(i);
        const QRectF rect = shownRect(mark);
        // What can be moved wins over the finding that it lies on.
        if (rect.contains(point) && (!best || (best->isFinding && !mark.isFinding) || (best->isFinding == mark.isFinding && areaOf(rect) <= areaOf(best->rect))))
            best = &mark;
    }
    return best;
}

const CanvasMark *MarkLayer::next(const QString &id, int page, bool backwards) const
{
    const qsizetype step = backwards ? -1 : 1;
    const auto known = m_places.constFind(id);
    qsizetype i = known != m_places.cend() ? *known + step : backwards ? rangeOf(page).second - 1 : rangeOf(page).first;
    for (; i >= 0 && i < m_marks.size(); i += step) {
        if (!m_marks.at(i).isFinding)
            return &m_marks.at(i);
    }
    return nullptr;
}

void MarkLayer::setMoved(const QString &id, const QRectF &rect)
{
    m_movedId = id;
    m_movedRect = rect;
}

int MarkLayer::edgeAt(const PageLayout &layout, QPointF contents) const
{
    const CanvasMark *mark = chosenMark();
    if (!mark || mark->page >= layout.pageCount() || layout.pageRect(mark->page).isNull())
        return None;
    const QRectF rect = layout.toContents(mark->page, shownRect(*mark));
    if (!rect.adjusted(-handle, -handle, handle, handle).contains(contents))
        return None;
    int edge = None;
    // Of a mark too small for two handles the right and the lower one are had.
    if (std::abs(contents.x() - rect.right()) <= handle)
        edge |= Right;
    else if (std::abs(contents.x() - rect.left()) <= handle)
        edge |= Left;
    if (std::abs(contents.y() - rect.bottom()) <= handle)
        edge |= Bottom;
    else if (std::abs(contents.y() - rect.top()) <= handle)
        edge |= Top;
    return edge;
}

void MarkLayer::paint(QPainter &painter, const PageLayout &layout, const QRect &visible, int page) const
{
    const auto [first, end] = rangeOf(page);
    if (first == end)
        return;
    qsizetype from = first;
    if (layout.view().rotation == 0) { // from top to bottom also on the screen: what lies above is passed over
        const double top = layout.toPage(page, visible.topLeft()).y() - m_tallest.at(page);
        from = std::lower_bound(m_marks.begin() + first, m_marks.begin() + end, top, [](const CanvasMark &mark, double y) { return mark.rect.top() < y; }) - m_marks.begin();
    }
    const CanvasMark *above = nullptr;
    for (qsizetype i = from; i < end; ++i) {
        const CanvasMark &mark = m_marks.at(i);
        const QRectF rect = layout.toContents(page, shownRect(mark));
        if (layout.view().rotation == 0 && rect.top() > visible.bottom() && mark.id != m_movedId)
            break;
        if (mark.id == m_chosen)
            above = &mark;
        else if (rect.intersects(visible))
            paintMark(painter, mark, rect);
    }
    paintReasons(painter, layout, visible, page);
    if (above) {
        const QRectF rect = layout.toContents(page, shownRect(*above));
        paintMark(painter, *above, rect);
        if (!above->isFinding)
            paintHandles(painter, rect);
    }
}

void MarkLayer::paintMark(QPainter &painter, const CanvasMark &mark, const QRectF &rect) const
{
    const bool isChosen = mark.id == m_chosen;
    const QColor ink = onPaper(mark.colour);
    QColor veil = ink;
    if (mark.isFinding) {
        veil.setAlpha(40);
        if (isChosen)
            painter.fillRect(rect, veil);
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), isChosen ? 3 : 2), ink);
        return;
    }
    veil.setAlpha(mark.isQuiet ? 0 : 77);
    painter.setPen(QPen(ink, isChosen ? 2 : 1, mark.isQuiet ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(veil);
    painter.drawRect(rect);
    painter.setBrush(Qt::NoBrush);
}

void MarkLayer::paintHandles(QPainter &painter, const QRectF &rect) const
{
    painter.setPen(QPen(Theme::current().accent, 1));
    painter.setBrush(Qt::white);
    for (const double x : {rect.left(), rect.center().x(), rect.right()}) {
        for (const double y : {rect.top(), rect.center().y(), rect.bottom()}) {
            if (QPointF(x, y) != rect.center())
                painter.drawRect(QRectF(x - handle + 1, y - handle + 1, 2 * handle - 2, 2 * handle - 2));
        }
    }
    painter.setBrush(Qt::NoBrush);
}

/// Several marks in a line: one reason is said beside it, the bars tell the others by their colour and the list by name.
void MarkLayer::paintReasons(QPainter &painter, const PageLayout &layout, const QRect &visible, int page) const
{
    const QRect paper = layout.pageRect(page);
    painter.setFont(Theme::font(TextSize::Small));
    const auto [first, end] = rangeOf(page);
    double free = -1e9; // below the last label
    for (qsizetype i = first; i < end; ++i) {
        const CanvasMark &mark = m_marks.at(i);
        const QRectF rect = layout.toContents(page, shownRect(mark));
        if (rect.bottom() < visible.top() || rect.top() > visible.bottom())
            continue;
        painter.fillRect(QRectF(paper.right() + 3, rect.top(), 4, std::max(4.0, rect.height())), mark.colour);
        const QRectF place(paper.right() + 10, rect.center().y() - 8, labelRoom - 10, 16);
        if (place.top() < free)
            continue;
        free = place.bottom() - 2;
        painter.setPen(mark.colour);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, mark.label);
    }
}

} // namespace dw
