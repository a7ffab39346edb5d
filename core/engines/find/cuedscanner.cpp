#include "core/engines/find/cuedscanner.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestToken = 34;
constexpr qsizetype directly = 5; // "号码：", " no. "

bool isToken(char32_t c)
{
    return isAsciiAlnum(c) || c == U'_' || c == U'-';
}

bool areDigits(QStringView text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isPassport(QStringView token)
{
    if (token.size() != 9)
        return false;
    const bool isLettered = isUpper(token[0]) && (areDigits(token.sliced(1), 8, 8) || (isUpper(token[1]) && areDigits(token.sliced(2), 7, 7)));
    return isLettered || ((token.startsWith(u"14") || token.startsWith(u"15")) && areDigits(token, 9, 9));
}

bool isHomeReturnPermit(QStringView token)
{
    return token.size() >= 9 && (token[0] == u'H' || token[0] == u'M' || token[0] == u'C') && token.size() <= 11
        && (areDigits(token.sliced(1), 8, 10) || (token.size() == 9 && isUpper(token[1]) && areDigits(token.sliced(2), 7, 7)));
}

bool isTaiwanPermit(QStringView token)
{
    return areDigits(token, 8, 8) || (token.size() >= 9 && (token[0] == u'L' || token[0] == u'T') && areDigits(token.sliced(1), 8, 10));
}

bool isSwift(QStringView token)
{
    return (token.size() == 8 || token.size() == 11) && std::all_of(token.begin(), token.begin() + 6, isUpper)
        && std::all_of(token.begin() + 6, token.end(), [](QChar c) { return isUpper(c) || c.isDigit(); });
}

bool isWechat(QStringView token)
{
    return token.size() >= 6 && token.size() <= 20 && token[0].isLetter();
}

} // namespace

bool CuedScanner::judgePlate(const MappedText &text, qsizetype from, const QString &token, QList<FoundSpan> &found)
{
    constexpr std::u32string_view provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    const char32_t before = text.at(from - 1);
    if (before == U'\0' || provinces.find(before) == std::u32string_view::npos || (token.size() != 6 && token.size() != 7) || !isUpper(token[0]))
        return false;
    const auto isPlain = [](QChar c) { return (isUpper(c) && c != u'I' && c != u'O') || (c >= u'0' && c <= u'9'); };
    const auto digits = std::count_if(token.begin(), token.end(), [](QChar c) { return c.isDigit(); });
    if (digits < 2 || !std::all_of(token.begin(), token.end(), isPlain))
        return false;
    found.append(span(text, from - 1, from + token.size(), u"PLATE"_s, 0.95));
    return true;
}

void CuedScanner::judge(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found)
{
    QString token;
    for (qsizetype i = from; i < to; ++i)
        token.append(QChar(char16_t(text.at(i))));
    if (judgePlate(text, from, token, found))
        return;
    const auto cue = [&](Cues words) {
        const qsizetype distance = cueBefore(text, from, nearby, words);
        return distance >= 0 && distance <= directly;
    };
    const auto add = [&](const QString &type, double score) { found.append(span(text, from, to, type, score)); };
    if (isPassport(token) && cue({U"护照", U"護照", U"passport", U"passport no", U"passport number"}))
        add(u"PASSPORT"_s, 0.95);
    else if (isTaiwanPermit(token) && cue({U"台湾居民来往大陆通行证", U"台胞证", U"台湾通行证"}))
        add(u"TW_PERMIT"_s, 0.95);
    else if (isHomeReturnPermit(token) && cue({U"通行证", U"回乡证"}))
        add(u"HKMO_PERMIT"_s, 0.93);
    else if (isSwift(token) && cue({U"swift", U"swift代码", U"swift code", U"bic"}))
        add(u"SWIFT"_s, 0.95);
    else if (isWechat(token) && cue({U"微信", U"微信号", U"wechat", U"weixin"}))
        add(u"WECHAT"_s, 0.93);
    else if (areDigits(token, 5, 12) && cue({U"qq", U"qq号"}))
        add(u"QQ"_s, 0.93);
    else if (areDigits(token, 6, 6) && cue({U"邮编", U"邮政编码", U"postcode", U"zip"}))
        add(u"POSTCODE"_s, 0.9);
    else if (areDigits(token, 8, 30) && cue({U"账号", U"帐号", U"账户", U"account no", U"account number", U"a/c"}))
        add(u"BANK_ACCOUNT"_s, 0.85);
}

void CuedScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    for (qsizetype i = 0; i < text.size();) {
        if (!isAsciiAlnum(text.at(i))) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (isToken(text.at(end)))
            ++end;
        qsizetype last = end;
        while (!isAsciiAlnum(text.at(last - 1)))
            --last;
        if (last - i >= 5 && last - i <= longestToken && text.at(end) != U'@' && text.at(end) != U'*')
            judge(text, i, last, found);
        i = end;
    }
}

} // namespace dw
