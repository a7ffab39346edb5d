#pragma once

#include "core/desk/documents/markbook.h"

namespace dw {

/// Undo and redo, without limit, over the edits of one version's marks: a plain value the viewer keeps. It stores nothing; the
/// caller applies what it hands out with MarkBook::apply and then calls undone() or redone().
class MarkHistory
{
public:
    void push(const MarkChange &change); ///< Forgets what could be redone. Empty changes are ignored.

    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position < m_changes.size(); }
    MarkChange toUndo() const; ///< The change to apply; canUndo() must hold.
    MarkChange toRedo() const;
    void undone() { --m_position; }
    void redone() { ++m_position; }
    void clear();

private:
    QList<MarkChange> m_changes;
    qsizetype m_position = 0; ///< Changes before it are done.
};

} // namespace dw
