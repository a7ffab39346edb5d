#pragma once

#include "core/engines/redact/fontoracle.h"
#include "core/engines/redact/pathcutter.h"

#include <QTransform>

#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace dw {

/// The text state of ISO 32000-2, 9.3. Numbers as the operators give them, but `scale` is Tz / 100.
struct TextParameters {
    double charSpacing = 0;
    double wordSpacing = 0;
    double writtenCharSpacing = 0; ///< What the written stream has set: with a LinePlanner only what a string needs.
    double writtenWordSpacing = 0;
    double writtenLeading = 0;
    double scale = 1;
    double leading = 0;
    double size = 0;
    double rise = 0;
    int mode = 0; ///< Tr
    QPDFObjectHandle font = QPDFObjectHandle::newNull();
    const FontFace *face = nullptr; ///< Of `font`, once it was needed.
    std::string fontName; ///< In the resources of the stream, with its slash; empty: set by a graphics state or outside.
};

/// A pattern as the colour of fills or strokes.
struct PatternColor {
    QPDFObjectHandle pattern = QPDFObjectHandle::newNull(); ///< Null: a plain colour.
    std::string tints; ///< What stands before the pattern's name: the colour of an uncoloured one.
    QTransform base; ///< To default user space, of the stream that named it: its matrix counts from there.
    std::string pending; ///< The operator that sets it, as long as it is not written.

    /// Before something is painted with the pattern as it is: one that is cut wherever it is used is named nowhere.
    void write(std::string &out)
    {
        out += pending;
        pending.clear();
    }
};

/// What of the graphics state decides where and with what something is painted (8.4).
struct GraphicsState {
    QTransform ctm; ///< To default user space of the page.
    TextParameters text;
    PathCutter::Stroke stroke;
    PatternColor fill;
    PatternColor line; ///< Of strokes.
};

} // namespace dw
