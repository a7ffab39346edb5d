#include "core/engines/find/datescanner.h"

#include "core/engines/find/charset.h"

#include <QDate>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Up to `most` digits from `at` on; moves `at` behind them. -1 if there is none or too many.
int number(const MappedText &text, qsizetype &at, int most)
{
    int value = 0, count = 0;
    while (isAsciiDigit(text.at(at)) && count <= most) {
        value = value * 10 + int(text.at(at++) - U'0');
        ++count;
    }
    return count == 0 || count > most ? -1 : value;
}

bool isBirthYear(int year)
{
    return year >= 1880 && year <= 2100; // a word of birth must stand beside it: the calendar of today says no more
}

/// 1 to 12, or 0.
int monthOf(const MappedText &text, qsizetype at, qsizetype &end)
{
    constexpr std::u32string_view names[] = {U"january", U"february", U"march", U"april", U"may", U"june", U"july", U"august", U"september", U"october", U"november", U"december"};
    const char32_t first = text.foldedAt(at);
    const char32_t second = text.foldedAt(at + 1);
    for (int month = 0; month < 12; ++month) {
        if (names[month][0] != first || names[month][1] != second || names[month][2] != text.foldedAt(at + 2))
            continue;
        end = at;
        while (text.is(end, Letter))
            ++end;
        const bool isWhole = text.startsWith(at, names[month]) && end - at == qsizetype(names[month].size());
        if (!isWhole && end - at != 3 && !(end - at == 4 && month == 8))
            return 0;
        end += text.at(end) == U'.' ? 1 : 0;
        return month + 1;
    }
    return 0;
}

qsizetype afterBlanks(const MappedText &text, qsizetype at)
{
    while (text.at(at) == U' ' || text.at(at) == U',')
        ++at;
    return at;
}

} // namespace

qsizetype DateScanner::numericEnd(const MappedText &text, qsizetype from, bool &isWhole)
{
    qsizetype at = from;
    const int year = number(text, at, 4);
    if (at - from != 4 || !isBirthYear(year))
        return -1;
    at += text.at(at) == U' ' ? 1 : 0;
    const char32_t sign = text.at(at);
    if (sign != U'年' && sign != U'-' && sign != U'.' && sign != U'/')
        return -1;
    const qsizetype afterYear = ++at;
    at += text.at(at) == U' ' ? 1 : 0;
    const int month = number(text, at, 2);
    if (month < 1 || month > 12)
        return sign == U'年' ? afterYear : -1;
    at += text.at(at) == U' ' ? 1 : 0;
    const bool hasMore = sign == U'年' ? text.at(at) == U'月' : text.at(at) == sign;
    if (!hasMore)
        return sign == U'年' ? afterYear : at;
    const qsizetype afterMonth = sign == U'年' ? at + 1 : at;
    ++at;
    at += text.at(at) == U' ' ? 1 : 0;
    const int day = number(text, at, 2);
    if (!QDate(year, month, day).isValid())
        return sign == U'年' ? afterMonth : -1;
    if (sign == U'年' && text.at(at) == U' ' && text.at(at + 1) == U'日')
        ++at;
    if (sign == U'年' && (text.at(at) == U'日' || text.at(at) == U'号'))
        ++at;
    isWhole = true;
    return text.is(at, Digit) ? -1 : at;
}

qsizetype DateScanner::eightEnd(const MappedText &text, qsizetype from)
{
    qsizetype at = from;
    const int whole = number(text, at, 8);
    return isBirthYear(whole / 10000) && QDate(whole / 10000, whole / 100 % 100, whole % 100).isValid() ? at : -1;
}

qsizetype DateScanner::dayFirstEnd(const MappedText &text, qsizetype from)
{
    qsizetype at = from;
    const int first = number(text, at, 2);
    const char32_t sign = text.at(at);
    if (first < 1 || first > 31 || (sign != U'/' && sign != U'-' && sign != U'.'))
        return -1;
    const int second = number(text, ++at, 2);
    if (second < 1 || text.at(at) != sign)
        return -1;
    const qsizetype yearAt = ++at;
    const int year = number(text, at, 4);
    const bool exists = QDate(year, second, first).isValid() || QDate(year, first, second).isValid();
    return at - yearAt == 4 && isBirthYear(year) && exists && !text.is(at, Alnum) ? at : -1;
}

