#pragma once

#include <optional>
#include <set>
#include <string>

namespace dw {

/// What of an embedded font program is still shown. The sets add up; what is in none of them goes.
struct GlyphsKept {
    bool composite = false; ///< Used by a composite font: `cids` count.
    bool simple = false; ///< Used by a simple font: `names`, `codes` and `characters` count.
    std::set<unsigned> glyphs; ///< By number (in bare CID-keyed CFF programs: by CID, as FreeType counts).
    std::set<unsigned> cids;
    std::set<unsigned> codes;
    std::set<char32_t> characters;
    std::set<std::string> names;
};

/// Takes glyphs out of font programs without renumbering the others: their outlines, names, widths and codes, and the
/// subroutines that only they used. Nothing when the program is not understood to the end or everything in it is kept.
namespace fontblank {

struct Blanked {
    std::string program;
    int glyphs = 0; ///< How many had an outline and have none now.
    int all = 0; ///< Glyphs of the program.
    std::size_t clear = 0; ///< Type 1: Length1.
    std::size_t encrypted = 0; ///< Type 1: Length2.
};

std::optional<Blanked> sfnt(const std::string &program, const GlyphsKept &kept); ///< TrueType, or OpenType with CFF.
/// What the numbers in GlyphsKept::glyphs are to a CID-keyed program.
enum class CffNumbers { Cids, Glyphs };

std::optional<Blanked> cff(const std::string &program, const GlyphsKept &kept, CffNumbers numbers = CffNumbers::Cids);
std::optional<Blanked> type1(const std::string &program, const GlyphsKept &kept);

} // namespace fontblank

} // namespace dw
