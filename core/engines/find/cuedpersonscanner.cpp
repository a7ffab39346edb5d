#include "core/engines/find/cuedpersonscanner.h"

#include "core/engines/find/namewords.h"
#include "core/engines/find/organisationwords.h"
#include "core/engines/find/regions.h"
#include "core/engines/find/wordbreaks.h"
#include "core/engines/find/wordlists.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCue = 8;
constexpr quint8 sure = 5;
/// No name has one of these.
constexpr std::u32string_view never = U"的了是不和与及或在某该本其各每均无未见附详另等已被将从至到也都很签章部处科室组厂店院所会社队办号页名项款元年月日时件份个人员者方";

/// They lead to a name and begin none.
constexpr std::u32string_view leading = U"由经被据让请从与及将把给对自到在代陪跟";

bool isAny(char32_t c, std::u32string_view set)
{
    return c != U'\0' && set.find(c) != std::u32string_view::npos;
}

std::u32string_view piece(const MappedText &text, qsizetype from, qsizetype to)
{
    return std::u32string_view(text.folded()).substr(std::size_t(from), std::size_t(to - from));
}

} // namespace

CuedPersonScanner::CuedPersonScanner()
    : m_words(NameWords::instance())
{
    const WordLists given(u"given.txt"_s), words(u"words.txt"_s);
    given.addTo(m_parts, u"minority"_s);
    for (const std::u32string &word : given.section(u"minority"_s))
        m_partStarts.add(word.front());
    for (const std::u32string &word : words.section(u"left5"_s))
        m_cueEnds.add(word.back());
    m_signs = m_partStarts;
    for (const std::u32string &word : words.section(u"left5"_s))
        m_signs.add(word.back());
    for (const char32_t c : std::u32string_view(U"先女小博教老阿"))
        m_signs.add(c);
}

bool CuedPersonScanner::isForeignPart(const MappedText &text, qsizetype k) const
{
    return text.is(k, Han) && m_words.transliterated.contains(piece(text, k, k + 1));
}

bool CuedPersonScanner::endsThere(const MappedText &text, qsizetype to) const
{
    return !text.is(to, Han | Alnum) || text.is(to, LineBefore | GapBefore) || text.is(to, Digit) || bool(m_words.right.longestAt(text.folded(), to, text.size()));
}

bool CuedPersonScanner::beginsThere(const MappedText &text, qsizetype from) const
{
    return !text.is(from - 1, Han | Alnum) || text.is(from, LineBefore | GapBefore)
        || bool(m_words.left.longestBefore(text.folded(), from, std::max(qsizetype(0), from - longestCue)));
}

/// Whether these characters, between a sure cue and a boundary, look like a name: no word of the language, no region,
/// no role of a contract; every character after the first one that stands in names.
bool CuedPersonScanner::mayBeName(const MappedText &text, qsizetype from, qsizetype to, bool isInList) const
{
    const OrganisationWords &organisations = OrganisationWords::instance();
    const auto name = piece(text, from, to);
    if (organisations.genericAliases.contains(name) || organisations.generic.contains(name) || m_words.notNames.longestAt(text.folded(), from, to)
        || Regions::instance().at(text.folded(), from, to).length >= 2)
        return false;
    if (m_words.titles.longestAt(text.folded(), from + 1, text.size()) || m_words.titles.longestAt(text.folded(), from + 2, text.size()).length > 1)
        return false; // 霍|经理
    if (isAny(text.foldedAt(from), leading))
        return false;
    bool isForeign = true, isGiven = true;
    for (qsizetype k = from; k < to; ++k) {
        if (!text.is(k, Han) || isAny(text.foldedAt(k), never) || (k > from && text.is(k, LineBefore)))
            return false;
        const NameWords::Role role = m_words.role(text.foldedAt(k));
        isForeign = isForeign && isForeignPart(text, k);
        const bool isOther = isInList && k + 1 < to; // in a row of names the last character tells
        isGiven = isGiven && (k == from ? (role.given > 0 || role.surname > 0 || role.isCommon == 0 || isInList) : role.given > 1 || isOther);
    }
    const qsizetype size = to - from;
    const bool isMarried = size == 4 && m_words.isSurname(text.foldedAt(from)) && m_words.isSurname(text.foldedAt(from + 1)); // 陈方安生
    if (!isForeign && !(isGiven && (size <= 3 || isMarried)))
        return false;
    if (isInList && m_words.role(text.foldedAt(from)).surname >= 6) // 俞敏、洪亮
        return true;
    const WordBreaks breaks(text, from, to);
    return isForeign && size > 2 ? !breaks.isOneWord(from, to) : !breaks.isOneWord(from, to) && (isInList || breaks.isBreak(from + 1));
}

