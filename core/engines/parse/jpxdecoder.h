#pragma once

#include "core/engines/parse/imagedecoder.h"

namespace dw::imagedecoder {

/// JPEG 2000, with boxes or bare. The only place that knows OpenJPEG.
tl::expected<DecodedImage, Failure> decodeJpx(const CodedImage &image);

} // namespace dw::imagedecoder
