#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace dw {

/// A glyph as a page shows it, hidden, clipped and invisible ones included. Displayed page: points, origin top-left.
struct DrawnGlyph {
    QPointF origin;
    QRectF box; ///< Advance by ascent and descent.
    int at = 0; ///< Where its characters begin in PageDrawing::text ...
    int length = 0; ///< ... and how many there are: none for a space.
    bool invisible = false; ///< Text render mode 3.
};

/// A point of a path.
struct DrawnPoint {
    QPointF place;
    bool starts = false; ///< Of a subpath.
    bool control = false; ///< Of a curve; not on it.
};

/// Anything else a page shows. Clips are left out: what they hide is there all the same.
struct DrawnItem {
    enum class Kind { Fill, Stroke, Image, Shading, Pattern };

    Kind kind = Kind::Fill;
    QRectF box; ///< Of its points; strokes with their width.
    bool black = false; ///< An opaque black fill.
    bool plain = true; ///< Opaque, blend mode Normal, no soft mask.
    double opacity = 1;
    int grey = 255; ///< Lightness of a fill's colour, 0 to 255; of other things 255.
    int image = 0; ///< Object number of an image; 0 for an inline one.
    std::size_t firstPoint = 0;
    std::size_t points = 0; ///< In PageDrawing::points.
    qsizetype glyphsBefore = 0;
};

/// Everything that a page draws, in its order: what two versions of a page are compared by.
struct PageDrawing {
    QString text; ///< Of all glyphs as drawn: compatibility forms, without white space; U+FFFD where no character is known.
    QList<DrawnGlyph> glyphs;
    QList<DrawnItem> items;
    std::vector<DrawnPoint> points;

    QStringView textOf(const DrawnGlyph &glyph) const { return QStringView(text).mid(glyph.at, glyph.length); }
};

} // namespace dw
