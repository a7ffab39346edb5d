#include "core/engines/find/latinnamescanner.h"

#include "core/engines/find/namewords.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

using Gap = LatinWords::Gap;

bool isParticle(std::u32string_view word)
{
    constexpr std::u32string_view particles[] {U"van", U"von", U"de", U"der", U"den", U"da", U"di", U"del", U"la", U"le", U"ter", U"ten", U"dos"};
    return std::find(std::begin(particles), std::end(particles), word) != std::end(particles);
}

bool isOneOf(std::u32string_view word, std::initializer_list<std::u32string_view> of)
{
    return std::find(of.begin(), of.end(), word) != of.end();
}

bool isLetters(const LatinWords &words, qsizetype i)
{
    return i >= 0 && i < words.size() && !words[i].hasDigit && words[i].to - words[i].from >= 2;
}

bool isNothingElse(const LatinWords &words, qsizetype i)
{
    return isLetters(words, i) && !words.is(i, LatinWords::Stop | LatinWords::Form | LatinWords::Title | LatinWords::Place);
}

void add(const LatinWords &words, qsizetype from, qsizetype last, double score, QStringView reason, QList<FoundSpan> &found)
{
    const MappedText &text = words.text();
    FoundSpan span {text.sourceStart(words[from].from), text.sourceEnd(words[last].to - 1), u"PERSON"_s, score};
    span.reason = reason.toString();
    found.append(span);
}

} // namespace

/// Names as they are written in other ways than Given Surname: lower case, Surname, Given; before an e-mail address;
/// one word alone.

/// jenny park: where neither is a word of its own.
qsizetype LatinNameScanner::judgeLowerPerson(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const LatinLists &lists = LatinLists::instance();
    const auto isName = [&](qsizetype k, quint8 bit) {
        return isLetters(words, k) && !words.is(k, LatinWords::Form | LatinWords::Title | (bit == LatinWords::Given ? LatinWords::Stop : 0)) && words.is(k, bit) && !words[k].isCapital && words[k].to - words[k].from >= 3;
    };
    const qsizetype next = i + 1;
    const bool isGivenFirst = isName(i, LatinWords::Given) && words.isJoined(next) && isName(next, LatinWords::Surname) && !lists.wordlike.contains(words.folded(i));
    const bool isSurnameFirst = isName(i, LatinWords::Surname) && words.isJoined(next, Gap::Comma) && isName(next, LatinWords::Given)
        && !lists.wordlike.contains(words.folded(i)) && !lists.wordlike.contains(words.folded(next));
    const auto isEdge = [&](qsizetype k) {
        const MappedText &text = words.text();
        return k < 0 || k >= text.size() || text.is(k, Break) || text.at(k) == U';' || text.at(k) == U':' || text.at(k) == U'<';
    };
    // cc: a@b.c; wang fang; ...
    const bool isListed = isName(i, LatinWords::Surname) && words.isJoined(next) && isLetters(words, next) && !words[next].isCapital && words[next].to - words[next].from <= 9
        && isEdge(words[i].from - (words.text().at(words[i].from - 1) == U' ' ? 2 : 1)) && isEdge(words[next].to) && !lists.wordlike.contains(words.folded(i));
    if (!isGivenFirst && !isSurnameFirst && !isListed)
        return i + 1;
    add(words, i, next, 0.65, found::name, found);
    return next + 1;
}

