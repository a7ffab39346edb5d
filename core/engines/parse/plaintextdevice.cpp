#include "core/engines/parse/plaintextdevice.h"

#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>

#include <cmath>

namespace dw {

void PlainTextDevice::updateFont(GfxState *state)
{
    const auto &font = state->getFont();
    double matrix[4] = {};
    state->getFontTransMat(&matrix[0], &matrix[1], &matrix[2], &matrix[3]);
    const bool isUpright = matrix[0] > 0 && matrix[3] < 0 && std::abs(matrix[1]) < 1e-3 * matrix[0] && std::abs(matrix[2]) < -1e-3 * matrix[3];
    if (!font || !isUpright || font->getType() == fontType3 || font->getWMode() != 0) {
        words.setFont({});
        return;
    }
    words.setFont({font->getID()->num, state->getTransformedFontSize(), font->getAscent(), font->getDescent()});
}

void PlainTextDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double, double, CharCode code, int, const Unicode *unicode, int length)
{
    pictures.isDrawn = true;
    if (!words.isPlain())
        return;
    if (!words.hasFont() || state->getRender() == 3) {
        words.doubt();
        return;
    }
    // The spaces between characters and words that the file adds are not the glyph's.
    const double added = state->getCharSpace() + (code == 0x20 ? state->getWordSpace() : 0);
    double addedX = 0;
    double addedY = 0;
    if (added != 0)
        state->textTransformDelta(added * state->getHorizScaling(), 0, &addedX, &addedY);
    double left = 0;
    double base = 0;
    double width = 0;
    double height = 0;
    state->transform(x, y, &left, &base);
    state->transformDelta(dx - addedX, dy - addedY, &width, &height);
    words.add({left, base}, width, unicode, length);
}

void PlainTextDevice::drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline)
{
    pictures.add(state->getCTM(), width);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, isInline); // reads past an inline one
}

void PlainTextDevice::drawImage(
    GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate, const int *mask, bool isInline)
{
    pictures.add(state->getCTM(), width);
    OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask, isInline);
}

void PlainTextDevice::drawMaskedImage(GfxState *state, Object *, Stream *, int width, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool)
{
    pictures.add(state->getCTM(), width);
}

void PlainTextDevice::drawSoftMaskedImage(
    GfxState *state, Object *, Stream *, int width, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool)
{
    pictures.add(state->getCTM(), width);
}

} // namespace dw
