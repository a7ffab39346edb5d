#pragma once

#include <QString>

namespace dw::conditiontext {

/// What one of the fourteen conditions asks: "The recipient is covered by an NDA for this purpose". What was found
/// is said by releasetext::conditionFact.
QString title(int number);

} // namespace dw::conditiontext
