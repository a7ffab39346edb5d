#pragma once

#include <QtGlobal>

#include <initializer_list>
#include <string_view>

namespace dw {

/// Words to look for beside a candidate, and which characters they end with: most places are passed over with one look.
/// Words are folded (MappedText::folded()). Made from a list with a name of its own it costs nothing where it is used;
/// the list must outlive it.
class Cues
{
public:
    constexpr Cues(std::initializer_list<std::u32string_view> words)
        : m_words(words)
    {
        for (const std::u32string_view word : words)
            m_lasts[index(word.back())] |= quint64(1) << (word.back() % 64);
    }

    /// A no is certain.
    bool mayEndWith(char32_t c) const { return (m_lasts[index(c)] >> (c % 64) & 1) != 0; }

    constexpr const std::u32string_view *begin() const { return m_words.begin(); }
    constexpr const std::u32string_view *end() const { return m_words.end(); }

private:
    static constexpr char32_t wordsOfBits = 16;
    static constexpr std::size_t index(char32_t c) { return (c / 64) % wordsOfBits; }

    std::initializer_list<std::u32string_view> m_words;
    quint64 m_lasts[wordsOfBits] = {};
};

} // namespace dw
