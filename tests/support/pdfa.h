#pragma once

#include <QByteArray>
#include <QStringList>

namespace dwtest {

/// Our own list of what ISO 19005-3 asks at level B of the files we make, and of what a tagged file must have.
/// Returns what is wrong, in words; empty = nothing found. No replacement for veraPDF, which Debian does not have.
QStringList pdfaFaults(const QByteArray &pdf);
QStringList tagFaults(const QByteArray &pdf);

} // namespace dwtest
