#include "core/engines/find/identifierscanner.h"

#include "core/engines/find/validators.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr double possible = 0.3;

/// Words before a number that say it is some other one.
constexpr std::initializer_list<std::u32string_view> otherNumbersList {U"流水号", U"订单", U"序列号", U"发票", U"单号", U"编号", U"版本", U"批次", U"专利号",
    U"申请号", U"样例", U"示例", U"机器码", U"凭证号", U"交易号", U"运单", U"条码", U"合同号", U"order", U"invoice", U"serial", U"imei", U"batch", U"version",
    U"patent", U"tracking", U"transaction id", U"reference", U"sample"};
constexpr Cues otherNumbers(otherNumbersList);
constexpr std::initializer_list<std::u32string_view> residentList {U"身份证", U"身份号码", U"证件", U"身份证明", U"公民身份", U"居民身份", U"身份", U"一代证", U"id no",
    U"id card", U"id number", U"identity", U"identification", U"citizen id", U"resident id", U"id:", U"national id"};
constexpr Cues residentWords(residentList);
constexpr std::initializer_list<std::u32string_view> creditList {U"信用代码", U"信用码", U"税号", U"识别号", U"统一代码", U"机构代码", U"注册号", U"登记号", U"营业执照", U"登记证号",
    U"uscc", U"credit code", U"usci", U"tax id", U"taxpayer", U"registration no", U"registration number", U"tin"};
constexpr Cues creditWords(creditList);

constexpr std::initializer_list<std::u32string_view> cardList {U"卡号", U"银行卡", U"储蓄卡", U"借记卡", U"信用卡", U"贷记卡", U"工资卡", U"账号", U"账户", U"帐号", U"帐户",
    U"开户行", U"卡", U"card", U"visa", U"mastercard", U"unionpay", U"amex", U"account"};
constexpr Cues cardWords(cardList);

struct Context {
    Scanner::Cue forIt, against;
    bool isTold() const { return forIt && (!against || forIt.distance < against.distance); }
    bool isDenied() const { return against && !isTold(); }
};

/// Digits that continue a decimal or are hidden in part: "3.14159", "6222****1234".
bool isPiece(const MappedText &text, qsizetype from, qsizetype to)
{
    const auto isCut = [&](qsizetype mark, qsizetype beyond) {
        const char32_t c = text.at(mark);
        return c == U'*' || c == 0xD7 || ((c == U'.' || c == U'_') && text.is(beyond, Alnum) && text.is(beyond, Digit));
    };
    return isCut(from - 1, from - 2) || isCut(to, to + 1);
}

bool hasPlausibleRegion(QStringView six)
{
    const int province = six.first(2).toInt();
    return province >= 10 && province <= 83;
}

/// A credit code's letters and digits where a scanner of paper took one for the other.
QString repairedCreditCode(const Chain &chain)
{
    QString code = chain.first(18).toString();
    for (int i = 0; i < 18; ++i) {
        const QChar c = code[i];
        if (c == u'O')
            code[i] = u'0';
        else if (c == u'I' || chain.written(i) == u'l')
            code[i] = u'1';
        else if (c == u'S')
            code[i] = u'5';
        else if (c == u'Z')
            code[i] = u'2';
        else if (i >= 2 && i < 8 && (c == u'B' || c == u'G' || c == u'D' || c == u'Q'))
            code[i] = c == u'B' ? u'8' : c == u'G' ? u'6' : u'0';
    }
    return code;
}

} // namespace

