#include "core/engines/parse/inkmap.h"

#include <array>

namespace dw {

namespace {

/// The grey value that parts a histogram best into two classes (N. Otsu, IEEE Trans. SMC 9, 1979).
int otsuThreshold(const std::array<qint64, 256> &histogram)
{
    qint64 total = 0;
    double sum = 0;
    for (int grey = 0; grey < 256; ++grey) {
        total += histogram[std::size_t(grey)];
        sum += double(grey) * double(histogram[std::size_t(grey)]);
    }
    qint64 below = 0;
    double sumBelow = 0;
    double best = -1;
    int threshold = 127;
    for (int grey = 0; grey < 255; ++grey) {
        below += histogram[std::size_t(grey)];
        sumBelow += double(grey) * double(histogram[std::size_t(grey)]);
        if (below == 0 || below == total)
            continue;
        const double difference = sumBelow / double(below) - (sum - sumBelow) / double(total - below);
        const double between = double(below) * double(total - below) * difference * difference;
        if (between > best) {
            best = between;
            threshold = grey;
        }
    }
    return threshold;
}

} // namespace

InkMap::InkMap(const QImage &grey)
    : m_width(grey.width())
    , m_height(grey.height())
{
    std::array<qint64, 256> histogram {};
    for (int y = 0; y < m_height; ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < m_width; ++x)
            ++histogram[line[x]];
    }
    int darkest = 0;
    int lightest = 255;
    while (darkest < 255 && histogram[std::size_t(darkest)] == 0)
        ++darkest;
    while (lightest > 0 && histogram[std::size_t(lightest)] == 0)
        --lightest;
    // Paper has its grain; ink stands out from it.
    constexpr int leastContrast = 48;
    m_isBlank = lightest - darkest < leastContrast;
    const int threshold = m_isBlank ? -1 : otsuThreshold(histogram);
    m_sums.assign(std::size_t(m_width + 1) * std::size_t(m_height + 1), 0);
    for (int y = 0; y < m_height; ++y) {
        const uchar *line = grey.constScanLine(y);
        int row = 0;
        for (int x = 0; x < m_width; ++x) {
            row += line[x] <= threshold ? 1 : 0;
            m_sums[std::size_t(y + 1) * std::size_t(m_width + 1) + std::size_t(x + 1)] = sum(x + 1, y) + row;
        }
    }
}

int InkMap::inkIn(const QRect &area) const
{
    const QRect box = area.intersected(bounds());
    if (box.isEmpty())
        return 0;
    const int right = box.left() + box.width();
    const int bottom = box.top() + box.height();
    return sum(right, bottom) - sum(box.left(), bottom) - sum(right, box.top()) + sum(box.left(), box.top());
}

bool InkMap::isColumnClear(int x, int top, int bottom) const
{
    return inkIn(QRect(x, top, 1, bottom - top)) == 0;
}

bool InkMap::isRowClear(int y, int left, int right) const
{
    return inkIn(QRect(left, y, right - left, 1)) == 0;
}

QRect InkMap::widened(QRect box, int reach) const
{
    box = box.intersected(bounds());
    for (int i = 0; i < reach && box.top() > 0 && !isRowClear(box.top(), box.left(), box.left() + box.width()); ++i)
        box.setTop(box.top() - 1);
    for (int i = 0; i < reach && box.bottom() < m_height - 1 && !isRowClear(box.bottom(), box.left(), box.left() + box.width()); ++i)
        box.setBottom(box.bottom() + 1);
    for (int i = 0; i < reach && box.left() > 0 && !isColumnClear(box.left(), box.top(), box.top() + box.height()); ++i)
        box.setLeft(box.left() - 1);
    for (int i = 0; i < reach && box.right() < m_width - 1 && !isColumnClear(box.right(), box.top(), box.top() + box.height()); ++i)
        box.setRight(box.right() + 1);
    return box;
}

int InkMap::gapNear(int x, int reach, const QRect &box) const
{
    for (int distance = 0; distance <= reach; ++distance) {
        for (const int candidate : {x - distance, x + distance}) {
            if (candidate > box.left() && candidate < box.right() && isColumnClear(candidate, box.top(), box.top() + box.height()))
                return candidate;
        }
    }
    return x;
}

} // namespace dw
