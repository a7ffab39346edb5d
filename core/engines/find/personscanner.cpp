#include "core/engines/find/personscanner.h"

#include "core/engines/find/namewords.h"
#include "core/engines/find/regions.h"
#include "core/engines/find/wordbreaks.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int enough = 21, sure = 40;
constexpr int brokenPoints = 13; // taken back of what a missing cue costs
constexpr qsizetype longestCue = 8;
constexpr qsizetype longestDotted = 10;
/// These follow names; hardly any name ends with one.
constexpr std::u32string_view adverbs = U"已在将为未应不也又均都并则被所须需能要曾拟还再就向对从与及由把给让的是";
constexpr char32_t dotSign = U'·';

bool isAny(char32_t c, std::u32string_view set)
{
    return c != U'\0' && set.find(c) != std::u32string_view::npos;
}

} // namespace

PersonScanner::PersonScanner()
    : m_words(NameWords::instance())
{
}

PersonScanner::Sign PersonScanner::leftSign(const MappedText &text, qsizetype at) const
{
    const std::u32string &folded = text.folded();
    const auto cueAt = [&](qsizetype end) { return m_words.left.longestBefore(folded, end, std::max(qsizetype(0), end - longestCue)); };
    const char32_t before = text.at(at - 1);
    if (at == 0 || text.is(at - 1, Stop | Break))
        return {5, 0, true};
    if (text.is(at - 1, Han)) {
        const WordSet::Match cue = cueAt(at);
        if (text.is(at, LineBefore))
            return {cue ? 12 : 5, cue.length, true};
        if (!cue)
            return {text.is(at, GapBefore) ? 4 : -14, 0, false};
        return {cue.value == 5 ? 18 : cue.length > 1 ? 10 : 8, cue.length, false};
    }
    if (text.is(at - 1, Alnum))
        return {-6, 0, false};
    // A mark: what stands before it may be the cue.
    qsizetype end = at - 1;
    while (end > 0 && text.is(end - 1, Blank))
        --end;
    if (text.is(at - 1, Blank) && isAny(text.at(end - 1), U":、,"))
        --end;
    if (isAny(text.at(end), U":") || text.is(at - 1, Blank) || before == U'(') {
        qsizetype word = end;
        if (text.at(word - 1) == U')') { // 甲方(转让方):
            --word;
            if (const WordSet::Match inside = cueAt(word); inside.value == 5)
                return {18, inside.length, true};
            while (word > 0 && end - word < 10 && text.at(word) != U'(') // 转让方(签字):
                --word;
        }
        const WordSet::Match cue = cueAt(word);
        const bool isColon = text.at(end) == U':';
        if (cue && cue.value == 5)
            return {isColon ? 20 : 14, cue.length, true};
        return {isColon ? 8 : 5, cue.length, true};
    }
    if (before == U'、')
        return {8, 0, true};
    return {5, 0, true};
}

PersonScanner::Sign PersonScanner::rightSign(const MappedText &text, qsizetype to) const
{
    if (to >= text.size() || text.is(to, Stop | Break | Blank))
        return {6, 0, true};
    if (text.is(to, Han)) {
        const WordSet::Match cue = m_words.right.longestAt(text.folded(), to, text.size());
        if (text.is(to, LineBefore))
            return {cue ? 10 : 5, cue.length, true};
        if (!cue)
            return {text.is(to, GapBefore) ? 3 : -14, 0, false};
        return {cue.value == 5 ? 14 : 6, cue.length, false};
    }
    if (text.is(to, Digit))
        return {3, 0, true};
    if (text.is(to, Letter))
        return {0, 0, true};
    const char32_t c = text.at(to);
    if (c == U'(' || (c == U',' && m_words.right.longestAt(text.folded(), to + 1, text.size()).value == 5)) {
        const bool isTelling = text.is(to + 1, Digit) || text.startsWith(to + 1, U"以下简称") || text.startsWith(to + 1, U"下称") || m_words.right.longestAt(text.folded(), to + 1, text.size()).value == 5;
        return {isTelling ? 14 : 7, 0, true};
    }
    return {c == dotSign ? -20 : 6, 0, true};
}

