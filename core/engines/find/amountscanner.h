#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Sums of money in digits (¥1,234.00, 人民币3.5万元, USD 2 million) and in capital numerals (贰佰万元整), with
/// currency and unit. Laws are full of sums that tell nothing about a client: by default none counts in a sentence
/// of fines and thresholds, nor one without a currency that nothing in its sentence makes a price.
class AmountScanner final : public Scanner
{
public:
    enum class Which { InDealContext, All };

    explicit AmountScanner(Which which) : m_which(which) {}
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    struct Sum {
        qsizetype from = 0, end = 0;
        bool hasCurrency = false; ///< A sign or name before it.
        bool hasUnit = false; ///< 元, dollars: money without a sign too.
        bool hasGroups = false; ///< 1,234,567
    };

    static qsizetype currencyStart(const MappedText &text, qsizetype number);
    static qsizetype afterNumber(const MappedText &text, qsizetype at, bool &hasGroups);
    static qsizetype afterUnit(const MappedText &text, qsizetype at, bool hasCurrency, bool &isMoney);
    static qsizetype afterCapitals(const MappedText &text, qsizetype at, bool &isSum);
    qsizetype judgeDigits(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const;
    qsizetype judgeCapitals(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const;
    void judgeNumerals(const MappedText &text, qsizetype unit, QList<FoundSpan> &found) const;
    void add(const MappedText &text, const Sum &sum, QList<FoundSpan> &found) const;

    Which m_which;
};

} // namespace dw
