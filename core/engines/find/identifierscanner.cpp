#include "core/engines/find/identifierscanner.h"

#include "core/engines/find/validators.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 40;

/// What scanners of paper read for digits, put right. The check character keeps its X.
QString repaired(QStringView id)
{
    QString text = id.toString();
    for (qsizetype i = 0; i < text.size(); ++i) {
        switch (text[i].unicode()) {
        case u'O': case u'Q': case u'D': text[i] = u'0'; break;
        case u'L': case u'I': text[i] = u'1'; break;
        case u'S': text[i] = u'5'; break;
        case u'B': text[i] = u'8'; break;
        case u'Z': text[i] = u'2'; break;
        case u'G': text[i] = u'6'; break;
        default: break;
        }
    }
    return text;
}

bool areDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

IdentifierScanner::Chain IdentifierScanner::chainAt(const MappedText &text, qsizetype at)
{
    Chain chain;
    bool hasSeparator = false;
    while (chain.compact.size() <= longest) {
        const char32_t c = text.at(at);
        if (isAsciiAlnum(c)) {
            chain.compact.append(QChar(char16_t(c >= U'a' && c <= U'z' ? c - 32 : c)));
            chain.places.append(at++);
            if (!isAsciiAlnum(text.at(at))) {
                chain.ends.append(int(chain.compact.size()));
                chain.spaced.append(hasSeparator);
            }
            continue;
        }
        if ((c != U' ' && c != U'-') || !isAsciiAlnum(text.at(at + 1)))
            break;
        hasSeparator = true;
        ++at;
    }
    return chain;
}

bool IdentifierScanner::isInFours(const Chain &chain, qsizetype end)
{
    int before = 0;
    for (const int boundary : chain.ends) {
        if (boundary == end)
            return boundary - before <= 4;
        if (boundary - before != 4)
            return false;
        before = boundary;
    }
    return false;
}

std::optional<IdentifierScanner::Kind> IdentifierScanner::judgeEighteen(const MappedText &text, const Chain &chain, QStringView value)
{
    if (validators::isResidentId(value))
        return Kind {u"CN_ID"_s, 0.99};
    if (validators::isPermanentResidentId(value))
        return Kind {u"PERM_RES_ID"_s, 0.98};
    if (validators::isSocialCreditCode(value))
        return Kind {u"USCC"_s, 0.99};
    if (!areDigits(value.first(17)) && validators::isResidentId(repaired(value))
        && cueBefore(text, chain.places.first(), nearby, {U"身份证", U"身份号码", U"证件", U"id no", U"id card", U"identity"}) >= 0)
        return Kind {u"CN_ID"_s, 0.8};
    return {};
}

std::optional<IdentifierScanner::Kind> IdentifierScanner::judgeDigits15(const MappedText &text, const Chain &chain, QStringView value)
{
    const qsizetype at = chain.places.first();
    if (validators::isImei(value) && cueBefore(text, at, nearby, {U"imei", U"串号"}) >= 0)
        return Kind {u"IMEI"_s, 0.97};
    if (validators::isBusinessRegistration(value)
        && cueBefore(text, at, nearby, {U"注册号", U"营业执照", U"工商登记", U"登记号", U"registration"}) >= 0)
        return Kind {u"BIZ_REG_NO"_s, 0.97};
    if (validators::isLegacyResidentId(value)
        && cueBefore(text, at, nearby, {U"身份证", U"身份号码", U"一代证", U"id card", U"identity"}) >= 0)
        return Kind {u"CN_ID"_s, 0.9};
    return {};
}

std::optional<IdentifierScanner::Kind> IdentifierScanner::judgeCard(const MappedText &text, const Chain &chain, qsizetype end)
{
    const QStringView value = QStringView(chain.compact).first(end);
    if (!validators::isBankCard(value))
        return {};
    const qsizetype at = chain.places.first();
    const qsizetype card = cueBefore(text, at, nearby, {U"卡号", U"银行卡", U"储蓄卡", U"借记卡", U"信用卡", U"账号", U"账户", U"帐号", U"card"});
    const qsizetype other = cueBefore(text, at, nearby,
        {U"流水号", U"订单", U"序列号", U"发票", U"单号", U"编号", U"版本", U"批次", U"order", U"invoice", U"serial", U"imei"});
    if (card >= 0 && (other < 0 || card < other))
        return Kind {u"BANK_CARD"_s, 0.98};
    if (other >= 0)
        return {};
    // Without a word: only the lengths and first digits that Chinese cards have, or the usual way of grouping.
    const bool isUnionPay = value.startsWith(u"62") && (end == 16 || end == 19);
    if (isUnionPay || (end >= 15 && chain.ends.first() == 4 && isInFours(chain, end)))
        return Kind {u"BANK_CARD"_s, 0.7};
    return {};
}

