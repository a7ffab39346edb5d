#pragma once

#include "core/engines/redact/cutcontext.h"
#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/readerdrift.h"
#include "core/engines/redact/resourceset.h"

#include <string>
#include <vector>

namespace dw {

/// Keeps what stays of a line where every reader had it, when a gap would move it in those that round widths.
///
/// The number that stands for a gap moves all readers alike, but the removed letters did not: by how much rounding
/// readers ran ahead and cutting ones fell behind is the sum of their widths' fractions. Blanks of a font of its own make up
/// for it: their widths are fractions that each kind of reader takes in another way.
///
/// What the blanks tell is where each kind of reader has the next letter: the width of the gap as those that round, cut
/// and keep fractions see it, sums over all its letters. Level A keeps the places of letters, so it keeps these; nothing tells
/// how the gap was made up. Levels B and C do not use it.
class GapFiller
{
public:
    GapFiller(CutContext &context, ResourceSet &resources);

    struct Blank {
        double width = 0; ///< Of one, for a size of 1.
        double size = 0; ///< As it is written.
        int count = 0;
    };

    /// Room that blanks take, in text space along the line.
    struct Fill {
        std::vector<Blank> blanks;
        std::string operators; ///< Empty: none are needed. Else they end with the text's own font set.
        double length = 0; ///< As readers see it that take widths as they are.
    };

    /// Blanks that bring about `apart` (text space) between the readers. The text must be horizontal.
    Fill fill(ReaderDrift apart, const TextParameters &text);

private:
    std::string show(char code, double width, double length, const TextParameters &text, Fill &fill);
    const std::string &fontName();

    CutContext &m_context;
    ResourceSet &m_resources;
    std::string m_fontName;
};

} // namespace dw
