#include "core/engines/find/cuedscanner.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestToken = 34;
constexpr qsizetype close = 6; // "号码：", " no.: "

constexpr std::initializer_list<std::u32string_view> passportList {U"护照", U"passport", U"passport no", U"passport number", U"passport (no", U"passport #"};
constexpr Cues passportWords(passportList);
constexpr std::initializer_list<std::u32string_view> permitList {U"通行证", U"回乡证", U"台胞证", U"home return permit", U"travel permit", U"travel permit no", U"permit no", U"permit number", U"taiwan permit", U"mainland permit"};
constexpr Cues permitWords(permitList);
constexpr std::initializer_list<std::u32string_view> accountList {U"账号", U"帐号", U"账户", U"帐户", U"户号", U"收款账", U"开户行", U"account no", U"account number", U"account #", U"account",
    U"acct", U"a/c", U"a/c no", U"beneficiary account", U"bank account"};
constexpr Cues accountWords(accountList);
constexpr std::initializer_list<std::u32string_view> otherList {U"流水号", U"订单", U"发票", U"合同", U"凭证", U"编号", U"日期", U"余额", U"金额", U"电话", U"手机", U"联行号", U"行号", U"电子回单",
    U"order", U"invoice", U"date", U"balance", U"amount", U"tel", U"phone", U"sort code", U"routing", U"swift"};
constexpr Cues otherNumbers(otherList);

bool areDigitsOf(QStringView text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most && areDigits(text);
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isPassport(QStringView token)
{
    if (token.size() != 9)
        return false;
    const bool isLettered = isUpper(token[0]) && (areDigits(token.sliced(1)) || (isUpper(token[1]) && areDigits(token.sliced(2))));
    return isLettered || ((token.startsWith(u"14") || token.startsWith(u"15")) && areDigits(token));
}

/// Passports of other countries have six to nine digits and up to two letters.
bool mayBePassport(QStringView token)
{
    const auto digits = std::count_if(token.begin(), token.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return token.size() >= 7 && token.size() <= 10 && digits >= 6 && token.size() - digits <= 2;
}

bool isHomeReturnPermit(QStringView token)
{
    return token.size() >= 9 && (token[0] == u'H' || token[0] == u'M' || token[0] == u'C' || token[0] == u'W') && token.size() <= 11
        && (areDigits(token.sliced(1)) || (token.size() == 9 && isUpper(token[1]) && areDigits(token.sliced(2))));
}

bool isTaiwanPermit(QStringView token)
{
    return areDigitsOf(token, 8, 8) || (token.size() >= 9 && (token[0] == u'L' || token[0] == u'T') && areDigitsOf(token.sliced(1), 8, 10));
}

bool isSwift(QStringView token)
{
    return (token.size() == 8 || token.size() == 11) && std::all_of(token.begin(), token.begin() + 6, isUpper)
        && std::all_of(token.begin() + 6, token.end(), [](QChar c) { return isUpper(c) || (c >= u'0' && c <= u'9'); });
}

bool isWechat(QStringView token)
{
    return token.size() >= 6 && token.size() <= 20 && token[0].isLetter();
}

/// Where words for WeChat end, in order.
std::vector<qsizetype> endsOfHandleWords(const MappedText &text)
{
    const Leads &leads = text.leads();
    std::vector<qsizetype> ends;
    for (qsizetype at = leads.next(Leads::Handle, 0); at < text.size(); at = leads.next(Leads::Handle, at + 1)) {
        for (const std::u32string_view word : {U"微信", U"wechat", U"weixin"}) {
            if (text.startsWith(at, word))
                ends.push_back(at + qsizetype(word.size()));
        }
    }
    std::sort(ends.begin(), ends.end());
    return ends;
}

bool isMasked(const MappedText &text, qsizetype from, qsizetype to)
{
    return text.at(from - 1) == U'*' || text.at(to) == U'*';
}

} // namespace

bool CuedScanner::judgeDocument(const MappedText &text, qsizetype from, qsizetype to, QStringView token, QList<FoundSpan> &found)
{
    const auto add = [&](const QString &type, double score, const Cue &cue) {
        found.append(span(text, from, to, type, score, found::cue, cue.text()));
        return true;
    };
    if (isSwift(token)) {
        if (const Cue cue = cueBefore(text, from, nearby, {U"swift", U"bic", U"银行代码", U"银行国际代码"}))
            return add(u"SWIFT"_s, 0.95, cue);
    }
    if (token.size() < 7 || token.size() > 11 || std::count_if(token.begin(), token.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }) < 6)
        return false;
    const Cue passport = cueBefore(text, from, isPassport(token) ? 30 : nearby, passportWords);
    const Cue permit = cueBefore(text, from, 24, permitWords);
    if (isTaiwanPermit(token) && permit) {
        if (const Cue cue = cueBefore(text, from, 24, {U"台湾居民来往大陆", U"台胞证", U"台湾通行证", U"台湾居民", U"taiwan"}))
            return add(u"TW_PERMIT"_s, 0.95, cue);
    }
    if (isHomeReturnPermit(token) && permit && (!passport || permit.distance < passport.distance))
        return add(u"HKMO_PERMIT"_s, 0.93, permit);
    if (passport && (isPassport(token) || (mayBePassport(token) && passport.distance <= close)))
        return add(u"PASSPORT"_s, isPassport(token) ? 0.95 : 0.85, passport);
    if (const Cue cue = cueBefore(text, from, nearby, {U"证件号", U"证件号码", U"id no", U"id number"}); cue && cue.distance <= close && isPassport(token) && isUpper(token[0]))
        return add(u"PASSPORT"_s, 0.7, cue);
    return false;
}

