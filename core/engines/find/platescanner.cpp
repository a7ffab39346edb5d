#include "core/engines/find/platescanner.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr std::u32string_view provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使";
constexpr std::u32string_view lastSigns = U"学警港澳挂领使试超";

bool isOneOf(std::u32string_view signs, char32_t c)
{
    return c != U'\0' && signs.find(c) != std::u32string_view::npos;
}

bool isPlain(char32_t c)
{
    return isAsciiDigit(c) || (c >= U'A' && c <= U'Z' && c != U'I' && c != U'O');
}

} // namespace

void PlateScanner::judge(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found)
{
    // The letter and its numbers may be set apart: 京A·12345, 京A 12345.
    qsizetype letters = 0, digits = 0;
    for (qsizetype i = from; i < to; ++i) {
        const char32_t c = text.at(i);
        if (!isPlain(c) && (i != from + 1 || text.is(i, Alnum)))
            return;
        letters += isAsciiLetter(c) ? 1 : 0;
        digits += isAsciiDigit(c) ? 1 : 0;
    }
    const bool hasSign = isOneOf(lastSigns, text.foldedAt(to)) && letters + digits == 5;
    const qsizetype count = letters + digits + (hasSign ? 1 : 0);
    const char32_t next = text.at(to);
    if ((count != 6 && count != 7) || digits < 2 || next == U'-' || next == U'*' || next == U'_' || text.startsWith(to, U"型") || text.startsWith(to, U"号文"))
        return;
    const Cue cue = cueBefore(text, from - 1, 24, {U"车牌", U"号牌", U"牌照", U"车辆", U"车号", U"机动车", U"轿车", U"汽车", U"plate", U"vehicle", U"license no", U"car"});
    found.append(span(text, from - 1, to + (hasSign ? 1 : 0), u"PLATE"_s, cue ? 0.97 : 0.9, cue ? found::cue : found::shape, cue.text()));
}

void PlateScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const auto &runs = text.runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const qsizetype from = runs[i].from;
        if (runs[i].size() > 7 || from == 0 || !text.is(from - 1, Han) || !isPlain(text.at(from)) || isAsciiDigit(text.at(from)) || !isOneOf(provinces, text.foldedAt(from - 1)))
            continue;
        qsizetype to = runs[i].to;
        const char32_t gap = text.foldedAt(to);
        if (runs[i].size() == 1 && (gap == 0xB7 || gap == U' ' || gap == U'-' || gap == U'.') && i + 1 < runs.size() && runs[i + 1].from == to + 1)
            to = runs[i + 1].to;
        judge(text, from, to, found);
    }
}

} // namespace dw
