#pragma once

#include "core/engines/redact/cutareas.h"
#include "core/engines/redact/fontoracle.h"

#include <QTransform>

#include <functional>

namespace dw {

/// Where one glyph stands on its page and whether an area takes it.
class GlyphPlace
{
public:
    /// `toUser`: from the glyph's own space (font size 1, origin on the baseline) to default user space.
    GlyphPlace(const Glyph &glyph, const FontFace &face, const QTransform &toUser);

    QRectF bounds() const { return m_bounds; } ///< Of advance box and ink, default user space.
    QRectF ink() const { return m_ink.isNull() ? QRectF() : m_toUser.mapRect(m_ink); } ///< Default user space; null without ink.
    QPointF centre() const { return m_centre; } ///< Of the advance box.

    /// The mark whose area takes the glyph; -1 if none does.
    ///
    /// An area takes a glyph when it covers the middle of its advance box, all of its ink, or more of its ink than
    /// the edge where neighbours meet: 5 % along the line and, across it, a fifth of a letter's height (of a mark for a known
    /// word: three fifths). In Chinese text
    /// glyphs abut and the boxes of tight lines overlap, so "any touch" would take neighbours that nobody marked.
    ///
    /// `otherText` says of an area that what is shown has nothing to do with its word: then only the first two count.
    int takenBy(const CutAreas &areas, const std::function<bool(int)> &otherText = {}) const;
    bool isWithin(const QRectF &area) const; ///< It covers the middle or all of the ink.

private:
    bool isTouched(const CutArea &mark) const;
    QRectF shared(const QRectF &area, const QRectF &box) const;

    const QTransform &m_toUser;
    bool m_vertical = false;
    bool m_upright = true; ///< Rectangles stay rectangles.
    QRectF m_advance; ///< Glyph space.
    QRectF m_ink;
    QRectF m_bounds;
    QPointF m_centre;
};

} // namespace dw
