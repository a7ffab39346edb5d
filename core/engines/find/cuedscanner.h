#pragma once

#include "core/engines/find/chain.h"
#include "core/engines/find/scanner.h"

namespace dw {

/// Numbers that only a word before them makes recognisable: passports, permits, accounts, SWIFT codes, WeChat and
/// QQ names, postcodes, tax numbers of before 2015; and US social security numbers, which their hyphens make so.
class CuedScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    static bool judge(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found);
    static bool judgeDocument(const MappedText &text, qsizetype from, qsizetype to, QStringView token, QList<FoundSpan> &found);
    static bool judgeHandle(const MappedText &text, qsizetype from, qsizetype to, QStringView token, QList<FoundSpan> &found);
    static bool judgeSocialSecurity(const MappedText &text, qsizetype from, qsizetype to, QStringView token, QList<FoundSpan> &found);
    static qsizetype judgeAccount(const MappedText &text, std::size_t run, QList<FoundSpan> &found);
};

} // namespace dw
