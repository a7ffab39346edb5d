#include "core/engines/find/namedictionary.h"

#include <algorithm>

namespace dw {

namespace {

constexpr std::size_t longestName = 200;
constexpr quint32 mostFilterBits = 1u << 21; // 256 kB stay in the cache

quint64 keyOf(char32_t first, char32_t second)
{
    return (quint64(first) << 32) | second;
}

quint64 hashOf(quint64 value)
{
    value *= 0x9E3779B97F4A7C15u;
    return value ^ (value >> 29);
}

quint32 pairBit(const char32_t *c)
{
    return ((c[0] << 16) ^ c[1]) * 0x9E3779B1u >> 7;
}

quint32 shortBit(const char32_t *c)
{
    return ((c[0] << 16) ^ c[1]) * 0x85EBCA6Bu >> 7;
}

quint32 longBit(const char32_t *c)
{
    return (((c[0] << 16) ^ c[1]) * 0xC2B2AE35u + c[2]) * 0x27D4EB2Fu >> 7;
}

std::u32string withSingleSpaces(const std::u32string &text)
{
    std::u32string result;
    for (const char32_t c : text) {
        if (c != U' ' || result.empty() || result.back() != U' ')
            result.push_back(c);
    }
    return result;
}

/// A name with a bracket in it is written with and without a space before it. Empty without one.
std::u32string otherWriting(const std::u32string &name)
{
    const std::size_t bracket = name.find(U'(');
    if (bracket == name.npos || bracket == 0)
        return {};
    std::u32string other = name;
    if (name[bracket - 1] == U' ')
        other.erase(bracket - 1, 1);
    else
        other.insert(bracket, 1, U' ');
    return other;
}

} // namespace

std::u32string NameDictionary::normalised(QStringView text)
{
    // Characters that stand for themselves, whatever is beside them, come out of a MappedText as they are.
    const CharTable &table = CharTable::instance();
    const auto isPlain = [&table](QChar c) { return table.entry(c.unicode()).isPlain != 0; };
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        std::u32string plain(std::size_t(text.size()), U'\0');
        std::transform(text.begin(), text.end(), plain.begin(), [&table](QChar c) { return char32_t(table.entry(c.unicode()).folded); });
        return plain;
    }
    return withSingleSpaces(MappedText(text.trimmed()).folded());
}

NameDictionary::NameDictionary(const QList<DictionaryName> &names)
{
    collect(names);
    if (!m_names.empty())
        makeBuckets();
}

void NameDictionary::collect(const QList<DictionaryName> &names)
{
    m_given = names;
    m_names.reserve(std::size_t(names.size()));
    const auto add = [this](const std::u32string &text, qsizetype index) {
        // One character would be everywhere.
        if (text.size() < 2 || text.size() > longestName)
            return;
        m_names.push_back({quint32(m_pool.size()), quint32(text.size()), quint32(index)});
        m_pool += text;
    };
    for (qsizetype i = 0; i < names.size(); ++i) {
        const std::u32string text = normalised(names[i].text);
        add(text, i);
        if (const std::u32string other = otherWriting(text); !other.empty())
            add(other, i);
    }
    std::stable_sort(m_names.begin(), m_names.end(), [this](const Name &a, const Name &b) { return textOf(a) < textOf(b); });
    const auto same = [this](const Name &a, const Name &b) { return textOf(a) == textOf(b); };
    m_names.erase(std::unique(m_names.begin(), m_names.end(), same), m_names.end());
}

