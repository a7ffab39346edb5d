#include "core/engines/find/validators.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <string_view>

namespace dw::validators {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

int digit(QChar c)
{
    return c.unicode() - u'0';
}

/// 0-9, then A=10 ... Z=35; -1 for anything else.
int alnumValue(QChar c)
{
    if (isDigit(c))
        return digit(c);
    return c >= u'A' && c <= u'Z' ? c.unicode() - u'A' + 10 : -1;
}

bool isDay(QStringView eight, QDate latest)
{
    const QDate date(eight.first(4).toInt(), eight.sliced(4, 2).toInt(), eight.sliced(6, 2).toInt());
    return date.isValid() && date.year() >= 1850 && date <= latest;
}

/// Without looking at a calendar: tells most numbers apart at once.
bool mayBeDay(QStringView eight)
{
    return (eight.startsWith(u"19") || eight.startsWith(u"20") || eight.startsWith(u"18")) && eight[4] <= u'1' && eight[6] <= u'3';
}

bool passesMod11Over2(QStringView id)
{
    constexpr std::array weights {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (id.size() != 18 || !areDigits(id.first(17)))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += digit(id[qsizetype(i)]) * weights[i];
    return id[17] == QStringView(u"10X98765432")[sum % 11];
}

/// Lengths of the countries that deals meet; others are taken within the standard's bounds.
int ibanLength(QStringView country)
{
    constexpr std::array<std::pair<std::u16string_view, int>, 36> lengths {{{u"AD", 24}, {u"AE", 23}, {u"AT", 20}, {u"BE", 16},
        {u"BG", 22}, {u"CH", 21}, {u"CY", 28}, {u"CZ", 24}, {u"DE", 22}, {u"DK", 18}, {u"EE", 20}, {u"ES", 24}, {u"FI", 18}, {u"FR", 27},
        {u"GB", 22}, {u"GR", 27}, {u"HR", 21}, {u"HU", 28}, {u"IE", 22}, {u"IL", 23}, {u"IT", 27}, {u"KZ", 20}, {u"LI", 21}, {u"LT", 20},
        {u"LU", 20}, {u"LV", 21}, {u"MC", 27}, {u"MT", 31}, {u"NL", 18}, {u"NO", 15}, {u"PL", 28}, {u"PT", 25}, {u"RO", 24}, {u"SA", 24},
        {u"SE", 24}, {u"TR", 26}}};
    for (const auto &[code, length] : lengths) {
        if (country == QStringView(code.data(), qsizetype(code.size())))
            return length;
    }
    return 0;
}

} // namespace

QDate latestDate()
{
    return QDateTime::currentDateTimeUtc().date().addDays(1);
}

bool isResidentId(QStringView id, QDate today)
{
    return passesMod11Over2(id) && id[0] >= u'1' && id[0] <= u'8' && isDay(id.sliced(6, 8), today);
}

bool isLegacyResidentId(QStringView id)
{
    if (id.size() != 15 || !areDigits(id) || id[0] < u'1' || id[0] > u'8')
        return false;
    return QDate(1900 + id.sliced(6, 2).toInt(), id.sliced(8, 2).toInt(), id.sliced(10, 2).toInt()).isValid();
}

bool isResidentId(QStringView id)
{
    return passesMod11Over2(id) && isResidentId(id, latestDate());
}

bool isResidentIdBut(QStringView id)
{
    return id.size() == 18 && areDigits(id.first(17)) && (isDigit(id[17]) || id[17] == u'X') && id[0] >= u'1' && mayBeDay(id.sliced(6, 8))
        && isDay(id.sliced(6, 8), latestDate());
}

bool isPermanentResidentId(QStringView id)
{
    return passesMod11Over2(id) && id[0] == u'9' && isPermanentResidentId(id, latestDate());
}

bool isPermanentResidentId(QStringView id, QDate today)
{
    return passesMod11Over2(id) && id[0] == u'9' && isDay(id.sliced(6, 8), today);
}

bool passesCreditCode(QStringView code)
{
    constexpr QStringView alphabet(u"0123456789ABCDEFGHJKLMNPQRTUWXY");
    constexpr std::array weights {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    if (code.size() != 18 || !areDigits(code.sliced(2, 6)))
        return false;
    if (!isDigit(code[0]) && code[0] != u'A' && code[0] != u'N' && code[0] != u'Y')
        return false;
    if (code[0] == u'0')
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto value = alphabet.indexOf(code[qsizetype(i)]);
        if (value < 0)
            return false;
        sum += int(value) * weights[i];
    }
    return code[17] == alphabet[(31 - sum % 31) % 31];
}

bool isSocialCreditCode(QStringView code)
{
    return passesCreditCode(code) && isOrganisationCode(code.sliced(8, 9));
}

bool isOrganisationCode(QStringView code)
{
    constexpr std::array weights {3, 7, 9, 10, 5, 8, 4, 2};
    const bool hasHyphen = code.size() == 10 && code[8] == u'-';
    if (code.size() != 9 && !hasHyphen)
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const int value = alnumValue(code[qsizetype(i)]);
        if (value < 0)
            return false;
        sum += value * weights[i];
    }
    const int check = 11 - sum % 11;
    const QChar expected = check == 10 ? QChar(u'X') : check == 11 ? QChar(u'0') : QChar(char16_t(u'0' + check));
    return code.last(1)[0] == expected;
}