bool CuedScanner::judgeHandle(const MappedText &text, qsizetype from, qsizetype to, QStringView token, QList<FoundSpan> &found)
{
    const auto isAfter = [&](const Cues &words, const QString &type, double score) {
        const Cue cue = cueBefore(text, from, nearby, words);
        if (!cue || cue.distance > close || (cue.distance > 0 && text.is(from - 1, Stop)))
            return false;
        found.append(span(text, from, to, type, score, found::cue, cue.text()));
        return true;
    };
    if (token.startsWith(u"QQ", Qt::CaseInsensitive) && areDigitsOf(token.sliced(2), 6, 12)) { // QQ287340915
        found.append(span(text, from + 2, to, u"QQ"_s, 0.9, found::cue, u"QQ"_s));
        return true;
    }
    if (areDigitsOf(token, 5, 12) && isAfter({U"qq", U"qq号", U"qq号码", U"扣扣", U"企鹅号"}, u"QQ"_s, 0.93))
        return true;
    if (isWechat(token) && isAfter({U"微信", U"微信号", U"微信号码", U"微信id", U"wechat", U"wechat id", U"weixin"}, u"WECHAT"_s, 0.93))
        return true;
    if (areDigitsOf(token, 6, 6) && isAfter({U"邮编", U"邮政编码", U"邮递区号", U"邮码", U"postcode", U"postal code", U"post code", U"zip", U"zip code"}, u"POSTCODE"_s, 0.9))
        return true;
    return token.size() >= 15 && token.size() <= 20 && token.size() != 18 && isAfter({U"纳税人识别号", U"税务登记证号", U"税号", U"税务登记号"}, u"USCC"_s, 0.7);
}

bool CuedScanner::judgeSocialSecurity(const MappedText &text, qsizetype from, qsizetype to, QStringView token, QList<FoundSpan> &found)
{
    if (token.size() != 11 || token[3] != u'-' || token[6] != u'-' || !areDigits(token.first(3)) || !areDigits(token.sliced(4, 2)) || !areDigits(token.last(4)))
        return false;
    // Numbers that were never given: area 000, 666, 9xx; group 00; serial 0000.
    const int area = token.first(3).toInt();
    if (area == 0 || area == 666 || area >= 900 || token.sliced(4, 2) == u"00" || token.last(4) == u"0000")
        return false;
    const Cue cue = cueBefore(text, from, 24, {U"ssn", U"social security", U"社会安全号", U"社会保障号", U"社保号", U"tax id", U"tin"});
    found.append(span(text, from, to, u"US_SSN"_s, cue ? 0.97 : 0.75, cue ? found::cue : found::shape, cue.text()));
    return true;
}

