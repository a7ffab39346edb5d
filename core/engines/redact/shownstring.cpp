#include "core/engines/redact/shownstring.h"

#include <algorithm>

namespace dw {

void ShownString::hideOutside()
{
    const auto blank = [](const Placed &placed) { return placed.glyph.ink.isNull(); };
    for (auto word = glyphs.begin(); word != glyphs.end();) {
        const auto next = std::find_if(word + 1, glyphs.end(), blank);
        if (std::all_of(word, next, [](const Placed &placed) { return placed.outside; }))
            std::for_each(word, next, [](Placed &placed) { placed.hidden = true; });
        word = next;
    }
}

} // namespace dw