/// Chen, Jingwen; van der Meer, Pieter: in a row set apart by semicolons, or with a surname and a given name that we know.
qsizetype LatinNameScanner::judgeListed(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const MappedText &text = words.text();
    const qsizetype given = i + 1;
    const bool isName = isNothingElse(words, i) && words[i].isCapital && words.isJoined(given, Gap::Comma) && isNothingElse(words, given) && words[given].isCapital
        && !words.is(i, LatinWords::Soft | LatinWords::Street) && !words.is(given, LatinWords::Soft | LatinWords::Street);
    if (!isName)
        return i;
    qsizetype last = given;
    if (words.isJoined(last + 1) && isNothingElse(words, last + 1) && words[last + 1].isCapital)
        ++last;
    const auto isEdge = [&](qsizetype k) { return k < 0 || k >= text.size() || text.is(k, Break) || text.at(k) == U';' || text.at(k) == U':' || text.at(k) == U'<' || text.at(k) == U'(' || text.at(k) == U')'; };
    const auto beforeBlanks = [&](qsizetype k) {
        while (k > 0 && text.at(k - 1) == U' ')
            --k;
        return k - 1;
    };
    qsizetype first = i;
    while (first > 0 && i - first < 3 && words.isJoined(first) && isParticle(words.folded(first - 1)))
        --first;
    const qsizetype after = words[last].to;
    const bool ends = isEdge(text.at(after) == U' ' ? after + 1 : after);
    // Home, End) is no name: unknown words only in a row of semicolons.
    const char32_t before = text.at(beforeBlanks(words[first].from)), behind = text.at(text.at(after) == U' ' ? after + 1 : after);
    const bool isInRow = isEdge(beforeBlanks(words[first].from)) && ends && (before == U';' || behind == U';');
    const bool isKnown = words.is(i, LatinWords::Surname) && words.is(given, LatinWords::Given) && ends;
    if (!isInRow && !isKnown)
        return i;
    add(words, first, last, 0.75, found::name, found);
    return last + 1;
}

/// DE LA CRUZ, Maria Isabel; Wong Siu Fai is judged before, and his , Alex here.
qsizetype LatinNameScanner::judgeReversed(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    constexpr qsizetype mostSurnames = 3;
    qsizetype last = i;
    const auto isCapitals = [&](qsizetype k) { return isLetters(words, k) && words[k].isAllCapital && !words.is(k, LatinWords::Stop | LatinWords::Form | LatinWords::Title); };
    if (const qsizetype after = judgeListed(words, i, found); after > i)
        return after;
    if (!isCapitals(i) || (i > 0 && words.isJoined(i) && words[i - 1].isAllCapital))
        return i;
    while (last - i + 1 < mostSurnames && words.isJoined(last + 1) && isCapitals(last + 1))
        ++last;
    qsizetype given = last + 1;
    if (!words.isJoined(given, Gap::Comma) || !isNothingElse(words, given) || !words[given].isCapital || words[given].isAllCapital || !words.is(given, LatinWords::Given))
        return i;
    while (words.isJoined(given + 1) && isNothingElse(words, given + 1) && words[given + 1].isCapital && words.is(given + 1, LatinWords::Given))
        ++given;
    add(words, i, given, 0.8, found::name, found);
    return given + 1;
}