int PersonScanner::surnamePoints(const MappedText &text, qsizetype at, qsizetype size) const
{
    if (size > 1)
        return 16;
    const NameWords::Role role = m_words.role(text.foldedAt(at));
    int points = role.surname >= 9 ? 13 : role.surname == 8 ? 11 : role.surname == 7 ? 9 : role.surname == 6 ? 6 : 2;
    if (role.isOrdinary)
        points -= 8;
    return points;
}

int PersonScanner::givenPoints(char32_t c) const
{
    const NameWords::Role role = m_words.role(c);
    if (role.isNever != 0)
        return -40;
    switch (role.given) {
    case 3: return 11;
    case 2: return 7;
    case 1: return -1;
    default: return role.isCommon ? -14 : -4;
    }
}

int PersonScanner::wordPoints(const MappedText &text, qsizetype at, qsizetype to, qsizetype surname) const
{
    int points = 0;
    const WordSet::Match word = m_words.notNames.longestAt(text.folded(), at, text.size());
    const bool isOfSurname = surname > 1 && word.length <= surname; // 东方|明辉
    if (word.length >= to - at)
        points -= 36;
    else if (word && !isOfSurname)
        points -= 22;
    const WordSet::Match ending = m_words.enders.longestBefore(text.folded(), at + 1, std::max(qsizetype(0), at - 3));
    if (ending.length > 1)
        points -= 16;
    // 温岭|市, 顺德区|乐从镇: what belongs to the name of a region.
    const qsizetype region = Regions::instance().at(text.folded(), at, text.size()).length;
    if (Regions::instance().at(text.folded(), at + 1, text.size()).length > 1) // 和|江苏
        points -= 22;
    if (region >= to - at)
        points -= region > to - at ? 22 : 10;
    if (Regions::instance().words().longestBefore(text.folded(), at + 1, std::max(qsizetype(0), at - 6)).length > 1)
        points -= 22;
    return points;
}

/// 许芳|在: what may follow a name is hardly its last character.
int PersonScanner::lastPoints(const MappedText &text, qsizetype last, const Sign &right) const
{
    // 鲍雪之|签收, 董金道|,: these end names too.
    if ((right.isCut || right.points >= 14) && !isAny(text.foldedAt(last), adverbs))
        return 0;
    return m_words.right.longestAt(text.folded(), last, text.size()) ? 7 : 0;
}

/// Where no cue is, a general dictionary may know the words on both sides.
int PersonScanner::breakPoints(const MappedText &text, qsizetype at, qsizetype to, const Sign &left, const Sign &right) const
{
    const WordBreaks breaks(text, at, to);
    int points = 0;
    if (left.cue == 0 && !left.isCut)
        points += breaks.isBreak(at) ? brokenPoints : -8;
    if (right.cue == 0 && !right.isCut)
        points += breaks.isBreak(to) ? brokenPoints : -8;
    if (breaks.isOneWord(at, to))
        points -= left.points >= 14 || right.points >= 14 ? 4 : 14;
    return points;
}

