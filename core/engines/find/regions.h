#pragma once

#include "core/engines/find/wordset.h"

namespace dw {

/// Names of China's provinces, prefectures, counties, in full and in short, and of some places abroad.
class Regions
{
public:
    enum Level : quint8 { Short = 1, Abroad = 2, County = 3, Prefecture = 4, Province = 5 };

    static const Regions &instance();

    const WordSet &words() const { return m_words; }
    WordSet::Match at(const std::u32string &text, qsizetype at, qsizetype limit) const { return m_words.longestAt(text, at, limit); }
    bool isRegion(std::u32string_view word) const { return m_words.contains(word); }

private:
    Regions();

    WordSet m_words;
};

} // namespace dw
