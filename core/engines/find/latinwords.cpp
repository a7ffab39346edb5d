#include "core/engines/find/latinwords.h"

#include "core/engines/find/wordlists.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool isLetterBeyond(char32_t c)
{
    return (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c < 0x1F00);
}

bool isUpperBeyond(char32_t c)
{
    return isLetterBeyond(c) && QChar::isUpper(c);
}

} // namespace

LatinLists::LatinLists()
{
    const WordLists lists(u"english.txt"_s);
    const std::pair<QString, quint8> sections[] {{u"given"_s, LatinWords::Given}, {u"surname"_s, LatinWords::Surname}, {u"stop"_s, LatinWords::Stop},
        {u"titles"_s, LatinWords::Title}, {u"forms"_s, LatinWords::Form}, {u"soft"_s, LatinWords::Soft}, {u"streets"_s, LatinWords::Street},
        {u"places"_s, LatinWords::Place}};
    for (const auto &[section, bit] : sections) {
        for (const std::u32string &word : lists.section(section))
            words.addBits(word, bit);
    }
    lists.addTo(leads, u"lead"_s);
    lists.addTo(known, u"known"_s);
    lists.addTo(wordlike, u"wordlike"_s);
    lists.addTo(cues, u"personcues"_s);
    lists.addTo(parts, u"addressparts"_s);
    lists.addTo(admins, u"adminparts"_s);
}

const LatinLists &LatinLists::instance()
{
    static const LatinLists lists;
    return lists;
}

LatinWords::LatinWords(const MappedText &text)
    : m_text(text)
{
    const auto isPart = [&](qsizetype k) { return text.is(k, Alnum) || isLetterBeyond(text.at(k)); };
    const auto isLetter = [&](qsizetype k) { return text.is(k, Letter) || isLetterBeyond(text.at(k)); };
    m_words.reserve(text.runs().size());
    qsizetype done = 0;
    for (const MappedText::Run &run : text.runs()) {
        if (qsizetype(run.from) < done)
            continue;
        qsizetype from = run.from, to = run.to;
        while (from > done && isLetterBeyond(text.at(from - 1)))
            --from;
        for (;;) {
            while (isPart(to))
                ++to;
            const bool isJoint = (text.at(to) == U'-' || text.at(to) == U'\'' || text.at(to) == U'’') && isLetter(to - 1) && isLetter(to + 1);
            const bool isPossessive = isJoint && text.at(to) != U'-' && text.foldedAt(to + 1) == U's' && !isPart(to + 2);
            if (!isJoint || isPossessive)
                break;
            ++to;
        }
        addWord(from, to);
        done = to;
    }
}

LatinWords::Gap LatinWords::gapBetween(qsizetype from, qsizetype to) const
{
    constexpr qsizetype widest = 4;
    if (to - from > widest || to <= from)
        return Gap::Other;
    char32_t sign = U'\0';
    int breaks = 0;
    for (qsizetype k = from; k < to; ++k) {
        if (m_text.is(k, Blank))
            continue;
        if (m_text.is(k, Break)) {
            ++breaks;
            continue;
        }
        if (sign != U'\0')
            return Gap::Other;
        sign = m_text.at(k);
    }
    if (breaks > 1 || (to - from > 2 && sign == U'\0'))
        return Gap::Other;
    switch (sign) {
    case U'\0': return Gap::Space;
    case U',': return Gap::Comma;
    case U'.': return Gap::Dot;
    case U'&': return Gap::Ampersand;
    default: return Gap::Other;
    }
}

void LatinWords::addWord(qsizetype from, qsizetype to)
{
    Word word {from, to};
    const char32_t first = m_text.at(from);
    word.isCapital = (first >= U'A' && first <= U'Z') || isUpperBeyond(first);
    const quint16 *const kinds = m_text.allKinds().data();
    const char32_t *const characters = m_text.text().data();
    word.hasDigit = std::any_of(kinds + from, kinds + to, [](quint16 its) { return (its & Digit) != 0; });
    word.isAllCapital = word.isCapital && to - from > 1 && std::none_of(characters + from, characters + to, [](char32_t c) { return c >= U'a' && c <= U'z'; });
    if ((word.isCapital || to - from <= 7) && !word.hasDigit)
        word.bits = LatinLists::instance().words.value(std::u32string_view(m_text.folded()).substr(std::size_t(from), std::size_t(to - from)));
    if (word.bits == 0 && word.isCapital) { // Jean-Pierre is as much a given name as Jean
        const auto folded = std::u32string_view(m_text.folded()).substr(std::size_t(from), std::size_t(to - from));
        if (const auto hyphen = folded.find(U'-'); hyphen != std::u32string_view::npos) {
            const WordSet &words = LatinLists::instance().words;
            word.bits = quint8((words.value(folded.substr(0, hyphen)) & (Given | Surname)) | (words.value(folded.substr(hyphen + 1)) & Surname));
        }
    }
    word.before = m_words.empty() ? Gap::Other : gapBetween(m_words.back().to, from);
    m_words.push_back(word);
}

} // namespace dw
