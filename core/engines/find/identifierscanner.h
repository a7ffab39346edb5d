#pragma once

#include "core/engines/find/chain.h"
#include "core/engines/find/scanner.h"

#include <optional>

namespace dw {

/// Identifiers that carry a check of their own: resident and permanent resident ids, credit codes, organisation
/// codes, business registrations, bank cards, Hong Kong and Taiwan ids, IBAN, IMEI. Groups may be set apart by
/// single spaces, hyphens or the end of a line. Checks that one number in ten passes by chance need a word before
/// them. What a scanner of paper misread is put right inside a candidate if its check then holds or a word precedes.
/// An identifier that fails its check is possible only (isPossibleOnly()).
class IdentifierScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    struct Kind {
        QString type;
        double score = 0;
        QStringView reason = found::checksum;
        QString evidence = {};
        QString sub = {};
    };
    using Judgement = std::optional<Kind>;

    static Judgement judge(const MappedText &text, const Chain &chain, int end);
    static Judgement judgeEighteen(const MappedText &text, const Chain &chain);
    static Judgement judgeCreditCode(const MappedText &text, const Chain &chain);
    static Judgement judgeMisread(const MappedText &text, const Chain &chain);
    static Judgement judgeFifteen(const MappedText &text, const Chain &chain);
    static Judgement judgeCard(const MappedText &text, const Chain &chain, int end);
    static Judgement judgeShort(const MappedText &text, const Chain &chain, int end);
    static Judgement judgeIban(const MappedText &text, const Chain &chain, int end);
    /// The end of A123456(3) or -1; its kind.
    static qsizetype bracketed(const MappedText &text, const Chain &chain, Kind &kind);
};

} // namespace dw
