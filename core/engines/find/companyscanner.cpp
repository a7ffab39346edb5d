#include "core/engines/find/companyscanner.h"

#include "core/engines/find/companyname.h"
#include "core/engines/find/regions.h"
#include "core/engines/find/wordbreaks.h"
#include "core/engines/find/wordlists.h"

#include <algorithm>
#include <set>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t firstHan = 0x4E00;
constexpr std::size_t hanCount = 0x5200;
constexpr qsizetype longestForm = 8;
constexpr double sure = 0.95, shortName = 0.75, bareCompany = 0.7, branchOnly = 0.8;

bool isKana(char32_t c)
{
    return c >= 0x3041 && c <= 0x30FF;
}

} // namespace

std::vector<quint8> CompanyScanner::makeLasts()
{
    std::vector<quint8> lasts(hanCount);
    const WordLists lists(u"organisations.txt"_s);
    for (const QString &section : {u"forms"_s, u"shortnames"_s, u"trades"_s}) {
        for (const std::u32string &word : lists.section(section))
            lasts[word.back() - firstHan] = section != u"trades"_s || word.size() > 2 ? 1 : lasts[word.back() - firstHan];
    }
    lasts[U'司' - firstHan] = lasts[U'行' - firstHan] = 1;
    return lasts;
}

CompanyScanner::CompanyScanner()
    : m_lasts(makeLasts())
{
}

CharSet CompanyScanner::endings()
{
    const std::vector<quint8> lasts = makeLasts();
    CharSet set(U")");
    for (char32_t offset = 0; offset < hanCount; ++offset) {
        if (lasts[offset] != 0 || OrganisationWords::instance().brand(firstHan + offset) == OrganisationWords::Strong)
            set.add(firstHan + offset);
    }
    return set;
}

bool CompanyScanner::judgeBranch(const MappedText &text, qsizetype end, QList<FoundSpan> &found) const
{
    if (text.foldedAt(end - 1) != U'行' || (text.foldedAt(end - 2) != U'支' && text.foldedAt(end - 2) != U'分'))
        return false;
    const OrganisationWords &words = OrganisationWords::instance();
    constexpr qsizetype reach = 18;
    for (qsizetype k = end - 3; k > 1 && end - k < reach && text.is(k, Han); --k) {
        if (text.foldedAt(k) != U'行' || text.foldedAt(k - 1) != U'银')
            continue;
        const qsizetype between = end - 2 - (k + 1);
        const WordSet::Match bank = words.banks.longestBefore(text.folded(), k + 1, std::max(qsizetype(0), k - 12));
        CompanyName name;
        const CompanyNameParser parser(text);
        const WordSet::Match region = Regions::instance().words().longestBefore(text.folded(), k - 1, std::max(qsizetype(0), k - 8));
        bool isBank = bool(bank) || parser.parseShort(k - 1, k + 1, name);
        if (!isBank && region) { // 内蒙古|银行
            isBank = true;
            name.start = k - 1 - region.length;
        }
        if (between < 1 || !isBank || text.foldedAt(k + 1) == U'的')
            return false;
        const qsizetype start = bank ? k + 1 - bank.length : name.start;
        found.append(span(text, start, parser.extended(end), u"COMPANY"_s, branchOnly, found::name));
        return true;
    }
    return false;
}

bool CompanyScanner::judgeJapanese(const MappedText &text, qsizetype form, qsizetype end, QList<FoundSpan> &found) const
{
    const auto isPart = [&](qsizetype k) { return text.is(k, Han | Alnum) || (isKana(text.at(k)) && text.at(k) >= 0x30A0) || text.at(k) == U'ー'; };
    constexpr qsizetype reach = 20;
    qsizetype from = form, to = end;
    while (from > 0 && form - from < reach && isPart(from - 1))
        --from;
    while (to < text.size() && to - end < reach && isPart(to)
        && OrganisationWords::instance().cues.longestAt(text.folded(), to, text.size()).value != OrganisationWords::Sure && text.at(to) != U'和')
        ++to;
    if (form - from < 2 && to - end < 2)
        return false;
    // The name stands on one side: before, unless nothing or a cue is there.
    const bool isAfterCue = bool(OrganisationWords::instance().cues.longestBefore(text.folded(), form, std::max(qsizetype(0), form - 8)));
    const bool isBehind = form - from < 2 || (to - end >= 2 && isAfterCue);
    CompanyName name;
    if (!isBehind && CompanyNameParser(text).parse(form, end, name)) // what stands before it: 代表|三菱商事
        from = std::max(from, name.start);
    found.append(span(text, isBehind ? form : from, isBehind ? to : end, u"COMPANY"_s, 0.85, found::name));
    return true;
}

