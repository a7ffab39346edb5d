#include "core/engines/find/finder.h"

#include "core/engines/find/amountscanner.h"
#include "core/engines/find/cuedscanner.h"
#include "core/engines/find/emailscanner.h"
#include "core/engines/find/identifierscanner.h"
#include "core/engines/find/overlaps.h"
#include "core/engines/find/phonescanner.h"

namespace dw {

Finder::Finder(const FinderOptions &options)
{
    m_scanners.push_back(std::make_unique<NameDictionary>(options.names));
    m_scanners.push_back(std::make_unique<EmailScanner>());
    m_scanners.push_back(std::make_unique<IdentifierScanner>());
    m_scanners.push_back(std::make_unique<CuedScanner>());
    m_scanners.push_back(std::make_unique<PhoneScanner>());
    m_scanners.push_back(std::make_unique<AmountScanner>(options.allAmounts ? AmountScanner::Which::All : AmountScanner::Which::InDealContext));
}

QList<FoundSpan> Finder::find(const MappedText &text) const
{
    QList<FoundSpan> found;
    for (const auto &scanner : m_scanners)
        scanner->scan(text, found);
    return withoutOverlaps(std::move(found));
}

QList<FoundSpan> Finder::find(QStringView text) const
{
    return find(MappedText(text));
}

QList<FoundSpan> Finder::findInCell(QStringView cell, QStringView heading) const
{
    const QString joined = heading.left(60).toString() + u": " + cell.toString();
    const qsizetype before = heading.left(60).toUcs4().size() + 2;
    QList<FoundSpan> found = find(joined);
    found.removeIf([before](const FoundSpan &span) { return span.start < before; });
    for (FoundSpan &span : found) {
        span.start -= before;
        span.end -= before;
    }
    return found;
}

} // namespace dw