bool PersonScanner::judgeTitle(const MappedText &text, qsizetype at, qsizetype surname, Sign left, QList<FoundSpan> &found) const
{
    const qsizetype to = at + surname;
    const std::u32string &folded = text.folded();
    const WordSet::Match title = m_words.titles.longestAt(folded, to, text.size());
    if (!title || text.is(to, LineBefore))
        return false;
    const WordSet::Match ending = m_words.enders.longestBefore(folded, to, std::max(qsizetype(0), to - 4));
    if (m_words.noSurname.longestAt(folded, at, to + 1).length > 1 || m_words.noSurname.longestBefore(folded, to + 1, at - 1).length > surname
        || ending.length > surname || m_words.notNames.longestAt(folded, at, text.size()))
        return false;
    const char32_t next = text.foldedAt(to + title.length);
    const char32_t last = text.foldedAt(to + title.length - 1);
    if (title.length == 1) {
        // 王工|会在: 工会 goes on with a noun, a person with what he does.
        const bool isDoing = last == U'工' && next == U'会' && isAny(text.foldedAt(to + title.length + 1), U"在来去到把将先再给同跟向尽按提安参出协");
        const bool isOtherWord = !isDoing && ((last == U'总' && isAny(next, U"共结体计额数量部是之会则局经裁监包承需价投资产公店行务股"))
            || (last == U'工' && isAny(next, U"作程业资会商人厂地具艺龄伤时期序种友信委牌装")) || (last == U'董' && isAny(next, U"事监")));
        if (isOtherWord)
            return false;
    }
    // 时向|律师提出: a preposition.
    if (surname == 1 && isAny(text.foldedAt(at), U"向和于应同") && !left.isCut && text.foldedAt(at - 1) != U'和')
        return false;
    // 有限公司|任会计: holds the post.
    if (text.foldedAt(at) == U'任' && isAny(text.foldedAt(at - 1), U"司厂院所店行部会校社起曾现历原时年月日后"))
        return false;
    const NameWords::Role role = m_words.role(text.foldedAt(at));
    const bool isClear = left.isCut || left.cue > 0;
    if (!isClear && (role.isOrdinary || !WordBreaks(text, at, to + 1).isBreak(at)))
        return false;
    if (role.surname < 6 && surname == 1 && (role.isOrdinary || left.points < 5))
        return false;
    if (role.isOrdinary && left.cue == 0 && title.length == 1 && left.points < 5)
        return false;
    FoundSpan name = span(text, at, to, u"PERSON"_s, 0.85, found::cue, QString::fromUcs4(folded.data() + to, title.length));
    name.sub = u"surname_only"_s;
    found.append(name);
    return true;
}

/// What leftSign() and rightSign() can come to at most, with breakPoints(): one look at one character.
int PersonScanner::mostLeftOf(const MappedText &text, qsizetype at) const
{
    return text.is(at - 1, Han) && !text.is(at, GapBefore | LineBefore) && !m_words.left.mayEndWith(text.foldedAt(at - 1)) ? -14 + brokenPoints : 20;
}

int PersonScanner::mostRightOf(const MappedText &text, qsizetype to) const
{
    return text.is(to, Han) && !text.is(to, GapBefore | LineBefore) && !m_words.right.mayBeginWith(text.foldedAt(to)) ? -14 + brokenPoints : 14;
}

PersonScanner::Candidate PersonScanner::bestAt(const MappedText &text, qsizetype at, qsizetype surname) const
{
    Candidate best;
    Sign left {};
    bool isLeftKnown = false;
    const int leftMost = mostLeftOf(text, at);
    const int ofSurname = surnamePoints(text, at, surname);
    for (qsizetype size = 1; size <= 2; ++size) {
        const qsizetype to = at + surname + size;
        if (to > text.size() || !text.is(to - 1, Han) || (surname > 1 && !text.is(at + 1, Han)))
            break;
        int points = ofSurname + givenPoints(text.foldedAt(to - 1));
        points += size == 2 ? givenPoints(text.foldedAt(to - 2)) : 3;
        if (points + leftMost + mostRightOf(text, to) < enough) // whatever stands around it
            continue;
        const Sign right = rightSign(text, to);
        const bool isOpen = right.cue == 0 && !right.isCut;
        points += right.points - lastPoints(text, to - 1, right);
        const int rightGain = isOpen ? brokenPoints : 0;
        if (points + leftMost + rightGain < enough)
            continue;
        if (!isLeftKnown)
            left = leftSign(text, at);
        isLeftKnown = true;
        points += left.points;
        const int gain = rightGain + (left.cue == 0 && !left.isCut ? brokenPoints : 0);
        if (points + gain < enough)
            continue;
        const int ofWords = wordPoints(text, at, to, surname);
        // 担保人:黎明,身份证: an ordinary word too, but what stands on both sides leaves no doubt.
        const bool isNamed = left.points >= 20 && right.isCut; // 法定代表人:时光;
        points += isNamed ? ofWords / 3 : left.points >= 18 && (right.points >= 14 || right.isCut) ? ofWords / 2 : ofWords;
        if (points + gain >= enough && points < sure)
            points += breakPoints(text, at, to, left, right);
        // 晏凤|可: a name that ends where nothing tells so gives way to one that ends well.
        const bool endsWell = right.isCut || right.points >= 14 || (right.cue > 0 && isAny(text.foldedAt(to), U"已将曾拟均"))
            || (best.isWeak && right.cue > 0 && WordBreaks(text, at, to).isBreak(to)); // 慕容兵刚|系
        const bool isBetter = points > best.points || (best.isOpen && !isOpen && points + 12 > best.points) || (endsWell && best.isWeak && points + 12 > best.points);
        if (points >= enough && isBetter)
            best = {to, isOpen, !right.isCut && right.cue == 1 && m_words.role(text.foldedAt(to)).given > 0 && !isAny(text.foldedAt(to), adverbs), points, left.cue > 0 && !left.isCut ? QString::fromUcs4(text.folded().data() + at - left.cue, left.cue) : QString()};
    }
    return best;
}

