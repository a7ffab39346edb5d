#include "core/engines/find/documentnotes.h"

namespace dw {

void DocumentNotes::add(const Name &name)
{
    qsizetype &place = m_known[{name.text, name.type}]; // 0: it is new
    if (place == 0) {
        m_names.append(name);
        place = m_names.size();
    } else if (m_names.at(place - 1).score < name.score) {
        m_names[place - 1] = name;
    }
}

std::size_t DocumentNotes::hashOf(QStringView text, std::size_t seed)
{
    quint64 hash = seed;
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 32;
    }
    return std::size_t(hash);
}

void DocumentNotes::addStoppedRule(const QString &rule)
{
    if (!m_stopped.contains(rule))
        m_stopped.append(rule);
}

} // namespace dw
