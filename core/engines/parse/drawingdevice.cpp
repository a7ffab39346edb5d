#include "core/engines/parse/drawingdevice.h"

#include "core/base/normaltext.h"

#include <poppler/GfxFont.h>
#include <poppler/Object.h>

#include <QColor>

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

constexpr std::size_t mostPoints = 4'000'000; ///< Of one page; further paths keep only their box.
constexpr double farAway = 1e7; ///< Coordinates beyond this are of no page.

/// Bounds the points; NaN and what is far away are moved in.
class Bounds
{
public:
    void add(QPointF p)
    {
        const double x = std::isfinite(p.x()) ? std::clamp(p.x(), -farAway, farAway) : farAway;
        const double y = std::isfinite(p.y()) ? std::clamp(p.y(), -farAway, farAway) : farAway;
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }

    QRectF rect() const { return left > right ? QRectF() : QRectF(QPointF(left, top), QPointF(right, bottom)); }

private:
    double left = farAway;
    double right = -farAway;
    double top = farAway;
    double bottom = -farAway;
};

/// Ascent and descent in text space units of a font of size 1.
std::pair<double, double> heights(GfxFont &font)
{
    if (font.getType() == fontType3) {
        const double *const matrix = font.getFontMatrix();
        const double *const box = font.getFontBBox();
        const double high = box[3] * matrix[3];
        const double low = box[1] * matrix[3];
        if (high > low && high - low > 0.05 && high - low < 5)
            return {high, low};
        return {0.95, -0.35};
    }
    return {std::clamp(font.getAscent(), 0.3, 1.05), std::clamp(font.getDescent(), -0.4, 0.0)};
}

QColor fillColour(GfxState *state)
{
    if (state->getFillColorSpace()->getMode() == csPattern)
        return Qt::white;
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    return QColor(colToByte(rgb.r), colToByte(rgb.g), colToByte(rgb.b));
}

bool isBlack(const QColor &colour)
{
    return colour.red() < 16 && colour.green() < 16 && colour.blue() < 16;
}

/// Most characters are their own compatibility form; asking ICU for each would cost more than all the rest.
bool isPlain(char32_t c)
{
    return (c > 0x20 && c < 0x7f) || (c >= 0x4e00 && c < 0xa000);
}

} // namespace

QPointF DrawingDevice::device(GfxState *state, double x, double y) const
{
    double dx = 0;
    double dy = 0;
    state->transform(x, y, &dx, &dy);
    return {dx * m_scale, dy * m_scale};
}

DrawnItem &DrawingDevice::item(GfxState *state, DrawnItem::Kind kind)
{
    DrawnItem result;
    result.kind = kind;
    result.glyphsBefore = drawing.glyphs.size();
    const double opacity = kind == DrawnItem::Kind::Stroke ? state->getStrokeOpacity() : state->getFillOpacity();
    result.opacity = opacity;
    result.plain = opacity >= 1 && state->getBlendMode() == gfxBlendNormal && !m_softMask;
    drawing.items.append(result);
    return drawing.items.last();
}

void DrawingDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code,
    int, const Unicode *unicode, int length)
{
    GfxFont *const font = state->getFont().get();
    if (!font)
        return;
    // Spacing is no part of the glyph.
    double spaceX = 0;
    double spaceY = 0;
    const double spacing = state->getCharSpace() + (code == 0x20 ? state->getWordSpace() : 0);
    const bool vertical = font->getWMode() == 1;
    if (vertical)
        state->textTransformDelta(0, spacing, &spaceX, &spaceY);
    else
        state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spaceX, &spaceY);
    const double size = state->getFontSize();
    const auto [ascent, descent] = heights(*font);
    double upX = 0;
    double upY = 0;
    state->textTransformDelta(0, size, &upX, &upY);
    double acrossX = dx - spaceX;
    double acrossY = dy - spaceY;
    if (vertical)
        state->textTransformDelta(size * state->getHorizScaling(), 0, &acrossX, &acrossY);
    const QPointF origin(x - originX, y - originY);
    const QPointF up(upX, upY);
    const QPointF across(acrossX, acrossY);
    Bounds bounds;
    for (const QPointF &corner : {origin + up * descent, origin + up * ascent, origin + across + up * descent, origin + across + up * ascent})
        bounds.add(device(state, corner.x(), corner.y()));
    DrawnGlyph glyph;
    glyph.origin = device(state, origin.x(), origin.y());
    glyph.box = bounds.rect();
    glyph.invisible = state->getRender() == 3;
    addText(glyph, unicode, length);
    drawing.glyphs.append(glyph);
}

