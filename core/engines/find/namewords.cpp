#include "core/engines/find/namewords.h"

#include "core/engines/find/wordlists.h"

namespace dw {

using namespace Qt::StringLiterals;

NameWords::NameWords()
    : m_roles(0xA000 - first)
{
    const WordLists surnames(u"surnames.txt"_s), given(u"given.txt"_s), words(u"words.txt"_s);
    const auto roleOf = [this](char32_t c) -> Role & { return m_roles[c >= first && c < first + m_roles.size() ? c - first : 0]; };
    for (const quint8 level : {quint8(4), quint8(6), quint8(7), quint8(8), quint8(9)}) {
        for (const std::u32string &word : surnames.section(QString::number(level)))
            roleOf(word.front()).surname = level;
    }
    for (const std::u32string &word : surnames.section(u"ordinary"_s))
        roleOf(word.front()).isOrdinary = 1;
    for (const quint8 level : {quint8(1), quint8(2), quint8(3)}) {
        for (const std::u32string &word : given.section(QString::number(level)))
            roleOf(word.front()).given = level;
    }
    for (const char32_t c : std::u32string_view(U"的了着吗呢吧么们已在与被给让由从是"))
        roleOf(c).isNever = 1;
    surnames.addTo(compounds, u"compound"_s);
    words.addTo(left, u"left5"_s, 5);
    words.addTo(left, u"left3"_s, 3);
    words.addTo(right, u"right5"_s, 5);
    words.addTo(right, u"right3"_s, 3);
    words.addTo(titles, u"titles"_s);
    words.addTo(noSurname, u"nosurname"_s);
    words.addTo(notNames, u"notnames"_s);
    words.addTo(enders, u"enders"_s);
    given.addTo(transliterated, u"transliterated"_s);
    markCommon(words);
    markCommon(WordLists(u"organisations.txt"_s));
    m_roles[0] = {};
}

/// Characters of the words that we know are those of ordinary text, unless a given name is their first business.
void NameWords::markCommon(const WordLists &lists)
{
    for (const QString &section : {u"notnames"_s, u"enders"_s, u"left5"_s, u"left3"_s, u"right5"_s, u"right3"_s, u"cues"_s, u"trades"_s, u"generic"_s}) {
        for (const std::u32string &word : lists.section(section)) {
            for (const char32_t c : word) {
                if (c >= first && c < first + m_roles.size() && m_roles[c - first].given == 0)
                    m_roles[c - first].isCommon = 1;
            }
        }
    }
}

const NameWords &NameWords::instance()
{
    static const NameWords words;
    return words;
}

} // namespace dw