IdentifierScanner::Judgement IdentifierScanner::judgeCreditCode(const MappedText &text, const Chain &chain)
{
    const QStringView value = chain.first(18);
    if ((value[0] > u'9' && value[0] != u'A' && value[0] != u'N' && value[0] != u'Y') || chain.digits(18) < 8)
        return {};
    const QString type = u"USCC"_s;
    const bool isInRange = value[0] == u'9' || validators::passesCreditCode(value);
    if (!isInRange)
        return {};
    const Cue cue = cueBefore(text, chain.from(), 24, creditWords);
    if (validators::isSocialCreditCode(value))
        return Kind {type, 0.99, found::checksum, cue.text()};
    // Codes whose inner organisation code is not made by the standard are about; one number in thirty passes.
    const bool hasLetters = !areDigits(value.first(17));
    const bool looksSo = value[0] == u'9' && value[1] >= u'1' && value[1] <= u'3' && hasPlausibleRegion(value.sliced(2, 6)) && hasLetters;
    if (validators::passesCreditCode(value) && (cue || looksSo))
        return Kind {type, cue ? 0.95 : 0.85, found::checksum, cue.text()};
    const bool mayBeMisread = value[0] == u'9' && std::any_of(value.begin(), value.end(), [](QChar c) { return QStringView(u"OISZLBGDQ").contains(c); });
    const QString repaired = mayBeMisread ? repairedCreditCode(chain) : QString();
    if (mayBeMisread && repaired != value && (validators::isSocialCreditCode(repaired) || (cue && validators::passesCreditCode(repaired))))
        return Kind {type, 0.85, found::checksum, cue.text(), u"ocr"_s};
    if (hasLetters && (cue || looksSo) && areDigits(value.sliced(2, 6)))
        return Kind {type, possible, found::failedChecksum, cue.text(), possibleSub.toString()};
    return {};
}

IdentifierScanner::Judgement IdentifierScanner::judgeEighteen(const MappedText &text, const Chain &chain)
{
    const QStringView value = chain.first(18);
    const int digits = chain.digits(18);
    const auto cue = [&] { return cueBefore(text, chain.from(), 24, residentWords).text(); };
    if (digits >= 17 && validators::isResidentId(value))
        return Kind {u"CN_ID"_s, 0.99, found::checksum, cue()};
    if (digits >= 17 && validators::isPermanentResidentId(value))
        return Kind {u"PERM_RES_ID"_s, 0.98, found::checksum, cue()};
    const Judgement code = judgeCreditCode(text, chain);
    if (code && code->sub != possibleSub)
        return code;
    if (digits >= 12 && digits < 18) {
        if (const Judgement misread = judgeMisread(text, chain))
            return misread;
    }
    if (digits >= 17 && validators::isResidentIdBut(value))
        return Kind {u"CN_ID"_s, possible, found::failedChecksum, cue(), possibleSub.toString()};
    return code;
}

IdentifierScanner::Judgement IdentifierScanner::judgeMisread(const MappedText &text, const Chain &chain)
{
    int wrong = 0;
    const QString body = withDigitsRepaired(chain.first(17), wrong);
    int wrongCheck = 0;
    const QStringView last = chain.first(18).last(1);
    const QString check = last == u"X" ? u"X"_s : withDigitsRepaired(last, wrongCheck);
    const QString whole = body + check;
    if (!areDigits(body) || wrong + wrongCheck == 0 || wrong + wrongCheck > 6)
        return {};
    const Context context {cueBefore(text, chain.from(), 24, residentWords), cueBefore(text, chain.from(), nearby, otherNumbers)};
    const bool passes = validators::isResidentId(whole);
    if (passes && !context.isDenied())
        return Kind {u"CN_ID"_s, context.isTold() ? 0.9 : 0.8, found::checksum, context.forIt.text(), u"ocr"_s};
    if (passes || !context.isTold() || !validators::isResidentIdBut(whole))
        return {};
    return Kind {u"CN_ID"_s, 0.6, found::cue, context.forIt.text(), u"ocr"_s};
}

