#include "core/engines/find/overlaps.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <vector>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// An arithmetic check says more than a shape, a shape with a cue more than a run of digits.
int strength(const QString &type)
{
    static const QHash<QString, int> strengths {{u"EMAIL"_s, 9}, {u"CN_ID"_s, 9}, {u"PERM_RES_ID"_s, 9}, {u"USCC"_s, 9}, {u"IBAN"_s, 9},
        {u"COMPANY"_s, 8}, {u"PERSON"_s, 8}, {u"HKID"_s, 8}, {u"TW_ID"_s, 8}, {u"ADDRESS"_s, 8}, {u"IMEI"_s, 7}, {u"BIZ_REG_NO"_s, 7},
        {u"ORG_CODE"_s, 7}, {u"PASSPORT"_s, 7}, {u"TW_PERMIT"_s, 7}, {u"HKMO_PERMIT"_s, 7}, {u"SWIFT"_s, 7}, {u"PLATE"_s, 7},
        {u"BANK_CARD"_s, 6}, {u"WECHAT"_s, 6}, {u"QQ"_s, 6}, {u"POSTCODE"_s, 6}, {u"CONTRACT_NO"_s, 6}, {u"US_SSN"_s, 6}, {u"PHONE"_s, 5},
        {u"BIRTH_DATE"_s, 5}, {u"IP"_s, 4}, {u"BANK_ACCOUNT"_s, 4}, {u"AMOUNT"_s, 3}, {u"URL"_s, 2}};
    return strengths.value(type, 8); // a category of the user's own is a name
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
    std::stable_sort(spans.begin(), spans.end(), [](const FoundSpan &a, const FoundSpan &b) { return a.start < b.start; });
    QList<FoundSpan> result;
    result.reserve(spans.size());
    std::vector<Ranked> group;
    for (qsizetype i = 0; i < spans.size();) {
        group.clear();
        qsizetype end = spans[i].end;
        while (i < spans.size() && (group.empty() || spans[i].start < end)) {
            end = std::max(end, spans[i].end);
            group.push_back({std::move(spans[i++]), 0});
        }
        settle(group, result);
    }
    return result;
}

QList<FoundSpan> withFurther(const QList<FoundSpan> &settled, const QList<FoundSpan> &further)
{
    QList<FoundSpan> result;
    qsizetype next = 0;
    for (const FoundSpan &span : further) {
        while (next < settled.size() && settled[next].end <= span.start)
            result.append(settled[next++]);
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
    result.append(settled.sliced(next));
    return result;
}

} // namespace dw
