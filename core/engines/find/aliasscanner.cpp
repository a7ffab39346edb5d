#include "core/engines/find/aliasscanner.h"

#include "core/engines/find/organisationwords.h"
#include "core/engines/find/wordlists.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAlias = 24;
constexpr std::u32string_view opening = U"“\"「『‘'《", closing = U"”\"」』’'》";

bool isAny(char32_t c, std::u32string_view set)
{
    return c != U'\0' && set.find(c) != std::u32string_view::npos;
}

} // namespace

AliasScanner::AliasScanner()
{
    const WordLists lists(u"english.txt"_s);
    lists.addTo(m_latinForms, u"forms"_s);
    lists.addTo(m_latinForms, u"soft"_s);
    lists.addTo(m_latinRoles, u"aliases"_s);
}

bool AliasScanner::isAfterCompany(const MappedText &text, qsizetype open) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    qsizetype end = open;
    while (end > 0 && (text.is(end - 1, Blank) || isAny(text.at(end - 1), U".,")))
        --end;
    if (text.is(end - 1, Letter)) {
        qsizetype from = end;
        while (from > 0 && text.is(from - 1, Letter))
            --from;
        const bool isDotted = text.at(from - 1) == U'.' && end - from == 1; // S.A.
        return isDotted || m_latinForms.contains(std::u32string_view(text.folded()).substr(std::size_t(from), std::size_t(end - from)));
    }
    const qsizetype least = std::max(qsizetype(0), end - 12);
    return text.foldedAt(end - 1) == U'社' || words.forms.longestBefore(text.folded(), end, least) || words.branches.longestBefore(text.folded(), end, least)
        || words.shortTrades.longestBefore(text.folded(), end, least) || (text.foldedAt(end - 1) == U'司' && text.foldedAt(end - 2) == U'公')
        || (text.at(end - 1) == U')' && (text.foldedAt(end - 2) == U'伙' || text.foldedAt(end - 2) == U'社'));
}

bool AliasScanner::isGeneric(const MappedText &text, qsizetype from, qsizetype to) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    const auto all = std::u32string_view(text.folded()).substr(std::size_t(from), std::size_t(to - from));
    if (words.genericAliases.contains(all) || words.generic.contains(all))
        return true;
    // 乙方1, 转让方二
    if (all.size() > 2 && (words.genericAliases.contains(all.substr(0, all.size() - 1)) || words.genericAliases.contains(all.substr(1))))
        return true;
    if (!text.is(from, Letter))
        return false;
    for (qsizetype k = from; k < to;) {
        qsizetype end = k;
        while (end < to && text.is(end, Alnum))
            ++end;
        const auto word = all.substr(std::size_t(k - from), std::size_t(end - k));
        if (end > k && !m_latinRoles.contains(word) && word != U"the" && !text.is(k, Digit))
            return false;
        k = std::max(end, k + 1);
    }
    return true;
}

bool AliasScanner::looksLikeCompany(const MappedText &text, qsizetype from, qsizetype to) const
{
    const OrganisationWords &words = OrganisationWords::instance();
    if (const WordSet::Match trade = words.shortTrades.longestBefore(text.folded(), to, from))
        return to - from >= trade.length + 2;
    for (qsizetype k = from; k < to; ++k) {
        if (words.brand(text.foldedAt(k)) != OrganisationWords::Strong)
            return false;
    }
    return to - from >= 2 && to - from <= 4;
}

qsizetype AliasScanner::judge(const MappedText &text, qsizetype open, qsizetype at, QList<FoundSpan> &found) const
{
    const bool isCompany = open > 0 && isAfterCompany(text, open);
    qsizetype k = at;
    while (isAny(text.at(k), opening)) {
        const qsizetype from = k + 1;
        qsizetype to = from;
        while (to < text.size() && to - from <= longestAlias && !isAny(text.at(to), closing) && !text.is(to, Stop))
            ++to;
        if (!isAny(text.at(to), closing) || to - from < 2)
            return k + 1;
        if (!isGeneric(text, from, to) && (isCompany || looksLikeCompany(text, from, to))) {
            FoundSpan alias = span(text, from, to, u"COMPANY"_s, 0.95, found::definition);
            alias.sub = u"alias"_s;
            found.append(alias);
        }
        k = to + 1;
        while (text.is(k, Blank) || isAny(text.at(k), U"或、,和"))
            ++k;
        if (text.startsWith(k, U"or "))
            k += 3;
        if (text.startsWith(k, U"the "))
            k += 4;
    }
    return std::max(k, at);
}

void AliasScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const Leads &leads = text.leads();
    const std::u32string &folded = text.folded();
    for (qsizetype i = leads.next(Leads::Alias, 1); i + 2 < qsizetype(folded.size()); i = leads.next(Leads::Alias, i + 1)) {
        const char32_t c = folded[std::size_t(i)];
        if (c == U'(') {
            qsizetype k = i + 1;
            for (const std::u32string_view word : {U"together, ", U"hereinafter ", U"hereafter ", U"referred to as ", U"each, ", U"the "})
                k += text.startsWith(k, word) ? qsizetype(word.size()) : 0;
            if (isAny(text.at(k), opening))
                i = std::max(i, judge(text, i, k, found) - 1);
        } else if (c == U'称' && (folded[std::size_t(i - 1)] == U'简' || folded[std::size_t(i - 1)] == U'下' || folded[std::size_t(i - 1)] == U'合')) {
            qsizetype open = i - 1;
            while (open > 0 && i - open < 8 && text.at(open) != U'(' && text.at(open) != U',')
                --open;
            qsizetype k = i + 1;
            while (isAny(text.at(k), U"为作:") || text.is(k, Blank))
                ++k;
            if (isAny(text.at(k), opening)) {
                i = std::max(i, judge(text, open, k, found) - 1);
            } else if (text.at(open) == U'(' && isAfterCompany(text, open)) {
                qsizetype to = k;
                while (to < text.size() && to - k <= 8 && text.is(to, Han | Alnum))
                    ++to;
                if (text.at(to) == U')' && to - k >= 2 && !isGeneric(text, k, to)) {
                    FoundSpan alias = span(text, k, to, u"COMPANY"_s, 0.95, found::definition);
                    alias.sub = u"alias"_s;
                    found.append(alias);
                }
            }
        }
    }
}

void AliasScanner::learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const
{
    for (const FoundSpan &span : found) {
        if (span.type == u"COMPANY"_s && span.reason == found::definition)
            notes.add({text.sourceText(span.start, span.end), span.type, span.sub, 0.95});
    }
}

} // namespace dw
