#pragma once

#include <QImage>
#include <QRect>

#include <vector>

namespace dw {

/// Where a picture of a page has ink: what the boxes of recognised characters are fitted to.
class InkMap
{
public:
    explicit InkMap(const QImage &grey); ///< Format_Grayscale8; the border between paper and ink is found by Otsu's method.

    bool isBlank() const { return m_isBlank; }
    QRect bounds() const { return {0, 0, m_width, m_height}; }
    int inkIn(const QRect &area) const; ///< Dark pixels.

    /// `box` widened at each side by at most `reach` pixels until no ink touches that side.
    QRect widened(QRect box, int reach) const;

    /// The column without ink that is nearest to `x`, within `reach`, over the height of `box`; `x` if there is none.
    int gapNear(int x, int reach, const QRect &box) const;

private:
    bool isColumnClear(int x, int top, int bottom) const;
    bool isRowClear(int y, int left, int right) const;
    int sum(int x, int y) const { return m_sums[std::size_t(y) * std::size_t(m_width + 1) + std::size_t(x)]; }

    int m_width = 0;
    int m_height = 0;
    bool m_isBlank = true;
    std::vector<int> m_sums; ///< Of dark pixels above and to the left; one row and column more than the picture.
};

} // namespace dw