void NameDictionary::makeBuckets()
{
    quint32 bits = 1024;
    while (bits < mostFilterBits && bits < 16 * m_names.size())
        bits *= 2;
    m_filterMask = bits - 1;
    m_filter.assign(bits / 64, 0);
    m_firsts.assign(0x10000 / 64, 0);
    const auto set = [this](quint32 hash) { m_filter[(hash & m_filterMask) / 64] |= quint64(1) << (hash % 64); };
    std::size_t size = 16;
    while (size < 2 * m_names.size())
        size *= 2;
    m_buckets.assign(size, {});
    for (quint32 i = 0; i < m_names.size(); ++i) {
        const std::u32string_view text = textOf(m_names[i]);
        m_firsts[(text[0] & 0xFFFF) / 64] |= quint64(1) << (text[0] % 64);
        set(pairBit(text.data()));
        set(text.size() == 2 ? shortBit(text.data()) : longBit(text.data()));
        const quint64 key = keyOf(text[0], text[1]);
        std::size_t slot = hashOf(key) & (size - 1);
        while (m_buckets[slot].key != 0 && m_buckets[slot].key != key)
            slot = (slot + 1) & (size - 1);
        if (m_buckets[slot].key == 0)
            m_buckets[slot] = {key, i, i};
        m_buckets[slot].to = i + 1; // sorted: names that begin alike are neighbours
    }
}

const NameDictionary::Bucket *NameDictionary::bucket(quint64 key) const
{
    for (std::size_t slot = hashOf(key) & (m_buckets.size() - 1);; slot = (slot + 1) & (m_buckets.size() - 1)) {
        if (m_buckets[slot].key == key)
            return &m_buckets[slot];
        if (m_buckets[slot].key == 0)
            return nullptr;
    }
}

NameDictionary::Match NameDictionary::longestAt(const std::u32string &text, std::size_t from) const
{
    const Bucket *range = bucket(keyOf(text[from], text[from + 1]));
    if (range == nullptr)
        return {};
    // Names that agree with the text so far are a range of the sorted list; each character narrows it.
    auto low = m_names.begin() + range->from;
    auto high = m_names.begin() + range->to;
    Match best;
    std::size_t end = from + 2;
    for (std::size_t depth = 2; low != high; ++depth) {
        if (low->size == depth) {
            const bool isCut = end < text.size() && isAsciiAlnum(text[end]) && isAsciiAlnum(text[end - 1]);
            if (!isCut)
                best = {&*low, end};
            ++low;
        }
        while (end < text.size() && text[end] == U' ' && text[end - 1] == U' ')
            ++end;
        if (end >= text.size())
            break;
        const char32_t c = text[end++];
        low = std::lower_bound(low, high, c, [this, depth](const Name &name, char32_t wanted) { return m_pool[name.at + depth] < wanted; });
        high = std::upper_bound(low, high, c, [this, depth](char32_t wanted, const Name &name) { return wanted < m_pool[name.at + depth]; });
    }
    return best;
}

void NameDictionary::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const std::u32string &characters = text.folded();
    if (isEmpty() || characters.size() < 2)
        return;
    const std::size_t last = characters.size() - 1;
    const char32_t *all = characters.data();
    const quint64 *firsts = m_firsts.data(), *filter = m_filter.data();
    const quint32 mask = m_filterMask;
    const auto isSet = [filter, mask](quint32 hash) { return (filter[(hash & mask) / 64] >> (hash % 64) & 1) != 0; };
    for (std::size_t i = 0; i < last;) {
        // The text's end is a zero: three characters can always be looked at. This is where all of every text goes by.
        const char32_t *three = all + i;
        const char32_t first = three[0] & 0xFFFF;
        if ((firsts[first / 64] >> (first % 64) & 1) == 0 || !isSet(pairBit(three)) || !(isSet(longBit(three)) || isSet(shortBit(three)))) {
            ++i;
            continue;
        }
        const bool isInside = i > 0 && isAsciiAlnum(characters[i]) && isAsciiAlnum(characters[i - 1]);
        const Match match = isInside ? Match {} : longestAt(characters, i);
        if (match.name == nullptr) {
            ++i;
            continue;
        }
        const DictionaryName &name = m_given.at(match.name->index);
        FoundSpan hit = span(text, qsizetype(i), qsizetype(match.end), name.type, name.score, name.reason, name.evidence);
        hit.reason = name.reason; // owns its characters
        hit.sub = name.sub;
        found.append(hit);
        i = match.end;
    }
}

} // namespace dw
