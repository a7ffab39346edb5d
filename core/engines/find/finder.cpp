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

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHeading = 60;

/// Types whose values are so much their own that one good reason is enough for the whole document. Names are
/// learnt by their scanners.
bool isTelling(const FoundSpan &span)
{
    constexpr QStringView types[] {u"PHONE", u"BANK_CARD", u"BANK_ACCOUNT", u"PASSPORT", u"HKMO_PERMIT", u"TW_PERMIT", u"BIZ_REG_NO", u"ORG_CODE", u"CONTRACT_NO",
        u"WECHAT", u"QQ", u"IMEI", u"HKID", u"TW_ID", u"US_SSN", u"CN_ID", u"USCC"};
    constexpr qsizetype least = 7; // shorter ones are years, pages and prices too
    return span.length() >= least && span.score >= 0.8 && std::find(std::begin(types), std::end(types), QStringView(span.type)) != std::end(types);
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
    constexpr qsizetype usual = 64;
    QList<FoundSpan> found, possible;
    found.reserve(usual);
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
    return m_withPossible && !possible.isEmpty() ? withFurther(std::move(found), withoutOverlaps(std::move(possible))) : found;
}

QList<FoundSpan> Finder::findAgain(const MappedText &text, QList<FoundSpan> found, const NameDictionary &noted) const
{
    QList<FoundSpan> again;
    noted.scan(text, again);
    return again.isEmpty() ? found : withFurther(std::move(found), again);
}

NameDictionary Finder::noted(const DocumentNotes &notes)
{
    QList<DictionaryName> names;
    const QString reason = found::propagated.toString();
    names.reserve(notes.names().size());
    for (const DocumentNotes::Name &name : notes.names())
        names.append({name.text, name.type, name.sub, reason, name.text, name.score});
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

QList<FoundSpan> Finder::find(const QString &text) const
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
