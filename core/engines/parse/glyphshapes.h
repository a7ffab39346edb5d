#pragma once

#include <QRectF>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dw {

/// The outlines of a font program, measured with FreeType. All of it may lie: what does not open or load is nullopt.
class GlyphShapes
{
public:
    /// Of a Type 1, CFF, TrueType or OpenType program; nullptr when it is none.
    static std::unique_ptr<GlyphShapes> open(std::vector<unsigned char> program);
    ~GlyphShapes();

    GlyphShapes(const GlyphShapes &) = delete;
    GlyphShapes &operator=(const GlyphShapes &) = delete;

    /// Box around the glyph's control points for a size of 1, y up, (left, top) the smaller corner; null rect: no ink.
    std::optional<QRectF> box(unsigned glyph) const;

    /// The points themselves as bytes, to compare two programs; nullopt when the glyph does not load.
    std::optional<std::string> outline(unsigned glyph) const;

    std::optional<unsigned> glyphOfName(const std::string &name) const;

    /// What box() and outline() call the glyph of a CID: they count by CID too in bare CID-keyed programs, by glyph in
    /// those with the tables of an OpenType font; in programs that are not CID-keyed a CID is a glyph number.
    std::optional<unsigned> glyphOfCid(unsigned cid) const;

private:
    struct Library;

    GlyphShapes();

    bool load(unsigned glyph) const;

    std::vector<unsigned char> m_program;
    std::unique_ptr<Library> m_library;
    bool m_countsByCid = false;
    bool m_isCidKeyed = false;
    mutable std::vector<int> m_cids; ///< CID to glyph, -1 for none; made when first asked.
};

} // namespace dw
