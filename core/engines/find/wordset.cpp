#include "core/engines/find/wordset.h"

#include <algorithm>
#include <bit>

namespace dw {

WordSet::WordSet()
    : m_slots(64), m_byFirst(mask + 1), m_byLast(mask + 1), m_firstPairs(pairWords), m_lastPairs(pairWords)
{
}

quint64 WordSet::hashOf(std::u32string_view word)
{
    // 64 bits over some ten thousand words: two that meet are not to be expected.
    quint64 hash = 0x9E3779B97F4A7C15ull;
    for (const char32_t c : word) {
        hash = (hash ^ c) * 0xFF51AFD7ED558CCDull;
        hash ^= hash >> 32;
    }
    return hash | 1; // 0 is an empty slot
}

std::size_t WordSet::slotOf(quint64 hash) const
{
    std::size_t slot = std::size_t(hash >> 7) & (m_slots.size() - 1);
    while (m_slots[slot].hash != 0 && m_slots[slot].hash != hash)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

void WordSet::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.hash != 0)
            m_slots[slotOf(slot.hash)] = slot;
    }
}

void WordSet::add(std::u32string_view word, quint8 value)
{
    if (word.empty() || word.size() > longest || value == 0)
        return;
    if ((m_count + 1) * 2 > m_slots.size())
        grow();
    const quint64 hash = hashOf(word);
    Slot &slot = m_slots[slotOf(hash)];
    m_count += slot.hash == 0 ? 1 : 0;
    slot = {hash, std::max(slot.value, value)};
    const auto bit = quint16(1u << (word.size() - 1));
    m_byFirst[word.front() & mask] |= bit;
    m_byLast[word.back() & mask] |= bit;
    if (word.size() < 2)
        return;
    const quint32 first = pairOf(word[0], word[1]), last = pairOf(word[word.size() - 2], word.back());
    m_firstPairs[first / 64] |= quint64(1) << (first % 64);
    m_lastPairs[last / 64] |= quint64(1) << (last % 64);
}

quint8 WordSet::value(std::u32string_view word) const
{
    if (word.empty() || word.size() > longest)
        return 0;
    return m_slots[slotOf(hashOf(word))].value;
}

WordSet::Match WordSet::longestAt(const std::u32string &text, qsizetype at, qsizetype limit) const
{
    if (at < 0 || at >= limit || limit > qsizetype(text.size()))
        return {};
    const char32_t *characters = text.data();
    quint16 lengths = m_byFirst[characters[at] & mask];
    if (lengths > 1) {
        const quint32 pair = pairOf(characters[at], characters[at + 1]); // a zero behind the text's end
        lengths = (m_firstPairs[pair / 64] >> (pair % 64) & 1) != 0 ? lengths : quint16(lengths & 1);
    }
    while (lengths != 0) {
        const int length = std::bit_width(lengths);
        lengths = quint16(lengths & ~(1u << (length - 1)));
        if (at + length > limit)
            continue;
        if (const quint8 found = value(std::u32string_view(text).substr(std::size_t(at), std::size_t(length))))
            return {length, found};
    }
    return {};
}

WordSet::Match WordSet::longestBefore(const std::u32string &text, qsizetype end, qsizetype limit) const
{
    if (end <= limit || end <= 0 || end > qsizetype(text.size()))
        return {};
    const char32_t *characters = text.data();
    quint16 lengths = m_byLast[characters[end - 1] & mask];
    if (lengths > 1) {
        const quint32 pair = end > 1 ? pairOf(characters[end - 2], characters[end - 1]) : 0;
        lengths = end > 1 && (m_lastPairs[pair / 64] >> (pair % 64) & 1) != 0 ? lengths : quint16(lengths & 1);
    }
    while (lengths != 0) {
        const int length = std::bit_width(lengths);
        lengths = quint16(lengths & ~(1u << (length - 1)));
        if (end - length < limit || end - length < 0)
            continue;
        if (const quint8 found = value(std::u32string_view(text).substr(std::size_t(end - length), std::size_t(length))))
            return {length, found};
    }
    return {};
}

} // namespace dw
