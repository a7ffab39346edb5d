#pragma once

#include "core/engines/redact/fontoracle.h"
#include "core/engines/redact/readerplaces.h"

#include <QTransform>

#include <vector>

namespace dw {

/// What one operator shows: its glyphs with their places, and which of them go.
struct ShownString {
    struct Placed {
        Glyph glyph;
        int item = 0;
        QPointF before; ///< Offset from the line's beginning, text space.
        QPointF after;
        ReaderDrift driftBefore; ///< Text space, from the line's beginning too.
        ReaderDrift driftAfter;
        QTransform toUser; ///< From the glyph's own space.
        ReaderPlaces::Spot spot {};
        int area = -1; ///< That takes it.
        bool atEdge = false; ///< Only the edge of its ink is in that area.
        bool hidden = false;
        QRectF bounds; ///< Default user space.
        QRectF ink;
        bool outside = false; ///< Of the visible page.
        QPointF shift; ///< Default user space; level B.
        bool startsPiece = false; ///< Level B: set by its own matrix.
        double tracking = 0; ///< Level B: em.
        bool dropped = false; ///< Level B: a space that nobody misses.
        bool removed() const { return area >= 0 || hidden || dropped; }
    };
    std::vector<Placed> glyphs;
    ReaderPlaces places; ///< At the start.
    QPointF start;
    QPointF end;
    ReaderDrift drift; ///< At the end.
    ReaderDrift driftBefore; ///< At the start.
    int show = -1; ///< Its number in the planner.
    bool reset = false; ///< Level B: the survivors are set anew.
    int removedCount = 0;

    /// Text off the visible page goes; a word that the page's edge cuts through stays whole.
    void hideOutside();
};

} // namespace dw
