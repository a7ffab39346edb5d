#pragma once

#include <qpdf/QPDF.hh>

#include <QByteArray>
#include <QSet>

namespace dw::streamprints {

/// SHA-256 of the streams that draw on these pages (contents, forms, patterns, glyphs, images, appearances, thumbnails),
/// both as stored and decoded. Streams of less than 48 bytes say nothing and are left out, as are fonts and profiles.
QSet<QByteArray> ofPages(QPDF &pdf, const QSet<int> &pages);

/// The same of images by their object numbers, with their masks and alternates.
QSet<QByteArray> ofObjects(QPDF &pdf, const QSet<int> &objects);

/// The same of every stream in the file.
QSet<QByteArray> ofAll(QPDF &pdf);

} // namespace dw::streamprints
