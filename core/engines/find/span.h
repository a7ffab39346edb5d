#pragma once

#include <QList>
#include <QString>

namespace dw {

/// A place where client information stands. Offsets are Unicode code points of the source text, end exclusive.
struct FoundSpan {
    qsizetype start = 0;
    qsizetype end = 0;
    QString type; ///< "CN_ID", "PHONE" ...; see the manual for the list.
    double score = 0; ///< 0 to 1: how sure this is.
    QString reason = {}; ///< Why it was found: one of found::.
    QString evidence = {}; ///< The words that told: the cue, the dictionary's name, the rule's name. May be empty.
    QString sub = {}; ///< A finer kind: "alias", "surname_only", "ocr", "possible"; mostly empty.

    qsizetype length() const { return end - start; }
    bool operator==(const FoundSpan &) const = default;
};

/// Why something is a finding. The window has words for each.
namespace found {
inline constexpr QStringView checksum = u"checksum"; ///< Its own arithmetic holds.
inline constexpr QStringView cue = u"cue"; ///< A word before or after it, or the heading of its column, says so.
inline constexpr QStringView shape = u"shape"; ///< Nothing else looks like this.
inline constexpr QStringView dictionary = u"dictionary"; ///< A name of the vault or of the dictionary file.
inline constexpr QStringView rule = u"rule"; ///< A rule that the user wrote.
inline constexpr QStringView name = u"name"; ///< Built as names of persons, companies and places are.
inline constexpr QStringView definition = u"definition"; ///< The text itself defines it: 以下简称“X”.
inline constexpr QStringView propagated = u"propagated"; ///< Found for another reason elsewhere in the same document.
inline constexpr QStringView failedChecksum = u"failed_checksum"; ///< Possible only: a slip of the pen or of the scanner.
}

/// The `sub` of what is shown to a person but counts as no finding: an identifier whose checksum fails.
inline constexpr QStringView possibleSub = u"possible";

inline bool isPossibleOnly(const FoundSpan &span)
{
    return span.sub == possibleSub;
}

} // namespace dw
