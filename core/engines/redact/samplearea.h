#pragma once

#include <QBitArray>
#include <QList>
#include <QPolygonF>
#include <QRect>

#include <functional>

namespace dw {

/// Which samples of an image go. Covered: an area touches them, however little. Gone: covered ones and those next
/// to them that the image's coding or a reader's smoothing mixes with them.
class SampleArea
{
public:
    /// `areas` in image space (the unit square, y up); `margin`: how far the later growing may reach, in samples.
    /// Throws Unprovable("matrix") for numbers that are none.
    SampleArea(QSize size, const QList<QPolygonF> &areas, QSize margin);

    bool isEmpty() const { return m_empty; }
    QRect bounds() const { return m_window; } ///< Nothing outside is gone.

    void grow(); ///< By one sample on all sides.

    /// To whole blocks; `wanted` may spare one (its samples, within the image).
    void growToBlocks(QSize block, const std::function<bool(const QRect &)> &wanted = {});

    bool isCovered(int x, int y) const { return m_window.contains(x, y) && m_covered.testBit(indexOf(x, y)); }
    bool isGone(int x, int y) const { return m_window.contains(x, y) && m_gone.testBit(indexOf(x, y)); }

private:
    void touch(const QPolygonF &polygon);
    void touchRow(const QPolygonF &polygon, int row);
    void cover(int row, double from, double to);
    qsizetype indexOf(int x, int y) const { return qsizetype(y - m_window.top()) * m_window.width() + (x - m_window.left()); }
    void set(QBitArray &bits, const QRect &rect) const;

    QSize m_size;
    QRect m_window;
    QBitArray m_covered;
    QBitArray m_gone;
    bool m_empty = true;
};

} // namespace dw
