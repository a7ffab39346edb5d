#include "ui/viewer/marklayer.h"

#include "ui/base/theme.h"

#include <QPainter>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <iterator>

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

void MarkLayer::setMarks(const QList<CanvasMark> &marks)
{
    m_pages.clear();
    m_places.clear();
    m_places.reserve(marks.size());
    change({}, marks);
}

void MarkLayer::change(const QStringList &gone, const QList<CanvasMark> &come)
{
    QHash<int, QSet<QString>> leaving;
    for (const QString &id : gone) {
        if (const auto page = m_places.constFind(id); page != m_places.cend()) {
            leaving[*page].insert(id);
            m_places.erase(page);
        }
    }
    QSet<int> touched;
    for (const auto &[page, ids] : leaving.asKeyValueRange()) {
        m_pages[page].marks.removeIf([&ids = ids](const CanvasMark &mark) { return ids.contains(mark.id); });
        touched.insert(page);
    }
    for (const CanvasMark &mark : come) {
        m_pages[mark.page].marks.append(mark);
        m_places.insert(mark.id, mark.page);
        touched.insert(mark.page);
    }
    for (const int page : std::as_const(touched))
        settle(page);
    m_movedId.clear();
}

void MarkLayer::settle(int page)
{
    const auto held = m_pages.find(page);
    QList<CanvasMark> &marks = held->second.marks;
    if (marks.isEmpty()) {
        m_pages.erase(held);
        return;
    }
    std::stable_sort(marks.begin(), marks.end(), [](const CanvasMark &a, const CanvasMark &b) {
        return a.rect.top() != b.rect.top() ? a.rect.top() < b.rect.top() : a.isFinding < b.isFinding;
    });
    double tallest = 0;
    for (const CanvasMark &mark : std::as_const(marks))
        tallest = std::max(tallest, mark.rect.height());
    held->second.tallest = tallest;
}

const QList<CanvasMark> &MarkLayer::on(int page) const
{
    static const QList<CanvasMark> none;
    const auto held = m_pages.find(page);
    return held == m_pages.end() ? none : held->second.marks;
}

int MarkLayer::countOn(int page) const
{
    const QList<CanvasMark> &marks = on(page);
    return int(std::count_if(marks.begin(), marks.end(), [](const CanvasMark &mark) { return !mark.isFinding; }));
}

const CanvasMark *MarkLayer::find(const QString &id) const
{
    const auto page = m_places.constFind(id);
    if (page == m_places.cend())
        return nullptr;
    const QList<CanvasMark> &marks = on(*page);
    const auto at = std::find_if(marks.begin(), marks.end(), [&](const CanvasMark &mark) { return mark.id == id; });
    return at == marks.end() ? nullptr : &*at;
}

const CanvasMark *MarkLayer::chosenMark() const
{
    const CanvasMark *mark = find(m_chosen);
    return mark && !mark->isFinding ? mark : nullptr;
}

const CanvasMark *MarkLayer::at(int page, QPointF point) const
{
    const CanvasMark *best = nullptr;
    for (const CanvasMark &mark : on(page)) {
        const QRectF rect = shownRect(mark);
        // What can be moved wins over the finding that it lies on.
        if (rect.contains(point) && (!best || (best->isFinding && !mark.isFinding) || (best->isFinding == mark.isFinding && areaOf(rect) <= areaOf(best->rect))))
            best = &mark;
    }
    return best;
}

const CanvasMark *MarkLayer::next(const QString &id, int page, bool backwards) const
{
    const auto isMark = [](const CanvasMark &mark) { return !mark.isFinding; };
    const CanvasMark *from = find(id);
    const int start = from ? from->page : page;
    if (backwards) {
        for (auto held = std::make_reverse_iterator(m_pages.upper_bound(start)); held != m_pages.rend(); ++held) {
            const QList<CanvasMark> &marks = held->second.marks;
            const auto first = from && held->first == start ? std::make_reverse_iterator(marks.begin() + (from - marks.constData())) : marks.rbegin();
            if (const auto at = std::find_if(first, marks.rend(), isMark); at != marks.rend())
                return &*at;
        }
        return nullptr;
    }
    for (auto held = m_pages.lower_bound(start); held != m_pages.end(); ++held) {
        const QList<CanvasMark> &marks = held->second.marks;
        const auto first = from && held->first == start ? marks.begin() + (from - marks.constData()) + 1 : marks.begin();
        if (const auto at = std::find_if(first, marks.end(), isMark); at != marks.end())
            return &*at;
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
    const auto held = m_pages.find(page);
    if (held == m_pages.end())
        return;
    const QList<CanvasMark> &marks = held->second.marks;
    auto from = marks.begin();
    if (layout.view().rotation == 0) { // from top to bottom also on the screen: what lies above is passed over
        const double top = layout.toPage(page, visible.topLeft()).y() - held->second.tallest;
        from = std::lower_bound(from, marks.end(), top, [](const CanvasMark &mark, double y) { return mark.rect.top() < y; });
    }
    const CanvasMark *above = nullptr;
    for (auto at = from; at != marks.end(); ++at) {
        const CanvasMark &mark = *at;
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
    double free = -1e9; // below the last label
    for (const CanvasMark &mark : on(page)) {
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