bool CuedScanner::judge(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found)
{
    if (isMasked(text, from, to) || text.at(to) == U'@')
        return false;
    char16_t units[longestToken] = {};
    for (qsizetype i = from; i < to; ++i)
        units[i - from] = char16_t(text.at(i));
    const QStringView token(units, to - from);
    return judgeSocialSecurity(text, from, to, token, found) || judgeDocument(text, from, to, token, found) || judgeHandle(text, from, to, token, found);
}

qsizetype CuedScanner::judgeAccount(const MappedText &text, std::size_t run, QList<FoundSpan> &found)
{
    const Chain chain(text, run);
    // As many groups as are digits; the first may begin with the letters of a special account, FTN, NRA, OSA.
    int end = 0;
    for (int group = 0; group < chain.groups(); ++group) {
        const int from = group == 0 ? 0 : chain.end(group - 1);
        QStringView part = chain.first(chain.end(group)).sliced(from);
        if (group == 0 && part.size() > 8 && (part.startsWith(u"FT") || part.startsWith(u"NRA") || part.startsWith(u"OSA")))
            part = part.sliced(3);
        const char32_t next = text.at(chain.endOf(chain.end(group)));
        const bool isOther = next == U'年' || next == U'月' || next == U'元' || next == U'万' || next == U'%' || next == U'笔'
            || ((next == U'.' || next == U',') && text.is(chain.endOf(chain.end(group)) + 1, Digit));
        if (!areDigits(part) || isOther)
            break;
        end = chain.end(group);
    }
    if (end < 8 || end > 32 || isMasked(text, chain.from(), chain.endOf(end)))
        return -1;
    const Cue cue = cueBefore(text, chain.from(), 30, accountWords);
    // A bank's name may stand between; further away it must be the word for the number itself.
    const bool isNumberWord = cue && (cue.word == U"账号" || cue.word == U"帐号" || cue.word.starts_with(U"account n") || cue.word.starts_with(U"a/c"));
    if (!cue || cue.distance > (isNumberWord ? 30 : 10))
        return -1;
    const Cue other = cueBefore(text, chain.from(), nearby, otherNumbers);
    if (other && other.distance < cue.distance)
        return -1;
    found.append(span(text, chain.from(), chain.endOf(end), u"BANK_ACCOUNT"_s, 0.85, found::cue, cue.text()));
    return chain.endOf(end);
}

void CuedScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const auto &runs = text.runs();
    // A WeChat name may be letters only: words of letters are looked at behind such a word alone.
    const std::vector<qsizetype> wechat = endsOfHandleWords(text);
    auto nextWechat = wechat.begin();
    qsizetype done = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const MappedText::Run &run = runs[i];
        const bool maySwift = run.digits == 0 && (run.size() == 8 || run.size() == 11) && isUpper(QChar(char16_t(text.at(run.from + 5))));
        while (nextWechat != wechat.end() && *nextWechat + 16 < qsizetype(run.from))
            ++nextWechat;
        const bool mayWechat = nextWechat != wechat.end() && *nextWechat <= qsizetype(run.from);
        if ((run.digits == 0 && !mayWechat && !maySwift) || qsizetype(run.from) < done)
            continue;
        std::size_t last = i;
        while (last + 1 < runs.size() && runs[last + 1].from == runs[last].to + 1 && runs[last].to - run.from <= longestToken
            && (text.at(runs[last].to) == U'-' || text.at(runs[last].to) == U'_'))
            ++last;
        const qsizetype size = runs[last].to - run.from;
        if (size >= 5 && size <= longestToken && judge(text, run.from, runs[last].to, found)) {
            done = runs[last].to;
            continue;
        }
        if (run.digits >= 2 && run.size() <= Chain::longest)
            done = std::max(done, judgeAccount(text, i, found));
    }
}

} // namespace dw