/// Michael between Chinese words or behind a cue of theirs, Tom before what only people do.
qsizetype LatinNameScanner::judgeSingle(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const MappedText &text = words.text();
    if (!isNothingElse(words, i) || words.is(i, LatinWords::Soft | LatinWords::Street) || !words.is(i, LatinWords::Given) || words[i].to - words[i].from < 3
        || LatinLists::instance().known.contains(words.folded(i)))
        return i + 1;
    const qsizetype from = words[i].from, to = words[i].to;
    const bool isAfterHan = text.is(from - 1, Han), isBeforeHan = text.is(to, Han);
    const auto isMark = [&](qsizetype k) { return !text.is(k, Alnum | Han) && text.at(k) != U'-' && text.at(k) != U'_' && text.at(k) != U'@' && text.at(k) != U'.' && text.at(k) != U'/'; };
    const bool isInChinese = (isAfterHan || isBeforeHan) && (isAfterHan || isMark(from - 1)) && (isBeforeHan || isMark(to));
    bool isDoing = false;
    for (const std::u32string_view sign : {U" said", U" mentioned", U" told", U" confirmed", U" asked", U" thinks", U" wants", U" agreed", U" replied", U" suggested", U" noted", U" is drafting",
             U" will send", U" will call", U" will review", U" wrote", U" called", U" reported", U" promised", U" has sent", U" sent ", U" from ", U" already ", U" has the ", U" asked", U" believes", U" joined", U" left ", U" signed"})
        isDoing = isDoing || text.startsWith(to, sign);
    const bool isAlone = !(words.isJoined(i + 1) && words[i + 1].isCapital) && !(words.isJoined(i) && words[i - 1].isCapital && !isOneOf(words.folded(i - 1), {U"as", U"hi", U"hello", U"dear", U"thanks", U"cheers"}));
    // "to Rob;", "with Claire."
    const bool isGreeted = i > 0 && (words.isJoined(i) || words.isJoined(i, Gap::Comma))
        && isOneOf(words.folded(i - 1), {U"thanks", U"regards", U"hi", U"hello", U"dear", U"cheers", U"best", U"told", U"asked", U"tell", U"ask"});
    const bool isOwner = text.startsWith(to, U"'s ") && i > 0 && !words[i - 1].isCapital;
    const bool isTold = i > 0 && words.isJoined(i) && !words[i - 1].isCapital && isOneOf(words.folded(i - 1), {U"to", U"from", U"with", U"by", U"and", U"tell", U"ask", U"told", U"asked", U"for"})
        && (to >= text.size() || text.at(to) == U',' || text.at(to) == U';' || text.at(to) == U'.' || text.at(to) == U')' || text.startsWith(to, U"'s "));
    if (!isInChinese && !((isDoing || isTold || isGreeted || isOwner) && isAlone && !words[i].isAllCapital))
        return i + 1;
    add(words, i, i, 0.65, found::name, found);
    takeHanSurname(words, i, found);
    return i + 1;
}

/// David陈, Grace 王
void LatinNameScanner::takeHanSurname(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const MappedText &text = words.text();
    const qsizetype to = words[i].to;
    const NameWords &names = NameWords::instance();
    const qsizetype surname = text.at(to) == U' ' ? to + 1 : to;
    const bool hasSurname = text.is(surname, Han) && names.role(text.foldedAt(surname)).surname >= 6
        && (!text.is(surname + 1, Han | Alnum) || names.right.longestAt(text.folded(), surname + 1, text.size()));
    if (hasSurname)
        found.last().end = text.sourceEnd(surname);
}

/// Whether " <name@" follows the word.
bool LatinNameScanner::isBeforeAddress(const LatinWords &words, qsizetype i)
{
    const MappedText &text = words.text();
    qsizetype k = words[i].to;
    if (text.at(k) == U'"' || text.at(k) == U'\'')
        ++k;
    if (text.at(k) == U' ')
        ++k;
    if (text.at(k) != U'<' || k == words[i].to)
        return false;
    constexpr qsizetype longest = 64;
    for (qsizetype end = k + 1; end < text.size() && end - k < longest; ++end) {
        const char32_t c = text.at(end);
        if (c == U'@')
            return end > k + 1;
        if (!text.is(end, Alnum) && c != U'.' && c != U'_' && c != U'-' && c != U'+')
            return false;
    }
    return false;
}

/// zhang wei <zhangwei@...>: what stands before an address in angle brackets is who it belongs to.
qsizetype LatinNameScanner::judgeDisplayName(const LatinWords &words, qsizetype last, QList<FoundSpan> &found)
{
    constexpr qsizetype mostWords = 4;
    qsizetype first = last;
    while (first > 0 && last - first + 1 < mostWords && (words.isJoined(first) || words.isJoined(first, Gap::Comma)) && isNothingElse(words, first - 1)
        && (words[first - 1].isCapital || !LatinLists::instance().cues.contains(words.folded(first - 1))))
        --first;
    if (!isNothingElse(words, last) || (first == last && !words.is(last, LatinWords::Given | LatinWords::Surname)))
        return last + 1;
    add(words, first, last, 0.85, found::cue, found);
    return last + 1;
}

} // namespace dw
