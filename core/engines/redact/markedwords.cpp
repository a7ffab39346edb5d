#include "core/engines/redact/markedwords.h"

#include "core/base/normaltext.h"

namespace dw {

MarkedWords::MarkedWords(const CutAreas &areas)
    : m_areas(areas)
{
}

void MarkedWords::add(int area, const QString &text)
{
    Part &part = m_parts[area];
    part.text += text;
    part.known = part.known && !text.isEmpty();
}

bool MarkedWords::isOther(int area) const
{
    const auto part = m_parts.constFind(area);
    const QString &word = m_areas.areas().at(area).word;
    if (word.isEmpty() || part == m_parts.cend() || !part->known)
        return false;
    const QString shown = comparableForm(part->text);
    const QString wanted = comparableForm(word);
    return !shown.isEmpty() && !wanted.contains(shown) && !shown.contains(wanted);
}

} // namespace dw
