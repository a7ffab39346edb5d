#pragma once

#include <vector>

namespace dw {

/// Tells lines apart that are drawn over one another, as a stamp is over a page's text.
///
/// What stands a little higher or lower is part of a line as long as it has room of its own there (an index, a footnote's
/// mark, an accent). Where letter after letter lies upon those of another baseline they are two texts: taken as one, their
/// letters would alternate and push each other along the line.
namespace linelayers {

/// A glyph; lengths in one unit, along the line and across it.
struct Place {
    double from = 0;
    double to = 0;
    double baseline = 0;
    double em = 0;
    bool blank = false;
};

/// Glyphs of one row, by rising baseline. Indices of the glyphs of each layer; one layer for most rows.
std::vector<std::vector<int>> split(const std::vector<Place> &row);

} // namespace linelayers

} // namespace dw
