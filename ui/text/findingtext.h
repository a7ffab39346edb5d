#pragma once

#include <QString>
#include <QStringList>

namespace dw::findingtext {

/// Words about what a search found and what it did not reach.
QString why(const QString &whyId, const QString &cue); ///< "cue", "手机" -> "“手机” stands beside it"
QString sub(const QString &subId); ///< "alias" -> "short name"; empty where there is nothing to say.
QString place(const QString &place); ///< Finding::place in words: "cell Clients!B7", "comment (word/comments.xml)".
QString score(double score); ///< 0.98 -> "98 %"
/// Why a level is proposed: "4 different values of Phone: level 3".
QString levelEvidence(const QString &reason, const QString &what, int count, int level);
QString gap(const QString &reason, const QStringList &args); ///< A part that was not searched, and why.

} // namespace dw::findingtext
