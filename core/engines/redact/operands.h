#pragma once

#include "core/engines/redact/contentprogram.h"

#include <QTransform>

namespace dw::operands {

/// The numbers among the operands, in order. Too many are allowed: readers take the last ones.
std::vector<double> numbers(const Operation &operation);

/// Of the last six numbers; fewer give the unit matrix.
QTransform matrix(const std::vector<double> &numbers);
QTransform matrix(QPDFObjectHandle array);

/// Of the first four entries of an array, normalised; null unless they are numbers.
QRectF rectangle(QPDFObjectHandle array);

/// At most `decimals` (0 to 15), as short as it can be, never with an exponent (7.3.3). Throws Unprovable("content_numbers").
std::string number(double value, int decimals = 5);

/// With as many decimals as it takes to read the same value again.
std::string shortest(double value);

} // namespace dw::operands
