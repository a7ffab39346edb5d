#pragma once

#include "core/engines/parse/inkmap.h"

#include <QList>
#include <QString>

namespace dw {

/// A recognised character of a line, and where the recogniser guessed it.
struct GuessedSymbol {
    QString text;
    QRect box; ///< Right by a character or two.
    bool startsWord = false;
};

/// From where to where a character may have its ink, in pixels; `end` is exclusive.
struct SymbolExtent {
    int start = 0;
    int end = 0;
};

/// Fits the characters of one line to the ink of the line: each to one or a few runs of columns with ink, touching ones to
/// a run together, so that widths are as characters are wide. By dynamic programming over characters and runs. One extent
/// for each character, in order, from run to run, never through one. Where several ways to fit them are about as good, a
/// character's extent covers its places in all of them, so extents may overlap: what is hidden with them is hidden whole.
/// Empty when the ink does not fit the characters at all.
QList<SymbolExtent> placeSymbols(const QList<GuessedSymbol> &symbols, const QRect &line, const InkMap &ink);

} // namespace dw