bool CuedPersonScanner::judgeAfterCue(const MappedText &text, qsizetype after, QList<FoundSpan> &found) const
{
    qsizetype from = after;
    const bool hasMark = text.at(from) == U':' || (text.at(from) == U')' && text.at(from + 1) == U':');
    if (hasMark)
        from += text.at(from) == U':' ? 1 : 2;
    else if (isAny(text.foldedAt(from), U"为系是即由"))
        ++from;
    while (text.is(from, Blank) && from - after < 4)
        ++from;
    const WordSet::Match cue = m_words.left.longestBefore(text.folded(), after, std::max(qsizetype(0), after - longestCue));
    for (qsizetype size = 2; size <= 4; ++size) {
        const qsizetype to = from + size;
        if (to > text.size() || !text.is(to - 1, Han))
            return false;
        const bool isCut = !text.is(to, Han | Alnum);
        const WordSet::Match right = m_words.right.longestAt(text.folded(), to, text.size());
        // Without a mark before it, a boundary is wanted that says something.
        const bool isForeign = size > 2 && isForeignPart(text, from) && isForeignPart(text, to - 1);
        const bool ends = isCut || right.value == sure || (right && (hasMark || size == 3 || isForeign));
        // 经办人晏子、: a word too, but a surname that words hardly begin with.
        const NameWords::Role role = m_words.role(text.foldedAt(from));
        const bool isKnownSurname = isCut && size <= 3 && role.surname >= 6 && role.isOrdinary == 0;
        if (!ends || !mayBeName(text, from, to, isKnownSurname))
            continue;
        found.append(span(text, from, to, u"PERSON"_s, 0.72, found::cue, QString::fromUcs4(text.folded().data() + after - cue.length, cue.length)));
        return true;
    }
    return false;
}

