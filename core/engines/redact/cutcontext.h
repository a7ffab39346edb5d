#pragma once

#include "core/domain/pdfpage.h"
#include "core/engines/redact/cutareas.h"
#include "core/engines/redact/fontoracle.h"
#include "core/engines/redact/imagecutter.h"
#include "core/engines/redact/layerstates.h"
#include "core/engines/redact/pathcutter.h"
#include "core/engines/redact/replacementtext.h"

#include <QMap>

#include <map>
#include <set>

namespace dw {

class LinePlanner;

/// How much went under one mark.
struct CutCounts {
    int glyphs = 0;
    int images = 0;
    int paths = 0;
    int others = 0; ///< Patterns, shadings, soft masks.
};

/// What lasts for all pages of a file while they are cut.
struct CutTools {
    CutTools(QPDF &pdf, std::string provenTag)
        : source(pdf)
        , spanTag(std::move(provenTag))
        , images(pdf)
        , layers(pdf)
    {
    }

    QPDF &source;
    const std::string spanTag; ///< Of marked content that ReplacementText vouches for.
    FontOracle fonts;
    ImageCutter images;
    LayerStates layers;
    QPDFObjectHandle blanks = QPDFObjectHandle::newNull(); ///< GapFiller's font, once it is needed.
    std::map<QPDFObjGen, QRectF> extents; ///< Of forms in form space: where anything of theirs is put, clipped or not.
};

/// A glyph that stays, in the order of drawing.
struct KeptGlyph {
    QString text;
    QRectF bounds; ///< Default user space.
};

/// What lasts for one page.
struct CutContext {
    CutContext(CutTools &shared, CutAreas index, const QRectF &visibleBox)
        : tools(shared)
        , areas(std::move(index))
        , paths(areas.rects())
        , visible(visibleBox)
        , toPixels(1, 0, 0, -1, -visibleBox.left(), visibleBox.bottom())
        , replacement(shared.spanTag)
    {
    }

    CutTools &tools;
    const CutAreas areas;
    const PathCutter paths;
    const QRectF visible; ///< The crop box: what lies outside is not shown and goes.
    QTransform toPixels; ///< From default user space, one pixel for a point, y down.
    ReplacementText replacement;
    LinePlanner *planner = nullptr; ///< Null: survivors stay where they are (level A).
    QMap<int, CutCounts> counts; ///< By mark.
    QMap<int, QRectF> reach; ///< By area: the ink of what it took, which may stand out of it.
    std::vector<KeptGlyph> *kept = nullptr; ///< Where what stays is noted; null: not asked for.
    int formsCut = 0; ///< In both passes.
    int hiddenGlyphs = 0; ///< Dropped because nobody sees them: outside the page, in a layer that is off.
    QStringList notes; ///< E.g. "image_damaged".
    std::set<QPDFObjGen> open; ///< Forms being cut: finding one again is a cycle.
    std::map<QPDFObjGen, QRectF> newExtents; ///< Found on this page; both passes over it must see the same.
    bool changed = false;
    QRectF extent; ///< In default user space, of what the running stream painted.

    void painted(const QRectF &box) { extent = extent.isNull() ? box : extent.united(box); }
};

} // namespace dw
