#include "core/engines/find/overlaps.h"

#include <algorithm>
#include <map>
#include <vector>

namespace dw {

namespace {

/// An arithmetic check says more than a shape, a shape with a cue more than a run of digits.
int strength(const QString &type)
{
    constexpr std::pair<QStringView, int> strengths[] {{u"EMAIL", 9}, {u"CN_ID", 9}, {u"PERM_RES_ID", 9}, {u"USCC", 9}, {u"IBAN", 9},
        {u"COMPANY", 8}, {u"PERSON", 8}, {u"HKID", 8}, {u"TW_ID", 8}, {u"ADDRESS", 8}, {u"IMEI", 7}, {u"BIZ_REG_NO", 7},
        {u"ORG_CODE", 7}, {u"PASSPORT", 7}, {u"TW_PERMIT", 7}, {u"HKMO_PERMIT", 7}, {u"SWIFT", 7}, {u"PLATE", 7},
        {u"BANK_CARD", 6}, {u"WECHAT", 6}, {u"QQ", 6}, {u"POSTCODE", 6}, {u"CONTRACT_NO", 6}, {u"US_SSN", 6}, {u"PHONE", 5},
        {u"BIRTH_DATE", 5}, {u"IP", 4}, {u"BANK_ACCOUNT", 4}, {u"AMOUNT", 3}, {u"URL", 2}};
    const auto known = std::find_if(std::begin(strengths), std::end(strengths), [&type](const auto &its) { return its.first == type; });
    return known != std::end(strengths) ? known->second : 8; // a category of the user's own is a name
}

struct Ranked {
    FoundSpan span;
    int strength = 0;
};

bool comesFirst(const Ranked &a, const Ranked &b)
{
    if (a.strength != b.strength)
        return a.strength > b.strength;
    if (a.span.length() != b.span.length())
        return a.span.length() > b.span.length();
    return a.span.score != b.span.score ? a.span.score > b.span.score : a.span.start < b.span.start;
}

/// Of spans that touch each other, directly or over others.
void settle(std::vector<Ranked> &group, QList<FoundSpan> &result)
{
    if (group.size() == 1) {
        result.append(std::move(group.front().span));
        return;
    }
    for (Ranked &ranked : group)
        ranked.strength = strength(ranked.span.type);
    std::stable_sort(group.begin(), group.end(), comesFirst);
    std::map<qsizetype, FoundSpan> kept; // by start
    for (Ranked &candidate : group) {
        const FoundSpan &span = candidate.span;
        const auto next = kept.lower_bound(span.start);
        const bool hitsNext = next != kept.end() && next->second.start < span.end;
        const bool hitsBefore = next != kept.begin() && std::prev(next)->second.end > span.start;
        if (!hitsNext && !hitsBefore)
            kept.emplace_hint(next, span.start, std::move(candidate.span));
    }
    for (auto &[start, span] : kept)
        result.append(std::move(span));
}

} // namespace

QList<FoundSpan> withoutOverlaps(QList<FoundSpan> spans)
{
    // Spans are large: their places are sorted instead. Of those that begin alike the first one stays first.
    std::vector<std::pair<qsizetype, qsizetype>> order;
    order.reserve(std::size_t(spans.size()));
    for (const FoundSpan &span : std::as_const(spans))
        order.emplace_back(span.start, qsizetype(order.size()));
    std::sort(order.begin(), order.end());
    QList<FoundSpan> result;
    result.reserve(spans.size());
    std::vector<Ranked> group;
    for (std::size_t i = 0; i < order.size();) {
        group.clear();
        qsizetype end = spans[order[i].second].end;
        while (i < order.size() && (group.empty() || order[i].first < end)) {
            FoundSpan &span = spans[order[i++].second];
            end = std::max(end, span.end);
            group.push_back({std::move(span), 0});
        }
        settle(group, result);
    }
    return result;
}

QList<FoundSpan> withFurther(QList<FoundSpan> settled, const QList<FoundSpan> &further)
{
    QList<FoundSpan> result;
    result.reserve(settled.size() + further.size());
    qsizetype next = 0;
    for (const FoundSpan &span : further) {
        while (next < settled.size() && settled[next].end <= span.start)
            result.append(std::move(settled[next++]));
        qsizetype last = next;
        bool isBetter = true;
        for (; last < settled.size() && settled[last].start < span.end; ++last) {
            const FoundSpan &other = settled[last];
            isBetter = isBetter && other.type == span.type && other.start >= span.start && other.end <= span.end && other.length() < span.length();
        }
        const bool isAfterLast = result.isEmpty() || result.last().end <= span.start;
        if (!isBetter || !isAfterLast)
            continue;
        result.append(span);
        next = last;
    }
    for (; next < settled.size(); ++next)
        result.append(std::move(settled[next]));
    return result;
}

} // namespace dw
