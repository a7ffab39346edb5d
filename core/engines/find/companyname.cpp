#include "core/engines/find/companyname.h"

#include "core/engines/find/namewords.h"
#include "core/engines/find/regions.h"
#include "core/engines/find/wordbreaks.h"

#include <algorithm>

namespace dw {

namespace {

constexpr qsizetype longestName = 45;
constexpr qsizetype longestBracket = 14;
constexpr qsizetype longestBrand = 6;
constexpr qsizetype longestShortBrand = 4;
constexpr qsizetype longestBranch = 14;

bool endsForm(const std::u32string &text, qsizetype end)
{
    const auto is = [&](qsizetype back, char32_t c) { return end >= back && text[std::size_t(end - back)] == c; };
    return (is(1, U'司') && is(2, U'公')) || (is(1, U'所') && is(2, U'务') && is(3, U'事')) || (is(1, U'业') && is(2, U'企') && is(3, U'伙'));
}

} // namespace

qsizetype CompanyNameParser::bracketBefore(qsizetype close, qsizetype least) const
{
    for (qsizetype k = close - 1; k > least && close - k <= longestBracket; --k) {
        const char32_t c = m_text.at(k);
        if (c == U'(')
            return k;
        if (!m_text.is(k, Han | Alnum))
            break;
    }
    return -1;
}

qsizetype CompanyNameParser::leftLimit(qsizetype form) const
{
    qsizetype k = form;
    while (k > 0 && form - k < longestName) {
        const char32_t c = m_text.at(k - 1);
        if (c == U')') {
            const qsizetype open = bracketBefore(k - 1, std::max(qsizetype(0), form - longestName));
            if (open < 1 || !m_text.is(open - 1, Han | Alnum))
                break;
            const WordSet::Match region = Regions::instance().at(m_folded, open + 1, k - 1);
            const bool isPart = region || m_text.is(open + 1, Alnum) || m_words.trades.contains(piece(open + 1, k - 1));
            if (!isPart)
                break;
            k = open;
            continue;
        }
        if (!m_text.is(k - 1, Han | Alnum) && c != U'·' && c != U'&' && c != U'-')
            break;
        if (k < form && endsForm(m_folded, k))
            break;
        --k;
    }
    return k;
}

qsizetype CompanyNameParser::tradesStart(qsizetype form, qsizetype least) const
{
    qsizetype b = form;
    while (b > least) {
        if (m_text.at(b - 1) == U')') {
            const qsizetype open = bracketBefore(b - 1, least - 1);
            if (open < least)
                break;
            b = open;
            continue;
        }
        const WordSet::Match trade = m_words.trades.longestBefore(m_folded, b, least);
        if (!trade)
            break;
        b -= trade.length;
    }
    return b;
}

bool CompanyNameParser::isBrand(qsizetype from, qsizetype to) const
{
    for (qsizetype k = from; k < to; ++k) {
        if (m_words.brand(m_text.foldedAt(k)) == OrganisationWords::None && !m_text.is(k, Alnum))
            return false;
    }
    return true;
}

bool CompanyNameParser::isOrdinary(qsizetype from, qsizetype to) const
{
    const auto word = piece(from, to);
    return m_words.ordinary.contains(word) || m_words.generic.contains(word) || m_words.trades.contains(word) || m_words.cues.contains(word)
        || Regions::instance().isRegion(word);
}

qsizetype CompanyNameParser::afterDate(qsizetype at, qsizetype limit) const
{
    const bool isOrdinal = m_text.at(at) == U'第';
    const qsizetype begin = at + (isOrdinal ? 1 : 0);
    constexpr std::u32string_view numerals = U"一二三四五六七八九十百千零〇";
    qsizetype k = begin;
    while (k < limit && (m_text.is(k, Digit) || (isOrdinal && numerals.find(m_text.at(k)) != std::u32string_view::npos)))
        ++k;
    constexpr std::u32string_view units = U"年月日号名家个位元份条款项章节编%";
    return k > begin && k < limit && units.find(m_text.at(k)) != std::u32string_view::npos ? k + 1 : at;
}

bool CompanyNameParser::isCut(qsizetype start, bool isAfterCue, qsizetype at, WordSet::Match cue, qsizetype brandEnd, qsizetype form) const
{
    const qsizetype after = at + cue.length;
    constexpr std::u32string_view towns = U"镇乡村屯";
    if (at > start && towns.find(m_text.foldedAt(after)) != std::u32string_view::npos)
        return false; // 乐从|镇
    if (after == form)
        return true; // 变更为|有限公司: nothing is left
    if (after > brandEnd)
        return false;
    const qsizetype rest = brandEnd - after;
    if (cue.value == OrganisationWords::Sure)
        return rest >= 2 || (rest == 0 && brandEnd == form) || (cue.length > 1 && rest == 1);
    // 投资, 和 ... may be the beginning of a name, hardly its middle.
    if ((at == start && !isAfterCue) || rest < 2)
        return false;
    return Regions::instance().at(m_folded, after, brandEnd) || (rest <= longestShortBrand && isBrand(after, brandEnd));
}

qsizetype CompanyNameParser::afterCues(qsizetype from, qsizetype brandEnd, qsizetype form) const
{
    qsizetype start = from;
    bool isAfterCue = false; // 户名|为: a second one may follow a word
    // What belongs to the trades (投资, 开发) cuts nothing.
    const qsizetype limit = brandEnd < form ? brandEnd : form;
    for (qsizetype k = from; k < limit;) {
        if (const qsizetype dated = afterDate(k, limit); dated > k) {
            start = k = dated;
            continue;
        }
        const WordSet::Match whole = m_words.whole.longestAt(m_folded, k, form);
        const WordSet::Match region = Regions::instance().at(m_folded, k, brandEnd);
        const WordSet::Match cue = m_words.cues.longestAt(m_folded, k, limit);
        if (cue && cue.length >= whole.length && cue.length >= region.length && isCut(start, isAfterCue, k, cue, brandEnd, form)) {
            k += cue.length;
            start = k;
            isAfterCue = cue.length > 1;
            continue;
        }
        k += std::max({qsizetype(1), whole.length, region.length});
    }
    return start;
}

void CompanyNameParser::placeRegion(CompanyName &name) const
{
    name.brand = name.start;
    for (qsizetype k = name.start; k < name.trades; ++k) {
        WordSet::Match region = Regions::instance().at(m_folded, k, name.trades);
        if (!region || (region.value == Regions::Short && k > name.start && name.trades - k < 3))
            continue;
        const bool isBrandFirst = k > name.start && k - name.start <= longestShortBrand && isBrand(name.start, k);
        if (!isBrandFirst)
            name.start = k;
        name.hasRegion = true;
        for (; region; region = Regions::instance().at(m_folded, k, name.trades))
            k += region.length;
        name.brand = isBrandFirst ? name.start : k;
        return;
    }
}

bool CompanyNameParser::parse(qsizetype form, qsizetype end, CompanyName &name) const
{
    const qsizetype least = leftLimit(form);
    if (least >= form)
        return false;
    name = {least, least, form, form, end};
    name.trades = tradesStart(form, least);
    name.start = afterCues(least, name.trades, form);
    if (name.start >= form)
        return false;
    // Trades must not eat the brand: 供应商|汇通信息 leaves two characters at least.
    while (name.trades < name.start)
        ++name.trades;
    placeRegion(name);
    if (m_words.generic.contains(piece(name.start, form)) || (!name.hasRegion && m_words.generic.contains(piece(name.start, name.trades))))
        return false;
    if (!name.hasRegion && name.brandSize() >= longestShortBrand) {
        // 前往|思金: what no brand is made of stands before the brand.
        qsizetype brand = name.trades;
        while (brand > name.start && name.trades - brand < longestShortBrand && isBrand(brand - 1, brand))
            --brand;
        const bool isCutThere = brand > name.start && name.trades - brand >= 2 && (!isBrand(brand - 1, brand) || name.brandSize() > longestBrand);
        if (isCutThere && WordBreaks(m_text, brand, name.trades).isBreak(brand))
            name.start = name.brand = brand;
    }
    if (name.hasRegion)
        return name.form - name.start > 2;
    return name.brandSize() >= 2 || (name.brandSize() == 1 && name.form - name.start >= 3);
}

bool CompanyNameParser::hasBoundaryBefore(qsizetype at) const
{
    if (!m_text.is(at - 1, Han | Alnum) || m_text.is(at, LineBefore))
        return true;
    const WordSet::Match cue = m_words.cues.longestBefore(m_folded, at, std::max(qsizetype(0), at - 8));
    return bool(cue) && m_text.is(at - 1, Han);
}

bool CompanyNameParser::parseShort(qsizetype form, qsizetype end, CompanyName &name) const
{
    const qsizetype least = std::max(qsizetype(0), form - 12);
    qsizetype trades = form;
    while (const WordSet::Match trade = m_words.trades.longestBefore(m_folded, trades, least)) {
        if (!isBrand(trades - trade.length - 2, trades - trade.length) || trades - trade.length - 2 < least)
            break;
        trades -= trade.length;
    }
    const auto isStrong = [&](qsizetype k) { return m_words.brand(m_text.foldedAt(k)) == OrganisationWords::Strong; };
    for (qsizetype size = 2; size <= longestShortBrand; ++size) {
        const qsizetype start = trades - size;
        if (start < least || !isBrand(start, start + 1) || !m_text.is(start, Han | Letter))
            break;
        // 凯乐士科技: an unknown character only behind a telling one, in a name of three from a boundary on.
        if (size == 2 && !isBrand(start + 1, trades)) {
            const bool mayBeLonger = isStrong(start - 1) && hasBoundaryBefore(start - 1) && !m_words.cues.longestAt(m_folded, start, trades)
                && !WordBreaks(m_text, start, trades).isOneWord(start, trades);
            if (!mayBeLonger)
                return false;
            continue;
        }
        if (isOrdinary(start, trades) || m_words.whole.contains(piece(start, trades)))
            continue;
        // An ordinary word is a brand only where its characters hardly stand in others.
        const bool isTelling = isStrong(start) || isStrong(start + 1);
        const bool isClear = hasBoundaryBefore(start);
        if (!isClear && (size > 2 || !(isStrong(start) || isStrong(start + 1))))
            continue;
        if (!isClear || !isTelling) {
            const WordBreaks breaks(m_text, start, trades);
            if (breaks.isOneWord(start, trades) || (!isClear && !(breaks.isBreak(start) && breaks.isBreak(trades))))
                continue;
        }
        if (size > 2 && (isOrdinary(start, start + 2) || isOrdinary(trades - 2, trades)))
            return false;
        name = {start, start, trades, form, end};
        return true;
    }
    return false;
}

/// 成都彩虹电器, 赣州稀土集团, 墨西哥瓜达卢佩矿业公司: a region, a brand or a trade, and the word at `form`.
bool CompanyNameParser::parseRegional(qsizetype form, qsizetype end, CompanyName &name) const
{
    constexpr qsizetype farthest = 14;
    bool mayHaveRegion = false;
    for (qsizetype k = form - 2; k >= 0 && form - k <= farthest && m_text.is(k, Han) && !mayHaveRegion; --k)
        mayHaveRegion = Regions::instance().at(m_folded, k, form).length >= 2;
    if (!mayHaveRegion)
        return false;
    const auto word = piece(form, end);
    const bool isGroup = word == U"集团" || word == U"公司" || word.ends_with(U"银行");
    if (m_words.regional.contains(word)) { // 湖北能源, between boundaries
        const WordSet::Match region = Regions::instance().words().longestBefore(m_folded, form, std::max(qsizetype(0), form - 8));
        const bool isClearAfter = !m_text.is(end, Han | Alnum) || m_words.cues.longestAt(m_folded, end, m_text.size()) || NameWords::instance().right.longestAt(m_folded, end, m_text.size());
        if (region && isClearAfter && hasBoundaryBefore(form - region.length)) {
            name = {form - region.length, form, form, form, end, true};
            return true;
        }
    }
    const bool isOpen = m_text.is(end, Han) && !m_text.is(end, LineBefore) && !WordBreaks(m_text, form, end).isBreak(end);
    if (isOpen || !parse(form, end, name) || !name.hasRegion || name.brand == name.start || !hasBoundaryBefore(name.start))
        return false;
    const auto brand = piece(name.brand, name.trades);
    if (brand.find_first_of(U"路街道号镇村乡") != brand.npos)
        return false;
    if (name.brandSize() == 0)
        return isGroup && word != U"公司" && (name.trades < form || word.size() > 2);
    const bool hasGroup = name.trades - name.brand > 2 && brand.find(U"集团") != brand.npos;
    if (hasGroup)
        return false;
    const bool isKnownWord = !isGroup && (isOrdinary(name.brand, name.trades) || m_words.whole.contains(brand));
    if (isKnownWord || name.brandSize() < 2 || name.brandSize() > longestBrand)
        return false;
    return isBrand(name.brand, name.trades) || !WordBreaks(m_text, name.brand, name.trades).isOneWord(name.brand, name.trades);
}

qsizetype CompanyNameParser::extended(qsizetype end) const
{
    for (const std::u32string_view kind : {U"(有限合伙)", U"(普通合伙)", U"(特殊普通合伙)", U"(特殊的普通合伙)"}) {
        if (m_text.startsWith(end, kind)) {
            end += qsizetype(kind.size());
            break;
        }
    }
    for (int round = 0; round < 2; ++round) {
        const bool isNumbered = m_text.at(end) == U'第'; // 第七〇二研究所
        const auto isPart = [&](qsizetype k) { return m_text.is(k, Han) || (isNumbered && (m_text.is(k, Digit) || m_text.at(k) == U'〇')); };
        for (qsizetype k = end; k < m_text.size() && k - end < longestBranch && isPart(k) && !m_text.is(k, LineBefore); ++k) {
            const WordSet::Match branch = m_words.branches.longestAt(m_folded, k, m_text.size());
            if (branch) {
                end = k + branch.length;
                break;
            }
            const WordSet::Match cue = m_words.cues.longestAt(m_folded, k, m_text.size());
            const WordSet::Match region = Regions::instance().at(m_folded, k, m_text.size());
            if (cue && cue.value == OrganisationWords::Sure && region.length < cue.length)
                return end;
            if (region)
                k += region.length - 1;
        }
    }
    return end;
}

} // namespace dw