/// 上海鼎丰投资中心(有限合伙): the bracket is the legal form.
void CompanyScanner::judgeFund(const MappedText &text, qsizetype open, QList<FoundSpan> &found) const
{
    CompanyName name;
    constexpr qsizetype bracket = 6;
    if (text.foldedAt(open - 1) != U'业' && CompanyNameParser(text).parse(open, open + bracket, name))
        found.append(span(text, name.start, name.end, u"COMPANY"_s, sure, found::name));
}

void CompanyScanner::judge(const MappedText &text, qsizetype end, QList<FoundSpan> &found) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    const std::u32string &folded = text.folded();
    const CompanyNameParser parser(text);
    CompanyName name;
    if (const WordSet::Match form = words.forms.longestBefore(folded, end, std::max(qsizetype(0), end - longestForm))) {
        const qsizetype from = end - form.length;
        if (text.foldedAt(end - 1) == U'社' && text.foldedAt(end - 2) == U'会') {
            judgeJapanese(text, from, end, found);
            return;
        }
        if (parser.parse(from, end, name))
            found.append(span(text, name.start, parser.extended(end), u"COMPANY"_s, sure, found::name));
        return;
    }
    if (text.foldedAt(end - 1) == U'司') {
        const bool isCompany = text.foldedAt(end - 2) == U'公';
        if (isCompany && (parser.parseShort(end - 2, end, name) || parser.parseRegional(end - 2, end, name)))
            found.append(span(text, name.start, parser.extended(end), u"COMPANY"_s, bareCompany, found::name));
        return;
    }
    if (judgeBranch(text, end, found))
        return;
    const WordSet::Match trade = words.shortTrades.longestBefore(folded, end, std::max(qsizetype(0), end - longestForm));
    if (!trade || words.trades.longestAt(folded, end, text.size()) || words.forms.longestAt(folded, end, text.size()))
        return;
    const bool isNamed = parser.parseShort(end - trade.length, end, name) || parser.parseRegional(end - trade.length, end, name);
    if (isNamed && !words.banks.contains(std::u32string_view(folded).substr(std::size_t(name.start), std::size_t(end - name.start))))
        found.append(span(text, name.start, end, u"COMPANY"_s, shortName, found::name));
}

/// 泰同 by itself: two characters of brands that no dictionary knows together, and words on both sides.
void CompanyScanner::judgeBrand(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    const auto brand = std::u32string_view(text.folded()).substr(std::size_t(at), 2);
    const auto isBrand = [&](qsizetype k) { return words.brand(text.foldedAt(k)) == OrganisationWords::Strong; };
    if (isBrand(at - 1) || isBrand(at + 2) || words.ordinary.contains(brand) || words.whole.contains(brand) || words.trades.contains(brand) || Regions::instance().isRegion(brand))
        return;
    const bool isClearBefore = !text.is(at - 1, Han | Alnum) || words.cues.longestBefore(text.folded(), at, std::max(qsizetype(0), at - 6));
    const bool isClearAfter = !text.is(at + 2, Alnum);
    if (!isClearBefore || !isClearAfter)
        return;
    const WordBreaks breaks(text, at, at + 2);
    if (breaks.isBreak(at) && breaks.isBreak(at + 1) && breaks.isBreak(at + 2))
        found.append(span(text, at, at + 2, u"COMPANY"_s, 0.6, found::name));
}

void CompanyScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const std::u32string &folded = text.folded();
    const OrganisationWords &words = OrganisationWords::instance();
    const Leads &leads = text.leads();
    std::size_t afterBrand = 0; // the place behind the last character of a brand
    for (auto i = std::size_t(leads.next(Leads::Organisation, 0)); i < folded.size(); i = std::size_t(leads.next(Leads::Organisation, qsizetype(i) + 1))) {
        const char32_t offset = folded[i] - firstHan;
        if (offset < hanCount && m_lasts[offset] != 0)
            judge(text, qsizetype(i) + 1, found);
        else if (folded[i] == U')' && i > 6 && folded[i - 1] == U'伙' && text.startsWith(qsizetype(i) - 5, U"(有限合伙)"))
            judgeFund(text, qsizetype(i) - 5, found);
        const bool isBrand = offset < hanCount && words.brand(folded[i]) == OrganisationWords::Strong;
        if (isBrand && afterBrand == i && i > 0)
            judgeBrand(text, qsizetype(i) - 1, found);
        afterBrand = isBrand ? i + 1 : afterBrand;
    }
}

