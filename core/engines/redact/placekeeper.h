#pragma once

#include "core/engines/redact/gapfiller.h"
#include "core/engines/redact/readerplaces.h"

#include <string>
#include <vector>

namespace dw {

/// Writes what stays of a string so that its letters are drawn at the same parts of the same pixels as before.
///
/// The number that stands for a gap is the plain one, as short as it can be. Only where a letter behind it would be drawn
/// otherwise it is changed, by the first of a few fixed amounts, none of which anybody sees: sums of the removed letters'
/// widths that end in the same bits would tell how those were set.
class PlaceKeeper
{
public:
    /// Blanks, a number and a letter, in this order; any of them may be missing.
    struct Step {
        const Glyph *glyph = nullptr;
        std::string bytes; ///< Of the letter, as in the string.
        ReaderPlaces::Spot spot {}; ///< Where it was drawn.
        std::string number; ///< In the array; empty: none.
        double exact = 0; ///< The number before it was rounded.
        bool free = false; ///< The number may be changed.
        bool lost = false; ///< Nothing keeps the letter where it was.
        GapFiller::Fill blanks;
    };

    PlaceKeeper(const ReaderPlaces::Type &type, const QTransform &toPixels);

    /// Changes free numbers where that helps. Returns where the string ends.
    ReaderPlaces keep(const ReaderPlaces &start, std::vector<Step> &steps) const;

    static std::string write(const std::vector<Step> &steps);

private:
    void lead(ReaderPlaces &places, const Step &step) const;
    void take(ReaderPlaces &places, const Step &step) const;
    std::size_t firstStray(ReaderPlaces places, const std::vector<Step> &steps) const;
    bool adjust(const ReaderPlaces &start, std::vector<Step> &steps, std::size_t number) const;
    std::vector<std::string> choices(const ReaderPlaces &behind, const Step &step) const;

    const ReaderPlaces::Type m_type;
    const QTransform m_toPixels;
};

} // namespace dw
