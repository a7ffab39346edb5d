#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace dw {

/// Some characters, to look for the next of them: where nearly all of a text is passed over. Those beyond the basic
/// plane are never in it.
class CharSet
{
public:
    CharSet() = default;
    explicit CharSet(std::u32string_view characters)
    {
        for (const char32_t c : characters)
            add(c);
    }

    void add(char32_t c)
    {
        if (c < planeSize)
            m_bits[c / 64] |= quint64(1) << (c % 64);
    }
    bool has(char32_t c) const { return c < planeSize && (m_bits[c / 64] >> (c % 64) & 1) != 0; }

    /// The first place from `at` on with one of them; the text's size if there is none.
    qsizetype next(const std::u32string &text, qsizetype at) const
    {
        const char32_t *const begin = text.data(), *const end = begin + text.size();
        const quint64 *const bits = m_bits.data();
        for (const char32_t *c = begin + std::min(at, qsizetype(text.size())); c != end; ++c) {
            const char32_t unit = *c & (planeSize - 1);
            if ((bits[unit / 64] >> (*c % 64) & 1) != 0 && *c < planeSize)
                return c - begin;
        }
        return qsizetype(text.size());
    }

private:
    static constexpr char32_t planeSize = 0x10000;
    std::array<quint64, planeSize / 64> m_bits {};
};

/// The first place from `at` on with this character, else the text's size. Looks at many at once.
inline qsizetype nextOf(const std::u32string &text, char32_t wanted, qsizetype at)
{
    constexpr qsizetype block = 32;
    const auto size = qsizetype(text.size());
    const char32_t *characters = text.data();
    for (; at + block <= size; at += block) {
        quint32 hits = 0;
        for (qsizetype i = 0; i < block; ++i)
            hits |= quint32(characters[at + i] == wanted);
        if (hits != 0)
            break;
    }
    while (at < size && characters[at] != wanted)
        ++at;
    return at;
}

} // namespace dw
