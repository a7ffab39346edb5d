#pragma once

#include "core/engines/redact/contentprogram.h"

#include <qpdf/QPDF.hh>

namespace dw::inlineimage {

/// BI .. ID .. EI as an image XObject in `pdf`: full names for keys, filters and colour spaces, spaces named in
/// `resources` put in their place, bytes behind the last row cut off.
QPDFObjectHandle toXObject(QPDF &pdf, const Operation &image, QPDFObjectHandle resources);

} // namespace dw::inlineimage
