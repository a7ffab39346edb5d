#pragma once

#include <QDate>
#include <QStringView>

/// Checks of identifiers by their own arithmetic. All take the bare identifier, upper case, without spaces;
/// characters that do not belong make them false.
namespace dw::validators {

/// No one who has an id was born after it: tomorrow, in UTC, wherever it is read.
QDate latestDate();

/// GB 11643-1999: 18 characters, date that exists and is not after `today`, MOD 11-2 check. First digit 1 to 8.
bool isResidentId(QStringView id, QDate today);
bool isResidentId(QStringView id); ///< Today's being latestDate().
/// The shape of a resident id with a date that exists, whatever its check character.
bool isResidentIdBut(QStringView id);
/// The 15 digits of before 1999, which have no check: only the date can be wrong.
bool isLegacyResidentId(QStringView id);
/// Foreign permanent residents since December 2023: as a resident id, beginning with 9.
bool isPermanentResidentId(QStringView id, QDate today);
bool isPermanentResidentId(QStringView id);
/// GB 32100-2015, with the organisation code inside it.
bool isSocialCreditCode(QStringView code);
/// The check character of the whole alone: codes are about whose inner organisation code is not made by its standard.
bool passesCreditCode(QStringView code);
/// GB 11714-1997: nine characters; a hyphen before the last is allowed.
bool isOrganisationCode(QStringView code);
/// GS 15-2006: 15 digits, ISO 7064 MOD 11,10.
bool isBusinessRegistration(QStringView number);
/// 13 to 19 digits with a card scheme's first digits and the Luhn check.
bool isBankCard(QStringView number);
/// 13 to 19 digits; the first ones those of card schemes (ISO/IEC 7812: UnionPay 62, 60, 81, older Chinese cards 9,
/// Visa 4, Mastercard 51-55 and 22-27, American Express 34 and 37, JCB 35, Diners 36 and 38, Discover 65).
bool hasBankCardShape(QStringView number);
bool hasBankCardStart(QStringView number);
/// With or without the brackets around the check character.
bool isHongKongId(QStringView id);
bool isTaiwanId(QStringView id);
/// ISO 13616: the length of the country, MOD 97.
bool isIban(QStringView iban);
/// Whether the first two letters are a country whose IBAN we know.
bool hasIbanCountry(QStringView iban);
bool isImei(QStringView number);

bool passesLuhn(QStringView digits);

} // namespace dw::validators
