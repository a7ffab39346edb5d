#pragma once

#include "core/engines/find/scanner.h"

#include <optional>

namespace dw {

/// Identifiers that carry a check of their own: resident and permanent resident ids, credit codes, organisation
/// codes, business registrations, bank cards, Hong Kong and Taiwan ids, IBAN, IMEI. Groups may be set apart by
/// single spaces or hyphens. Checks that one number in ten passes by chance need a word before them.
class IdentifierScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

private:
    /// ASCII letters and digits from one left boundary on, in upper case without separators.
    struct Chain {
        QString compact;
        QList<qsizetype> places; ///< Of each character in the text.
        QList<int> ends; ///< Lengths at which the chain may end: nothing alphanumeric follows directly.
        QList<bool> spaced; ///< For each of `ends`, whether a separator lies before it.
    };
    struct Kind {
        QString type;
        double score = 0;
    };

    static Chain chainAt(const MappedText &text, qsizetype at);
    static std::optional<Kind> judge(const MappedText &text, const Chain &chain, qsizetype end);
    static std::optional<Kind> judgeDigits15(const MappedText &text, const Chain &chain, QStringView value);
    static std::optional<Kind> judgeEighteen(const MappedText &text, const Chain &chain, QStringView value);
    static std::optional<Kind> judgeCard(const MappedText &text, const Chain &chain, qsizetype end);
    static bool isInFours(const Chain &chain, qsizetype end);
};

} // namespace dw
