#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Telephone numbers: Chinese mobiles by allocated prefix (with +86, in one piece or 3-4-4), landlines with area
/// code and extension, 400 and 800 numbers, and foreign numbers that begin with +.
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
    static qsizetype afterCountryCode(const MappedText &text, qsizetype at);
    static qsizetype afterExtension(const MappedText &text, qsizetype at);
};

} // namespace dw
