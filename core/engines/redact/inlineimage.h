#pragma once

#include "core/engines/redact/contentprogram.h"

#include <qpdf/QPDF.hh>

namespace dw::inlineimage {

/// BI .. ID .. EI as an image XObject in `pdf`: full names for keys, filters and colour spaces, spaces named in
/// `resources` put in their place, bytes behind the last row cut off.
QPDFObjectHandle toXObject(QPDF &pdf, const Operation &image, QPDFObjectHandle resources);

/// The operation with what readers need of it: known keys with values of their kind, the bytes of the picture and none
/// behind them (coded ones are coded anew where that cannot be told otherwise). Names of colour spaces stay. `pdf` owns
/// what is read on the way. Throws Unprovable("inline_jpeg"), ("image_damaged"), ("image_too_large").
Operation cleaned(QPDF &pdf, const Operation &image, QPDFObjectHandle resources);

} // namespace dw::inlineimage
