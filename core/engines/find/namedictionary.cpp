#include "core/engines/find/namedictionary.h"

#include <algorithm>

namespace dw {

namespace {

constexpr std::size_t longestName = 200;

std::u32string folded(const MappedText &text)
{
    std::u32string result(text.text());
    for (char32_t &c : result)
        c = foldedForNames(c);
    return result;
}

} // namespace

std::u32string NameDictionary::normalised(QStringView text)
{
    return folded(MappedText(text.trimmed()));
}

NameDictionary::NameDictionary(const QList<DictionaryName> &names)
{
    for (const DictionaryName &name : names) {
        std::u32string text = normalised(name.text);
        // One character would be everywhere.
        if (text.size() >= 2 && text.size() <= longestName)
            m_names.push_back({std::move(text), name.type});
    }
    std::stable_sort(m_names.begin(), m_names.end(), [](const Name &a, const Name &b) { return a.text < b.text; });
    const auto same = [](const Name &a, const Name &b) { return a.text == b.text; };
    m_names.erase(std::unique(m_names.begin(), m_names.end(), same), m_names.end());
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const auto [range, isNew] = m_byFirst.try_emplace(m_names[i].text.front(), i, i + 1);
        if (!isNew)
            range->second.second = i + 1;
    }
}

const NameDictionary::Name *NameDictionary::longestAt(const std::u32string &text, std::size_t from) const
{
    const auto range = m_byFirst.find(text[from]);
    if (range == m_byFirst.end())
        return nullptr;
    // Names that agree with the text so far are a range of the sorted list; each character narrows it.
    auto low = m_names.begin() + std::ptrdiff_t(range->second.first);
    auto high = m_names.begin() + std::ptrdiff_t(range->second.second);
    const Name *best = nullptr;
    for (std::size_t depth = 1; low != high; ++depth) {
        const std::size_t end = from + depth;
        if (low->text.size() == depth) {
            const bool isCut = end < text.size() && isAsciiAlnum(text[end]) && isAsciiAlnum(text[end - 1]);
            best = isCut ? best : &*low;
            ++low;
        }
        if (end >= text.size())
            break;
        const char32_t c = text[end];
        low = std::lower_bound(low, high, c, [depth](const Name &name, char32_t wanted) { return name.text[depth] < wanted; });
        high = std::upper_bound(low, high, c, [depth](char32_t wanted, const Name &name) { return wanted < name.text[depth]; });
    }
    return best;
}

void NameDictionary::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    if (isEmpty())
        return;
    const std::u32string characters = folded(text);
    for (std::size_t i = 0; i < characters.size();) {
        const bool isInside = i > 0 && isAsciiAlnum(characters[i]) && isAsciiAlnum(characters[i - 1]);
        const Name *name = isInside ? nullptr : longestAt(characters, i);
        if (name == nullptr) {
            ++i;
            continue;
        }
        found.append(span(text, qsizetype(i), qsizetype(i + name->text.size()), name->type, 1.0));
        i += name->text.size();
    }
}

} // namespace dw
