#include "core/desk/documents/markhistory.h"

namespace dw {

void MarkHistory::push(const MarkChange &change)
{
    if (change.isEmpty())
        return;
    m_changes.resize(m_position);
    m_changes.append(change);
    m_position = m_changes.size();
}

MarkChange MarkHistory::toUndo() const
{
    return m_changes.at(m_position - 1).inverted();
}

MarkChange MarkHistory::toRedo() const
{
    return m_changes.at(m_position);
}

void MarkHistory::clear()
{
    m_changes.clear();
    m_position = 0;
}

} // namespace dw
