#include "core/engines/redact/drawingcheck.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double boxTolerance = 1; ///< Points by which a box may miss its mark's edge.
constexpr qsizetype mostFindings = 8; ///< Of a kind; one is enough to fail.

bool isNear(QPointF a, QPointF b, double distance)
{
    return std::abs(a.x() - b.x()) <= distance && std::abs(a.y() - b.y()) <= distance;
}

bool isNear(const QRectF &a, const QRectF &b, double distance)
{
    return isNear(a.topLeft(), b.topLeft(), distance) && isNear(a.bottomRight(), b.bottomRight(), distance);
}

/// Unlike QRectF's, these hold for lines too, which have no area.
bool overlaps(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

bool holds(const QRectF &outer, const QRectF &inner)
{
    return outer.left() <= inner.left() && inner.right() <= outer.right() && outer.top() <= inner.top() && inner.bottom() <= outer.bottom();
}

/// How far beyond its box a glyph may have ink, or an edge of a cut may reach.
double reach(const QRectF &box)
{
    return 1 + 0.15 * std::min(box.height(), box.width() * 2 + 10);
}

/// Where to look for a character again: cells as large as it may have moved.
quint64 cell(QPointF place, QStringView text, int dx = 0, int dy = 0)
{
    const auto x = qint64(std::floor(place.x() / DrawingCheck::farthest)) + dx;
    const auto y = qint64(std::floor(place.y() / DrawingCheck::farthest)) + dy;
    return quint64(x * 73'856'093 ^ y * 19'349'663) ^ quint64(qHash(text)) * 83'492'791;
}

} // namespace

DrawingCheck::DrawingCheck(const PageDrawing &before, const PageDrawing &after, const Areas &areas)
    : m_before(before)
    , m_after(after)
    , m_areas(areas)
    , m_marks(areas.marks)
    , m_boxes(areas.boxes)
    , m_moved(areas.moved)
{
}

void DrawingCheck::run()
{
    collectBlack();
    findLabels();
    checkShapes();
    checkBoxes();
    checkGlyphs();
    checkUnder();
    checkItems();
}

void DrawingCheck::findUnder(const QString &what)
{
    if (underMarks.size() < mostFindings)
        underMarks.append(what);
}

void DrawingCheck::findLost(const QString &what)
{
    if (lost.size() < mostFindings)
        lost.append(what);
}

bool DrawingCheck::isUnder(const QRectF &character, const QRectF &area)
{
    const double x = std::min(0.15 * area.width(), 0.5);
    const double y = std::min(0.25 * area.height(), 0.25 * area.width());
    return area.adjusted(x, y, -x, -y).contains(character.center());
}

bool DrawingCheck::isOnPage(const QRectF &box) const
{
    return m_areas.page.adjusted(-1, -1, 1, 1).contains(box.center());
}

/// A word that the page's edge cuts through may stay whole.
bool DrawingCheck::isOfWordOnPage(qsizetype glyph) const
{
    const auto shows = [this](qsizetype i) { return m_areas.page.adjusted(-1, -1, 1, 1).intersects(m_after.glyphs.at(i).box); };
    const auto follows = [this](qsizetype i) {
        const QRectF &one = m_after.glyphs.at(i - 1).box;
        const QRectF &two = m_after.glyphs.at(i).box;
        const double reach = 0.5 * std::min(std::max(one.width(), one.height()), std::max(two.width(), two.height()));
        return m_after.glyphs.at(i - 1).length > 0 && m_after.glyphs.at(i).length > 0 && one.adjusted(-reach, -reach, reach, reach).intersects(two);
    };
    constexpr qsizetype longest = 100; // glyphs of a word
    for (qsizetype i = glyph; i >= std::max<qsizetype>(0, glyph - longest); --i) {
        if (shows(i))
            return true;
        if (i == 0 || !follows(i))
            break;
    }
    for (qsizetype i = glyph + 1; i < std::min(m_after.glyphs.size(), glyph + longest) && follows(i); ++i) {
        if (shows(i))
            return true;
    }
    return false;
}

