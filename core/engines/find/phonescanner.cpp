#include "core/engines/find/phonescanner.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr std::initializer_list<std::u32string_view> phoneList {U"电话", U"手机", U"座机", U"传真", U"联系方式", U"热线", U"致电", U"手机号", U"手机号码", U"电话号码", U"联系电话", U"固话", U"来电",
    U"客服", U"tel", U"tel.", U"telephone", U"phone", U"mobile", U"cell", U"fax", U"call", U"hotline", U"phone number", U"mobile number", U"telephone number", U"contact number", U"whatsapp",
    U"phone no", U"mobile no", U"tel no", U"direct line", U"direct", U"cellphone", U"小灵通", U"短信"};
constexpr Cues phoneWords(phoneList);
constexpr std::initializer_list<std::u32string_view> otherNumbersList {U"流水号", U"订单", U"序列号", U"发票", U"单号", U"版本", U"批次", U"编码", U"条码", U"order", U"invoice", U"serial", U"batch", U"version"};
constexpr Cues otherNumbers(otherNumbersList);

bool isSeparator(char32_t c)
{
    return c == U' ' || c == U'-';
}

/// How many digits stand from `at` on, at most `most`.
qsizetype digitsAt(const MappedText &text, qsizetype at, qsizetype most)
{
    qsizetype count = 0;
    while (count < most && isAsciiDigit(text.at(at + count)))
        ++count;
    return count;
}

/// Nothing that would make it part of a longer number or word.
bool endsHere(const MappedText &text, qsizetype at)
{
    const char32_t c = text.at(at);
    if (isAsciiAlnum(c) || c == U'*' || c == U'@' || c == U'_')
        return false;
    return !((c == U'-' || c == U'.') && text.is(at + 1, Digit));
}

bool beginsHere(const MappedText &text, qsizetype at)
{
    const char32_t before = text.at(at - 1);
    if (isAsciiAlnum(before) || before == U'*' || before == U'+' || before == U'_' || before == U'@')
        return false;
    return !((before == U'-' || before == U'.') && text.is(at - 2, Alnum));
}

/// Prefixes that China has given to mobile operators; 1 stands before them. (Not 142 143 154 161 163 164 168 169 179 194.)
bool isMobilePrefix(char32_t second, char32_t third)
{
    switch (second) {
    case U'3':
    case U'8':
        return true;
    case U'4':
        return third == U'0' || third == U'1' || third >= U'4';
    case U'5':
        return third != U'4';
    case U'6':
        return third == U'2' || (third >= U'5' && third <= U'7');
    case U'7':
        return third <= U'8';
    case U'9':
        return third != U'4';
    default:
        return false;
    }
}

/// The end of groups of digits of these sizes with one separator or a line's end between them, or -1.
qsizetype groupsEnd(const MappedText &text, qsizetype at, std::initializer_list<qsizetype> sizes)
{
    qsizetype left = qsizetype(sizes.size());
    for (const qsizetype size : sizes) {
        if (digitsAt(text, at, size + 1) != size)
            return -1;
        at += size;
        if (--left == 0)
            return at;
        if (!isSeparator(text.at(at)) && !text.is(at, Break))
            return -1;
        ++at;
    }
    return at;
}

} // namespace

qsizetype PhoneScanner::afterCountryCode(const MappedText &text, qsizetype at)
{
    constexpr std::u32string_view codes[] = {U"(+86)", U"(86)", U"(0086)", U"+86", U"0086"};
    qsizetype after = at;
    for (const std::u32string_view code : codes) {
        if (after == at && text.startsWith(at, code))
            after = at + qsizetype(code.size());
    }
    if (after == at && text.startsWith(at, U"86") && (isSeparator(text.at(at + 2)) || digitsAt(text, at, 14) == 13))
        after = at + 2;
    // "+86 (0)755": the zero is for callers inside.
    while (after > at && isSeparator(text.at(after)) && after - at < 9)
        ++after;
    return after > at && text.startsWith(after, U"(0)") ? after + 3 : after;
}

