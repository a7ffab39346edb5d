#include "core/engines/find/finder.h"

#include "core/engines/find/addressscanner.h"
#include "core/engines/find/aliasscanner.h"
#include "core/engines/find/amountscanner.h"
#include "core/engines/find/companyscanner.h"
#include "core/engines/find/cuedpersonscanner.h"
#include "core/engines/find/cuedscanner.h"
#include "core/engines/find/datescanner.h"
#include "core/engines/find/documentnoscanner.h"
#include "core/engines/find/emailscanner.h"
#include "core/engines/find/identifierscanner.h"
#include "core/engines/find/institutionscanner.h"
#include "core/engines/find/latinnamescanner.h"
#include "core/engines/find/netscanner.h"
#include "core/engines/find/overlaps.h"
#include "core/engines/find/personscanner.h"
#include "core/engines/find/phonescanner.h"
#include "core/engines/find/platescanner.h"

#include <QSet>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHeading = 60;

/// Types whose values are so much their own that one good reason is enough for the whole document. Names are
/// learnt by their scanners.
bool isTelling(const FoundSpan &span)
{
    static const QSet<QString> types {u"PHONE"_s, u"BANK_CARD"_s, u"BANK_ACCOUNT"_s, u"PASSPORT"_s, u"HKMO_PERMIT"_s, u"TW_PERMIT"_s, u"BIZ_REG_NO"_s,
        u"ORG_CODE"_s, u"CONTRACT_NO"_s, u"WECHAT"_s, u"QQ"_s, u"IMEI"_s, u"HKID"_s, u"TW_ID"_s, u"US_SSN"_s, u"CN_ID"_s, u"USCC"_s};
    constexpr qsizetype least = 7; // shorter ones are years, pages and prices too
    return span.length() >= least && span.score >= 0.8 && types.contains(span.type);
}

} // namespace

Finder::Finder(const FinderOptions &options)
    : m_rules(std::make_unique<RuleScanner>(options.rules)), m_withPossible(options.withPossible)
{
    m_scanners.push_back(std::make_unique<NameDictionary>(options.names));
    m_scanners.push_back(std::make_unique<AliasScanner>());
    m_scanners.push_back(std::make_unique<CompanyScanner>());
    m_scanners.push_back(std::make_unique<PersonScanner>());
    m_scanners.push_back(std::make_unique<InstitutionScanner>());
    m_scanners.push_back(std::make_unique<AddressScanner>());
    m_scanners.push_back(std::make_unique<LatinNameScanner>());
    m_scanners.push_back(std::make_unique<CuedPersonScanner>()); // after the other scanners of persons: it looks beside what they found
    m_scanners.push_back(std::make_unique<EmailScanner>());
    m_scanners.push_back(std::make_unique<NetScanner>());
    m_scanners.push_back(std::make_unique<IdentifierScanner>());
    m_scanners.push_back(std::make_unique<CuedScanner>());
    m_scanners.push_back(std::make_unique<PlateScanner>());
    m_scanners.push_back(std::make_unique<PhoneScanner>());
    m_scanners.push_back(std::make_unique<DateScanner>());
    m_scanners.push_back(std::make_unique<DocumentNoScanner>());
    m_scanners.push_back(std::make_unique<AmountScanner>(options.allAmounts ? AmountScanner::Which::All : AmountScanner::Which::InDealContext));
}

QList<FoundSpan> Finder::findFirst(const MappedText &text, DocumentNotes &notes) const
{
    QList<FoundSpan> found, possible;
    for (const auto &scanner : m_scanners)
        scanner->scan(text, found);
    if (!m_rules->isEmpty())
        m_rules->scan(text, found, notes);
    for (const FoundSpan &span : std::as_const(found)) {
        if (isPossibleOnly(span))
            possible.append(span);
    }
    if (!possible.isEmpty())
        found.removeIf(isPossibleOnly);
    found = withoutOverlaps(std::move(found));
    learnValues(text, found, notes);
    for (const auto &scanner : m_scanners)
        scanner->learn(text, found, notes);
    return m_withPossible && !possible.isEmpty() ? withFurther(found, withoutOverlaps(std::move(possible))) : found;
}

QList<FoundSpan> Finder::findAgain(const MappedText &text, QList<FoundSpan> found, const NameDictionary &noted) const
{
    QList<FoundSpan> again;
    noted.scan(text, again);
    return again.isEmpty() ? found : withFurther(found, again);
}

NameDictionary Finder::noted(const DocumentNotes &notes)
{
    QList<DictionaryName> names;
    for (const DocumentNotes::Name &name : notes.names())
        names.append({name.text, name.type, name.sub, found::propagated.toString(), name.text, name.score});
    return NameDictionary(names);
}

void Finder::learnValues(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const
{
    for (const FoundSpan &span : found) {
        if (isTelling(span))
            notes.add({text.sourceText(span.start, span.end), span.type, span.sub, 0.85});
    }
}

QList<FoundSpan> Finder::find(const MappedText &text, QStringList *stopped) const
{
    DocumentNotes notes;
    QList<FoundSpan> found = findFirst(text, notes);
    if (stopped != nullptr)
        *stopped = notes.stoppedRules();
    return notes.isEmpty() ? found : findAgain(text, std::move(found), noted(notes));
}

QList<FoundSpan> Finder::find(QStringView text) const
{
    return find(MappedText(text));
}

QList<FoundSpan> Finder::findInCell(QStringView cell, QStringView heading) const
{
    if (cell.isEmpty())
        return {};
    const QString joined = heading.left(longestHeading).toString() + u": " + cell.toString();
    const qsizetype before = heading.left(longestHeading).toUcs4().size() + 2;
    DocumentNotes notes;
    QList<FoundSpan> found = findFirst(MappedText(joined), notes);
    found.removeIf([before](const FoundSpan &span) { return span.start < before; });
    for (FoundSpan &span : found) {
        span.start -= before;
        span.end -= before;
    }
    return found;
}

} // namespace dw
