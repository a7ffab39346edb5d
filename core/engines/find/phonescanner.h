#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Telephone numbers: Chinese mobiles by allocated prefix (with +86, in one piece or 3-4-4), landlines with area
/// code and extension, 400 and 800 numbers, foreign numbers that begin with +, and whatever a word such as Tel.
/// stands directly before. A mobile that a scanner of paper misread is put right after such a word.
class PhoneScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    /// The end of a number that begins at `at`, or -1.
    static qsizetype mobileEnd(const MappedText &text, qsizetype at);
    static qsizetype landlineEnd(const MappedText &text, qsizetype at);
    static qsizetype serviceEnd(const MappedText &text, qsizetype at);
    static qsizetype foreignEnd(const MappedText &text, qsizetype at);
    static qsizetype americanEnd(const MappedText &text, qsizetype at);
    static qsizetype britishEnd(const MappedText &text, qsizetype at);
    static qsizetype misreadEnd(const MappedText &text, qsizetype at);
    static qsizetype cuedEnd(const MappedText &text, qsizetype at);
    static qsizetype afterCountryCode(const MappedText &text, qsizetype at);
    static qsizetype afterExtension(const MappedText &text, qsizetype at);
    static qsizetype judge(const MappedText &text, qsizetype at, QList<FoundSpan> &found);
};

} // namespace dw
