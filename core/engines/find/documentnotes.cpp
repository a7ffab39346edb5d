#include "core/engines/find/documentnotes.h"

namespace dw {

void DocumentNotes::add(const Name &name)
{
    const QString key = name.type + u'\n' + name.text;
    const auto known = m_names.constFind(key);
    if (known == m_names.constEnd() || known->score < name.score)
        m_names.insert(key, name);
}

void DocumentNotes::addStoppedRule(const QString &rule)
{
    if (!m_stopped.contains(rule))
        m_stopped.append(rule);
}

} // namespace dw
