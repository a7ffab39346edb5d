#include "core/engines/find/latinnamescanner.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

void LatinNameScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    if (text.runs().empty())
        return;
    const LatinWords words(text);
    qsizetype afterPerson = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const LatinWords::Word &word = words[i];
        if (!word.isCapital) {
            if ((word.bits & LatinWords::Street) != 0)
                judgeAddress(words, i, found);
            if ((word.bits & LatinWords::Form) != 0 && i > 0 && words.isJoined(i))
                words[i - 1].isCapital ? judgeCompany(words, i, found) : judgeLowerCompany(words, i, found); // plc
            if (i >= afterPerson && (word.bits & (LatinWords::Given | LatinWords::Surname)) != 0)
                afterPerson = std::max(afterPerson, judgeLowerPerson(words, i, found));
            if (isBeforeAddress(words, i))
                afterPerson = std::max(afterPerson, judgeDisplayName(words, i, found));
            continue;
        }
        if (isBeforeAddress(words, i))
            judgeDisplayName(words, i, found);
        if (word.before == LatinWords::Gap::Ampersand)
            judgePartners(words, i, found);
        if (word.to - word.from == 2 && words.folded(i) == U"pt")
            judgePrefixed(words, i, found);
        if (word.to - word.from >= 3 && LatinLists::instance().known.contains(words.folded(i)))
            judgeKnown(words, i, found);
        if ((word.bits & (LatinWords::Form | LatinWords::Soft)) != 0 || word.isInitial() || words.folded(i) == U"sp")
            judgeCompany(words, i, found);
        if ((word.bits & LatinWords::Street) != 0)
            judgeAddress(words, i, found);
        if (i + 1 < words.size() && words[i + 1].hasDigit && LatinLists::instance().parts.contains(words.folded(i)))
            judgeUnit(words, i, found);
        if (i >= afterPerson)
            afterPerson = (word.bits & LatinWords::Title) != 0 ? judgeTitled(words, i, found) : judgePerson(words, i, found);
    }
}

void LatinNameScanner::learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const
{
    for (const FoundSpan &span : found) {
        const qsizetype from = text.placeOf(span.start);
        if (span.score < 0.9 || span.reason != found::name || !text.is(from, Letter))
            continue;
        if (span.type == u"COMPANY"_s || (span.type == u"PERSON"_s && span.sub.isEmpty()))
            notes.add({text.sourceText(span.start, span.end), span.type, {}, 0.85});
    }
}

} // namespace dw