qsizetype PhoneScanner::mobileEnd(const MappedText &text, qsizetype at)
{
    at = afterCountryCode(text, at);
    if (text.at(at) != U'1' || !isMobilePrefix(text.at(at + 1), text.at(at + 2)))
        return -1;
    for (const auto &sizes : {std::initializer_list<qsizetype> {11}, {3, 4, 4}, {3, 8}, {7, 4}, {4, 4, 3}, {3, 3, 5}}) {
        const qsizetype end = groupsEnd(text, at, sizes);
        if (end > 0 && endsHere(text, end))
            return end;
    }
    // In one piece over the end of a line: nothing else has these eleven digits.
    const qsizetype first = digitsAt(text, at, 11);
    const bool isBroken = first >= 3 && first < 11 && text.is(at + first, Break) && digitsAt(text, at + first + 1, 12) == 11 - first;
    return isBroken && endsHere(text, at + 12) ? at + 12 : -1;
}

qsizetype PhoneScanner::afterExtension(const MappedText &text, qsizetype at)
{
    qsizetype digits = at;
    bool isNamed = false;
    for (const std::u32string_view word : {U"转分机", U"转", U"分机号", U"分机", U"extension", U"ext.", U"ext", U"x"}) {
        const qsizetype from = at + (text.at(at) == U' ' || text.at(at) == U',' || text.at(at) == U'(' ? 1 : 0);
        const qsizetype start = text.at(from) == U' ' ? from + 1 : from;
        if (!isNamed && text.startsWith(start, word)) {
            isNamed = true;
            digits = start + qsizetype(word.size());
        }
    }
    if (!isNamed && text.at(at) == U'-' && text.is(at + 1, Digit))
        digits = at + 1;
    if (digits == at)
        return at;
    while (isNamed && (text.at(digits) == U' ' || text.at(digits) == U':' || text.at(digits) == U'.'))
        ++digits;
    const qsizetype count = digitsAt(text, digits, 7);
    if (count < 1 + (isNamed ? 0 : 1) || count > 6)
        return at;
    const bool closes = isNamed && text.at(at) == U'(' && text.at(digits + count) == U')';
    return digits + count + (closes ? 1 : 0);
}

qsizetype PhoneScanner::landlineEnd(const MappedText &text, qsizetype at)
{
    const qsizetype start = at;
    at = afterCountryCode(text, at);
    const bool hasCountry = at != start;
    const bool hasBracket = text.at(at) == U'(';
    at += hasBracket ? 1 : 0;
    const qsizetype area = at;
    if (text.at(at) == U'0')
        ++at;
    else if (!hasCountry)
        return -1;
    // 10, 2x, or three digits from 3 to 9.
    const char32_t c = text.at(at);
    const qsizetype areaDigits = c == U'1' ? (text.at(at + 1) == U'0' ? 2 : 0) : c == U'2' ? 2 : c >= U'3' && c <= U'9' ? 3 : 0;
    if (areaDigits == 0 || digitsAt(text, at, areaDigits) != areaDigits)
        return -1;
    at += areaDigits;
    if (hasBracket && text.at(at) != U')')
        return -1;
    at += hasBracket ? 1 : 0;
    const qsizetype afterArea = at;
    while (isSeparator(text.at(at)) && at - afterArea < 3)
        ++at;
    const bool isSetApart = hasCountry || hasBracket || at > afterArea;
    if (text.at(at) < U'2' || text.at(at) > U'9')
        return -1;
    qsizetype end = -1;
    for (const auto &sizes : {std::initializer_list<qsizetype> {8}, {7}, {4, 4}, {3, 4}}) {
        end = groupsEnd(text, at, sizes);
        if (end > 0)
            break;
    }
    if (end < 0)
        return -1;
    // A bare run of digits is a telephone number only where somebody says so.
    if (!isSetApart && !cueBefore(text, area, nearby, phoneWords))
        return -1;
    at = afterExtension(text, end);
    return endsHere(text, at) ? at : -1;
}

