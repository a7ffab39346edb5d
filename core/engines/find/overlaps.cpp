#include "core/engines/find/overlaps.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// An arithmetic check says more than a shape, a shape with a cue more than a run of digits.
int strength(const QString &type)
{
    static const QHash<QString, int> strengths {{u"EMAIL"_s, 9}, {u"CN_ID"_s, 9}, {u"PERM_RES_ID"_s, 9}, {u"USCC"_s, 9}, {u"IBAN"_s, 9},
        {u"COMPANY"_s, 8}, {u"PERSON"_s, 8}, {u"HKID"_s, 8}, {u"TW_ID"_s, 8}, {u"IMEI"_s, 7}, {u"BIZ_REG_NO"_s, 7}, {u"ORG_CODE"_s, 7},
        {u"PASSPORT"_s, 7}, {u"TW_PERMIT"_s, 7}, {u"HKMO_PERMIT"_s, 7}, {u"SWIFT"_s, 7}, {u"PLATE"_s, 7}, {u"BANK_CARD"_s, 6},
        {u"WECHAT"_s, 6}, {u"QQ"_s, 6}, {u"POSTCODE"_s, 6}, {u"PHONE"_s, 5}, {u"BANK_ACCOUNT"_s, 4}, {u"AMOUNT"_s, 3}};
    return strengths.value(type, 8); // a category of the user's own is a name
}

} // namespace

QList<FoundSpan> withoutOverlaps(QList<FoundSpan> spans)
{
    std::stable_sort(spans.begin(), spans.end(), [](const FoundSpan &a, const FoundSpan &b) {
        const int first = strength(a.type), second = strength(b.type);
        if (first != second)
            return first > second;
        if (a.length() != b.length())
            return a.length() > b.length();
        return a.score != b.score ? a.score > b.score : a.start < b.start;
    });
    std::map<qsizetype, FoundSpan> kept; // by start
    for (const FoundSpan &span : std::as_const(spans)) {
        const auto next = kept.lower_bound(span.start);
        const bool hitsNext = next != kept.end() && next->second.start < span.end;
        const bool hitsBefore = next != kept.begin() && std::prev(next)->second.end > span.start;
        if (!hitsNext && !hitsBefore)
            kept.emplace(span.start, span);
    }
    QList<FoundSpan> result;
    result.reserve(qsizetype(kept.size()));
    for (const auto &[start, span] : kept)
        result.append(span);
    return result;
}

} // namespace dw
