#include "core/engines/find/amountscanner.h"

#include "core/engines/find/charset.h"

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Which characters the words of a list begin or end with.
struct Edges {
    quint64 bits[4] = {};
    constexpr void add(char32_t c) { bits[(c >> 6) & 3] |= quint64(1) << (c & 63); }
    bool has(char32_t c) const { return (bits[(c >> 6) & 3] >> (c & 63) & 1) != 0; }
};

template <std::size_t N>
constexpr Edges beginningsOf(const std::array<std::u32string_view, N> &words)
{
    Edges edges;
    for (const std::u32string_view word : words)
        edges.add(word.front());
    return edges;
}

template <std::size_t N>
constexpr Edges endingsOf(const std::array<std::u32string_view, N> &words)
{
    Edges edges;
    for (const std::u32string_view word : words)
        edges.add(word.back());
    return edges;
}

constexpr std::array<std::u32string_view, 42> currencies {U"人民币", U"rmb", U"cny", U"hk$", U"us$", U"hkd", U"usd", U"eur", U"gbp", U"jpy", U"sgd", U"s$", U"a$", U"c$", U"nt$", U"aud",
    U"cad", U"chf", U"krw", U"twd", U"mop", U"¥", U"$", U"€", U"£", U"₩", U"港币", U"港元", U"美元", U"美金", U"欧元", U"日元", U"英镑", U"新台币", U"台币", U"新加坡元", U"瑞士法郎", U"澳元", U"韩元", U"加元", U"renminbi", U"inr"};
constexpr std::array<std::u32string_view, 22> scales {U"万亿", U"千万", U"百万", U"十亿", U"百亿", U"千亿", U"十万", U"万", U"亿", U"千", U"million", U"billion", U"thousand", U"trillion", U"mn", U"bn", U"mm", U"m", U"k", U"b", U"mio", U"仟"};
constexpr std::array<std::u32string_view, 36> units {U"元整", U"元", U"圆整", U"圆", U"块钱", U"美元", U"美金", U"港元", U"港币", U"欧元", U"日元", U"英镑", U"人民币", U"新台币", U"新加坡元", U"澳元", U"加元", U"韩元", U"瑞士法郎", U"欧元整", U"美元整",
    U"港元整", U"yuan", U"renminbi", U"rmb", U"cny", U"usd", U"hkd", U"eur", U"gbp", U"us dollars", U"dollars", U"hong kong dollars", U"euros", U"pounds", U"u.s. dollars"};

constexpr Edges currencyEndings = endingsOf(currencies), scaleBeginnings = beginningsOf(scales), unitBeginnings = beginningsOf(units);

/// Behind the longest of the folded words that stands at `at`; `at` if none does.
template <std::size_t N>
qsizetype afterAny(const MappedText &text, qsizetype at, const std::array<std::u32string_view, N> &words, const Edges &beginnings)
{
    const char32_t first = text.foldedAt(at);
    qsizetype best = at;
    if (!beginnings.has(first))
        return at;
    for (const std::u32string_view word : words) {
        const qsizetype end = at + qsizetype(word.size());
        if (word.front() == first && end > best && text.startsWith(at, word) && !(isAsciiLetter(word.back()) && text.is(end, Letter)))
            best = end;
    }
    return best;
}

constexpr std::initializer_list<std::u32string_view> dealList {U"价款", U"对价", U"价格", U"金额", U"出资", U"采购额", U"销售额", U"收入", U"支付", U"转让款", U"注册资本", U"合计", U"总额", U"营收", U"利润", U"估值",
    U"价税", U"工资", U"月薪", U"年薪", U"薪", U"奖金", U"余额", U"借款", U"贷款", U"本金", U"利息", U"租金", U"货款", U"欠款", U"定金", U"保证金", U"首付", U"尾款", U"账面", U"资产", U"负债", U"投资", U"费用", U"共计", U"总计", U"成交",
    U"分别为", U"依次为", U"应收", U"应付", U"汇款", U"转账", U"到账", U"付款", U"收款", U"预算", U"售价", U"单价", U"作价", U"认缴", U"实缴", U"股权", U"交易", U"合同", U"amount", U"price", U"paid", U"payment", U"pay", U"revenue",
    U"consideration", U"sum of", U"salary", U"balance", U"loan", U"principal", U"total", U"fee", U"invest", U"capital", U"valuation", U"proceeds", U"value", U"sales", U"purchase", U"deposit", U"transfer", U"cost", U"ebitda", U"profit"};
