#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Dates of birth: a date that exists, with a word of birth directly after it (出生, 生) or before it (出生日期, born,
/// date of birth). In digits, in Han numerals (一九八五年十月四日) and in English.
class DateScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    static void judge(const MappedText &text, qsizetype from, qsizetype to, bool isWhole, QList<FoundSpan> &found);
    static qsizetype numericEnd(const MappedText &text, qsizetype from, bool &isWhole);
    static qsizetype eightEnd(const MappedText &text, qsizetype from);
    static qsizetype dayFirstEnd(const MappedText &text, qsizetype from);
    static qsizetype englishEnd(const MappedText &text, qsizetype from);
    static void scanHan(const MappedText &text, QList<FoundSpan> &found);
};

} // namespace dw
