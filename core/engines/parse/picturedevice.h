#pragma once

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#include <poppler/OutputDev.h>
#pragma GCC diagnostic pop

#include <QImage>
#include <QRectF>

namespace dw {

/// Takes the one upright picture of a page as it is in the file, pixel for pixel: drawing it anew would blur its letters.
/// With 72 dots an inch its places are points of the displayed page.
class PictureDevice final : public OutputDev
{
public:
    QImage picture; ///< Format_Grayscale8; null if there is none, or something else beside it.
    QRectF box;

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    void stroke(GfxState *) override { spoil(); }
    void fill(GfxState *) override { spoil(); }
    void eoFill(GfxState *) override { spoil(); }
    void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline) override;
    void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate,
        const int *mask, bool isInline) override;
    void drawMaskedImage(GfxState *, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool) override { spoil(); }
    void drawSoftMaskedImage(GfxState *, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool) override
    {
        spoil();
    }

private:
    void spoil()
    {
        m_isSpoilt = true;
        picture = QImage();
    }

    bool m_isSpoilt = false;
};

} // namespace dw