std::optional<IdentifierScanner::Kind> IdentifierScanner::judge(const MappedText &text, const Chain &chain, qsizetype end)
{
    const QStringView value = QStringView(chain.compact).first(end);
    const qsizetype at = chain.places.first();
    const bool isSpaced = chain.spaced.at(chain.ends.indexOf(int(end)));
    const bool hasDigits = areDigits(value);
    std::optional<Kind> kind;
    if (end == 18)
        kind = judgeEighteen(text, chain, value);
    if (!kind && hasDigits && end == 15)
        kind = judgeDigits15(text, chain, value);
    if (!kind && hasDigits && (!isSpaced || isInFours(chain, end)))
        kind = judgeCard(text, chain, end);
    if (!kind && !hasDigits && end >= 15 && (!isSpaced || isInFours(chain, end)) && validators::isIban(value))
        kind = Kind {u"IBAN"_s, 0.99};
    if (!kind && end == 9 && validators::isOrganisationCode(value)
        && cueBefore(text, at, nearby, {U"组织机构代码", U"机构代码", U"organisation code", U"organization code"}) >= 0)
        kind = Kind {u"ORG_CODE"_s, 0.97};
    if (!kind && !isSpaced && end == 10 && validators::isTaiwanId(value)
        && cueBefore(text, at, nearby, {U"台湾", U"臺灣", U"身份证", U"身分證", U"身分证", U"統一編號", U"统一编号", U"taiwan", U"id no"}) >= 0)
        kind = Kind {u"TW_ID"_s, 0.95};
    if (!kind && !isSpaced && (end == 8 || end == 9) && validators::isHongKongId(value)
        && cueBefore(text, at, nearby, {U"香港", U"身份证", U"身份證", U"hkid", U"hong kong"}) >= 0)
        kind = Kind {u"HKID"_s, 0.95};
    return kind;
}

void IdentifierScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    for (qsizetype i = 0; i < text.size();) {
        if (!isAsciiAlnum(text.at(i))) {
            ++i;
            continue;
        }
        const Chain chain = chainAt(text, i);
        const auto isMasked = [&](qsizetype from, qsizetype to) { return text.at(from - 1) == U'*' || text.at(to) == U'*'; };
        qsizetype next = chain.places.last() + 1;
        if (!chain.ends.isEmpty())
            next = chain.places.at(chain.ends.first() - 1) + 1;
        // A Hong Kong id in its brackets is not a chain: A123456(3).
        const qsizetype bracket = next;
        if (!chain.ends.isEmpty() && text.at(bracket) == U'(' && text.at(bracket + 2) == U')' && isAsciiAlnum(text.at(bracket + 1))) {
            const char32_t check = text.at(bracket + 1);
            const QString id = chain.compact.first(chain.ends.first()) + QChar(char16_t(check >= U'a' ? check - 32 : check));
            if (validators::isHongKongId(id)) {
                found.append(span(text, i, bracket + 3, u"HKID"_s, 0.98));
                next = bracket + 3;
            }
        }
        // The longest that is something.
        for (auto end = chain.ends.crbegin(); next == bracket && end != chain.ends.crend(); ++end) {
            const qsizetype last = chain.places.at(*end - 1) + 1;
            const auto kind = isMasked(i, last) ? std::nullopt : judge(text, chain, *end);
            if (!kind)
                continue;
            found.append(span(text, i, last, kind->type, kind->score));
            next = last;
            break;
        }
        // What is too long for any identifier is passed over whole.
        while (isAsciiAlnum(text.at(next - 1)) && isAsciiAlnum(text.at(next)))
            ++next;
        i = next;
    }
}

} // namespace dw