bool isBusinessRegistration(QStringView number)
{
    if (number.size() != 15 || !areDigits(number))
        return false;
    int product = 10;
    for (const QChar c : number.first(14)) {
        const int sum = (product + digit(c)) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (product + digit(number[14])) % 10 == 1;
}

bool passesLuhn(QStringView digits)
{
    if (!areDigits(digits))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int value = digit(digits[digits.size() - 1 - i]) * (i % 2 == 1 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool hasBankCardShape(QStringView number)
{
    return number.size() >= 13 && number.size() <= 19 && areDigits(number);
}

bool hasBankCardStart(QStringView number)
{
    const qsizetype size = number.size();
    const int two = number.first(2).toInt();
    if (two == 62 || two == 60 || two == 65 || two == 81 || (number[0] == u'9' && size >= 16))
        return true;
    if (number[0] == u'4')
        return size == 13 || size == 16 || size == 19;
    if ((two >= 51 && two <= 55) || (two >= 22 && two <= 27) || two == 35)
        return size == 16;
    return ((two == 34 || two == 37) && size == 15) || ((two == 36 || two == 38) && size == 14);
}

bool isBankCard(QStringView number)
{
    return hasBankCardShape(number) && hasBankCardStart(number) && passesLuhn(number);
}

bool isHongKongId(QStringView id)
{
    qsizetype letters = 0;
    while (letters < id.size() && id[letters] >= u'A' && id[letters] <= u'Z')
        ++letters;
    QStringView rest = id.sliced(letters);
    QChar check;
    if (rest.size() == 9 && rest[6] == u'(' && rest[8] == u')')
        check = rest[7];
    else if (rest.size() == 7)
        check = rest[6];
    else
        return false;
    rest = rest.first(6);
    if (letters < 1 || letters > 2 || !areDigits(rest))
        return false;
    int sum = 9 * (letters == 2 ? alnumValue(id[0]) : 36) + 8 * alnumValue(id[letters - 1]);
    for (int i = 0; i < 6; ++i)
        sum += (7 - i) * digit(rest[i]);
    const int expected = (11 - sum % 11) % 11;
    return expected == 10 ? check == u'A' : check == QChar(char16_t(u'0' + expected));
}

bool isTaiwanId(QStringView id)
{
    // The letters in the order of their numbers 10 to 35.
    constexpr QStringView letters(u"ABCDEFGHJKLMNPQRSTUVXYWZIO");
    if (id.size() != 10 || !areDigits(id.sliced(1)) || (id[1] != u'1' && id[1] != u'2' && id[1] != u'8' && id[1] != u'9'))
        return false;
    const auto place = letters.indexOf(id[0]);
    if (place < 0)
        return false;
    const int number = int(place) + 10;
    int sum = number / 10 + number % 10 * 9 + digit(id[9]);
    for (int i = 1; i <= 8; ++i)
        sum += digit(id[i]) * (9 - i);
    return sum % 10 == 0;
}

bool hasIbanCountry(QStringView iban)
{
    return ibanLength(iban.first(2)) != 0;
}

bool isIban(QStringView iban)
{
    if (iban.size() < 15 || iban.size() > 34 || !areDigits(iban.sliced(2, 2)))
        return false;
    if (alnumValue(iban[0]) < 10 || alnumValue(iban[1]) < 10)
        return false;
    const int wanted = ibanLength(iban.first(2));
    if (wanted != 0 && wanted != iban.size())
        return false;
    int rest = 0;
    for (qsizetype i = 0; i < iban.size(); ++i) {
        const int value = alnumValue(iban[(i + 4) % iban.size()]);
        if (value < 0)
            return false;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

bool isImei(QStringView number)
{
    return number.size() == 15 && passesLuhn(number) && number[0] != u'0';
}

} // namespace dw::validators
