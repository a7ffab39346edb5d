#include "core/engines/find/documentnoscanner.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 40;

constexpr std::initializer_list<std::u32string_view> contractList {U"合同编号", U"合同号", U"合同号码", U"协议编号", U"协议书编号", U"协议号", U"合约编号", U"合同书编号", U"合同", U"协议", U"contract no", U"contract number",
    U"contract ref", U"contract #", U"agreement no", U"agreement number", U"agreement ref", U"agreement #", U"contract id"};
constexpr std::initializer_list<std::u32string_view> numberList {U"编号", U"编号为"};
constexpr Cues contractWords(contractList), numberWords(numberList);

bool isOpen(char32_t c)
{
    return c == U'(' || c == U'〔' || c == U'[' || c == U'【';
}

bool isClose(char32_t c)
{
    return c == U')' || c == U'〕' || c == U']' || c == U'】';
}

} // namespace

/// The end of "(2021)股转字第448号" that begins with the bracket at `from`, or -1.
qsizetype DocumentNoScanner::numbered(const MappedText &text, qsizetype from)
{
    if (!isOpen(text.at(from)) || !isClose(text.at(from + 5)) || text.at(from + 1) > U'2')
        return -1;
    qsizetype at = from + 6;
    const qsizetype word = at;
    while (at - word < 14 && (text.is(at, Han) || text.is(at, Letter)) && text.at(at) != U'第' && text.at(at) != U'号')
        ++at;
    if (at == word)
        return -1;
    at += text.at(at) == U'第' ? 1 : 0;
    const qsizetype digits = at;
    while (at - digits < 8 && (text.is(at, Digit) || text.at(at) == U'-'))
        ++at;
    return at > digits && text.at(at) == U'号' ? at + 1 : -1;
}

bool DocumentNoScanner::judgeNumbered(const MappedText &text, qsizetype from, QList<FoundSpan> &found)
{
    const qsizetype end = numbered(text, from);
    if (end < 0)
        return false;
    const auto inside = std::u32string_view(text.folded()).substr(std::size_t(from + 6), std::size_t(end - from - 6));
    const bool isCase = inside.find_first_of(U"民刑行执破辖") != std::u32string_view::npos && inside.find_first_of(U"初终再执申破监辖") != std::u32string_view::npos;
    const bool isContract = inside.find(U"字第") != std::u32string_view::npos || inside.find(U"合字") != std::u32string_view::npos;
    const Cue cue = cueBefore(text, from, nearby, {U"合同编号", U"合同号", U"协议编号", U"协议号", U"编号", U"合约编号", U"agreement no", U"contract no"});
    const bool isPublished = cueBefore(text, from, 6, {U"发改", U"证监", U"国发", U"财税", U"国办发"}).distance >= 0;
    if (isCase || isPublished || (!isContract && !cue))
        return false;
    found.append(span(text, from, end, u"CONTRACT_NO"_s, cue ? 0.95 : 0.85, cue ? found::cue : found::shape, cue.text()));
    return true;
}

/// The end of the letters, digits and signs that belong together from here on: HT-2021(003)-A.
qsizetype DocumentNoScanner::tokenEnd(const MappedText &text, qsizetype from)
{
    qsizetype end = from;
    while (end - from < longest) {
        const char32_t c = text.at(end);
        if (text.is(end, Alnum) || ((c == U'-' || c == U'/' || c == U'_' || c == U'.') && text.is(end + 1, Alnum))) {
            ++end;
            continue;
        }
        qsizetype last = end + 1;
        while (last - end < 8 && text.is(last, Alnum))
            ++last;
        if (end == from || !isOpen(c) || !isClose(text.at(last)) || last == end + 1)
            break;
        end = last + 1;
    }
    return end;
}

void DocumentNoScanner::judgeCued(const MappedText &text, qsizetype from, QList<FoundSpan> &found)
{
    const qsizetype end = tokenEnd(text, from);
    qsizetype digits = 0;
    for (qsizetype i = from; i < end; ++i)
        digits += text.is(i, Digit) ? 1 : 0;
    if (digits < 3 || end - from < 4 || end - from >= longest || text.at(end) == U'*' || text.at(end) == U'%' || text.at(end) == U'年')
        return;
    constexpr qsizetype close = 8;
    Cue cue = cueBefore(text, from, 24, contractWords);
    if (cue && (cue.word == U"合同" || cue.word == U"协议" || cue.distance > close)) {
        // 合同（编号：X）: the word for a number must be there, directly before it.
        const Cue word = cueBefore(text, from, close, {U"编号", U"号", U"no.", U"编号为", U"号为"});
        if (!word || word.distance > 2 || cue.distance > close + 4)
            cue = {};
    }
    if (!cue) {
        const Cue number = cueBefore(text, from, nearby, numberWords);
        cue = number && number.distance <= 3 ? cueAfter(text, end, 24, {U"合同", U"协议", U"agreement", U"contract"}) : Cue {};
    }
    if (cue)
        found.append(span(text, from, end, u"CONTRACT_NO"_s, 0.93, found::cue, cue.text()));
}

void DocumentNoScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    qsizetype done = 0;
    for (const MappedText::Run &run : text.runs()) {
        const qsizetype from = run.from;
        if (from < done)
            continue;
        if (run.digits == 4 && run.size() == 4 && isOpen(text.at(from - 1)) && judgeNumbered(text, from - 1, found)) {
            done = numbered(text, from - 1);
            continue;
        }
        const bool isLed = text.at(from - 1) == U'-' || text.at(from - 1) == U'/' || text.at(from - 1) == U'.';
        if (isLed || (run.digits == 0 && (run.size() > 8 || (text.at(run.to) != U'-' && text.at(run.to) != U'/' && text.at(run.to) != U'_' && text.at(run.to) != U'('))))
            continue;
        const qsizetype before = found.size();
        judgeCued(text, from, found);
        if (found.size() > before)
            done = text.placeOf(found.last().end - 1) + 1;
    }
}

} // namespace dw
