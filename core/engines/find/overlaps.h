#pragma once

#include "core/engines/find/span.h"

namespace dw {

/// Of spans that overlap, keeps the one of the stronger type, then the longer, then the surer, then the first.
/// The result is sorted by place and nothing in it overlaps.
QList<FoundSpan> withoutOverlaps(QList<FoundSpan> spans);

/// Adds spans of a weaker kind (both lists sorted, without overlaps): one goes in where nothing is yet, or where it
/// wholly covers shorter ones of its own type.
QList<FoundSpan> withFurther(QList<FoundSpan> settled, const QList<FoundSpan> &further);

} // namespace dw
