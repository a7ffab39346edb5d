#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Numbers of contracts and agreements: after their word (合同编号, Agreement No.), or built as Chinese offices build
/// them, （2021）股转字第448号. Numbers of courts' cases and of published documents are none.
class DocumentNoScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    static qsizetype numbered(const MappedText &text, qsizetype from);
    static qsizetype tokenEnd(const MappedText &text, qsizetype from);
    static bool judgeNumbered(const MappedText &text, qsizetype from, QList<FoundSpan> &found);
    static void judgeCued(const MappedText &text, qsizetype from, QList<FoundSpan> &found);
};

} // namespace dw
