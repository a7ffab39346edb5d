#pragma once

#include "core/engines/redact/contentprogram.h"

namespace dw::operandrules {

// What the operators of ISO 32000-2, Annex A, read: strings and names where numbers belong, numbers before the last ones and
// dictionaries are drawn by nobody, and could say anything. Marked content and inline images have rules of their own.

bool isClean(const Operation &operation);

/// Takes from an operation what its operator does not read.
void clean(Operation &operation);

} // namespace dw::operandrules
