#pragma once

#include "core/engines/find/mappedtext.h"

#include <QStringView>

namespace dw {

/// ASCII letters and digits from one left boundary on, without the single spaces, hyphens and line breaks that set
/// groups apart, and upper case: what identifiers are judged on.
class Chain
{
public:
    static constexpr int longest = 40; ///< Characters; longer than any identifier.
    static constexpr int mostGroups = 24;

    /// From the run of this index on.
    Chain(const MappedText &text, std::size_t run);

    int size() const { return m_size; }
    QStringView first(int count) const { return {m_characters, count}; }
    /// As it was written, not in upper case.
    char16_t written(int i) const { return m_written[i]; }
    qsizetype from() const { return m_places[0]; } ///< The place of the first character.
    qsizetype endOf(int count) const { return m_places[count - 1] + 1; } ///< The place after the first `count` characters.

    int groups() const { return m_groups; }
    /// How many characters the first groups have together.
    int end(int group) const { return m_ends[group]; }
    bool hasEnd(int count) const;
    /// Whether the first `count` characters are one group.
    bool isWhole(int count) const { return m_groups > 0 && m_ends[0] == count; }
    bool isInFours(int count) const; ///< 1234 5678 9012 345: all groups but the last have four.
    bool hasBreak(int count) const { return m_firstBreak < count; } ///< A line ends inside.
    int digits(int count) const; ///< How many of the first are digits.

private:
    char16_t m_characters[longest] = {};
    char16_t m_written[longest] = {};
    quint32 m_places[longest] = {};
    int m_ends[mostGroups] = {};
    int m_size = 0;
    int m_groups = 0;
    int m_firstBreak = longest + 1;
};

/// What scanners of paper read for digits, put right; `wrong` is how many were. Both upper case letters only.
QString withDigitsRepaired(QStringView text, int &wrong);

bool areDigits(QStringView text);

} // namespace dw
