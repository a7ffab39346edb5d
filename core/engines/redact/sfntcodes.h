#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dw {

struct GlyphsKept;

/// The tables "cmap" and "post" of an sfnt font: what says which code or name a glyph has.
class SfntCodes
{
public:
    /// Either may be empty. Throws FontDoubt for forms that are not understood.
    SfntCodes(std::string_view cmap, std::string_view post);

    /// Glyphs that a reader may reach from the codes, characters and names of a simple font.
    std::set<unsigned> reached(const GlyphsKept &kept) const;

    /// Takes every entry away that leads to a glyph which is not among `glyphs`.
    void keep(const std::set<unsigned> &glyphs);

    std::string cmap() const;
    std::string post() const;

private:
    struct Table {
        unsigned platform = 0;
        unsigned encoding = 0;
        unsigned format = 0;
        unsigned language = 0;
        std::map<unsigned, unsigned> glyphs; ///< By code.
    };

    static Table readTable(std::string_view bytes);
    static std::string writeTable(const Table &table);
    void readPost();

    std::vector<Table> m_tables;
    std::string m_post;
    std::vector<std::string> m_names; ///< Of each glyph; "" for those of the standard set and unnamed ones.
    std::vector<unsigned> m_standard; ///< Of each glyph: its number in the standard Macintosh set, or 258.
};

} // namespace dw
