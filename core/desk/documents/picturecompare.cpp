#include "core/desk/documents/picturecompare.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace dw {

namespace {

constexpr int cellPixels = 8; ///< Differences are gathered in squares of this side.
constexpr int shade = 24; ///< Of 255 in one channel: below it two renderings of the same letter may differ.
constexpr int meanShade = 48; ///< Of a whole cell, for pages that were turned into pictures.
constexpr double margin = 1; ///< Points around an expected area: its edge is smoothed.

/// The pixels of the expected areas, row by row.
class Expected
{
public:
    Expected(const QList<QRectF> &areas, int width, int height, double scale)
        : m_width(width)
        , m_bits(std::size_t(width) * std::size_t(height), false)
    {
        for (const QRectF &area : areas) {
            const QRectF grown = area.normalized().adjusted(-margin, -margin, margin, margin);
            const int left = std::clamp(int(std::floor(grown.left() * scale)), 0, width);
            const int right = std::clamp(int(std::ceil(grown.right() * scale)), 0, width);
            const int top = std::clamp(int(std::floor(grown.top() * scale)), 0, height);
            const int bottom = std::clamp(int(std::ceil(grown.bottom() * scale)), 0, height);
            for (int y = top; y < bottom; ++y)
                std::fill(m_bits.begin() + at(left, y), m_bits.begin() + at(right, y), true);
        }
    }

    bool contains(int x, int y) const { return m_bits[std::size_t(at(x, y))]; }

private:
    qsizetype at(int x, int y) const { return qsizetype(y) * m_width + x; }

    int m_width;
    std::vector<bool> m_bits;
};

/// Which cells differ, joined with their neighbours into rectangles.
class Cells
{
public:
    Cells(int width, int height)
        : m_columns((width + cellPixels - 1) / cellPixels)
        , m_rows((height + cellPixels - 1) / cellPixels)
        , m_differs(std::size_t(m_columns) * std::size_t(m_rows), false)
    {
    }

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    void set(int column, int row) { m_differs[index(column, row)] = true; }

    QList<QRectF> joined(double scale)
    {
        QList<QRectF> places;
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                if (!m_differs[index(column, row)])
                    continue;
                const QRect group = take(column, row);
                places.append(QRectF(QPointF(group.topLeft()) * cellPixels / scale, QSizeF(group.size()) * cellPixels / scale));
            }
        }
        return places;
    }

private:
    std::size_t index(int column, int row) const { return std::size_t(row) * std::size_t(m_columns) + std::size_t(column); }

    /// Takes a group of touching cells out and says what they cover. Gaps of one cell do not part a group: letters have gaps.
    QRect take(int column, int row)
    {
        QRect group(column, row, 1, 1);
        std::vector<QPoint> open {{column, row}};
        m_differs[index(column, row)] = false;
        while (!open.empty()) {
            const QPoint cell = open.back();
            open.pop_back();
            group |= QRect(cell, QSize(1, 1));
            for (int y = std::max(0, cell.y() - 1); y <= std::min(m_rows - 1, cell.y() + 1); ++y) {
                for (int x = std::max(0, cell.x() - 2); x <= std::min(m_columns - 1, cell.x() + 2); ++x) {
                    if (!m_differs[index(x, y)])
                        continue;
                    m_differs[index(x, y)] = false;
                    open.push_back({x, y});
                }
            }
        }
        return group;
    }

    int m_columns;
    int m_rows;
    std::vector<bool> m_differs;
};

/// Both pictures, pixel by pixel.
class Pair
{
public:
    Pair(const PdfPicture &before, const PdfPicture &after, const Expected &expected, PictureDifference &difference)
        : m_before(reinterpret_cast<const quint8 *>(before.rgb.constData()))
        , m_after(reinterpret_cast<const quint8 *>(after.rgb.constData()))
        , m_width(before.width)
        , m_height(before.height)
        , m_expected(expected)
        , m_difference(difference)
    {
    }

    /// Counts what differs in a cell; true if some of it lies outside the expected areas.
    bool exact(int column, int row)
    {
        qint64 outside = 0;
        eachPixel(column, row, [&](int x, int y, qsizetype at) {
            const int most = std::max({std::abs(m_before[at] - m_after[at]), std::abs(m_before[at + 1] - m_after[at + 1]), std::abs(m_before[at + 2] - m_after[at + 2])});
            if (most <= shade)
                return;
            if (m_expected.contains(x, y))
                ++m_difference.inside;
            else
                ++outside;
        });
        m_difference.outside += outside;
        return outside > 0;
    }

    bool coarse(int column, int row)
    {
        qint64 pixels = 0;
        qint64 balance = 0; // of the whole cell: a letter moved by a fraction of a pixel leaves it as grey as it was
        eachPixel(column, row, [&](int x, int y, qsizetype at) {
            if (m_expected.contains(x, y))
                return;
            ++pixels;
            balance += (m_before[at] + m_before[at + 1] + m_before[at + 2]) - (m_after[at] + m_after[at + 1] + m_after[at + 2]);
        });
        if (pixels == 0 || std::abs(balance) <= 3 * meanShade * pixels)
            return false;
        m_difference.outside += pixels;
        return true;
    }

private:
    template <typename Look>
    void eachPixel(int column, int row, Look look)
    {
        for (int y = row * cellPixels; y < std::min(m_height, (row + 1) * cellPixels); ++y) {
            for (int x = column * cellPixels; x < std::min(m_width, (column + 1) * cellPixels); ++x)
                look(x, y, 3 * (qsizetype(y) * m_width + x));
        }
    }

    const quint8 *m_before;
    const quint8 *m_after;
    int m_width;
    int m_height;
    const Expected &m_expected;
    PictureDifference &m_difference;
};

bool isWhole(const PdfPicture &picture)
{
    return picture.width > 0 && picture.height > 0 && picture.rgb.size() == 3 * qsizetype(picture.width) * picture.height;
}

} // namespace

PictureDifference PictureCompare::compare(const PdfPicture &before, const PdfPicture &after, const QList<QRectF> &expected, double dpi, Care care)
{
    PictureDifference difference;
    if (before.width != after.width || before.height != after.height || !isWhole(before) || !isWhole(after)) {
        difference.sizesDiffer = true;
        return difference;
    }
    difference.pixels = qint64(before.width) * before.height;
    if (before.rgb == after.rgb)
        return difference;
    const double scale = dpi / 72;
    const Expected areas(expected, before.width, before.height, scale);
    Pair pair(before, after, areas, difference);
    Cells cells(before.width, before.height);
    for (int row = 0; row < cells.rows(); ++row) {
        for (int column = 0; column < cells.columns(); ++column) {
            if (care == Care::Exact ? pair.exact(column, row) : pair.coarse(column, row))
                cells.set(column, row);
        }
    }
    difference.places = cells.joined(scale);
    return difference;
}

} // namespace dw
