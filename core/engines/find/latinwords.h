#pragma once

#include "core/engines/find/mappedtext.h"
#include "core/engines/find/wordset.h"

#include <vector>

namespace dw {

/// The words of a text in Latin letters and what they are known as. O'Brien and Jean-Pierre are one word each.
class LatinWords
{
public:
    enum Bit : quint8 { Given = 1, Surname = 2, Stop = 4, Title = 8, Form = 16, Soft = 32, Street = 64, Place = 128 };
    enum class Gap : quint8 { Space, Comma, Dot, Ampersand, Other };

    struct Word {
        qsizetype from = 0, to = 0;
        quint8 bits = 0;
        bool isCapital = false, isAllCapital = false, hasDigit = false;
        Gap before = Gap::Other; ///< What stands between this and the word before it.
        bool isInitial() const { return isCapital && to - from == 1; }
    };

    explicit LatinWords(const MappedText &text);

    qsizetype size() const { return qsizetype(m_words.size()); }
    const Word &operator[](qsizetype i) const { return m_words[std::size_t(i)]; }
    bool is(qsizetype i, quint8 anyOf) const { return i >= 0 && i < size() && ((*this)[i].bits & anyOf) != 0; }
    std::u32string_view folded(qsizetype i) const
    {
        return std::u32string_view(m_text.folded()).substr(std::size_t((*this)[i].from), std::size_t((*this)[i].to - (*this)[i].from));
    }
    bool isJoined(qsizetype i, Gap gap = Gap::Space) const { return i > 0 && i < size() && (*this)[i].before == gap; }
    const MappedText &text() const { return m_text; }

private:
    void addWord(qsizetype from, qsizetype to);
    Gap gapBetween(qsizetype from, qsizetype to) const;

    const MappedText &m_text;
    std::vector<Word> m_words;
};

/// Lists that only some words are looked up in.
struct LatinLists {
    static const LatinLists &instance();

    WordSet words; ///< Values: LatinWords::Bit.
    WordSet leads; ///< Never the first word of a company.
    WordSet known; ///< Companies that one word tells.
    WordSet wordlike; ///< Given names and surnames that are words in lower case.
    WordSet cues; ///< Before a person.
    WordSet parts; ///< unit, room ... of an address.
    WordSet admins; ///< district, province ...

private:
    LatinLists();
};

} // namespace dw
