#include "core/engines/redact/samplefiller.h"

#include "core/engines/redact/samplearea.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace dw::samplefiller {

namespace {

constexpr double fewestReadable = 5.5; ///< Samples over an area's shorter side; fewer show no letter, only a tint.
constexpr double fineEnough = 48; ///< What such an area is refined to: other grids are smoothed otherwise by readers.
constexpr int largestFactor = 1'024;
constexpr qint64 mostRefined = 4'000'000; ///< Samples; beyond that the box is just as coarse as the image.
constexpr int farthestCopy = 256; ///< Samples between a pixel and the one it is replaced by.
constexpr int plainColor = 6; ///< Spread of colour differences within a block that is as good as grey.

int factorFor(double extent, double wanted)
{
    return extent >= wanted ? 1 : int(std::min(std::ceil(wanted / std::max(extent, 1e-6)), double(largestFactor)));
}

/// The least extents of the areas that reach the image, in samples.
QSizeF extents(QSize size, const QList<QPolygonF> &areas)
{
    QSizeF least = size;
    for (const QPolygonF &area : areas) {
        const QRectF box = area.boundingRect();
        if (box.right() <= 0 || box.left() >= 1 || box.bottom() <= 0 || box.top() >= 1)
            continue;
        least = least.boundedTo(QSizeF(box.width() * size.width(), box.height() * size.height()));
    }
    return least;
}

/// A small mark on a coarse image would black out far more than it covers.
QSize refinement(QSize size, QSizeF least)
{
    if (std::min(least.width(), least.height()) >= fewestReadable)
        return {1, 1};
    int horizontal = factorFor(least.width(), fineEnough);
    int vertical = factorFor(least.height(), fineEnough);
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

/// `sharp`: what lies outside the areas is kept even of a sample that they touch.
SampleArea areaOf(const ReadImage &image, const QList<QPolygonF> &areas, QSize factors, bool sharp)
{
    const ImageSamples &samples = image.samples;
    const QSize block = times(image.block, factors);
    const QSize chroma = times(image.chromaBlock, factors);
    const bool sparse = image.chromaBlock != image.block;
    SampleArea area(samples.size(), areas, block.expandedTo(chroma) * 2 + factors);
    if (sharp)
        return area;
    area.grow();
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
    const QSizeF least = extents(image.samples.size(), areas);
    const QSize factors = refinement(image.samples.size(), least);
    const bool refined = factors != QSize(1, 1);
    if (refined && SampleArea(image.samples.size(), areas, {}).isEmpty())
        return false;
    // What so large a sample shows beside the area is told by the page as it is seen; where samples can be parts of
    // letters, a touched one goes altogether.
    const bool coded = image.block != QSize(1, 1);
    const bool sharp = (refined && !coded) || image.samples.isUniform();
    if (refined)
        image.samples = image.samples.enlarged(factors);
    const SampleArea area = areaOf(image, areas, factors, sharp);
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