void DrawingDevice::addText(DrawnGlyph &glyph, const Unicode *unicode, int length)
{
    glyph.at = int(drawing.text.size());
    for (int i = 0; i < length; ++i) {
        const char32_t c = unicode[i];
        if (isPlain(c)) {
            drawing.text += QChar(char16_t(c));
            continue;
        }
        const bool usable = c > 0x1f && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
        const QString form = usable ? compatibilityForm(QString::fromUcs4(&c, 1)) : QString(QChar::ReplacementCharacter);
        for (const QChar piece : form) {
            if (!piece.isSpace())
                drawing.text += piece;
        }
    }
    if (length <= 0)
        drawing.text += QChar(QChar::ReplacementCharacter);
    glyph.length = int(drawing.text.size()) - glyph.at;
}

void DrawingDevice::path(GfxState *state, DrawnItem::Kind kind)
{
    const GfxPath *const source = state->getPath();
    DrawnItem &result = item(state, kind);
    result.firstPoint = drawing.points.size();
    Bounds bounds;
    for (int i = 0; i < source->getNumSubpaths(); ++i) {
        const GfxSubpath *const part = source->getSubpath(i);
        for (int k = 0; k < part->getNumPoints(); ++k) {
            const QPointF place = device(state, part->getX(k), part->getY(k));
            bounds.add(place);
            if (drawing.points.size() < mostPoints)
                drawing.points.push_back({place, k == 0, part->getCurve(k)});
        }
    }
    result.points = drawing.points.size() - result.firstPoint;
    result.box = bounds.rect();
    if (kind == DrawnItem::Kind::Stroke) {
        const double half = std::clamp(state->getTransformedLineWidth() * m_scale / 2, 0.0, farAway);
        result.box.adjust(-half, -half, half, half);
    } else {
        const QColor colour = fillColour(state);
        result.black = result.plain && isBlack(colour);
        result.grey = qGray(colour.rgb());
    }
}

bool DrawingDevice::shading(GfxState *state)
{
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    state->getClipBBox(&x0, &y0, &x1, &y1);
    item(state, DrawnItem::Kind::Shading).box = QRectF(QPointF(x0, y0) * m_scale, QPointF(x1, y1) * m_scale).normalized();
    return true;
}

bool DrawingDevice::tilingPatternFill(
    GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double, double)
{
    shading(state);
    drawing.items.last().kind = DrawnItem::Kind::Pattern;
    return true;
}

void DrawingDevice::image(GfxState *state, Object *ref)
{
    DrawnItem &result = item(state, DrawnItem::Kind::Image);
    Bounds bounds;
    result.firstPoint = drawing.points.size();
    for (const QPointF &corner : {QPointF(0, 0), QPointF(1, 0), QPointF(1, 1), QPointF(0, 1)}) {
        const QPointF place = device(state, corner.x(), corner.y());
        bounds.add(place);
        drawing.points.push_back({place, corner.isNull(), false});
    }
    result.points = 4;
    result.box = bounds.rect();
    result.image = ref && ref->isRef() ? ref->getRefNum() : 0;
}

void DrawingDevice::drawImageMask(
    GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool inlineImage)
{
    image(state, ref);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inlineImage); // reads past an inline one
}

void DrawingDevice::drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *colorMap,
    bool interpolate, const int *maskColors, bool inlineImage)
{
    image(state, ref);
    OutputDev::drawImage(state, ref, stream, width, height, colorMap, interpolate, maskColors, inlineImage);
}

void DrawingDevice::drawMaskedImage(GfxState *state, Object *ref, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool)
{
    image(state, ref);
}

void DrawingDevice::drawSoftMaskedImage(
    GfxState *state, Object *ref, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool)
{
    image(state, ref);
}

UncoveringDevice::UncoveringDevice(const QList<QRectF> &boxes, SplashColorPtr paper)
    : SplashOutputDev(splashModeRGB8, 4, false, paper)
    , m_boxes(boxes)
{
}

bool UncoveringDevice::isBox(GfxState *state) const
{
    if (state->getFillOpacity() < 1 || state->getBlendMode() != gfxBlendNormal || !isBlack(fillColour(state)))
        return false;
    const GfxPath *const path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
        const GfxSubpath *const part = path->getSubpath(i);
        Bounds bounds;
        for (int k = 0; k < part->getNumPoints(); ++k) {
            double x = 0;
            double y = 0;
            state->transform(part->getX(k), part->getY(k), &x, &y);
            bounds.add({x, y});
        }
        const QRectF rect = bounds.rect();
        const bool known = std::any_of(m_boxes.begin(), m_boxes.end(), [&](const QRectF &box) {
            return std::abs(box.left() - rect.left()) < 1 && std::abs(box.right() - rect.right()) < 1 && std::abs(box.top() - rect.top()) < 1
                && std::abs(box.bottom() - rect.bottom()) < 1;
        });
        if (!known)
            return false;
    }
    return path->getNumSubpaths() > 0;
}

void UncoveringDevice::fill(GfxState *state)
{
    if (!isBox(state))
        SplashOutputDev::fill(state);
}

void UncoveringDevice::eoFill(GfxState *state)
{
    if (!isBox(state))
        SplashOutputDev::eoFill(state);
}

} // namespace dw
