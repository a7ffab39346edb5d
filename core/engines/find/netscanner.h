#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// Addresses of the network: URLs, IPv4 (RFC 791; not the numbers of versions and clauses) and IPv6 (RFC 4291).
class NetScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    static void scanUrls(const MappedText &text, std::u32string_view sign, QList<FoundSpan> &found);
    /// The end of an address that begins at the run, or -1.
    static qsizetype four(const MappedText &text, qsizetype from, QList<FoundSpan> &found);
    static qsizetype six(const MappedText &text, qsizetype from, QList<FoundSpan> &found);
};

} // namespace dw
