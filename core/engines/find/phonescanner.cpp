#include "core/engines/find/phonescanner.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

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
    return !((c == U'-' || c == U'.') && isAsciiAlnum(text.at(at + 1)));
}

bool beginsHere(const MappedText &text, qsizetype at)
{
    const char32_t before = text.at(at - 1);
    if (isAsciiAlnum(before) || before == U'*' || before == U'+' || before == U'_' || before == U'@')
        return false;
    return !((before == U'-' || before == U'.') && isAsciiAlnum(text.at(at - 2)));
}

/// Prefixes that China has given to mobile operators; 1 stands before them.
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

} // namespace

qsizetype PhoneScanner::afterCountryCode(const MappedText &text, qsizetype at)
{
    qsizetype after = at;
    if (text.at(at) == U'+' && text.at(at + 1) == U'8' && text.at(at + 2) == U'6')
        after = at + 3;
    else if (text.at(at) == U'(' && text.at(at + 1) == U'+' && text.at(at + 2) == U'8' && text.at(at + 3) == U'6' && text.at(at + 4) == U')')
        after = at + 5;
    else if (text.at(at) == U'0' && text.at(at + 1) == U'0' && text.at(at + 2) == U'8' && text.at(at + 3) == U'6')
        after = at + 4;
    else if (text.at(at) == U'8' && text.at(at + 1) == U'6' && (isSeparator(text.at(at + 2)) || digitsAt(text, at, 14) == 13))
        after = at + 2;
    return after > at && isSeparator(text.at(after)) ? after + 1 : after;
}

qsizetype PhoneScanner::mobileEnd(const MappedText &text, qsizetype at)
{
    at = afterCountryCode(text, at);
    if (text.at(at) != U'1' || !isAsciiDigit(text.at(at + 2)) || !isMobilePrefix(text.at(at + 1), text.at(at + 2)))
        return -1;
    if (digitsAt(text, at, 12) == 11)
        return endsHere(text, at + 11) ? at + 11 : -1;
    const bool isGrouped = digitsAt(text, at, 4) == 3 && isSeparator(text.at(at + 3)) && digitsAt(text, at + 4, 5) == 4
        && isSeparator(text.at(at + 8)) && digitsAt(text, at + 9, 5) == 4;
    return isGrouped && endsHere(text, at + 13) ? at + 13 : -1;
}

qsizetype PhoneScanner::afterExtension(const MappedText &text, qsizetype at)
{
    qsizetype digits = at;
    const bool isNamed = text.at(at) == U'转' || text.at(at) == U'轉';
    if (isNamed || (text.at(at) == U'-' && isAsciiDigit(text.at(at + 1))))
        digits = at + 1;
    if (digits == at)
        return at;
    while (isNamed && (text.at(digits) == U' ' || text.at(digits) == U':'))
        ++digits;
    const qsizetype count = digitsAt(text, digits, 7);
    return count >= 2 && count <= 6 ? digits + count : at;
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
    const qsizetype areaDigits = text.at(at) == U'1' ? (text.at(at + 1) == U'0' ? 2 : 0) : text.at(at) == U'2' ? 2 : text.at(at) >= U'3' ? 3 : 0;
    if (areaDigits == 0 || digitsAt(text, at, areaDigits) != areaDigits)
        return -1;
    at += areaDigits;
    bool isSetApart = hasBracket || hasCountry;
    if (hasBracket && text.at(at++) != U')')
        return -1;
    if (isSeparator(text.at(at))) {
        isSetApart = true;
        ++at;
    }
    const qsizetype count = digitsAt(text, at, 9);
    if ((count != 7 && count != 8) || text.at(at) < U'2')
        return -1;
    // A bare run of digits is a telephone number only where somebody says so.
    if (!isSetApart && cueBefore(text, area, nearby, {U"电话", U"座机", U"传真", U"联系方式", U"热线", U"tel", U"phone", U"fax"}) < 0)
        return -1;
    at = afterExtension(text, at + count);
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
    if (separators == 0 && cueBefore(text, start, nearby, {U"电话", U"热线", U"客服", U"tel", U"phone", U"hotline"}) < 0)
        return -1;
    at = afterExtension(text, at);
    return endsHere(text, at) ? at : -1;
}

qsizetype PhoneScanner::foreignEnd(const MappedText &text, qsizetype at)
{
    if (text.at(at) != U'+' || !isAsciiDigit(text.at(at + 1)) || text.at(at + 1) == U'0')
        return -1;
    qsizetype digits = 0, end = at + 1;
    for (qsizetype i = at + 1; i - at < 24; ++i) {
        if (isAsciiDigit(text.at(i))) {
            ++digits;
            end = i + 1;
        } else if (!isSeparator(text.at(i)) && text.at(i) != U'(' && text.at(i) != U')') {
            break;
        }
    }
    return digits >= 9 && digits <= 15 && endsHere(text, end) ? end : -1;
}

void PhoneScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    for (qsizetype i = 0; i < text.size();) {
        const char32_t c = text.at(i);
        if ((!isAsciiDigit(c) && c != U'+' && c != U'(') || !beginsHere(text, i)) {
            ++i;
            continue;
        }
        double score = 0.97;
        qsizetype end = mobileEnd(text, i);
        if (end < 0) {
            end = landlineEnd(text, i);
            score = 0.93;
        }
        if (end < 0)
            end = serviceEnd(text, i);
        if (end < 0) {
            end = foreignEnd(text, i);
            score = 0.85;
        }
        if (end < 0) {
            ++i;
            continue;
        }
        found.append(span(text, i, end, u"PHONE"_s, score));
        i = end;
    }
}

} // namespace dw
