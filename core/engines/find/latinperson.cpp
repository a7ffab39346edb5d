#include "core/engines/find/latinnamescanner.h"

#include "core/engines/find/namewords.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

using Gap = LatinWords::Gap;
constexpr qsizetype mostWords = 5;

bool isNameWord(const LatinWords &words, qsizetype i)
{
    return i < words.size() && words[i].isCapital && !words[i].hasDigit && words[i].to - words[i].from >= 2;
}

/// Not one that we know to be something else.
bool isPossible(const LatinWords &words, qsizetype i)
{
    return isNameWord(words, i) && !words.is(i, LatinWords::Stop | LatinWords::Form | LatinWords::Title) && !(words.is(i, LatinWords::Street | LatinWords::Soft) && !words.is(i, LatinWords::Surname));
}

bool isParticle(std::u32string_view word)
{
    constexpr std::u32string_view particles[] {U"van", U"von", U"de", U"der", U"den", U"bin", U"binti", U"al", U"el", U"da", U"di", U"del", U"della", U"dos", U"la", U"le", U"ter", U"ten", U"ibn", U"san"};
    for (const std::u32string_view particle : particles) {
        if (word == particle)
            return true;
    }
    return false;
}

/// Ní, Al, De: a name goes on behind them.
bool isCapitalParticle(std::u32string_view word)
{
    constexpr std::u32string_view particles[] {U"ní", U"nic", U"mac", U"al", U"el", U"de", U"la", U"da", U"di", U"van", U"von", U"bin", U"abu", U"ben", U"ibn", U"o", U"ó", U"del", U"dos", U"san"};
    return std::find(std::begin(particles), std::end(particles), word) != std::end(particles);
}

/// Nguyen Thi Lan, Trần Văn Minh: between surname and given name.
bool isMiddle(std::u32string_view word)
{
    return word == U"thi" || word == U"thị" || word == U"van" || word == U"văn";
}

/// Built of one to three syllables as Chinese names are spelt.
bool isPinyin(std::u32string_view word)
{
    constexpr std::u32string_view starts[] {U"zh", U"ch", U"sh", U"b", U"p", U"m", U"f", U"d", U"t", U"n", U"l", U"g", U"k", U"h", U"j", U"q", U"x", U"r", U"z", U"c", U"s", U"y", U"w", U""};
    constexpr std::u32string_view ends[] {U"iang", U"iong", U"uang", U"ang", U"eng", U"ing", U"ong", U"ian", U"iao", U"uai", U"uan", U"ai", U"an", U"ao", U"ei", U"en", U"er", U"ia",
        U"ie", U"in", U"iu", U"ou", U"ua", U"ue", U"ui", U"un", U"uo", U"a", U"e", U"i", U"o", U"u", U"v"};
    for (int syllables = 0; !word.empty(); ++syllables) {
        if (syllables == 3)
            return false;
        std::size_t start = 0, end = 0;
        for (const std::u32string_view s : starts) {
            if (word.starts_with(s)) {
                start = s.size();
                break;
            }
        }
        for (const std::u32string_view e : ends) {
            if (word.substr(start).starts_with(e)) {
                end = e.size();
                break;
            }
        }
        if (end == 0)
            return false;
        word.remove_prefix(start + end);
    }
    return true;
}

/// One syllable as Cantonese names are spelt: Chan, Cheung, Kwok, Tsz, Ng.
bool isCantonese(std::u32string_view word)
{
    if (word == U"ng" || word == U"tsz" || word == U"sze")
        return true;
    constexpr std::u32string_view vowels = U"aeiouy";
    const auto start = word.find_first_of(vowels);
    if (word.size() < 2 || word.size() > 6 || start == word.npos || start > 2)
        return false;
    const auto end = std::min(word.find_first_not_of(vowels, start), word.size());
    const std::u32string_view before = word.substr(0, start), after = word.substr(end);
    constexpr std::u32string_view starts[] {U"", U"b", U"ch", U"d", U"f", U"g", U"gw", U"h", U"j", U"k", U"kw", U"l", U"m", U"n", U"ng", U"p", U"s", U"sh", U"t", U"ts", U"w", U"y"};
    constexpr std::u32string_view ends[] {U"", U"k", U"m", U"n", U"ng", U"p", U"t", U"w", U"h", U"r"};
    const bool isKnown = std::find(std::begin(starts), std::end(starts), before) != std::end(starts) && std::find(std::begin(ends), std::end(ends), after) != std::end(ends);
    return isKnown && end - start <= 2;
}

/// Chan Tai Man: a surname and two syllables. English has no such row of capitals but in headings of its own words.
bool isThreeSyllables(const LatinWords &words, qsizetype i)
{
    if (!words.is(i, LatinWords::Surname))
        return false;
    for (qsizetype k = i; k < i + 3; ++k) {
        const bool isFit = isNameWord(words, k) && isCantonese(words.folded(k)) && (k == i || words.isJoined(k)) && !words.is(k, LatinWords::Form | LatinWords::Title | LatinWords::Street | LatinWords::Place);
        if (!isFit)
            return false;
    }
    const bool hasLastName = words.is(i + 3, LatinWords::Given) && !(words.isJoined(i + 4) && words[i + 4].isCapital); // Cheung Kwok Wing Leslie
    const bool goesOn = words.isJoined(i + 3) && words[i + 3].isCapital && !words.is(i + 3, LatinWords::Stop) && !hasLastName;
    return !goesOn && !(words.is(i + 1, LatinWords::Stop) && words.is(i + 2, LatinWords::Stop));
}

