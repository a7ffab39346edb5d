#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Sums of money in digits (¥1,234.00, 人民币3.5万元, USD 2 million) and in capital numerals (贰佰万元整), with
/// currency and unit. Laws and contracts are full of sums that tell nothing, so by default only those after a
/// word of a deal (price, paid, revenue) count.
class AmountScanner final : public Scanner
{
public:
    enum class Which { InDealContext, All };

    explicit AmountScanner(Which which) : m_which(which) {}
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    static qsizetype afterCurrency(const MappedText &text, qsizetype at);
    static qsizetype afterNumber(const MappedText &text, qsizetype at);
    static qsizetype afterUnit(const MappedText &text, qsizetype at, bool &isMoney);
    static qsizetype afterCapitals(const MappedText &text, qsizetype at);
    bool isWanted(const MappedText &text, qsizetype at) const;

    Which m_which;
};

} // namespace dw
