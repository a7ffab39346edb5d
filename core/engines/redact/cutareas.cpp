#include "core/engines/redact/cutareas.h"

#include <algorithm>

namespace dw {

namespace {

constexpr int mostRows = 512;

}

CutAreas::CutAreas(QList<CutArea> areas)
    : m_areas(std::move(areas))
{
    if (m_areas.isEmpty())
        return;
    for (CutArea &area : m_areas) {
        area.rect = area.rect.normalized();
        m_bounds = m_bounds.isNull() ? area.rect : m_bounds.united(area.rect);
    }
    const int rows = int(std::clamp<qsizetype>(m_areas.size() * 2, 1, mostRows));
    m_rowHeight = std::max(m_bounds.height() / rows, 1e-3);
    m_rows.resize(std::size_t(rows));
    for (int i = 0; i < m_areas.size(); ++i) {
        for (int row = rowOf(m_areas.at(i).rect.top()); row <= rowOf(m_areas.at(i).rect.bottom()); ++row)
            m_rows[std::size_t(row)].push_back(i);
    }
}

int CutAreas::rowOf(double y) const
{
    const double row = (y - m_bounds.top()) / m_rowHeight;
    return int(std::clamp(row, 0.0, double(m_rows.size() - 1)));
}

bool CutAreas::touches(const QRectF &box) const
{
    bool found = false;
    forEach(box, [&](int) {
        found = true;
        return false;
    });
    return found;
}

QList<QRectF> CutAreas::rects() const
{
    QList<QRectF> result;
    for (const CutArea &area : m_areas)
        result.append(area.rect);
    return result;
}

} // namespace dw
