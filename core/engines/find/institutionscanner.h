#pragma once

#include "core/engines/find/charset.h"
#include "core/engines/find/scanner.h"
#include "core/engines/find/wordset.h"

namespace dw {

/// Organisations without a legal form in their name: works, shops, hospitals, schools (温岭市鑫达电机厂, 百味斋), where a
/// region or a brand stands before the word; banks of a region; and companies that everybody knows by a short name.
class InstitutionScanner final : public Scanner
{
public:
    InstitutionScanner();
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

    const CharSet &signs() const { return m_signs; } ///< Characters at which it has to look.

private:
    void judgePlace(const MappedText &text, qsizetype end, QList<FoundSpan> &found) const;
    bool judgeKnown(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const;
    bool isClearAround(const MappedText &text, qsizetype from, qsizetype to) const;

    WordSet m_places, m_notBefore, m_known; ///< Of m_known: 2 for those that are ordinary words too.
    CharSet m_ends, m_starts, m_signs;
};

} // namespace dw