IdentifierScanner::Judgement IdentifierScanner::judgeFifteen(const MappedText &text, const Chain &chain)
{
    const QStringView value = chain.first(15);
    const qsizetype at = chain.from();
    const Cue device = cueBefore(text, at, 24, {U"imei", U"串号", U"meid", U"设备识别"});
    const Cue business = cueBefore(text, at, 24, {U"注册号", U"营业执照", U"工商登记", U"登记号", U"执照号", U"registration no", U"registration number", U"business registration", U"business licen"});
    const Cue resident = cueBefore(text, at, 24, residentWords);
    const Cue nearest = device ? device : business && (!resident || business.distance <= resident.distance) ? business : resident;
    if (!nearest)
        return {};
    if (device)
        return validators::isImei(value) ? Kind {u"IMEI"_s, 0.97, found::checksum, device.text()}
                                         : Kind {u"IMEI"_s, possible, found::failedChecksum, device.text(), possibleSub.toString()};
    if (nearest.word == business.word)
        return validators::isBusinessRegistration(value) ? Kind {u"BIZ_REG_NO"_s, 0.97, found::checksum, business.text()}
                                                         : Kind {u"BIZ_REG_NO"_s, possible, found::failedChecksum, business.text(), possibleSub.toString()};
    if (validators::isLegacyResidentId(value))
        return Kind {u"CN_ID"_s, 0.9, found::cue, resident.text()};
    return {};
}

IdentifierScanner::Judgement IdentifierScanner::judgeCard(const MappedText &text, const Chain &chain, int end)
{
    QString value = chain.first(end).toString();
    int wrong = 0;
    if (!areDigits(value))
        value = withDigitsRepaired(value, wrong);
    if (wrong > 4 || !areDigits(value) || !validators::hasBankCardShape(value) || !validators::hasBankCardStart(value))
        return {};
    const Context context {cueBefore(text, chain.from(), 24, cardWords), cueBefore(text, chain.from(), nearby, otherNumbers)};
    const QString type = u"BANK_CARD"_s;
    if (!validators::passesLuhn(value)) {
        const bool isCard = context.isTold() && context.forIt.word.find(U"卡") != std::u32string_view::npos;
        return isCard || (context.isTold() && context.forIt.word == U"card")
            ? Judgement(Kind {type, possible, found::failedChecksum, context.forIt.text(), possibleSub.toString()}) : std::nullopt;
    }
    if (context.isTold())
        return Kind {type, wrong > 0 ? 0.85 : 0.98, found::checksum, context.forIt.text(), wrong > 0 ? u"ocr"_s : QString()};
    if (context.isDenied() || wrong > 0)
        return {};
    // Without a word: only the lengths and first digits that Chinese cards have, or the usual way of grouping.
    const bool isUnionPay = value.startsWith(u"62") && (end == 16 || end == 19);
    const bool isGrouped = end >= 15 && chain.end(0) == 4 && chain.isInFours(end);
    return isUnionPay || isGrouped ? Judgement(Kind {type, 0.7}) : std::nullopt;
}

IdentifierScanner::Judgement IdentifierScanner::judgeShort(const MappedText &text, const Chain &chain, int end)
{
    const QStringView value = chain.first(end);
    const qsizetype at = chain.from();
    const bool isWhole = chain.isWhole(end);
    if (end == 9 && (isWhole || chain.end(0) == 8) && validators::isOrganisationCode(value)) {
        if (const Cue cue = cueBefore(text, at, 24, {U"组织机构代码", U"机构代码", U"代码证", U"organisation code", U"organization code", U"org code", U"org. code"}))
            return Kind {u"ORG_CODE"_s, 0.97, found::checksum, cue.text()};
    }
    if (isWhole && end == 10 && validators::isTaiwanId(value)) {
        const Context context {cueBefore(text, at, 24, {U"台湾", U"身份证", U"身分证", U"身份字号", U"统一编号", U"国民身分", U"taiwan", U"roc", U"id no", U"id number", U"identity", U"id card"}),
            cueBefore(text, at, nearby, {U"序列号", U"订单", U"发票", U"流水号", U"serial", U"order", U"invoice"})};
        if (context.isTold())
            return Kind {u"TW_ID"_s, 0.95, found::checksum, context.forIt.text()};
    }
    if (isWhole && (end == 8 || end == 9) && validators::isHongKongId(value)) {
        if (const Cue cue = cueBefore(text, at, 24, {U"香港", U"身份证", U"身分证", U"hkid", U"hong kong", U"id card", U"identity"}))
            return Kind {u"HKID"_s, 0.95, found::checksum, cue.text()};
    }
    return {};
}

