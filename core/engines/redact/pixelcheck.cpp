#include "core/engines/redact/pixelcheck.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dw::pixelcheck {

namespace {

constexpr int otherColour = 64; ///< Of 255: more than another smoothing of the same edge.
constexpr double mostChanged = 0.003; ///< Share of the pixels compared.
constexpr int cellSize = 6;
constexpr double leftOfCell = 8.0 * cellSize * cellSize / ((cellSize + 2) * (cellSize + 2)); ///< An eighth of its ink, in a wider place.
constexpr int inkOfCell = 40 * cellSize; ///< Least sum of ink that makes a cell one with something in it.

int difference(const uchar *a, const uchar *b)
{
    return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

QRect pixels(const QRectF &area, double scale, int grown, const QRect &within)
{
    const QRectF scaled(area.topLeft() * scale, area.size() * scale);
    return scaled.toAlignedRect().adjusted(-grown, -grown, grown, grown).intersected(within);
}

QImage small(const QImage &image, QSize size)
{
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
}

/// The darkest of a pixel and its neighbours: a letter on the edge of two cells may be drawn in either.
int mostInkNear(const QImage &grey, int x, int y)
{
    int most = 0;
    for (int v = std::max(0, y - 1); v <= std::min(grey.height() - 1, y + 1); ++v) {
        for (int u = std::max(0, x - 1); u <= std::min(grey.width() - 1, x + 1); ++u)
            most = std::max(most, 255 - grey.constScanLine(v)[u]);
    }
    return most;
}

/// What varies within each cell of a picture: how much there is to see in it, with and without the pixels around it.
class Cells
{
public:
    explicit Cells(QSize size)
        : columns(size.width() / cellSize + 1)
        , rows(size.height() / cellSize + 1)
        , cells(std::size_t(columns) * std::size_t(rows))
    {
    }

    void add(int x, int y, int before, int after)
    {
        Cell &own = cell(x / cellSize, y / cellSize);
        own.before += before;
        own.after += after;
        if (before == 0 && after == 0)
            return;
        for (int v = std::max(0, (y - 1) / cellSize); v <= std::min(rows - 1, (y + 1) / cellSize); ++v) {
            for (int u = std::max(0, (x - 1) / cellSize); u <= std::min(columns - 1, (x + 1) / cellSize); ++u) {
                cell(u, v).beforeAround += before;
                cell(u, v).afterAround += after;
            }
        }
    }

    /// A cell with something in it became empty, or an empty one was filled. Letters that readers set on whole pixels may be
    /// found one further.
    bool anyLost() const
    {
        const auto gone = [](int one, int other) { return one > inkOfCell && other * leftOfCell < one; };
        return std::any_of(cells.begin(), cells.end(),
            [&](const Cell &cell) { return gone(cell.before, cell.afterAround) || gone(cell.after, cell.beforeAround); });
    }

private:
    struct Cell {
        int before = 0;
        int after = 0;
        int beforeAround = 0;
        int afterAround = 0;
    };

    Cell &cell(int column, int row) { return cells[std::size_t(row) * std::size_t(columns) + std::size_t(column)]; }

    int columns;
    int rows;
    std::vector<Cell> cells;
};

/// Steps between a pixel and its left neighbour: ink on any ground.
int step(const uchar *pixel)
{
    return difference(pixel, pixel - 3);
}

} // namespace

bool isSame(const QImage &before, const QImage &after, double scale, const QList<QRectF> &except)
{
    if (before.size() != after.size() || before.format() != QImage::Format_RGB888 || after.format() != QImage::Format_RGB888)
        return false;
    const int width = before.width();
    const int height = before.height();
    std::vector<bool> hidden(std::size_t(width) * std::size_t(height));
    for (const QRectF &area : except) {
        const QRect rect = pixels(area, scale, 2, before.rect());
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            const auto row = hidden.begin() + qsizetype(y) * width;
            std::fill(row + rect.left(), row + rect.right() + 1, true);
        }
    }
    Cells cells(before.size());
    qint64 changed = 0;
    qint64 compared = 0;
    for (int y = 0; y < height; ++y) {
        const uchar *const a = before.constScanLine(y);
        const uchar *const b = after.constScanLine(y);
        const std::size_t row = std::size_t(y) * std::size_t(width);
        for (int x = 0; x < width; ++x) {
            if (hidden[row + std::size_t(x)])
                continue;
            ++compared;
            changed += difference(a + 3 * x, b + 3 * x) > otherColour;
            if (x > 0 && !hidden[row + std::size_t(x) - 1])
                cells.add(x, y, step(a + 3 * x), step(b + 3 * x));
        }
    }
    return double(changed) <= std::max(6.0, mostChanged * double(compared)) && !cells.anyLost();
}

bool isBlack(const QImage &picture, double scale, const QRectF &area, bool labelled)
{
    constexpr uchar dark = 48;
    const QRect inside = pixels(area, scale, -2, picture.rect());
    if (!inside.isValid())
        return true;
    int light = 0;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const uchar *const line = picture.constScanLine(y);
        for (int x = inside.left(); x <= inside.right(); ++x)
            light += std::max({line[3 * x], line[3 * x + 1], line[3 * x + 2]}) > dark;
    }
    return light <= (labelled ? inside.width() * inside.height() / 2 : 0);
}

bool hasInkOf(const QImage &before, const QImage &after)
{
    const QSize size = (before.size() / cellSize).expandedTo(QSize(1, 1));
    const QImage a = small(before, size);
    const QImage b = small(after, size);
    int lost = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const int ink = 255 - a.constScanLine(y)[x];
            lost += ink > 32 && mostInkNear(b, x, y) < ink * 0.15;
        }
    }
    return lost <= std::max(2, size.width() * size.height() / 200);
}

bool hasInk(const QImage &picture, double scale, const QRectF &area)
{
    const QRect inside = pixels(area, scale, -3, picture.rect());
    int edges = 0;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const uchar *const line = picture.constScanLine(y);
        const uchar *const above = picture.constScanLine(std::max(y - 1, inside.top()));
        for (int x = inside.left() + 1; x <= inside.right(); ++x)
            edges += step(line + 3 * x) > otherColour || difference(line + 3 * x, above + 3 * x) > otherColour;
    }
    return edges > 2;
}

} // namespace dw::pixelcheck
