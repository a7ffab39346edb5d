#pragma once

#include "core/engines/parse/picturenotes.h"
#include "core/engines/parse/plainwords.h"

#include <poppler/OutputDev.h>

namespace dw {

/// Hands the glyphs of a page of plain text to PlainWords, and notes its pictures on the way. For a page drawn at 72 dpi,
/// turned as it is displayed.
class PlainTextDevice final : public OutputDev
{
public:
    PlainWords words;
    PictureNotes pictures;

    /// Forgets the page before.
    void begin(QSizeF page)
    {
        words = PlainWords(page);
        pictures = {};
    }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }

    void restoreState(GfxState *state) override { updateFont(state); }
    void stroke(GfxState *) override { pictures.isDrawn = true; }
    void fill(GfxState *) override { pictures.isDrawn = true; }
    void eoFill(GfxState *) override { pictures.isDrawn = true; }

    void updateFont(GfxState *state) override;
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int bytes,
        const Unicode *unicode, int length) override;
    void beginActualText(GfxState *, const GooString *) override { words.doubt(); }

    void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline) override;
    void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate, const int *mask,
        bool isInline) override;
    void drawMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate, Stream *mask,
        int maskWidth, int maskHeight, bool invert, bool maskInterpolate) override;
    void drawSoftMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate, Stream *mask,
        int maskWidth, int maskHeight, GfxImageColorMap *maskMap, bool maskInterpolate) override;
};

} // namespace dw
