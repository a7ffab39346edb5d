#pragma once

#include <QString>

namespace dw {

/// "The file is one revision with nothing added" for "structure": what a demand of the verifier means.
QString sealCheckText(const QString &checkId);

/// Why a demand failed, as a sentence; `detail` is the fact that it names.
QString sealReasonText(const QString &reason, const QString &detail);

/// Why an exported trail is refused; `seq` = 0 when no one entry is meant.
QString trailReasonText(const QString &reason, qint64 seq);

/// "Periodic report" for "periodic".
QString reportKindText(const QString &kind);

/// What a valid seal does not prove; three sentences.
QString sealLimitsText();

} // namespace dw