/// 达瓦次仁: parts that stand side by side, or one of them between boundaries.
bool CuedPersonScanner::judgeParts(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const
{
    constexpr qsizetype longest = 8;
    qsizetype to = at;
    int parts = 0;
    while (to - at < longest) {
        const WordSet::Match part = m_parts.longestAt(text.folded(), to, text.size());
        if (!part || (to > at && text.is(to, LineBefore)))
            break;
        to += part.length;
        ++parts;
    }
    if (parts == 0)
        return false;
    const bool begins = beginsThere(text, at), ends = endsThere(text, to);
    // One part of two characters, and what goes on as foreign names do: 乌兰|其木格.
    if (parts == 1 && !ends) {
        qsizetype end = to;
        while (end - at < 6 && isForeignPart(text, end) && !endsThere(text, end))
            ++end;
        if (end > to && endsThere(text, end) && begins)
            to = end;
    }
    const bool isLong = to - at >= 4;
    const bool isTelling = parts > 1 || to - at >= 3;
    if (text.at(at - 1) == U'·' || text.at(to) == U'·' || Regions::instance().isRegion(piece(text, at, to)))
        return false;
    if (!(isTelling && isLong && (begins || endsThere(text, to))) && !(begins && endsThere(text, to) && WordBreaks(text, at, to).isBreak(to)))
        return false;
    // 乌兰察布, 巴图湾: regions and what is not cut there.
    if (Regions::instance().at(text.folded(), at, text.size()).length > to - at)
        return false;
    found.append(span(text, at, to, u"PERSON"_s, isTelling ? 0.8 : 0.7, found::name));
    return true;
}

/// 史密斯先生: only characters that foreign names are written with, from a boundary on to the title.
void CuedPersonScanner::judgeForeign(const MappedText &text, qsizetype title, QList<FoundSpan> &found) const
{
    constexpr qsizetype longest = 6;
    if (m_words.titles.longestAt(text.folded(), title, text.size()).length < 2)
        return;
    qsizetype from = title;
    while (from > 0 && title - from < longest && isForeignPart(text, from - 1))
        --from;
    while (from < title && !beginsThere(text, from) && !WordBreaks(text, from, title).isBreak(from))
        ++from;
    if (title - from < 3 || text.at(from - 1) == U'·' || OrganisationWords::instance().generic.contains(piece(text, from, title)))
        return;
    found.append(span(text, from, title, u"PERSON"_s, 0.75, found::cue, QString::fromUcs4(text.folded().data() + title, 2)));
}

/// 老王, 小陈, 阿明: between boundaries.
void CuedPersonScanner::judgeNickname(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const
{
    // 覃老三: the third of the family.
    if (text.foldedAt(at) == U'老' && isAny(text.foldedAt(at + 1), U"大二三四五六七八九幺") && m_words.isSurname(text.foldedAt(at - 1)) && beginsThere(text, at - 1) && endsThere(text, at + 2)) {
        found.append(span(text, at - 1, at + 2, u"PERSON"_s, 0.75, found::name));
        return;
    }
    const qsizetype to = at + 2;
    const NameWords::Role role = m_words.role(text.foldedAt(at + 1));
    const bool isSurname = role.surname >= 7 || (role.surname == 6 && role.isOrdinary == 0);
    const bool isKnown = text.foldedAt(at) == U'阿' ? role.given == 3 : isSurname;
    if (!isKnown || !text.is(at + 1, Han) || text.is(at + 1, LineBefore) || !beginsThere(text, at) || !endsThere(text, to))
        return;
    const WordBreaks breaks(text, at, to);
    const bool isCut = !text.is(to, Han) || text.is(to, LineBefore);
    const bool isSure = !text.is(at - 1, Han | Alnum) && (m_words.right.longestAt(text.folded(), to, text.size()).value == sure); // 小林说
    if ((breaks.isOneWord(at, to) && !isSure) || !breaks.isBreak(to) || (role.isOrdinary != 0 && !(isCut && !text.is(at - 1, Han))))
        return;
    FoundSpan name = span(text, at, to, u"PERSON"_s, 0.75, found::name);
    name.sub = u"surname_only"_s;
    found.append(name);
}

/// Yuki Tanabe (田辺由纪): the same name in characters.
void CuedPersonScanner::judgeBracket(const MappedText &text, qsizetype begin, qsizetype end, QList<FoundSpan> &more) const
{
    constexpr qsizetype longest = 4;
    if (text.is(begin, Han))
        return;
    const qsizetype open = text.at(end) == U' ' ? end + 1 : end;
    qsizetype to = open + 1;
    while (to - open - 1 <= longest && text.is(to, Han))
        ++to;
    const qsizetype size = to - open - 1;
    if (text.at(open) == U'(' && text.at(to) == U')' && size >= 2 && size <= longest && !m_words.titles.contains(piece(text, open + 1, to)) && !Regions::instance().isRegion(piece(text, open + 1, to)))
        more.append(span(text, open + 1, to, u"PERSON"_s, 0.7, found::name));
}

/// 盖爱国或|别业辉: between a name that was found and the next mark, in a row.
void CuedPersonScanner::judgeBeside(const MappedText &text, const QList<FoundSpan> &found, QList<FoundSpan> &more) const
{
    constexpr std::u32string_view joints = U"、或和与及";
    constexpr qsizetype longest = 4;
    const auto isJoint = [&](qsizetype k) { return isAny(text.foldedAt(k), joints); };
    const auto add = [&](qsizetype from, qsizetype to) { more.append(span(text, from, to, u"PERSON"_s, 0.7, found::name)); };
    for (const FoundSpan &person : found) {
        if (person.type != u"PERSON"_s || !person.sub.isEmpty())
            continue;
        const qsizetype begin = text.placeOf(person.start), end = text.placeOf(person.end - 1) + 1;
        if (isJoint(end)) {
            qsizetype to = end + 1;
            while (to - end - 1 <= longest && text.is(to, Han) && !isJoint(to) && !(to - end - 1 >= 2 && m_words.right.longestAt(text.folded(), to, text.size()).value == sure))
                ++to;
            const qsizetype size = to - end - 1;
            const bool ends = !text.is(to, Han | Alnum) || isJoint(to) || m_words.right.longestAt(text.folded(), to, text.size()).value == sure;
            if (size >= 2 && size <= longest && ends && mayBeName(text, end + 1, to, true))
                add(end + 1, to);
        }
        if (isJoint(begin - 1)) {
            qsizetype from = begin - 1;
            while (begin - 1 - from <= longest && text.is(from - 1, Han) && !isJoint(from - 1))
                --from;
            const bool isAtEdge = !text.is(from - 1, Han | Alnum) || isJoint(from - 1);
            while (begin - 1 - from > 2 && isAny(text.foldedAt(from), leading)) // 经|明小雅与
                ++from;
            const qsizetype size = begin - 1 - from;
            if (size >= 2 && size <= longest && isAtEdge && mayBeName(text, from, begin - 1, true))
                add(from, begin - 1);
        }
        judgeBracket(text, begin, end, more);
    }
}

/// One look at one character: what stands there is no ordinary word's beginning.
bool CuedPersonScanner::mayFollowCue(const MappedText &text, qsizetype at) const
{
    if (!text.is(at, Han))
        return isAny(text.at(at), U": )");
    const NameWords::Role role = m_words.role(text.foldedAt(at));
    return role.isCommon == 0 || role.surname > 0 || isAny(text.foldedAt(at), U"为系是即由");
}

void CuedPersonScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const std::u32string &folded = text.folded();
    qsizetype done = 0;
    const Leads &leads = text.leads();
    for (qsizetype i = leads.next(Leads::PersonCue, 0); i < text.size(); i = leads.next(Leads::PersonCue, i + 1)) {
        const char32_t c = folded[std::size_t(i)];
        if (m_partStarts.has(c) && i >= done && judgeParts(text, i, found))
            done = text.placeOf(found.last().end);
        if (isAny(c, U"先女小博教"))
            judgeForeign(text, i, found);
        if (isAny(c, U"老小阿"))
            judgeNickname(text, i, found);
        if (m_cueEnds.has(c) && mayFollowCue(text, i + 1)
            && m_words.left.longestBefore(folded, i + 1, std::max(qsizetype(0), i + 1 - longestCue)).value == sure)
            judgeAfterCue(text, i + 1, found);
    }
    QList<FoundSpan> more;
    judgeBeside(text, found, more);
    found.append(more);
}

} // namespace dw