qsizetype PhoneScanner::serviceEnd(const MappedText &text, qsizetype at)
{
    const qsizetype start = at;
    if ((text.at(at) != U'4' && text.at(at) != U'8') || text.at(at + 1) != U'0' || text.at(at + 2) != U'0')
        return -1;
    qsizetype digits = 0, separators = 0;
    while (digits < 10 && (isAsciiDigit(text.at(at)) || (isSeparator(text.at(at)) && isAsciiDigit(text.at(at + 1))))) {
        isAsciiDigit(text.at(at)) ? ++digits : ++separators;
        ++at;
    }
    if (digits != 10 || separators > 2)
        return -1;
    if (separators == 0 && !cueBefore(text, start, nearby, phoneWords))
        return -1;
    at = afterExtension(text, at);
    return endsHere(text, at) ? at : -1;
}

qsizetype PhoneScanner::foreignEnd(const MappedText &text, qsizetype at)
{
    const bool hasZeros = text.startsWith(at, U"00") && text.is(at + 2, Digit) && text.at(at + 2) != U'0';
    if (!hasZeros && (text.at(at) != U'+' || !isAsciiDigit(text.at(at + 1)) || text.at(at + 1) == U'0'))
        return -1;
    qsizetype digits = 0, end = at + 1;
    for (qsizetype i = at + 1; i - at < 26; ++i) {
        if (isAsciiDigit(text.at(i))) {
            if (++digits > 15)
                break;
            end = i + 1;
        } else if (!isSeparator(text.at(i)) && text.at(i) != U'(' && text.at(i) != U')' && text.at(i) != U'.') {
            break;
        }
    }
    if (digits < 8 || digits > 15 || (hasZeros && !cueBefore(text, at, nearby, phoneWords)))
        return -1;
    end = afterExtension(text, end);
    return endsHere(text, end) ? end : -1;
}

/// North America: (212) 555-0147, 212-555-0147, 212.555.0147; no part begins with 0 or 1.
qsizetype PhoneScanner::americanEnd(const MappedText &text, qsizetype at)
{
    const bool hasBracket = text.at(at) == U'(';
    const qsizetype area = at + (hasBracket ? 1 : 0);
    if (text.at(area) < U'2' || digitsAt(text, area, 4) != 3)
        return -1;
    qsizetype i = area + 3;
    if (hasBracket && text.at(i++) != U')')
        return -1;
    const char32_t sign = text.at(i);
    if (hasBracket && sign == U' ')
        ++i;
    else if (!hasBracket && (sign == U'-' || sign == U'.'))
        ++i;
    else if (!hasBracket)
        return -1;
    if (text.at(i) < U'2' || digitsAt(text, i, 4) != 3)
        return -1;
    const char32_t second = text.at(i + 3);
    if ((second != U'-' && second != U'.' && !(hasBracket && second == U' ')) || (!hasBracket && second != sign) || digitsAt(text, i + 4, 5) != 4)
        return -1;
    const qsizetype end = afterExtension(text, i + 8);
    return endsHere(text, end) ? end : -1;
}

/// Britain, from inside: 0161 496 0123, 020 7946 0958. Ten or eleven digits in three groups.
qsizetype PhoneScanner::britishEnd(const MappedText &text, qsizetype at)
{
    const bool isInLonger = text.at(at - 1) == U' ' && text.is(at - 2, Digit); // 4000 0201 0920 ...
    if (isInLonger || text.at(at) != U'0' || text.at(at + 1) == U'0' || !isAsciiDigit(text.at(at + 1)))
        return -1;
    qsizetype i = at, digits = 0;
    for (int group = 0; group < 3; ++group) {
        const qsizetype size = digitsAt(text, i, 6);
        if (size < 3 || size > 5 || (group == 2 && size > 4))
            return -1;
        digits += size;
        i += size;
        if (group < 2 && text.at(i++) != U' ')
            return -1;
    }
    if (digits < 10 || digits > 11 || (text.at(i) == U' ' && text.is(i + 1, Digit)))
        return -1;
    const qsizetype end = afterExtension(text, i);
    return endsHere(text, end) ? end : -1;
}

