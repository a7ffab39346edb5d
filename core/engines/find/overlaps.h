#pragma once

#include "core/engines/find/span.h"

namespace dw {

/// Of spans that overlap, keeps the one of the stronger type, then the longer, then the surer, then the first.
/// The result is sorted by place and nothing in it overlaps.
QList<FoundSpan> withoutOverlaps(QList<FoundSpan> spans);

} // namespace dw
