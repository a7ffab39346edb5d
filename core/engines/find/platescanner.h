#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Chinese number plates (GA 36): a province's character, a letter, five or six letters and digits without I and O;
/// the last may be 学, 警, 港, 澳, 挂, 领 or 使.
class PlateScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    static void judge(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found);
};

} // namespace dw