/// After a name's first word: initials, particles, then the index of the next capital word; -1 if none follows.
qsizetype nextPart(const LatinWords &words, qsizetype i)
{
    qsizetype k = i + 1;
    for (int steps = 0; steps < 3 && k < words.size(); ++steps, ++k) {
        const bool isJoined = words.isJoined(k) || (words.isJoined(k, Gap::Dot) && words[k - 1].isInitial());
        if (!isJoined)
            return -1;
        if (words[k].isInitial() || (!words[k].isCapital && isParticle(words.folded(k))))
            continue;
        return isNameWord(words, k) ? k : -1;
    }
    return -1;
}

bool hasCueBefore(const LatinWords &words, qsizetype i)
{
    if (i == 0)
        return false;
    const qsizetype between = words[i].from - words[i - 1].to;
    return between <= 3 && LatinLists::instance().cues.contains(words.folded(i - 1));
}

/// 总经理|Budi Santoso, 联系人:Ana Reyes
bool hasHanCueBefore(const LatinWords &words, qsizetype i)
{
    const MappedText &text = words.text();
    qsizetype end = words[i].from;
    while (end > 0 && words[i].from - end < 3 && (text.is(end - 1, Blank) || text.at(end - 1) == U':'))
        --end;
    constexpr qsizetype longestCue = 8;
    return text.is(end - 1, Han) && NameWords::instance().left.longestBefore(text.folded(), end, std::max(qsizetype(0), end - longestCue)).value == 5;
}

/// ZHANG San|先生
bool hasHanTitleAfter(const LatinWords &words, qsizetype last)
{
    const MappedText &text = words.text();
    const qsizetype to = text.at(words[last].to) == U' ' ? words[last].to + 1 : words[last].to;
    return text.is(to, Han) && NameWords::instance().titles.longestAt(text.folded(), to, text.size()).length > 1;
}

/// Trần Quốc Bảo, Tobiasz Król: letters that no English word has. 2: those of Vietnamese alone.
int foreignLetters(const LatinWords &words, qsizetype from, qsizetype last)
{
    int most = 0;
    for (qsizetype k = words[from].from; k < words[last].to; ++k) {
        const char32_t c = words.text().at(k);
        most = std::max(most, c >= 0x1EA0 && c <= 0x1EF9 ? 2 : c >= 0xC0 && c < 0x250 ? 1 : 0);
    }
    return most;
}

bool hasCueAfter(const LatinWords &words, qsizetype last)
{
    constexpr std::u32string_view signs[] {U", holder of", U", a citizen", U", an individual", U", born", U" (passport", U", passport", U" (id", U", residing", U", aged", U", director",
        U", chief", U", president", U", general counsel", U", ceo", U", cfo", U", chairman", U", partner", U", managing", U", holding", U", whose", U" shall", U" signed", U" holds",
        U" said", U" told", U" confirmed", U" executed", U" agreed", U" joined", U" resigned", U" owns", U", as ", U"'s ", U", title", U", secretary", U", head of", U", senior", U", vice"};
    for (const std::u32string_view sign : signs) {
        if (words.text().startsWith(words[last].to, sign))
            return true;
    }
    return false;
}

void add(const LatinWords &words, qsizetype from, qsizetype last, double score, QList<FoundSpan> &found, const QString &sub = {})
{
    const MappedText &text = words.text();
    FoundSpan span {text.sourceStart(words[from].from), text.sourceEnd(words[last].to - 1), u"PERSON"_s, score};
    span.reason = found::name.toString();
    span.sub = sub;
    found.append(span);
}

} // namespace

qsizetype LatinNameScanner::judgeTitled(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const bool isJoined = words.isJoined(i + 1) || words.isJoined(i + 1, Gap::Dot);
    qsizetype k = i + 1;
    if (!isJoined || k >= words.size() || !words[k].isCapital || words[k].hasDigit || (words.is(k, LatinWords::Stop) && !words.is(k, LatinWords::Surname | LatinWords::Given)))
        return i + 1;
    qsizetype last = k;
    for (qsizetype next = nextPart(words, last); next > 0 && next - k < mostWords && isPossible(words, next); next = nextPart(words, last))
        last = next;
    if (words[last].isInitial())
        return i + 1;
    add(words, k, last, 0.95, found, last == k ? u"surname_only"_s : QString());
    return last + 1;
}

