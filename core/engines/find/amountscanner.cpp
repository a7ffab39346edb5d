#include "core/engines/find/amountscanner.h"

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

template <std::size_t N>
qsizetype afterAny(const MappedText &text, qsizetype at, const std::array<std::u32string_view, N> &words)
{
    for (const std::u32string_view word : words) {
        bool isThere = at + qsizetype(word.size()) <= text.size();
        for (std::size_t i = 0; isThere && i < word.size(); ++i)
            isThere = text.at(at + qsizetype(i)) == word[i];
        if (isThere)
            return at + qsizetype(word.size());
    }
    return at;
}

} // namespace

qsizetype AmountScanner::afterCurrency(const MappedText &text, qsizetype at)
{
    // NFKC has made ￥ of the full width sign.
    constexpr std::array<std::u32string_view, 20> signs {U"人民币", U"RMB", U"CNY", U"HK$", U"US$", U"HKD", U"USD", U"EUR", U"GBP", U"JPY",
        U"SGD", U"¥", U"$", U"€", U"£", U"港币", U"港元", U"美元", U"欧元", U"日元"};
    qsizetype after = afterAny(text, at, signs);
    if (after > at && isAsciiLetter(text.at(at)) && isAsciiAlnum(text.at(at - 1)))
        return at;
    // "RMB ¥5" and "人民币 5": a second sign or one space may follow.
    if (after > at)
        after = afterAny(text, after, std::array<std::u32string_view, 2> {U"¥", U" "});
    return after;
}

qsizetype AmountScanner::afterNumber(const MappedText &text, qsizetype at)
{
    qsizetype i = at;
    while (isAsciiDigit(text.at(i)) || (i > at && text.at(i) == U',' && isAsciiDigit(text.at(i + 1)) && isAsciiDigit(text.at(i + 2)) && isAsciiDigit(text.at(i + 3))))
        ++i;
    if (i > at && text.at(i) == U'.' && isAsciiDigit(text.at(i + 1))) {
        ++i;
        while (isAsciiDigit(text.at(i)))
            ++i;
    }
    return i;
}

qsizetype AmountScanner::afterUnit(const MappedText &text, qsizetype at, bool &isMoney)
{
    constexpr std::array<std::u32string_view, 11> scales {U"万亿", U"千万", U"百万", U"十亿", U"万", U"亿", U" million", U" billion", U" thousand", U"million", U"billion"};
    constexpr std::array<std::u32string_view, 8> units {U"元整", U"元", U"美元", U"港元", U"港币", U"欧元", U"日元", U"英镑"};
    const qsizetype number = at;
    at = afterAny(text, at, scales);
    if (at == number && text.at(at) == U' ') {
        const qsizetype scaled = afterAny(text, at + 1, scales);
        at = scaled > at + 1 || afterAny(text, at + 1, units) > at + 1 ? scaled : at;
    }
    const qsizetype unit = afterAny(text, at, units);
    isMoney = unit > at;
    return unit;
}

qsizetype AmountScanner::afterCapitals(const MappedText &text, qsizetype at)
{
    constexpr std::u32string_view numerals = U"零壹贰叁肆伍陆柒捌玖拾佰仟万亿";
    qsizetype i = at;
    while (numerals.find(text.at(i)) != std::u32string_view::npos && text.at(i) != U'\0')
        ++i;
    if (i - at < 2 || (text.at(i) != U'元' && text.at(i) != U'圆'))
        return at;
    ++i;
    while (numerals.find(text.at(i)) != std::u32string_view::npos || text.at(i) == U'角' || text.at(i) == U'分' || text.at(i) == U'整' || text.at(i) == U'正') {
        if (text.at(i) == U'\0')
            break;
        ++i;
    }
    return i;
}

bool AmountScanner::isWanted(const MappedText &text, qsizetype at) const
{
    return m_which == Which::All
        || cueBefore(text, at, 60, {U"价款", U"对价", U"价格", U"金额", U"出资", U"采购额", U"销售额", U"收入", U"支付", U"转让款", U"注册资本",
               U"合计", U"营收", U"利润", U"估值", U"amount", U"price", U"paid", U"payment", U"pay ", U"revenue", U"consideration", U"sum of"}) >= 0;
}

void AmountScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    constexpr std::u32string_view numerals = U"壹贰叁肆伍陆柒捌玖";
    // What an amount may begin with: most characters are passed over at once.
    constexpr std::u32string_view beginnings = U"0123456789人RCHUEGJS¥$€£港美欧日壹贰叁肆伍陆柒捌玖";
    for (qsizetype i = 0; i < text.size();) {
        if (beginnings.find(text.at(i)) == std::u32string_view::npos) {
            ++i;
            continue;
        }
        const qsizetype number = afterCurrency(text, i);
        const bool isDigits = isAsciiDigit(text.at(number)) && (number > i || !isAsciiAlnum(text.at(i - 1)));
        const bool isCapital = !isDigits && text.at(number) != U'\0' && numerals.find(text.at(number)) != std::u32string_view::npos;
        if (!isDigits && !isCapital) {
            i = std::max(i + 1, number);
            continue;
        }
        qsizetype end = isDigits ? afterNumber(text, number) : afterCapitals(text, number);
        const qsizetype digitsEnd = end;
        bool isMoney = number > i || (isCapital && end > number);
        if (isDigits) {
            bool hasUnit = false;
            end = afterUnit(text, end, hasUnit);
            isMoney = isMoney || hasUnit;
        }
        const bool isWhole = isCapital || end > digitsEnd || !isAsciiAlnum(text.at(end));
        if (end > number && isMoney && isWhole && end - i >= 2 && isWanted(text, i))
            found.append(span(text, i, end, u"AMOUNT"_s, 0.9));
        i = std::max(end, i + 1);
    }
}

} // namespace dw
