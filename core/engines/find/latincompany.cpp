#include "core/engines/find/latinnamescanner.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

using Gap = LatinWords::Gap;
constexpr qsizetype mostWords = 9;

bool isAny(std::u32string_view word, std::initializer_list<std::u32string_view> of)
{
    return std::find(of.begin(), of.end(), word) != of.end();
}

/// S.A., L.L.C., S.p.A.: the index of the last letter's word, -1 if none begins at i.
qsizetype dottedForm(const LatinWords &words, qsizetype i)
{
    std::u32string letters;
    for (qsizetype k = i; k < words.size() && k - i < 4 && words[k].to - words[k].from == 1; ++k) {
        if (k > i && (!words.isJoined(k, Gap::Dot) || words[k].from - words[k - 1].to != 1))
            break;
        letters += words.folded(k);
        const bool isEnd = k + 1 >= words.size() || words[k + 1].from - words[k].to != 1;
        if (isEnd && isAny(letters, {U"sa", U"bv", U"nv", U"lp", U"llc", U"llp", U"spa", U"srl", U"sas", U"kk", U"plc", U"ag", U"na", U"cv", U"oo"}))
            return k;
    }
    return -1;
}

/// Whether the word k may stand in a name before the word right of it.
bool isPart(const LatinWords &words, qsizetype k, bool isBeforeForm)
{
    const LatinWords::Word &word = words[k], &right = words[k + 1];
    const MappedText &text = words.text();
    bool isJoined = right.before == Gap::Space || right.before == Gap::Ampersand || (right.before == Gap::Comma && isBeforeForm);
    isJoined = isJoined || (right.before == Gap::Dot && (isAny(words.folded(k), {U"co", U"pte", U"pty", U"st", U"sdn"}) || word.isInitial()));
    // Brackets: Beta (Hong Kong) Limited.
    if (!isJoined && right.from - word.to == 2)
        isJoined = (text.at(word.to) == U' ' && text.at(word.to + 1) == U'(') || (text.at(word.to) == U')' && text.at(word.to + 1) == U' ');
    if (!isJoined)
        return false;
    if (word.isCapital || word.hasDigit)
        return !(words.is(k, LatinWords::Form) && !isBeforeForm && right.before != Gap::Space);
    const std::u32string_view lower = words.folded(k);
    if (isAny(lower, {U"of", U"de", U"du", U"des", U"von", U"der", U"la"}))
        return k > 0 && words[k - 1].isCapital && words.isJoined(k);
    return lower == U"and" && k > 0 && words[k - 1].isCapital && words.isJoined(k) && !words.is(k - 1, LatinWords::Form)
        && isAny(words.folded(k + 1), {U"sons", U"company", U"co", U"partners", U"associates", U"brothers", U"daughters"});
}

qsizetype lastForm(const LatinWords &words, qsizetype i)
{
    qsizetype last = i;
    for (;;) {
        qsizetype next = last + 1;
        if (words.isJoined(next, Gap::Ampersand) && words.folded(next) == U"co") // GmbH & Co. KG
            ++next;
        const bool isJoined = words.isJoined(next) || words.isJoined(next, Gap::Comma) || words.isJoined(next, Gap::Dot)
            || (next < words.size() && words[next].from - words[last].to == 3 && words.text().startsWith(words[last].to, U"., "));
        if (!isJoined || !words.is(next, LatinWords::Form) || !words[next].isCapital)
            return last;
        last = next;
    }
}

bool isAllGeneric(const LatinWords &words, qsizetype from, qsizetype to)
{
    for (qsizetype k = from; k < to; ++k) {
        if (!words.is(k, LatinWords::Stop | LatinWords::Form | LatinWords::Soft | LatinWords::Title) && words[k].isCapital && words[k].to - words[k].from > 1)
            return false;
    }
    return true;
}

} // namespace

