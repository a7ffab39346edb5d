#pragma once

#include "core/engines/redact/cutcontext.h"
#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/meshcutter.h"
#include "core/engines/redact/resourceset.h"

namespace dw {

/// Decides what becomes of a pattern that is painted over an area. A cell that is painted once is content like any
/// other and is cut where it lies; one of plain lines that is seen whole elsewhere tells nothing, and is painted
/// around the area; any other cannot be proven.
class PatternCutter
{
public:
    PatternCutter(CutContext &context, ResourceSet &resources, QPDFObjectHandle pageResources);

    struct Plan {
        std::string color; ///< Operands for scn or SCN, a new pattern in place of the old one; empty: as it is.
        bool around = false; ///< No ink of it may be in an area: PathCutter::cutInk().
    };

    /// `painted`: default user space. Throws Unprovable("pattern"), ("mesh"), ("shading").
    Plan plan(const PatternColor &color, const QRectF &painted);

    /// For text and stencils: their shapes are cut, so a pattern in them may be lines and gradients only.
    void requirePlain(const PatternColor &color) const;

    /// The name to paint a shading by (sh) under the current matrix; empty: the one it has.
    std::string shading(QPDFObjectHandle object, const QTransform &ctm);

private:
    struct Cell;

    Plan planTiling(const PatternColor &color, const QRectF &painted);
    Plan planShading(const PatternColor &color, const QRectF &painted);
    QPDFObjectHandle cutCell(QPDFObjectHandle pattern, const QTransform &toUser);
    bool isPlain(QPDFObjectHandle pattern) const;

    CutContext &m_context;
    ResourceSet &m_resources;
    QPDFObjectHandle m_page;
};

} // namespace dw