qsizetype DateScanner::englishEnd(const MappedText &text, qsizetype from)
{
    qsizetype at = from, end = from;
    int day = -1, month = 0;
    if (text.is(at, Digit)) {
        day = number(text, at, 2);
        while (text.is(at, Letter) && at - from < 4)
            ++at; // 4th
        at = afterBlanks(text, at);
        at += text.startsWith(at, U"of ") ? 3 : 0;
        month = monthOf(text, at, end);
        at = end;
    } else {
        month = monthOf(text, at, end);
        at = month > 0 ? afterBlanks(text, end) : at;
        day = month > 0 ? number(text, at, 2) : -1;
        while (day > 0 && text.is(at, Letter) && at - end < 6)
            ++at;
    }
    if (month == 0 || day < 1)
        return -1;
    at = afterBlanks(text, at);
    const qsizetype yearAt = at;
    const int year = number(text, at, 4);
    return at - yearAt == 4 && isBirthYear(year) && QDate(year, month, day).isValid() ? at : -1;
}

void DateScanner::judge(const MappedText &text, qsizetype from, qsizetype to, bool isWhole, QList<FoundSpan> &found)
{
    Cue cue = cueAfter(text, to, 5, {U"出生", U"生于", U"诞生", U"生,", U"生)", U"生。", U"生;", U"生人", U"born"});
    if (!cue || cue.distance > 1) {
        cue = cueBefore(text, from, nearby, {U"出生", U"出生日期", U"出生年月", U"出生时间", U"生日", U"生于", U"诞生于", U"born", U"birth", U"birthday", U"birthdate", U"dob", U"d.o.b"});
        // "出生于北京市，2001年7月毕业": another clause speaks of another date.
        const bool hasComma = cue && std::u32string_view(text.text()).substr(std::size_t(from - cue.distance), std::size_t(cue.distance)).find(U',') != std::u32string_view::npos;
        if (!cue || hasComma || (!isWhole && cue.distance > 4))
            return;
    }
    found.append(span(text, from, to, u"BIRTH_DATE"_s, 0.95, found::cue, cue.text()));
}

void DateScanner::scanHan(const MappedText &text, QList<FoundSpan> &found)
{
    constexpr std::u32string_view digits = U"〇零○一二三四五六七八九0";
    constexpr std::u32string_view numerals = U"一二三四五六七八九十廿卅";
    const auto isIn = [&](std::u32string_view signs, qsizetype at) { return at >= 0 && at < text.size() && signs.find(text.at(at)) != std::u32string_view::npos; };
    const std::u32string &characters = text.text();
    for (qsizetype year = nextOf(characters, U'年', 0); year < text.size(); year = nextOf(characters, U'年', year + 1)) {
        if (!isIn(digits, year - 1) || !isIn(digits, year - 2) || !isIn(digits, year - 3) || (!isIn(U"一二", year - 4)))
            continue;
        qsizetype at = year + 1;
        while (at - year < 4 && isIn(numerals, at))
            ++at;
        if (at == year + 1 || text.at(at) != U'月')
            continue;
        const qsizetype month = at++;
        while (at - month < 5 && isIn(numerals, at))
            ++at;
        const bool isWhole = at > month + 1 && (text.at(at) == U'日' || text.at(at) == U'号');
        judge(text, year - 4, isWhole ? at + 1 : month + 1, isWhole, found);
    }
}

void DateScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    scanHan(text, found);
    qsizetype done = 0;
    for (const MappedText::Run &run : text.runs()) {
        const qsizetype from = run.from;
        if (from < done || run.size() > 9 || (text.at(from - 1) == U'.' && text.is(from - 2, Digit)) || text.at(from - 1) == U'/')
            continue;
        bool isWhole = false;
        qsizetype end = -1;
        if (run.digits == 4 && run.size() == 4)
            end = numericEnd(text, from, isWhole);
        else if (run.digits == 8 && run.size() == 8)
            end = eightEnd(text, from), isWhole = true;
        else if (run.digits > 0 && run.digits <= 2 && text.is(from, Digit))
            end = std::max(dayFirstEnd(text, from), englishEnd(text, from)), isWhole = true;
        else if (run.digits == 0 && run.size() >= 3)
            end = englishEnd(text, from), isWhole = true;
        if (end <= 0)
            continue;
        judge(text, from, end, isWhole, found);
        done = end;
    }
}

} // namespace dw
