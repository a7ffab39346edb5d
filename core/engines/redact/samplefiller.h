#pragma once

#include "core/engines/redact/imagereader.h"

#include <QList>
#include <QPolygonF>

namespace dw::samplefiller {

/// Fills what `areas` (image space) touch with `pixel` and what the coding mixes with it with copies of the nearest
/// samples that stay. May enlarge `image`. False when nothing is touched.
bool fill(ReadImage &image, const QList<QPolygonF> &areas, const ImagePixel &pixel);

} // namespace dw::samplefiller