/// Eleven characters that are a mobile once letters are read as the digits that they look like.
qsizetype PhoneScanner::misreadEnd(const MappedText &text, qsizetype at)
{
    constexpr std::u32string_view misread = U"oOQDlILiSsBZzG|";
    constexpr std::u32string_view meant = U"000011115582261";
    char32_t digits[11] = {};
    qsizetype i = afterCountryCode(text, at);
    int count = 0, wrong = 0;
    for (; count < 11; ++i) {
        const char32_t c = text.at(i);
        if (isSeparator(c) && count > 0)
            continue;
        const auto place = misread.find(c);
        if (!isAsciiDigit(c) && (place == misread.npos || c == U'\0'))
            return -1;
        wrong += isAsciiDigit(c) ? 0 : 1;
        digits[count++] = isAsciiDigit(c) ? c : meant[place];
    }
    if (wrong == 0 || wrong > 4 || digits[0] != U'1' || !isMobilePrefix(digits[1], digits[2]) || !endsHere(text, i))
        return -1;
    const Cue cue = cueBefore(text, at, nearby, phoneWords);
    return cue && cue.distance <= 6 ? i : -1;
}

/// Seven to fifteen digits directly after a word for a telephone.
qsizetype PhoneScanner::cuedEnd(const MappedText &text, qsizetype at)
{
    qsizetype digits = 0, end = at;
    int groups = 0;
    for (qsizetype i = at; i - at < 24; ++i) {
        if (isAsciiDigit(text.at(i))) {
            groups += i == at || !isAsciiDigit(text.at(i - 1)) ? 1 : 0;
            ++digits;
            end = i + 1;
        } else if (!(isSeparator(text.at(i)) || text.at(i) == U'(' || text.at(i) == U')' || text.at(i) == U'.') || (i > at + 1 && isSeparator(text.at(i)) && isSeparator(text.at(i - 1)))) {
            break;
        }
    }
    const char32_t next = text.at(end);
    // "电话 2023-05-09": a date follows the heading.
    const bool isDate = digits == 8 && groups == 3 && (text.at(at) == U'1' || text.at(at) == U'2') && text.at(at + 4) == U'-';
    if (digits < 7 || digits > 15 || isDate || next == U'年' || next == U'元' || next == U'万')
        return -1;
    const Cue cue = cueBefore(text, at, nearby, phoneWords);
    if (!cue || cue.distance > 5)
        return -1;
    end = afterExtension(text, end);
    return endsHere(text, end) ? end : -1;
}

qsizetype PhoneScanner::judge(const MappedText &text, qsizetype at, QList<FoundSpan> &found)
{
    if (!beginsHere(text, at))
        return -1;
    double score = 0.97;
    qsizetype end = mobileEnd(text, at);
    const bool isBare = end - at == 11;
    const auto next = [&](qsizetype (*rule)(const MappedText &, qsizetype), double its) {
        if (end < 0) {
            end = rule(text, at);
            score = its;
        }
    };
    next(&landlineEnd, 0.93);
    next(&serviceEnd, 0.93);
    next(&foreignEnd, 0.85);
    next(&americanEnd, 0.85);
    next(&britishEnd, 0.85);
    next(&misreadEnd, 0.8);
    next(&cuedEnd, 0.85);
    if (end < 0)
        return -1;
    const Cue cue = cueBefore(text, at, nearby, phoneWords);
    if (isBare && !cue) {
        if (const Cue other = cueBefore(text, at, nearby, otherNumbers); other && other.distance <= 4)
            return -1;
    }
    found.append(span(text, at, end, u"PHONE"_s, cue ? score : score - 0.1, cue ? found::cue : found::shape, cue.text()));
    return end;
}

void PhoneScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    qsizetype done = 0;
    for (const MappedText::Run &run : text.runs()) {
        if (run.digits == 0 || qsizetype(run.from) < done || run.digits + 4 < run.to - run.from)
            continue;
        // "(+86) 138...", "+852 ...", "(0755) ...": the signs before belong to it.
        const qsizetype from = run.from;
        qsizetype end = -1;
        if (text.at(from - 1) == U'+' || text.at(from - 1) == U'(') {
            const bool hasBoth = text.at(from - 1) == U'+' && text.at(from - 2) == U'(';
            if (hasBoth && from - 2 >= done)
                end = judge(text, from - 2, found);
            if (end < 0 && from - 1 >= done)
                end = judge(text, from - 1, found);
        }
        if (end < 0)
            end = judge(text, from, found);
        done = std::max(done, end);
    }
}

} // namespace dw