/// 贵州茅香酒业有限公司 and, elsewhere, 茅香包装, 茅香物流: the brand with another trade.
void CompanyScanner::addWithTrades(const MappedText &text, const CompanyName &name, DocumentNotes &notes)
{
    const OrganisationWords &words = OrganisationWords::instance();
    const std::u32string &folded = text.folded();
    const auto brand = std::u32string_view(folded).substr(std::size_t(name.brand), std::size_t(name.brandSize()));
    if (words.ordinary.contains(brand) || words.whole.contains(brand) || words.generic.contains(brand) || words.trades.contains(brand) || Regions::instance().isRegion(brand))
        return;
    // Near it only: a text of nothing but names stays linear.
    constexpr qsizetype reach = 4000;
    const qsizetype first = std::max(qsizetype(0), name.start - reach), last = std::min(text.size(), name.end + reach);
    const auto near = std::u32string_view(folded).substr(std::size_t(first), std::size_t(last - first));
    for (std::size_t at = near.find(brand); at != near.npos; at = near.find(brand, at + 1)) {
        const qsizetype place = first + qsizetype(at), after = place + name.brandSize();
        if (place == name.brand)
            continue;
        if (const WordSet::Match trade = words.trades.longestAt(folded, after, text.size()))
            notes.add({text.sourceText(text.sourceStart(place), text.sourceEnd(after + trade.length - 1)), u"COMPANY"_s, u"alias"_s, 0.75});
    }
}

void CompanyScanner::addShortNames(const MappedText &text, const CompanyName &name, DocumentNotes &notes)
{
    const OrganisationWords &words = OrganisationWords::instance();
    const auto piece = [&](qsizetype from, qsizetype to) { return std::u32string_view(text.folded()).substr(std::size_t(from), std::size_t(to - from)); };
    if (name.brandSize() < 2 || name.brandSize() > 4)
        return;
    const auto add = [&](qsizetype to, double score) {
        notes.add({text.sourceText(text.sourceStart(name.brand), text.sourceEnd(to - 1)), u"COMPANY"_s, u"alias"_s, score});
    };
    if (name.trades < name.form && text.at(name.form - 1) != U')' && name.trades > name.brand)
        add(name.form, 0.85);
    bool isStrong = false;
    for (qsizetype k = name.brand; k < name.trades; ++k) {
        const OrganisationWords::Brand brand = words.brand(text.foldedAt(k));
        if (brand == OrganisationWords::None)
            return;
        isStrong = isStrong || brand == OrganisationWords::Strong;
    }
    const auto brand = piece(name.brand, name.trades);
    if (isStrong && !words.ordinary.contains(brand) && !words.whole.contains(brand) && !words.generic.contains(brand) && !Regions::instance().isRegion(brand))
        add(name.trades, 0.75);
}

void CompanyScanner::learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    const CompanyNameParser parser(text);
    std::set<std::u32string_view> brands; // that have been looked around for
    for (const FoundSpan &span : found) {
        if (span.type != u"COMPANY"_s || span.reason != found::name || span.score < sure)
            continue;
        const qsizetype from = text.placeOf(span.start);
        const qsizetype to = text.placeOf(span.end - 1) + 1;
        notes.add({text.sourceText(span.start, span.end), u"COMPANY"_s, {}, 0.9});
        for (qsizetype end = from + 4; end <= to; ++end) {
            const WordSet::Match form = words.forms.longestBefore(text.folded(), end, from);
            CompanyName name;
            if (form && !words.forms.longestAt(text.folded(), end - 2, to) && parser.parse(end - form.length, end, name) && name.start == from) {
                addShortNames(text, name, notes);
                const auto brand = std::u32string_view(text.folded()).substr(std::size_t(name.brand), std::size_t(name.brandSize()));
                if (name.brandSize() >= 2 && name.brandSize() <= 4 && brands.insert(brand).second)
                    addWithTrades(text, name, notes);
                break;
            }
        }
    }
}

} // namespace dw
