#pragma once

#include <QRectF>

#include <qpdf/QPDFObjectHandle.hh>

#include <optional>
#include <string>

namespace dw::type3ink {

/// The box (text space for a size of 1, y up) in which a glyph procedure paints: followed through its paths and images,
/// else what it or the font says. A null rect: nothing is painted. nullopt: nobody knows.
std::optional<QRectF> box(QPDFObjectHandle font, const std::string &glyphName);

} // namespace dw::type3ink
