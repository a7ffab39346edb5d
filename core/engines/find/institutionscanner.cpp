#include "core/engines/find/institutionscanner.h"

#include "core/engines/find/companyname.h"
#include "core/engines/find/namewords.h"
#include "core/engines/find/regions.h"
#include "core/engines/find/wordbreaks.h"
#include "core/engines/find/wordlists.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPlace = 6;
constexpr quint8 alsoWord = 2;

std::u32string_view piece(const MappedText &text, qsizetype from, qsizetype to)
{
    return std::u32string_view(text.folded()).substr(std::size_t(from), std::size_t(to - from));
}

} // namespace

InstitutionScanner::InstitutionScanner()
{
    const WordLists lists(u"organisations.txt"_s);
    lists.addTo(m_places, u"places"_s);
    lists.addTo(m_notBefore, u"noplace"_s);
    lists.addTo(m_known, u"known"_s);
    lists.addTo(m_known, u"knownwords"_s, alsoWord);
    for (const std::u32string &word : lists.section(u"places"_s))
        m_ends.add(word.back());
    for (const QString &section : {u"known"_s, u"knownwords"_s}) {
        for (const std::u32string &word : lists.section(section))
            m_starts.add(word.front());
    }
    m_signs = m_ends;
    for (const QString &section : {u"known"_s, u"knownwords"_s}) {
        for (const std::u32string &word : lists.section(section))
            m_signs.add(word.front());
    }
}

/// Marks or words on both sides that stand around names.
bool InstitutionScanner::isClearAround(const MappedText &text, qsizetype from, qsizetype to) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    const bool isClearBefore = !text.is(from - 1, Han | Alnum) || text.is(from, LineBefore)
        || bool(words.cues.longestBefore(text.folded(), from, std::max(qsizetype(0), from - 8)));
    const bool isClearAfter = !text.is(to, Han | Alnum) || text.is(to, LineBefore)
        || bool(NameWords::instance().right.longestAt(text.folded(), to, text.size()));
    return isClearBefore && isClearAfter;
}

void InstitutionScanner::judgePlace(const MappedText &text, qsizetype end, QList<FoundSpan> &found) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    const WordSet::Match place = m_places.longestBefore(text.folded(), end, std::max(qsizetype(0), end - longestPlace));
    if (!place)
        return;
    // 药厂|房, 商店|街, 医院|管理: a longer word, or a company of that trade.
    const qsizetype from = end - place.length;
    if (words.trades.longestAt(text.folded(), end, text.size()) || words.forms.longestAt(text.folded(), end, text.size())
        || (text.is(end, Han) && !text.is(end, LineBefore) && !WordBreaks(text, from, end).isBreak(end)))
        return;
    CompanyName name;
    const CompanyNameParser parser(text);
    if (!parser.parse(from, end, name))
        return;
    const auto middle = piece(text, name.brand, from);
    if (m_notBefore.contains(middle) || words.generic.contains(middle) || words.ordinary.contains(middle) || words.trades.contains(middle))
        return;
    if (name.hasRegion && name.brand > name.start) { // 杭州|西子|口腔门诊部
        if (from > name.brand && name.brandSize() <= 8)
            found.append(span(text, name.start, end, u"COMPANY"_s, 0.8, found::name));
        return;
    }
    // Without a region: a brand between boundaries.
    const qsizetype brand = name.trades - name.start;
    if (brand < 2 || brand > 4 || !isClearAround(text, name.start, end) || text.is(name.start, Digit))
        return;
    bool isBrand = true, isStrong = false;
    for (qsizetype k = name.start; k < name.trades; ++k) {
        isBrand = isBrand && words.brand(text.foldedAt(k)) != OrganisationWords::None;
        isStrong = isStrong || words.brand(text.foldedAt(k)) == OrganisationWords::Strong;
    }
    const auto leading = piece(text, name.start, name.trades);
    if (m_notBefore.contains(leading) || words.generic.contains(leading) || words.ordinary.contains(leading) || words.trades.contains(leading))
        return;
    if (isBrand && (isStrong || !WordBreaks(text, name.start, name.trades).isOneWord(name.start, name.trades)))
        found.append(span(text, name.start, end, u"COMPANY"_s, 0.7, found::name));
}

bool InstitutionScanner::judgeKnown(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const
{
    const WordSet::Match known = m_known.longestAt(text.folded(), at, text.size());
    if (!known)
        return false;
    const OrganisationWords &words = OrganisationWords::instance();
    qsizetype to = at + known.length;
    if (known.value == alsoWord) {
        if (!isClearAround(text, at, to))
            return false;
    } else if (known.length < 4) {
        const WordBreaks breaks(text, at, to);
        if (!breaks.isBreak(at) || !breaks.isBreak(to))
            return false;
    }
    const WordSet::Match trade = words.shortTrades.longestAt(text.folded(), to, text.size());
    if (trade)
        to += trade.length;
    found.append(span(text, at, to, u"COMPANY"_s, known.value == alsoWord ? 0.6 : 0.9, found::name));
    return true;
}

void InstitutionScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const std::u32string &folded = text.folded();
    const Leads &leads = text.leads();
    for (qsizetype i = leads.next(Leads::Institution, 0); i < text.size(); i = leads.next(Leads::Institution, i + 1)) {
        const char32_t c = folded[std::size_t(i)];
        if (m_ends.has(c))
            judgePlace(text, i + 1, found);
        if (m_starts.has(c) && judgeKnown(text, i, found))
            i = text.placeOf(found.last().end) - 1;
    }
}

} // namespace dw
