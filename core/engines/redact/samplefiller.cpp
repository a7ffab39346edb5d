#include "core/engines/redact/samplefiller.h"

#include "core/engines/redact/samplearea.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace dw::samplefiller {

namespace {

constexpr double fewestAcross = 12; ///< Samples over an area's shorter side before the grid is made finer.
constexpr double fewestAlong = 48; ///< And over the other side, if the shorter one is refined.
constexpr int largestFactor = 1'024;
constexpr qint64 mostRefined = 4'000'000; ///< Samples; beyond that the box is just as coarse as the image.
constexpr int farthestCopy = 256; ///< Samples between a pixel and the one it is replaced by.
constexpr int plainColor = 6; ///< Spread of colour differences within a block that is as good as grey.

int factorFor(double extent, double wanted)
{
    return extent >= wanted ? 1 : int(std::min(std::ceil(wanted / std::max(extent, 1e-6)), double(largestFactor)));
}

/// A small mark on a coarse image would black out far more than it covers.
QSize refinement(QSize size, const QList<QPolygonF> &areas)
{
    double across = size.width();
    double along = size.height();
    for (const QPolygonF &area : areas) {
        const QRectF box = area.boundingRect();
        if (box.right() <= 0 || box.left() >= 1 || box.bottom() <= 0 || box.top() >= 1)
            continue;
        across = std::min(across, box.width() * size.width());
        along = std::min(along, box.height() * size.height());
    }
    if (!std::isfinite(across) || !std::isfinite(along))
        return {1, 1};
    int horizontal = factorFor(across, fewestAcross);
    int vertical = factorFor(along, fewestAcross);
    horizontal = std::max(horizontal, std::min(vertical, factorFor(across, fewestAlong)));
    vertical = std::max(vertical, std::min(horizontal, factorFor(along, fewestAlong)));
    while (qint64(size.width()) * horizontal * size.height() * vertical > mostRefined && horizontal * vertical > 1) {
        int &larger = horizontal > vertical ? horizontal : vertical;
        larger = std::max(1, larger / 2);
    }
    return {horizontal, vertical};
}

/// Colour is coded in larger blocks than brightness, but where there is none it tells nothing.
bool hasColor(const ImageSamples &samples, const QRect &block)
{
    if (samples.components() != 3)
        return samples.components() > 1;
    int lowest[2] = {512, 512};
    int highest[2] = {-512, -512};
    for (int y = block.top(); y <= block.bottom(); ++y) {
        for (int x = block.left(); x <= block.right(); ++x) {
            const int green = int(samples.at(x, y, 1));
            const int differences[2] = {int(samples.at(x, y, 0)) - green, int(samples.at(x, y, 2)) - green};
            for (int i = 0; i < 2; ++i) {
                lowest[i] = std::min(lowest[i], differences[i]);
                highest[i] = std::max(highest[i], differences[i]);
            }
        }
    }
    return highest[0] - lowest[0] > plainColor || highest[1] - lowest[1] > plainColor;
}

QSize times(QSize size, QSize factors)
{
    return {size.width() * factors.width(), size.height() * factors.height()};
}

/// The nearest pixel in the four directions that stays.
std::optional<QPoint> nearestKept(const SampleArea &area, QSize size, QPoint from)
{
    static constexpr QPoint directions[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    const QRect image(QPoint(), size);
    for (int distance = 1; distance <= farthestCopy; ++distance) {
        for (const QPoint &direction : directions) {
            const QPoint candidate = from + direction * distance;
            if (image.contains(candidate) && !area.isGone(candidate.x(), candidate.y()))
                return candidate;
        }
    }
    return std::nullopt;
}

SampleArea areaOf(const ReadImage &image, const QList<QPolygonF> &areas, QSize factors, bool uniform)
{
    const ImageSamples &samples = image.samples;
    const QSize block = times(image.block, factors);
    const QSize chroma = times(image.chromaBlock, factors);
    const bool sparse = image.chromaBlock != image.block;
    SampleArea area(samples.size(), areas, block.expandedTo(chroma) * 2 + factors);
    area.grow();
    if (uniform) // samples next to an area say no more than all the others
        return area;
    area.growToBlocks(block);
    if (sparse) {
        area.growToBlocks(chroma, [&](const QRect &rect) { return hasColor(samples, rect); });
        area.grow(); // colour is smoothed over the blocks' borders
        area.growToBlocks(factors);
    }
    return area;
}

} // namespace

bool fill(ReadImage &image, const QList<QPolygonF> &areas, const ImagePixel &pixel)
{
    const QSize factors = refinement(image.samples.size(), areas);
    const bool refined = factors != QSize(1, 1);
    if (refined && SampleArea(image.samples.size(), areas, {}).isEmpty())
        return false;
    const bool uniform = image.samples.isUniform();
    if (refined)
        image.samples = image.samples.enlarged(factors);
    const SampleArea area = areaOf(image, areas, factors, uniform);
    if (area.isEmpty())
        return false;
    const QRect bounds = area.bounds();
    for (int y = bounds.top(); y <= bounds.bottom(); ++y) {
        for (int x = bounds.left(); x <= bounds.right(); ++x) {
            if (!area.isGone(x, y))
                continue;
            const std::optional<QPoint> source = area.isCovered(x, y)
                ? std::nullopt
                : nearestKept(area, image.samples.size(), QPoint(x, y));
            if (source)
                image.samples.copyPixel(*source, QPoint(x, y));
            else
                image.samples.setPixel(x, y, pixel);
        }
    }
    return true;
}

} // namespace dw::samplefiller
