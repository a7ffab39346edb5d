#include "core/engines/redact/shownstring.h"

#include <algorithm>

namespace dw {

void ShownString::hideOutside()
{
    const auto blank = [](const Placed &placed) { return placed.glyph.ink.isNull(); };
    for (auto word = glyphs.begin(); word != glyphs.end();) {
        const auto next = std::find_if(word + 1, glyphs.end(), blank);
        // A word of which a mark took a part is no whole any more: what lies off the page was seen by nobody.
        const bool cut = std::any_of(word, next, [](const Placed &placed) { return placed.area >= 0; });
        if (cut || std::all_of(word, next, [](const Placed &placed) { return placed.outside; })) {
            for (auto placed = word; placed != next; ++placed)
                placed->hidden = placed->hidden || placed->outside;
        }
        word = next;
    }
}

} // namespace dw
