#pragma once

#include <QJsonObject>
#include <QStringList>

namespace dw {

/// Which pages of a redacted version became pictures and why, one sentence for each reason, in the order of the pages.
/// {"layer_off":[[3,5],[9,9]]}, pages from 1 -> "Pages 3–5, 9: a layer that is switched off".
QStringList picturePagesText(const QJsonObject &pagesByReason);

/// Whether a reason of the redaction engine has words; the lint asks.
bool hasPictureText(const QString &reason);

} // namespace dw
