#pragma once

#include "core/domain/measure.h"

namespace dw {

/// "Green, signed" for "green_signed".
QString statusText(const QString &statusId);

/// A reason of a measure's status as a sentence; `id` and `args` as StatusReason says.
QString statusReasonText(const QString &id, const QStringList &args, const MeasureCatalogue &catalogue, bool chinese);

/// "IT security" for "it_security": the functions of the measures and the roles of accounts.
QString functionText(const QString &id);

} // namespace dw
