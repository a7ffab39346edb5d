#pragma once

#include "core/engines/redact/imagesamples.h"

#include <qpdf/QPDFObjectHandle.hh>

namespace dw {

/// What colour spaces say about samples: how many, and which are black.
namespace imagecolors {

/// 0 when the space is unknown, malformed or a pattern.
int components(QPDFObjectHandle colorSpace);

bool isPalette(QPDFObjectHandle colorSpace);

struct Black {
    ImagePixel pixel;
    QPDFObjectHandle colorSpace; ///< The one given; for a palette without a dark colour and with room: one with black.
};

/// The darkest pixel of the space, as stored: after `decode` (an array, or null for the default) it is black.
/// `colorKey`: an array of ranges that are not painted, or null; the pixel stays out of them where that is possible.
/// Separation and DeviceN: full ink, or none where the alternate space shows that less is darker.
Black black(QPDFObjectHandle colorSpace, int bits, QPDFObjectHandle decode, QPDFObjectHandle colorKey);

/// The stored sample that decodes to 0 or 1 in a mask of one component.
ImagePixel maskPixel(int value, int bits, QPDFObjectHandle decode);

} // namespace imagecolors

} // namespace dw