constexpr Cues dealWords(dealList);
constexpr std::initializer_list<std::u32string_view> statuteList {U"罚款", U"处以", U"并处", U"罚金", U"违法所得", U"责令", U"情节严重", U"处罚", U"有期徒刑", U"警告"};
constexpr Cues statuteWords(statuteList);

} // namespace

/// Where the currency before the number begins: "人民币（RMB）¥ 5" has several; the number's place if there is none.
qsizetype AmountScanner::currencyStart(const MappedText &text, qsizetype number)
{
    qsizetype start = number;
    for (int times = 0; times < 3; ++times) {
        qsizetype end = start;
        end -= text.at(end - 1) == U' ' ? 1 : 0;
        qsizetype longest = 0;
        const char32_t last = text.foldedAt(end - 1);
        if (!currencyEndings.has(last))
            break;
        for (const std::u32string_view word : currencies) {
            if (word.back() != last)
                continue;
            const qsizetype at = end - qsizetype(word.size());
            const bool isCut = isAsciiLetter(word.front()) && text.is(at - 1, Letter);
            if (qsizetype(word.size()) > longest && at >= 0 && !isCut && text.startsWith(at, word))
                longest = qsizetype(word.size());
        }
        if (longest == 0)
            break;
        start = end - longest;
    }
    return start;
}

qsizetype AmountScanner::afterNumber(const MappedText &text, qsizetype at, bool &hasGroups)
{
    qsizetype i = at;
    while (text.is(i, Digit))
        ++i;
    const auto isGroup = [&](qsizetype comma) { return text.at(comma) == U',' && text.is(comma + 1, Digit) && text.is(comma + 2, Digit) && text.is(comma + 3, Digit) && !text.is(comma + 4, Digit); };
    while (i - at <= 40 && isGroup(i)) {
        hasGroups = true;
        i += 4;
    }
    if (text.at(i) == U'.' && text.is(i + 1, Digit)) {
        ++i;
        while (text.is(i, Digit))
            ++i;
    }
    return i;
}

qsizetype AmountScanner::afterUnit(const MappedText &text, qsizetype at, bool hasCurrency, bool &isMoney)
{
    const auto afterOne = [&](qsizetype from, const auto &words, const Edges &beginnings) {
        const qsizetype direct = afterAny(text, from, words, beginnings);
        if (direct > from || text.at(from) != U' ')
            return direct;
        const qsizetype spaced = afterAny(text, from + 1, words, beginnings);
        return spaced > from + 1 ? spaced : from;
    };
    const qsizetype scaled = afterOne(at, scales, scaleBeginnings);
    const qsizetype unit = afterOne(scaled, units, unitBeginnings);
    isMoney = unit > scaled;
    // "5 m" is money only with a currency; "3万" and "50 million" alone count things.
    return isMoney || hasCurrency ? unit : at;
}

qsizetype AmountScanner::afterCapitals(const MappedText &text, qsizetype at, bool &isSum)
{
    isSum = false;
    qsizetype i = at;
    while (text.is(i, Capital) || (i > at && (text.at(i) == U'十' || text.at(i) == U'百' || text.at(i) == U'千')))
        ++i;
    if (i - at < 2 || (text.at(i) != U'元' && text.at(i) != U'圆' && text.at(i) != U'圓'))
        return std::max(i, at + 1);
    isSum = true;
    ++i;
    while (text.is(i, Capital) || text.at(i) == U'角' || text.at(i) == U'分' || text.at(i) == U'整' || text.at(i) == U'正')
        ++i;
    return i;
}