void LatinNameScanner::judgeCompany(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const MappedText &text = words.text();
    const bool isForm = words.is(i, LatinWords::Form), isSoft = words.is(i, LatinWords::Soft);
    qsizetype dotted = isForm ? -1 : dottedForm(words, i);
    if (dotted < 0 && words.folded(i) == U"sp" && text.startsWith(words[i].to, U". z o.o"))
        dotted = i + 3;
    if ((!isForm && !isSoft && dotted < 0) || i == 0)
        return;
    const LatinLists &lists = LatinLists::instance();
    // "Co., Ltd" and "Limited" have what they need in the words before them.
    qsizetype first = i;
    while (first > 0 && i - first < mostWords) {
        const qsizetype k = first - 1;
        const bool isGlued = words.is(first, LatinWords::Form) && text.startsWith(words[k].to, U"., ") && words[first].from - words[k].to == 3;
        if (!isGlued && !isPart(words, k, words.is(first, LatinWords::Form) || first == i))
            break;
        // Jade Trading Company|Limited: before a form it is no role of a contract.
        const bool isCompany = words.folded(k) == U"company" && words.is(first, LatinWords::Form);
        if (!words[k].hasDigit && !isCompany && lists.leads.contains(words.folded(k)) && !(words[k].isAllCapital && words[k].to - words[k].from > 3))
            break;
        first = k;
    }
    while (first < i && !words[first].isCapital)
        ++first;
    if (first == i || isAllGeneric(words, first, i))
        return;
    qsizetype last = dotted >= 0 ? dotted : isForm ? lastForm(words, i) : i;
    if (isSoft && !isForm) {
        // Beta Capital Partners (UK) LLP is found from its form; only short names are left here.
        if (words.isJoined(i + 1) && words[i + 1].isCapital && words.is(i + 1, LatinWords::Form | LatinWords::Soft))
            return;
        if (words.is(i - 1, LatinWords::Stop) || words.is(first, LatinWords::Stop) || i - first > 4)
            return;
    }
    qsizetype end = words[last].to;
    const bool isAbbreviation = dotted >= 0 || isAny(words.folded(last), {U"ltd", U"inc", U"corp", U"pte", U"pty"});
    if (isAbbreviation && text.at(end) == U'.') {
        const bool endsSentence = end + 1 >= text.size() || text.is(end + 1, Break) || (text.at(end + 1) == U' ' && text.at(end + 2) >= U'A' && text.at(end + 2) <= U'Z');
        const bool isWritten = dotted >= 0 || (last > first && (text.at(words[last - 1].to) == U'.' || text.at(words[last - 1].to) == U',')); // Co., Ltd.
        if (!endsSentence || isWritten)
            ++end;
    }
    // An opening bracket inside needs its fellow.
    qsizetype open = 0;
    for (qsizetype k = words[first].from; k < end; ++k)
        open += text.at(k) == U'(' ? 1 : text.at(k) == U')' ? -1 : 0;
    if (open < 0)
        return;
    found.append(span(text, words[first].from, end, u"COMPANY"_s, isForm || dotted >= 0 ? 0.93 : 0.7, found::name));
}

/// Farrow & Lyle: two names that are no words of contracts.
void LatinNameScanner::judgePartners(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const auto isName = [&](qsizetype k) {
        return words[k].isCapital && !words[k].hasDigit && words[k].to - words[k].from >= 3
            && !words.is(k, LatinWords::Stop | LatinWords::Form | LatinWords::Title | LatinWords::Place) && !LatinLists::instance().leads.contains(words.folded(k));
    };
    const auto isKnown = [&](qsizetype k) { return words.is(k, LatinWords::Surname | LatinWords::Given); };
    if (i == 0 || !words.isJoined(i, Gap::Ampersand) || !isName(i - 1) || !isName(i) || (!isKnown(i) && !isKnown(i - 1) && !(i > 1 && words.isJoined(i - 1) && !words[i - 2].isCapital)))
        return;
    qsizetype last = i;
    while (words.isJoined(last + 1) && words[last + 1].isCapital && words.is(last + 1, LatinWords::Soft | LatinWords::Form))
        ++last;
    found.append(span(words.text(), words[i - 1].from, words[last].to, u"COMPANY"_s, 0.6, found::name));
}

/// PT Nusantara Karya: the form stands first.
void LatinNameScanner::judgePrefixed(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    qsizetype last = i;
    while (last - i < 5 && words.isJoined(last + 1) && words[last + 1].isCapital && !words.is(last + 1, LatinWords::Stop))
        ++last;
    while (last > i && last - i < 6 && words.isJoined(last + 1) && words.is(last + 1, LatinWords::Form) && words[last + 1].isCapital)
        ++last; // Tbk
    if (last - i >= 2)
        found.append(span(words.text(), words[i].from, words[last].to, u"COMPANY"_s, 0.85, found::name));
}

/// acme robotics inc: nobody writes these forms in lower case but behind a name.
void LatinNameScanner::judgeLowerCompany(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    constexpr qsizetype mostLower = 3;
    if (!isAny(words.folded(i), {U"inc", U"ltd", U"llc", U"gmbh", U"corp"}))
        return;
    qsizetype first = i;
    while (first > 0 && i - first < mostLower) {
        const qsizetype k = first - 1;
        const bool isOpen = words.isJoined(first) && !words.is(k, LatinWords::Stop | LatinWords::Title) && !LatinLists::instance().leads.contains(words.folded(k))
            && !LatinLists::instance().cues.contains(words.folded(k)) && words[k].to - words[k].from > 1;
        if (!isOpen)
            break;
        first = k;
    }
    if (first < i)
        found.append(span(words.text(), words[first].from, words[i].to, u"COMPANY"_s, 0.6, found::name));
}

/// Volkswagen, Siemens: with the words of trades that follow it.
void LatinNameScanner::judgeKnown(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    qsizetype last = i;
    while (words.isJoined(last + 1) && words[last + 1].isCapital && words.is(last + 1, LatinWords::Soft | LatinWords::Form))
        ++last;
    found.append(span(words.text(), words[i].from, words[last].to, u"COMPANY"_s, 0.65, found::name));
}

} // namespace dw