qsizetype PersonScanner::judge(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const
{
    const bool mayBeCompound = m_words.compounds.mayBeginWith(text.foldedAt(at));
    const qsizetype surname = mayBeCompound && m_words.compounds.contains(std::u32string_view(text.folded()).substr(std::size_t(at), 2)) ? 2 : 1;
    const WordSet::Match title = m_words.titles.longestAt(text.folded(), at + surname, text.size());
    if (title && (judgeTitle(text, at, surname, leftSign(text, at), found) || title.length > 1))
        return at + surname;
    // 王王王王 is no row of names.
    const bool isRow = text.foldedAt(at) == text.foldedAt(at + 1) && (text.foldedAt(at) == text.foldedAt(at - 1) || text.foldedAt(at) == text.foldedAt(at + 2));
    Candidate best = isRow ? Candidate {} : bestAt(text, at, surname);
    if (best.to == 0) {
        const qsizetype after = at + surname;
        if (text.is(after, Han) && m_words.titles.mayBeginWith(text.foldedAt(after)))
            judgeTitle(text, at, surname, leftSign(text, at), found);
        return at + 1;
    }
    qsizetype from = at;
    // 向|施兰: a surname that is a preposition far more often gives way to a name that begins after it.
    if (surname == 1 && leftSign(text, at).points < 20 && isAny(text.foldedAt(at), U"向和于应任从由与及同经代请被据") && m_words.isSurname(text.foldedAt(at + 1))) {
        const Candidate inner = bestAt(text, at + 1, 1);
        const bool isHardlySurname = isAny(text.foldedAt(at), U"由经被据请");
        if (inner.to > 0 && (isHardlySurname || inner.points + 14 >= best.points)) {
            best = inner;
            ++from;
        }
    }
    found.append(span(text, from, best.to, u"PERSON"_s, best.points >= sure ? 0.92 : 0.8, found::name, best.evidence));
    return best.to;
}

bool PersonScanner::isPart(const MappedText &text, qsizetype k) const
{
    return text.is(k, Han) && m_words.transliterated.contains(std::u32string_view(text.folded()).substr(std::size_t(k), 1));
}

/// 艾力·买买提|、古丽娜尔: beside a name of parts stands another one without a dot, of the same characters only.
qsizetype PersonScanner::judgeNeighbours(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found) const
{
    constexpr qsizetype shortest = 3, longest = 6;
    const auto add = [&](qsizetype first, qsizetype end) {
        // What was taken for a surname and a given name before is a part of it.
        while (!found.isEmpty() && found.last().type == u"PERSON"_s && found.last().start >= text.sourceStart(first) && found.last().end <= text.sourceEnd(end - 1))
            found.removeLast();
        found.append(span(text, first, end, u"PERSON"_s, 0.8, found::name));
    };
    qsizetype first = from - 1;
    while (first > 0 && from - 1 - first < longest && isPart(text, first - 1))
        --first;
    if (text.at(from - 1) == U'、' && from - 1 - first >= shortest && (!text.is(first - 1, Han | Alnum) || leftSign(text, first).cue > 0) && text.at(first - 1) != dotSign)
        add(first, from - 1);
    found.append(span(text, from, to, u"PERSON"_s, 0.88, found::name));
    qsizetype done = to;
    while (text.at(done) == U'、') {
        qsizetype end = done + 1;
        while (end - done <= longest && isPart(text, end))
            ++end;
        if (end - done - 1 < shortest || text.at(end) == dotSign || isPart(text, end))
            break;
        add(done + 1, end);
        done = end;
    }
    return done;
}

qsizetype PersonScanner::judgeDotted(const MappedText &text, qsizetype dot, QList<FoundSpan> &found) const
{
    const auto isPart = [&](qsizetype k) { return this->isPart(text, k); };
    qsizetype from = dot, to = dot + 1;
    while (from > 0 && dot - from < longestDotted && isPart(from - 1))
        --from;
    // 附件三所列|艾力: its first character may end an ordinary word.
    if (text.is(from - 1, Han) && dot - from > 2 && !text.is(from, GapBefore | LineBefore)) {
        const WordBreaks breaks(text, from, dot);
        const bool isEnder = m_words.enders.longestBefore(text.folded(), from + 1, std::max(qsizetype(0), from - 3)).length > 1;
        if (isEnder || (!breaks.isBreak(from) && breaks.isBreak(from + 1)))
            ++from;
    }
    while (to < text.size()) {
        const qsizetype begin = to;
        while (to < text.size() && to - begin < longestDotted && isPart(to))
            ++to;
        if (to - begin < 1 || text.at(to) != dotSign)
            break;
        ++to;
    }
    if (text.at(to - 1) == dotSign)
        --to;
    // Where a cue runs on into the name, the name begins after it: 由买买提·吐尔逊.
    for (qsizetype k = from; k + 1 < dot; ++k) {
        const WordSet::Match cue = m_words.left.longestBefore(text.folded(), k, std::max(qsizetype(0), k - longestCue));
        if (cue.value == 5 && k > from)
            from = k;
    }
    // And where one begins inside its last part, it ends: 江|持有.
    qsizetype last = to;
    while (last > dot + 1 && text.at(last - 1) != dotSign)
        --last;
    for (qsizetype k = last + 1; k < to; ++k) {
        if (k == last + 1 ? m_words.titles.longestAt(text.folded(), k, text.size()).length > 1 : m_words.right.longestAt(text.folded(), k, text.size()).length > 1) {
            to = k;
            break;
        }
    }
    if (dot - from < 1 || to - dot < 2 || (dot - from < 2 && to - dot < 3))
        return dot + 1;
    return judgeNeighbours(text, from, to, found);
}

CharSet PersonScanner::beginnings()
{
    const NameWords &words = NameWords::instance();
    CharSet set;
    for (char32_t c = 1; c < 0x10000; ++c) {
        if (words.isSurname(c) || words.compounds.mayBeginWith(c) || c == dotSign)
            set.add(c);
    }
    return set;
}

void PersonScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const Leads &leads = text.leads();
    const std::u32string &folded = text.folded();
    for (qsizetype i = leads.next(Leads::Surname, 0); i + 1 < qsizetype(folded.size()); i = leads.next(Leads::Surname, i)) {
        const char32_t c = folded[std::size_t(i)];
        if (m_words.isSurname(c))
            i = judge(text, i, found);
        else if (m_words.compounds.mayBeginWith(c) && m_words.compounds.contains(std::u32string_view(folded).substr(std::size_t(i), 2)))
            i = judge(text, i, found);
        else if (c == dotSign && text.is(i - 1, Han) && text.is(i + 1, Han))
            i = judgeDotted(text, i, found);
        else
            ++i;
    }
}

void PersonScanner::learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const
{
    for (const FoundSpan &span : found) {
        if (span.type == u"PERSON"_s && span.sub.isEmpty() && span.score >= 0.9 && span.length() >= 3 && span.reason == found::name)
            notes.add({text.sourceText(span.start, span.end), u"PERSON"_s, {}, 0.85});
    }
}

} // namespace dw
