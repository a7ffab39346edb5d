#pragma once

#include "core/engines/parse/pagedrawing.h"

#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>
#include <poppler/SplashOutputDev.h>

namespace dw {

/// Writes down what Poppler draws instead of drawing it.
class DrawingDevice final : public OutputDev
{
public:
    /// `scale`: points per device unit (the page's UserUnit).
    explicit DrawingDevice(double scale)
        : m_scale(scale)
    {
    }

    PageDrawing drawing;

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code,
        int nBytes, const Unicode *unicode, int length) override;
    void fill(GfxState *state) override { path(state, DrawnItem::Kind::Fill); }
    void eoFill(GfxState *state) override { path(state, DrawnItem::Kind::Fill); }
    void stroke(GfxState *state) override { path(state, DrawnItem::Kind::Stroke); }
    bool tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double, double) override;
    bool functionShadedFill(GfxState *state, GfxFunctionShading *) override { return shading(state); }
    bool axialShadedFill(GfxState *state, GfxAxialShading *, double, double) override { return shading(state); }
    bool radialShadedFill(GfxState *state, GfxRadialShading *, double, double) override { return shading(state); }
    bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) override { return shading(state); }
    bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override { return shading(state); }
    void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool inlineImage) override;
    void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colorMap, bool interpolate,
        const int *maskColors, bool inlineImage) override;
    void drawMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colorMap, bool interpolate,
        Stream *maskStream, int maskWidth, int maskHeight, bool maskInvert, bool maskInterpolate) override;
    void drawSoftMaskedImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colorMap, bool interpolate,
        Stream *maskStream, int maskWidth, int maskHeight, GfxImageColorMap *maskColorMap, bool maskInterpolate) override;
    void setSoftMask(GfxState *, const double *, bool, Function *, GfxColor *) override { m_softMask = true; }
    void clearSoftMask(GfxState *) override { m_softMask = false; }

private:
    QPointF device(GfxState *state, double x, double y) const;
    DrawnItem &item(GfxState *state, DrawnItem::Kind kind);
    void path(GfxState *state, DrawnItem::Kind kind);
    bool shading(GfxState *state);
    void image(GfxState *state, Object *ref);
    void addText(DrawnGlyph &glyph, const Unicode *unicode, int length);

    const double m_scale;
    bool m_softMask = false;
};

/// Draws a page without the black boxes over it: shows what was left under them.
class UncoveringDevice final : public SplashOutputDev
{
public:
    /// `boxes` in device space, pixels.
    UncoveringDevice(const QList<QRectF> &boxes, SplashColorPtr paper);

    void fill(GfxState *state) override;
    void eoFill(GfxState *state) override;

private:
    bool isBox(GfxState *state) const;

    QList<QRectF> m_boxes;
};

} // namespace dw
