#include "core/engines/parse/picturedevice.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <poppler/GfxState.h>
#include <poppler/Stream.h>
#pragma GCC diagnostic pop

#include <cmath>

namespace dw {

namespace {

constexpr int largestSide = 12'000;
constexpr double mostPixels = 64e6;

QImage greyPicture(Stream *stream, int width, int height, GfxImageColorMap *map)
{
    QImage image(width, height, QImage::Format_Grayscale8);
    if (image.isNull())
        return {};
    ImageStream lines(stream, width, map->getNumPixelComps(), map->getBits());
    lines.reset();
    for (int y = 0; y < height; ++y) {
        unsigned char *line = lines.getLine();
        if (!line) {
            image = QImage(); // cut off: what is missing must not pass for paper
            break;
        }
        uchar *out = image.scanLine(y);
        for (int x = 0; x < width; ++x) {
            GfxGray grey = 0;
            map->getGray(line + x * map->getNumPixelComps(), &grey);
            out[x] = colToByte(grey);
        }
    }
    lines.close();
    return image;
}

} // namespace

void PictureDevice::drawImageMask(
    GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline)
{
    spoil();
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, isInline); // reads past an inline one
}

void PictureDevice::drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map,
    bool interpolate, const int *mask, bool isInline)
{
    const auto &m = state->getCTM();
    const bool isUpright = m[0] > 0 && m[3] < 0 && std::abs(m[1]) < 0.01 * m[0] && std::abs(m[2]) < 0.01 * m[0];
    const bool isUsable = !m_isSpoilt && picture.isNull() && isUpright && !mask && !isInline && width > 0 && height > 0 && width <= largestSide
        && height <= largestSide && double(width) * height <= mostPixels;
    if (!isUsable) {
        spoil();
        OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask, isInline);
        return;
    }
    picture = greyPicture(stream, width, height, map);
    box = QRectF(m[4], m[5] + m[3], m[0], -m[3]);
    if (picture.isNull())
        m_isSpoilt = true;
}

} // namespace dw