/// The black rectangles of the redacted page, each subpath of its own.
void DrawingCheck::collectBlack()
{
    for (qsizetype i = 0; i < m_after.items.size(); ++i) {
        const DrawnItem &item = m_after.items.at(i);
        if (!item.black || !m_boxes.isNear(item.box, 0))
            continue;
        for (std::size_t at = item.firstPoint; at < item.firstPoint + item.points;) {
            std::size_t end = at + 1;
            while (end < item.firstPoint + item.points && !m_after.points[end].starts)
                ++end;
            if (isBlackBox(item, at, end)) {
                const QPointF a = m_after.points[at].place;
                const QPointF c = m_after.points[at + 2].place;
                m_black.append({QRectF(a, c).normalized(), i});
            }
            at = end;
        }
    }
}

/// Four corners, one after the other along an axis.
bool DrawingCheck::isBlackBox(const DrawnItem &item, std::size_t from, std::size_t to) const
{
    if (!item.black || to - from < 4 || to - from > 5)
        return false;
    for (std::size_t i = from; i < to; ++i) {
        const DrawnPoint &point = m_after.points[i];
        const DrawnPoint &next = m_after.points[i + 1 < to ? i + 1 : from];
        const QPointF step = next.place - point.place;
        if (point.control || (std::abs(step.x()) > 0.01 && std::abs(step.y()) > 0.01))
            return false;
    }
    return true;
}

/// A label is printed in white after its box: the glyphs there spell it.
bool DrawingCheck::isLabel(qsizetype glyph) const
{
    return m_labels.contains(glyph);
}

void DrawingCheck::findLabels()
{
    for (qsizetype mark = 0; mark < m_areas.marks.size(); ++mark) {
        QString label = m_areas.labels.value(mark);
        label.removeIf([](QChar c) { return c.isSpace(); });
        if (label.isEmpty())
            continue;
        const QRectF area = m_areas.marks.at(mark);
        QList<qsizetype> inside;
        QString text;
        for (qsizetype i = m_after.glyphs.size(); i-- > 0;) {
            if (area.adjusted(-60, -1, 60, 1).contains(m_after.glyphs.at(i).box.center()) && text.size() < label.size()) {
                inside.append(i);
                text.prepend(m_after.textOf(m_after.glyphs.at(i)));
            }
        }
        if (text == label)
            m_labels.unite(QSet<qsizetype>(inside.begin(), inside.end()));
    }
}

/// A character that stood beside the area and whose middle came to lie under its edge: a line was set anew, or the box is
/// wider than the mark.
bool DrawingCheck::isSurvivor(qsizetype glyph, const QRectF &area, bool isMark) const
{
    const qsizetype origin = m_origins[std::size_t(glyph)];
    if (origin < 0)
        return false;
    const QRectF before = m_before.glyphs.at(origin).box;
    if (!isMark) {
        const bool marked = m_marks.any(before, [&](const QRectF &mark) { return isUnder(before, mark); });
        const QPointF middle = before.center();
        const double inside = std::min({middle.x() - area.left(), area.right() - middle.x(), middle.y() - area.top(), area.bottom() - middle.y()});
        return !marked && inside < mostMoved + 1;
    }
    return !isUnder(before, area) && m_moved.isNear(before, 0);
}

/// No character that was on the page is at a place that was to be cleared.
void DrawingCheck::checkUnder()
{
    for (qsizetype i = 0; i < m_after.glyphs.size(); ++i) {
        const DrawnGlyph &glyph = m_after.glyphs.at(i);
        if (glyph.length == 0)
            continue;
        // Of a glyph that the page's edge cuts through only the part on the page counts.
        const QRectF shown = overlaps(glyph.box, m_areas.page) ? glyph.box.intersected(m_areas.page) : glyph.box;
        const bool marked = m_marks.any(glyph.box, [&](const QRectF &area) { return isUnder(shown, area) && !isSurvivor(i, area, true); });
        const bool boxed = m_boxes.any(glyph.box, [&](const QRectF &area) { return isUnder(shown, area) && !isSurvivor(i, area, false); });
        if ((marked || boxed) && !isLabel(i))
            findUnder(marked ? u"a character"_s : u"a character under a box"_s);
        if (!isOfWordOnPage(i))
            findLost(u"text outside the page"_s);
    }
}

