#pragma once

#include "core/engines/find/mappedtext.h"

#include <array>

namespace dw {

/// How a general dictionary (ICU's) cuts the Han characters around a candidate into words: whether the candidate
/// begins and ends where words do. Slow beside everything else here: for candidates that are worth it.
class WordBreaks
{
public:
    /// Around the places [from, to), within their clause.
    WordBreaks(const MappedText &text, qsizetype from, qsizetype to);

    bool isBreak(qsizetype place) const;
    /// Whether one word covers [from, to).
    bool isOneWord(qsizetype from, qsizetype to) const;

private:
    static constexpr qsizetype reach = 8;
    static constexpr std::size_t most = 32;

    qsizetype m_first = 0, m_last = 0;
    std::array<bool, most + 1> m_breaks {};
};

} // namespace dw
