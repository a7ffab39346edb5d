#pragma once

#include "core/engines/redact/imagesamples.h"

#include <qpdf/QPDFObjectHandle.hh>

namespace dw::samplepacker {

/// How much work goes into it: Quick for what is packed again later, Small for a file to keep.
enum class Effort { Quick, Small };

/// Makes `samples` the data of `stream`, Flate. Small: each row of 8 or 16 bits as its difference from its
/// neighbours (PNG's predictors), unless `palette`: neighbouring numbers of a palette mean nothing.
void store(const ImageSamples &samples, QPDFObjectHandle stream, Effort effort, bool palette = false);

} // namespace dw::samplepacker