qsizetype LatinNameScanner::judgePerson(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    if (const qsizetype after = judgeReversed(words, i, found); after > i)
        return after;
    const bool isInitialled = words[i].isInitial() && words.isJoined(i + 1, Gap::Dot);
    if (!isPossible(words, i) && !isInitialled && !(words.is(i, LatinWords::Given) && isNameWord(words, i)))
        return i + 1;
    if (isThreeSyllables(words, i)) {
        // Wong Siu Fai, Alex
        const bool hasEnglishName = (words.isJoined(i + 3, Gap::Comma) || words.isJoined(i + 3)) && isPossible(words, i + 3) && words.is(i + 3, LatinWords::Given) && !(words.isJoined(i + 4) && words[i + 4].isCapital);
        add(words, i, hasEnglishName ? i + 3 : i + 2, 0.85, found);
        return hasEnglishName ? i + 4 : i + 3;
    }
    const qsizetype next = nextPart(words, i);
    const bool hasHanCue = hasHanCueBefore(words, i);
    if (hasHanCue && next < 0 && isPossible(words, i)) {
        add(words, i, i, words.is(i, LatinWords::Given | LatinWords::Surname) ? 0.8 : 0.6, found);
        takeHanSurname(words, i, found);
        return i + 1;
    }
    // Vietnamese names have two to four words.
    if (next > 0 && isPossible(words, i) && isPossible(words, next) && foreignLetters(words, i, next) == 2) {
        qsizetype end = next;
        while (end - i < 3 && words.isJoined(end + 1) && isPossible(words, end + 1))
            ++end;
        add(words, i, end, 0.8, found);
        return end + 1;
    }
    if (next < 0)
        return judgeSingle(words, i, found);
    if ((!isPossible(words, next) && !(words.is(next, LatinWords::Surname) && words[next].isCapital && !words.is(next, LatinWords::Street | LatinWords::Soft))) && !hasHanTitleAfter(words, next))
        return i + 1;
    if (words.is(i, LatinWords::Stop) && words.is(next, LatinWords::Stop | LatinWords::Place)) // Hong Kong
        return i + 1;
    const bool isGiven = words.is(i, LatinWords::Given), isStop = words.is(i, LatinWords::Stop);
    const bool isSurname = words.is(next, LatinWords::Surname), isSurnameFirst = words.is(i, LatinWords::Surname);
    qsizetype last = next;
    for (qsizetype more = nextPart(words, last); more > 0 && more - i < mostWords; more = nextPart(words, last)) {
        const bool isMore = isPossible(words, more) && !words.is(more, LatinWords::Place)
            && (hasHanCue || words.folded(more).ends_with(U"vich") || words.folded(more).ends_with(U"ovna") || words.folded(more).ends_with(U"evna") || (isSurnameFirst && isMiddle(words.folded(last))) || isCapitalParticle(words.folded(last)) || (words.is(last, LatinWords::Surname) && isCantonese(words.folded(last)) && isCantonese(words.folded(more)) && !words.is(more, LatinWords::Stop)) || words.is(more, LatinWords::Surname) || (words.is(last, LatinWords::Given) && !words.is(last, LatinWords::Surname)) || (words.is(more, LatinWords::Given) && isPinyin(words.folded(more))));
        if (!isMore)
            break;
        last = more;
    }
    double score = 0;
    const bool isChinese = words.is(i, LatinWords::Surname) && isPinyin(words.folded(i)) && isPinyin(words.folded(next));
    const bool isFollowedByForm = (words.is(last + 1, LatinWords::Form | LatinWords::Soft | LatinWords::Street) && words.isJoined(last + 1)) || words.is(next, LatinWords::Place);
    if (isFollowedByForm)
        return i + 1;
    if (isGiven && !isStop)
        score = isSurname ? 0.93 : 0.85;
    else if (isGiven && isSurname)
        score = 0.8; // Will Smith, Mark Young
    else if (isInitialled)
        score = isSurname ? 0.8 : words[i + 1].isInitial() && words[next].to - words[next].from > 3 ? 0.75 : 0; // R. J. Hollingworth
    else if (isChinese)
        score = hasCueBefore(words, i) || hasCueAfter(words, last) || words.is(next, LatinWords::Given) ? 0.85 : 0.7;
    else if (isSurname && (hasCueAfter(words, last) || (hasCueBefore(words, i) && words[i - 1].to - words[i - 1].from > 4)))
        score = 0.8;
    else if (hasCueBefore(words, i) && (hasCueAfter(words, last) || words[i - 1].to - words[i - 1].from > 6))
        score = 0.7;
    else if (hasHanCue || (isSurnameFirst && isMiddle(words.folded(next)) && last > next))
        score = 0.8;
    else if (hasHanTitleAfter(words, last))
        score = 0.85;
    else if (isSurnameFirst && words.is(next, LatinWords::Given) && !words.is(i, LatinWords::Stop)) // Sokolov Dmitri Pavlovich
        score = 0.75;
    else if (next == i + 1 && foreignLetters(words, i, next) > 0 && isPossible(words, i) && isPossible(words, next) && !words.is(i, LatinWords::Place))
        score = 0.6;
    if (score == 0)
        return judgeSingle(words, i, found);
    add(words, i, last, score, found);
    return last + 1;
}

} // namespace dw
