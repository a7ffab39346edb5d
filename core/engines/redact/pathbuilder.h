#pragma once

#include "core/engines/redact/contentprogram.h"

#include <QPainterPath>

namespace dw {

/// Collects path construction operators (m l c v y h re) as PathCutter wants them. A line of no length, which round
/// and square caps make a dot, is kept as one of next to no length (QPainterPath would drop it).
class PathBuilder
{
public:
    /// False: not a path construction operator. Throws Unprovable("path_numbers") for operands that are no numbers,
    /// not finite or too few.
    bool add(const Operation &operation);

    const QPainterPath &path() const { return m_path; }
    bool isEmpty() const { return m_path.elementCount() == 0; }
    void clear() { m_path = QPainterPath(); }

private:
    void line(const QPointF &to);

    QPainterPath m_path;
};

} // namespace dw
