#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace dw {

/// What a character of a normalised text is. A character has several of these or none.
enum CharKind : quint16 {
    Digit = 1, ///< 0-9
    Letter = 2, ///< A-Z a-z
    Alnum = Digit | Letter,
    Han = 4,
    Blank = 8, ///< Space, tab.
    Break = 16, ///< End of a line.
    Stop = 32, ///< Ends a clause whatever stands around it: 。；！？ and breaks. (A full stop of ASCII does not.)
    Mark = 64, ///< Any other punctuation or sign.
    Capital = 128, ///< A numeral that no one can change: 壹贰叁 ... 拾佰仟万亿.
    GapBefore = 256, ///< Spaces or a line break stood before it in the source and were taken out.
    LineBefore = 512, ///< What was taken out held a line break: perhaps another cell or paragraph.
};

/// Properties of the characters of the basic plane, looked up by number. Made once (some 10 ms).
class CharTable
{
public:
    static const CharTable &instance();

    static constexpr char16_t complex = 0xFFFF; ///< Ask ICU: it becomes several characters or looks at its neighbours.
    static constexpr char16_t dropped = 0xFFFE; ///< Zero width: taken out.

    /// All that reading a text asks of a character of the source, side by side in memory.
    struct Entry {
        /// In NFKC, or `complex` or `dropped`. Enclosed and raised numbers stay as they are: a footnote's mark after a
        /// number is no part of it.
        char16_t normal = 0;
        char16_t folded = 0; ///< folded() of `normal`.
        quint16 kinds = 0; ///< kinds() of `normal`.
        quint8 joins = 0; ///< May join the character before it: then both go to ICU.
        quint8 isPlain = 0; ///< Stands for itself, is no white space and does not join.
    };
    const Entry &entry(char16_t unit) const { return m_entries[unit]; }
    const Entry *entries() const { return m_entries.data(); }

    /// Of a normalised character: lower case, simplified, every middle dot alike, every white space a space.
    char32_t folded(char32_t c) const { return c < 0x10000 ? m_folded[c] : c; }
    quint16 kinds(char32_t c) const { return c < 0x10000 ? m_kinds[c] : c <= 0x3FFFF ? quint16(Han) : quint16(Mark); }

private:
    CharTable();
    void makeNormal();
    void makeFolded();
    void makeKinds();

    std::vector<Entry> m_entries;
    std::vector<char16_t> m_folded;
    std::vector<quint16> m_kinds;
};

} // namespace dw
