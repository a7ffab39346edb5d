#pragma once

#include <QString>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dw {

/// Many words of up to 16 characters, each with a small number, to be asked what begins or ends at a place of a
/// text. Nothing is allocated by asking. Words and texts are folded (MappedText::folded()).
class WordSet
{
public:
    static constexpr std::size_t longest = 16;

    struct Match {
        qsizetype length = 0; ///< 0: none.
        quint8 value = 0;
        explicit operator bool() const { return length > 0; }
    };

    WordSet();

    /// Of a word that is added twice the greater value stays. Words that are empty or too long are left out.
    void add(std::u32string_view word, quint8 value = 1);
    /// As add(), but a word that is there already has all bits of both values.
    void addBits(std::u32string_view word, quint8 bits) { add(word, quint8(value(word) | bits)); }

    bool contains(std::u32string_view word) const { return value(word) != 0; }
    /// 0 if it is none of the words. Values are never 0.
    quint8 value(std::u32string_view word) const;

    /// The longest word that begins at `at` and ends no later than `limit`.
    Match longestAt(const std::u32string &text, qsizetype at, qsizetype limit) const;
    /// The longest word that ends before `end` and begins no earlier than `limit`.
    Match longestBefore(const std::u32string &text, qsizetype end, qsizetype limit) const;
    /// Whether any word ends with this character: a quick no. (A yes may be wrong.)
    bool mayEndWith(char32_t c) const { return m_byLast[c & mask] != 0; }
    bool mayBeginWith(char32_t c) const { return m_byFirst[c & mask] != 0; }

private:
    static constexpr char32_t mask = 0x3FFF;
    struct Slot {
        quint64 hash = 0;
        quint8 value = 0;
    };

    static quint64 hashOf(std::u32string_view word);
    std::size_t slotOf(quint64 hash) const;
    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_count = 0;
    std::vector<quint16> m_byFirst, m_byLast; ///< Bit n-1: there is a word of n characters.
    /// Hashes of the first two and of the last two characters of the longer words: most places need no more.
    std::vector<quint64> m_firstPairs, m_lastPairs;
    static constexpr std::size_t pairWords = 1024;
    static quint32 pairOf(char32_t a, char32_t b) { return ((a << 15) ^ b) * 0x9E3779B1u >> 16; }
};

} // namespace dw
