#pragma once

#include "core/desk/measures/measurestatus.h"
#include "core/domain/measure.h"
#include "ui/widgets/chip.h"

namespace dw::measuretext {

ChipSpec chip(Status status);
ChipSpec chip(const MeasureStatus &row); ///< With "changed since signed" and "due" told apart.
ChipSpec checkChip(const CheckResult &check);

/// The most telling reason of a row, as a sentence.
QString reason(const MeasureStatus &row, const MeasureCatalogue &catalogue, bool chinese);
QStringList reasons(const MeasureStatus &row, const MeasureCatalogue &catalogue, bool chinese);

} // namespace dw::measuretext
