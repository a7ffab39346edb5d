#pragma once

#include <QtGlobal>

#include <bit>
#include <cstring>
#include <string>
#include <vector>

namespace dw {

/// Which scanners a character may concern, for every place of a text: one pass for all of them, and nearly all places
/// are then passed over eight at a time.
class Leads
{
public:
    enum Kind : quint8 {
        Surname = 1, ///< A surname may begin, or a dot stand between the parts of a name.
        Organisation = 2, ///< A legal form, a trade or a brand may end.
        Road = 4, ///< A number of a house may follow, or an address.
        Alias = 8, ///< ( or 称.
        CapitalNumeral = 16, ///< 壹贰叁 ...
        Handle = 32, ///< A word for WeChat may begin.
        PersonCue = 64, ///< A sure cue of a person may end, or what minority names are made of begin.
        Institution = 128, ///< A word for a works, a shop, a school may end, or a known name begin.
    };

    /// `folded` as MappedText::folded().
    explicit Leads(const std::u32string &folded);

    /// The first place from `at` on, which is not negative, whose character is of this kind; the text's size if there is none.
    qsizetype next(Kind kind, qsizetype at) const
    {
        const quint8 *const kinds = m_kinds.data();
        const quint64 mask = 0x0101010101010101u * kind;
        for (; at < m_size; at += step) {
            quint64 eight = 0;
            std::memcpy(&eight, kinds + at, sizeof eight);
            eight &= mask;
            if (eight != 0) // the zeros behind the text's end are of no kind
                return at + (std::endian::native == std::endian::little ? std::countr_zero(eight) : std::countl_zero(eight)) / 8;
        }
        return m_size;
    }

private:
    static constexpr qsizetype step = 8;

    std::vector<quint8> m_kinds; // and eight zeros
    qsizetype m_size = 0;
};

} // namespace dw
