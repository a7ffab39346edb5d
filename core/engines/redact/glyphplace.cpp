#include "core/engines/redact/glyphplace.h"

#include <QPolygonF>

#include <cmath>

namespace dw {

namespace {

constexpr double edgeAlong = 0.05; ///< Of the ink's length along the line.
constexpr double edgeAcross = 0.2; ///< Of the ink's height, but at least of a small letter's.
constexpr double otherLine = 0.6; ///< The same where the area is for a known word.
constexpr double smallLetter = 0.5;
constexpr double guessedBottom = -0.2; ///< Of ink, em.
constexpr double guessedTop = 0.88;
constexpr double middleHeight = 0.3; ///< Over the baseline: in the letters of this line, in no other.

} // namespace

GlyphPlace::GlyphPlace(const Glyph &glyph, const FontFace &face, const QTransform &toUser)
    : m_toUser(toUser)
    , m_vertical(face.isVertical())
    , m_ink(glyph.ink)
{
    if (m_vertical)
        m_advance = QRectF(QPointF(-0.5, std::min(glyph.advance, 0.0)), QPointF(0.5, std::max(glyph.advance, 0.0)));
    else
        m_advance = QRectF(QPointF(std::min(glyph.advance, 0.0), face.descent()), QPointF(std::max(glyph.advance, 0.0), face.ascent()));
    // Of a font that is not in the file only its largest box is known, which may be two lines high.
    if (!glyph.inkKnown && !m_vertical && !face.isType3())
        m_ink = m_ink.intersected(QRectF(QPointF(m_ink.left(), guessedBottom), QPointF(m_ink.right(), guessedTop)));
    m_bounds = m_toUser.mapRect(m_ink.isNull() ? m_advance : m_advance.united(m_ink));
    m_centre = m_toUser.map(m_vertical ? m_advance.center() : QPointF(m_advance.center().x(), middleHeight));
    const double small = 1e-6 * (std::abs(m_toUser.m11()) + std::abs(m_toUser.m12()));
    m_upright = (std::abs(m_toUser.m12()) <= small && std::abs(m_toUser.m21()) <= small)
        || (std::abs(m_toUser.m11()) <= small && std::abs(m_toUser.m22()) <= small);
}

int GlyphPlace::takenBy(const CutAreas &areas, const std::function<bool(int)> &otherText) const
{
    int taken = -1;
    areas.forEach(m_bounds, [&](int index) {
        const CutArea &area = areas.areas().at(index);
        if (!isWithin(area.rect) && ((otherText && otherText(index)) || !isTouched(area)))
            return true;
        taken = index;
        return false;
    });
    return taken;
}

QRectF GlyphPlace::shared(const QRectF &area, const QRectF &box) const
{
    const QTransform back = m_toUser.inverted();
    if (m_upright)
        return back.mapRect(area).intersected(box);
    return QPolygonF(box).intersected(back.map(QPolygonF(area))).boundingRect();
}

bool GlyphPlace::isWithin(const QRectF &area) const
{
    if (area.contains(m_centre))
        return true;
    const QRectF both = m_ink.isNull() ? QRectF() : shared(area, m_ink);
    const bool shares = !both.isNull() && both.width() >= 0 && both.height() >= 0;
    return shares && both.width() >= 0.999 * m_ink.width() && both.height() >= 0.999 * m_ink.height();
}

/// More of its ink than the edge where neighbours meet.
bool GlyphPlace::isTouched(const CutArea &mark) const
{
    const QRectF &area = mark.rect;
    const QRectF both = m_ink.isNull() ? QRectF() : shared(area, m_ink);
    if (both.isNull() || both.width() < 0 || both.height() < 0)
        return false;
    const double along = m_vertical ? both.height() : both.width();
    const double across = m_vertical ? both.width() : both.height();
    const double length = m_vertical ? m_ink.height() : m_ink.width();
    const double height = m_vertical ? m_ink.width() : m_ink.height();
    const QRectF whole = m_toUser.inverted().mapRect(area);
    const double areaAcross = m_vertical ? whole.width() : whole.height();
    const double room = std::min((mark.word.isEmpty() ? edgeAcross : otherLine) * std::max(height, smallLetter), 0.5 * areaAcross);
    return along > edgeAlong * length && across > room;
}

} // namespace dw