/// Outlines keep the shape of what is hidden: no point of a path may be left inside a mark. Pictures, patterns and
/// shadings there must be looked at.
void DrawingCheck::checkShapes()
{
    for (const DrawnItem &item : m_before.items) {
        if (item.kind == DrawnItem::Kind::Image) {
            if (reachesUnder(item)) {
                touchedImages.insert(item.image);
                mustBeDrawn = true;
            }
        } else if (m_boxes.isNear(item.box, 0)
            && (item.kind == DrawnItem::Kind::Pattern || item.kind == DrawnItem::Kind::Shading || !item.plain)) {
            mustBeDrawn = true;
        }
    }
    for (const DrawnItem &item : m_after.items) {
        if (item.kind == DrawnItem::Kind::Image || !m_marks.isNear(item.box, 0))
            continue;
        for (std::size_t at = item.firstPoint; at < item.firstPoint + item.points;) {
            std::size_t end = at + 1;
            while (end < item.firstPoint + item.points && !m_after.points[end].starts)
                ++end;
            const bool box = isBlackBox(item, at, end);
            for (; at < end; ++at) {
                const DrawnPoint &point = m_after.points[at];
                if (box || point.control)
                    continue;
                const bool inside = m_marks.any(QRectF(point.place, QSizeF(0, 0)), [&](const QRectF &mark) {
                    return mark.adjusted(boxTolerance, boxTolerance, -boxTolerance, -boxTolerance).contains(point.place);
                });
                if (inside)
                    return findUnder(u"a shape"_s);
            }
        }
    }
}

/// True for an image whose parallelogram, not only whose bounds, has a part in common with a mark.
bool DrawingCheck::reachesUnder(const DrawnItem &image) const
{
    if (!m_marks.isNear(image.box, 0))
        return false;
    QPolygonF corners;
    for (std::size_t i = 0; i < image.points; ++i)
        corners.append(m_before.points[image.firstPoint + i].place);
    return m_marks.any(image.box, [&](const QRectF &mark) {
        const QRectF inner = mark.adjusted(0.5, 0.5, -0.5, -0.5);
        return inner.isValid() && inner.intersects(image.box) && corners.intersects(QPolygonF(inner));
    });
}

/// True if black rectangles cover the mark, but for its rim, and nothing but its label is drawn over them.
bool DrawingCheck::isBlackened(const QRectF &mark, bool labelled) const
{
    const double side = m_moved.isNear(mark, 0) ? mostMoved : boxTolerance; // the box of a line set anew goes along with it
    const QRectF inner = mark.adjusted(side, boxTolerance, -side, -boxTolerance).intersected(m_areas.page);
    if (!inner.isValid())
        return true; // too small to show, or not on the page
    QList<const Black *> over;
    for (const Black &black : m_black) {
        if (black.rect.intersects(inner))
            over.append(&black);
    }
    constexpr int steps = 12;
    for (int i = 0; i <= steps; ++i) {
        for (int k = 0; k <= steps; ++k) {
            const QPointF p(inner.left() + inner.width() * i / steps, inner.top() + inner.height() * k / steps);
            if (std::none_of(over.begin(), over.end(), [&](const Black *black) { return black->rect.contains(p); }))
                return false;
        }
    }
    // What is drawn afterwards over the box would show, and might show what was there.
    const qsizetype first = (*std::min_element(over.begin(), over.end(), [](const Black *a, const Black *b) { return a->item < b->item; }))->item;
    return std::none_of(m_after.items.begin() + first + 1, m_after.items.end(), [&](const DrawnItem &item) {
        const bool label = labelled && std::any_of(over.begin(), over.end(), [&](const Black *black) { return holds(black->rect, item.box); });
        return !item.black && !label && overlaps(item.box, inner);
    });
}

/// Where no black rectangle lies over a mark, a picture must tell whether the place is black all the same.
void DrawingCheck::checkBoxes()
{
    for (qsizetype i = 0; i < m_areas.marks.size(); ++i)
        mustBeDrawn = mustBeDrawn || !isBlackened(m_areas.marks.at(i), !m_areas.labels.value(i).isEmpty());
}

bool DrawingCheck::mayGo(const DrawnGlyph &glyph) const
{
    return m_boxes.isNear(glyph.box, reach(glyph.box)) || !isOnPage(glyph.box);
}