IdentifierScanner::Judgement IdentifierScanner::judgeIban(const MappedText &text, const Chain &chain, int end)
{
    const QStringView value = chain.first(end);
    if (!validators::isIban(value))
        return {};
    const Cue cue = cueBefore(text, chain.from(), 24, {U"iban", U"国际账号", U"账号", U"账户", U"account"});
    if (!cue && !validators::hasIbanCountry(value))
        return {};
    return Kind {u"IBAN"_s, 0.99, found::checksum, cue.text()};
}

IdentifierScanner::Judgement IdentifierScanner::judge(const MappedText &text, const Chain &chain, int end)
{
    if (isPiece(text, chain.from(), chain.endOf(end)))
        return {};
    const bool isSpaced = !chain.isWhole(end);
    const bool isGrouped = !isSpaced || chain.isInFours(end) || chain.hasBreak(end);
    Judgement kind;
    if (end == 18)
        kind = judgeEighteen(text, chain);
    if (!kind && end == 15 && areDigits(chain.first(15)))
        kind = judgeFifteen(text, chain);
    if ((!kind || kind->sub == possibleSub) && end >= 13 && end <= 19 && isGrouped && chain.digits(end) >= end - 4) {
        if (const Judgement card = judgeCard(text, chain, end))
            kind = card;
    }
    if (!kind && end >= 15 && end <= 34 && isGrouped && isAsciiLetter(chain.first(1)[0].unicode()))
        kind = judgeIban(text, chain, end);
    if (!kind && end >= 8 && end <= 10)
        kind = judgeShort(text, chain, end);
    return kind;
}

qsizetype IdentifierScanner::bracketed(const MappedText &text, const Chain &chain, Kind &kind)
{
    const int size = chain.end(0);
    const qsizetype open = chain.endOf(size);
    if ((size != 7 && size != 8) || text.at(open) != U'(' || text.at(open + 2) != U')' || !text.is(open + 1, Alnum) || !isAsciiLetter(chain.first(1)[0].unicode()))
        return -1;
    const char32_t check = text.at(open + 1);
    const QString id = chain.first(size) + QString(QChar(char16_t(check >= U'a' ? check - 32 : check)));
    const bool isValid = validators::isHongKongId(id);
    if (!isValid && !areDigits(chain.first(size).last(6)))
        return -1;
    kind = isValid ? Kind {u"HKID"_s, 0.98} : Kind {u"HKID"_s, possible, found::failedChecksum, {}, possibleSub.toString()};
    return open + 3;
}

void IdentifierScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const auto &runs = text.runs();
    const auto add = [&](qsizetype from, qsizetype to, const Kind &kind) {
        found.append(span(text, from, to, kind.type, kind.score, kind.reason, kind.evidence));
        found.last().sub = kind.sub;
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].digits == 0 || runs[i].size() > 34)
            continue;
        const Chain chain(text, i);
        Kind kind;
        if (const qsizetype end = bracketed(text, chain, kind); end > 0) {
            add(chain.from(), end, kind);
            continue;
        }
        // The longest that is something; what is only possible lets shorter ones speak first.
        std::optional<std::pair<int, Kind>> best;
        for (int group = chain.groups() - 1; group >= 0; --group) {
            const int end = chain.end(group);
            const Judgement judged = end >= 8 && end <= 34 ? judge(text, chain, end) : std::nullopt;
            if (!judged || (judged->sub == possibleSub && best))
                continue;
            best = {end, *judged};
            if (judged->sub != possibleSub)
                break;
        }
        if (!best)
            continue;
        const qsizetype end = chain.endOf(best->first);
        add(chain.from(), end, best->second);
        while (i + 1 < runs.size() && qsizetype(runs[i + 1].from) < end)
            ++i;
    }
}

} // namespace dw
