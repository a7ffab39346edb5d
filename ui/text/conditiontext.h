#pragma once

#include "core/domain/condition.h"

namespace dw::conditiontext {

/// What one of the fourteen conditions asks: "The recipient is covered by an NDA for this purpose".
QString title(int number);

/// What was found, as a sentence; dates and names filled in. An unknown fact comes back readable.
QString fact(const Condition &condition);

} // namespace dw::conditiontext
