#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Numbers that only a word before them makes recognisable: passports, permits, accounts, SWIFT codes, WeChat and
/// QQ names, postcodes; and number plates, which their province makes so.
class CuedScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    static void judge(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found);
    static bool judgePlate(const MappedText &text, qsizetype from, const QString &token, QList<FoundSpan> &found);
};

} // namespace dw
