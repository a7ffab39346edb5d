#pragma once

#include <QString>

namespace dw {

/// What a gap would tell who knows the names that might have stood there.
struct GapFit {
    double removed = 0; ///< Width of the text in the area: points of the displayed page; 0: no text there.
    double em = 0; ///< The size of its letters, points along the line.
    QString font; ///< Its name without the prefix of a subset.
    int measured = 0; ///< Names whose letters the font has, so that their width is known there.
    int fitExact = 0; ///< Names as wide as what is removed: what a gap at level A tells.
    int fitBox = 0; ///< Names that would get a box of the same width: what it tells at level B.
};

} // namespace dw