void AmountScanner::add(const MappedText &text, const Sum &sum, QList<FoundSpan> &found) const
{
    const auto put = [&](double score, const Cue &cue) {
        found.append(span(text, sum.from, sum.end, u"AMOUNT"_s, score, cue ? found::cue : found::shape, cue.text()));
    };
    const Cue cue = cueBefore(text, sum.from, 60, dealWords);
    if (m_which == Which::All)
        return put(cue ? 0.9 : 0.7, cue);
    const bool isThreshold = !sum.hasGroups && (text.startsWith(sum.end, U"以上") || text.startsWith(sum.end, U"以下") || text.startsWith(sum.end, U"以内"));
    if (isThreshold || cueBefore(text, sum.from, 40, statuteWords) || cueAfter(text, sum.end, 24, statuteList))
        return;
    if (cue || sum.hasCurrency || sum.hasGroups || sum.hasUnit)
        put(cue ? 0.9 : sum.hasCurrency ? 0.85 : 0.7, cue);
}

qsizetype AmountScanner::judgeDigits(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const
{
    const char32_t before = text.at(at - 1);
    if (((before == U'.' || before == U'-' || before == U'/' || before == U',') && text.is(at - 2, Digit)) || before == U'*')
        return at + 1;
    Sum sum;
    sum.from = currencyStart(text, at);
    sum.hasCurrency = sum.from < at;
    const qsizetype digitsEnd = afterNumber(text, at, sum.hasGroups);
    sum.end = afterUnit(text, digitsEnd, sum.hasCurrency, sum.hasUnit);
    const bool isCut = sum.end == digitsEnd && text.is(sum.end, Letter);
    const bool isMasked = text.at(digitsEnd) == U'*' || text.at(digitsEnd) == U'%';
    // "778,053,325.52": two decimals behind groups are a sum of money even without a sign.
    const bool isPrice = sum.hasGroups && digitsEnd - at >= 8 && text.at(digitsEnd - 3) == U'.' && !text.is(digitsEnd, Han);
    if (isCut || isMasked || (!sum.hasCurrency && !sum.hasUnit && !isPrice))
        return digitsEnd;
    sum.hasGroups = sum.hasGroups || isPrice;
    add(text, sum, found);
    return sum.end;
}

qsizetype AmountScanner::judgeCapitals(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const
{
    Sum sum;
    bool isSum = false;
    sum.end = afterCapitals(text, at, isSum);
    if (!isSum)
        return sum.end;
    sum.from = currencyStart(text, at);
    sum.hasCurrency = sum.from < at;
    sum.hasUnit = true;
    add(text, sum, found);
    return sum.end;
}

/// 三百二十万元: ordinary numerals, from their unit leftwards.
void AmountScanner::judgeNumerals(const MappedText &text, qsizetype unit, QList<FoundSpan> &found) const
{
    constexpr std::u32string_view numerals = U"一二三四五六七八九十百千万亿零〇两";
    constexpr qsizetype longest = 20, shortest = 3;
    qsizetype from = unit;
    while (from > 0 && unit - from < longest && numerals.find(text.foldedAt(from - 1)) != std::u32string_view::npos)
        --from;
    if (unit - from < shortest || text.is(from - 1, Capital | Digit) || text.at(from - 1) == U'.' || text.at(from - 1) == U'第')
        return;
    Sum sum;
    sum.end = unit + 1 + (text.at(unit + 1) == U'整' ? 1 : 0);
    sum.from = currencyStart(text, from);
    sum.hasCurrency = sum.from < from;
    sum.hasUnit = true;
    add(text, sum, found);
}

void AmountScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    qsizetype done = 0;
    for (const MappedText::Run &run : text.runs()) {
        if (run.digits == 0 || qsizetype(run.from) < done)
            continue;
        // "RMB5000万", "USD2m": the sign may be written together with its number.
        qsizetype at = run.from;
        while (at < qsizetype(run.to) && !text.is(at, Digit))
            ++at;
        const bool isAlone = at == qsizetype(run.from);
        if (isAlone || (at - qsizetype(run.from) <= 8 && currencyStart(text, at) == qsizetype(run.from)))
            done = judgeDigits(text, at, found);
    }
    const Leads &leads = text.leads();
    for (qsizetype i = leads.next(Leads::CapitalNumeral, 0); i < text.size(); i = leads.next(Leads::CapitalNumeral, i))
        i = text.is(i, Capital) ? judgeCapitals(text, i, found) : i + 1;
    for (qsizetype i = nextOf(text.folded(), U'元', 0); i < text.size(); i = nextOf(text.folded(), U'元', i + 1)) {
        if (text.is(i - 1, Han))
            judgeNumerals(text, i, found);
    }
}

} // namespace dw