bool DrawingCheck::isSame(const DrawnGlyph &one, const DrawnGlyph &two) const
{
    if (m_before.textOf(one) != m_after.textOf(two))
        return false;
    if (isNear(one.origin, two.origin, samePlace))
        return true;
    double distance = mostMoved;
    const qsizetype from = &one - m_before.glyphs.constData();
    const qsizetype to = &two - m_after.glyphs.constData();
    const bool inside = from > 0 && to > 0 && m_origins[std::size_t(to - 1)] == from - 1; // of a run whose last letter was found
    if (inside)
        distance = std::min(mostMoved + mostKerned * std::max(one.box.width(), one.box.height()), farthest);
    return isNear(one.origin, two.origin, distance) && m_moved.isNear(one.box, 0);
}

/// Every character is where it was, unless a box touches it; none is new. Usually their order is the same too.
void DrawingCheck::checkGlyphs()
{
    m_origins.assign(std::size_t(m_after.glyphs.size()), -1);
    qsizetype i = 0;
    qsizetype k = 0;
    while (true) {
        while (i < m_before.glyphs.size() && m_before.glyphs.at(i).length == 0)
            ++i;
        while (k < m_after.glyphs.size() && (m_after.glyphs.at(k).length == 0 || isLabel(k)))
            ++k;
        if (i < m_before.glyphs.size() && k < m_after.glyphs.size() && isSame(m_before.glyphs.at(i), m_after.glyphs.at(k))) {
            m_origins[std::size_t(k)] = i;
            ++i;
            ++k;
        } else if (i < m_before.glyphs.size() && mayGo(m_before.glyphs.at(i))) {
            ++i;
        } else {
            break;
        }
    }
    if (i < m_before.glyphs.size() || k < m_after.glyphs.size())
        matchRest(i, k);
}

/// The same in any order.
void DrawingCheck::matchRest(qsizetype before, qsizetype after)
{
    QMultiHash<quint64, qsizetype> open;
    // A glyph that was passed over because it may go may be the one that an equal neighbour took for itself.
    for (qsizetype i = before; i < m_before.glyphs.size(); ++i) {
        const DrawnGlyph &glyph = m_before.glyphs.at(i);
        if (glyph.length > 0)
            open.insert(cell(glyph.origin, m_before.textOf(glyph)), i);
    }
    const auto take = [&](qsizetype k) {
        const DrawnGlyph &glyph = m_after.glyphs.at(k);
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const quint64 key = cell(glyph.origin, m_after.textOf(glyph), dx, dy);
                for (auto it = open.find(key); it != open.end() && it.key() == key; ++it) {
                    if (isSame(m_before.glyphs.at(*it), glyph)) {
                        m_origins[std::size_t(k)] = *it;
                        open.erase(it);
                        return true;
                    }
                }
            }
        }
        return false;
    };
    for (qsizetype k = after; k < m_after.glyphs.size(); ++k) {
        const DrawnGlyph &glyph = m_after.glyphs.at(k);
        if (glyph.length > 0 && !isLabel(k) && isOnPage(glyph.box) && !take(k))
            findLost(u"a character that was not there"_s);
    }
    for (const qsizetype i : std::as_const(open)) {
        if (!mayGo(m_before.glyphs.at(i)))
            findLost(u"a character is gone"_s);
    }
}

/// What no box touches is drawn as it was, in the same order. Pieces of what was cut are new, within what they were cut from.
void DrawingCheck::checkItems()
{
    QList<QRectF> cut;
    QList<const DrawnItem *> kept;
    const auto isSeen = [&](const DrawnItem &item) { return overlaps(item.box, m_areas.page); };
    for (const DrawnItem &item : m_before.items) {
        if (m_boxes.isNear(item.box, boxTolerance))
            cut.append(item.box.adjusted(-boxTolerance, -boxTolerance, boxTolerance, boxTolerance));
        else if (isSeen(item))
            kept.append(&item);
    }
    const RowIndex origins(cut);
    qsizetype next = 0;
    for (const DrawnItem &item : m_after.items) {
        if (m_boxes.isNear(item.box, boxTolerance) || !isSeen(item))
            continue;
        const bool same = next < kept.size() && kept.at(next)->kind == item.kind && isNear(kept.at(next)->box, item.box, samePlace);
        if (same)
            ++next;
        else if (!origins.any(item.box, [&](const QRectF &origin) { return holds(origin, item.box); }))
            return findLost(u"something that was not drawn"_s);
    }
    if (next < kept.size())
        findLost(u"something is not drawn any more"_s);
}

} // namespace dw
