#include "core/engines/redact/rowindex.h"

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

constexpr std::size_t rowCount = 128;

} // namespace

RowIndex::RowIndex(const QList<QRectF> &rects)
    : m_rects(rects)
    , m_rows(rowCount)
{
    if (rects.isEmpty())
        return;
    m_top = rects.first().top();
    m_bottom = rects.first().bottom();
    for (const QRectF &rect : rects) {
        m_top = std::min(m_top, rect.top());
        m_bottom = std::max(m_bottom, rect.bottom());
    }
    m_height = std::max(1e-3, (m_bottom - m_top) / double(rowCount));
    for (int i = 0; i < rects.size(); ++i) {
        for (std::size_t row = rowOf(rects.at(i).top()), last = rowOf(rects.at(i).bottom()); row <= last; ++row)
            m_rows[row].push_back(i);
    }
}

std::size_t RowIndex::rowOf(double y) const
{
    return std::size_t(std::clamp(std::floor((y - m_top) / m_height), 0.0, double(rowCount - 1)));
}

bool RowIndex::isNear(const QRectF &rect, double margin) const
{
    const QRectF grown = rect.adjusted(-margin, -margin, margin, margin);
    return any(grown, [&](const QRectF &other) {
        return grown.left() <= other.right() && other.left() <= grown.right() && grown.top() <= other.bottom() && other.top() <= grown.bottom();
    });
}

} // namespace dw
