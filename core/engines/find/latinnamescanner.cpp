#include "core/engines/find/latinnamescanner.h"

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
            if ((word.bits & LatinWords::Form) != 0 && i > 0 && words[i - 1].isCapital && words.isJoined(i))
                judgeCompany(words, i, found); // plc
            continue;
        }
        if ((word.bits & (LatinWords::Form | LatinWords::Soft)) != 0 || word.isInitial())
            judgeCompany(words, i, found);
        if ((word.bits & LatinWords::Street) != 0)
            judgeAddress(words, i, found);
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
