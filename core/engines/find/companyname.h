#pragma once

#include "core/engines/find/mappedtext.h"
#include "core/engines/find/organisationwords.h"

namespace dw {

/// A Chinese company's name taken apart from its right end: region, brand, trades, legal form.
/// 深圳市|远达|科技|有限公司. Places of a MappedText.
struct CompanyName {
    qsizetype start = 0; ///< First character of the name.
    qsizetype brand = 0; ///< First character after the region.
    qsizetype trades = 0; ///< First character of the trades, that is the brand's end.
    qsizetype form = 0; ///< First character of the legal form.
    qsizetype end = 0;
    bool hasRegion = false;
    qsizetype brandSize() const { return trades - brand; }
};

class CompanyNameParser
{
public:
    explicit CompanyNameParser(const MappedText &text)
        : m_text(text), m_folded(text.folded()), m_words(OrganisationWords::instance()) {}

    /// The name whose legal form is [form, end). False if what stands before makes no name.
    bool parse(qsizetype form, qsizetype end, CompanyName &name) const;
    /// The short name whose trade or 公司 is [form, end): 远达科技, 华腾集团. Needs a brand with a boundary before it.
    bool parseShort(qsizetype form, qsizetype end, CompanyName &name) const;
    /// As parseShort(), but the region stands before the brand, which may be any two to six characters.
    bool parseRegional(qsizetype form, qsizetype end, CompanyName &name) const;
    /// How far brackets, （有限合伙） and branches carry the name beyond its legal form.
    qsizetype extended(qsizetype end) const;

private:
    qsizetype leftLimit(qsizetype form) const;
    qsizetype bracketBefore(qsizetype close, qsizetype least) const;
    qsizetype tradesStart(qsizetype form, qsizetype least) const;
    qsizetype afterCues(qsizetype from, qsizetype brandEnd, qsizetype form) const;
    bool isCut(qsizetype start, bool isAfterCue, qsizetype at, WordSet::Match cue, qsizetype brandEnd, qsizetype form) const;
    qsizetype afterDate(qsizetype at, qsizetype limit) const;
    void placeRegion(CompanyName &name) const;
    bool isBrand(qsizetype from, qsizetype to) const;
    bool isOrdinary(qsizetype from, qsizetype to) const;
    bool hasBoundaryBefore(qsizetype at) const;
    std::u32string_view piece(qsizetype from, qsizetype to) const
    {
        return std::u32string_view(m_folded).substr(std::size_t(from), std::size_t(to - from));
    }

    const MappedText &m_text;
    const std::u32string &m_folded;
    const OrganisationWords &m_words;
};

} // namespace dw
