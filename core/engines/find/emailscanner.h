#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// E-mail addresses in ASCII; Chinese characters before or after an address are no part of it.
class EmailScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;
};

} // namespace dw
