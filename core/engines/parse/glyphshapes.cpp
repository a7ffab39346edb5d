#include "core/engines/parse/glyphshapes.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H
#include FT_TRUETYPE_TAGS_H

#include <cmath>

namespace dw {

struct GlyphShapes::Library {
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    ~Library()
    {
        if (face)
            FT_Done_Face(face);
        if (library)
            FT_Done_FreeType(library);
    }
};

GlyphShapes::GlyphShapes() = default;
GlyphShapes::~GlyphShapes() = default;

std::unique_ptr<GlyphShapes> GlyphShapes::open(std::vector<unsigned char> program)
{
    std::unique_ptr<GlyphShapes> result(new GlyphShapes);
    result->m_program = std::move(program);
    result->m_library = std::make_unique<Library>();
    Library &d = *result->m_library;
    if (FT_Init_FreeType(&d.library) != 0)
        return nullptr;
    if (FT_New_Memory_Face(d.library, result->m_program.data(), static_cast<FT_Long>(result->m_program.size()), 0, &d.face) != 0)
        return nullptr;
    if (!FT_IS_SCALABLE(d.face) || d.face->units_per_EM == 0)
        return nullptr;
    FT_Bool keyed = 0;
    result->m_isCidKeyed = FT_Get_CID_Is_Internally_CID_Keyed(d.face, &keyed) == 0 && keyed != 0;
    // FreeType takes CIDs for glyph numbers where no "head" table makes the program a whole OpenType font.
    FT_ULong length = 0;
    result->m_countsByCid = result->m_isCidKeyed && FT_Load_Sfnt_Table(d.face, TTAG_head, 0, nullptr, &length) != 0;
    return result;
}

bool GlyphShapes::load(unsigned glyph) const
{
    const FT_Face face = m_library->face;
    if (!m_countsByCid && glyph >= static_cast<unsigned>(face->num_glyphs))
        return false;
    return FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) == 0
        && face->glyph->format == FT_GLYPH_FORMAT_OUTLINE;
}

std::optional<std::string> GlyphShapes::outline(unsigned glyph) const
{
    if (!load(glyph))
        return {};
    const FT_Outline &outline = m_library->face->glyph->outline;
    std::string bytes;
    const auto append = [&](const void *data, std::size_t size) { bytes.append(static_cast<const char *>(data), size); };
    append(outline.points, sizeof(FT_Vector) * static_cast<std::size_t>(outline.n_points));
    append(outline.tags, static_cast<std::size_t>(outline.n_points));
    append(outline.contours, sizeof(short) * static_cast<std::size_t>(outline.n_contours));
    return bytes;
}

std::optional<QRectF> GlyphShapes::box(unsigned glyph) const
{
    if (!load(glyph))
        return {};
    const FT_Face face = m_library->face;
    FT_Outline &outline = face->glyph->outline;
    if (outline.n_points == 0)
        return QRectF();
    FT_BBox box {};
    FT_Outline_Get_CBox(&outline, &box);
    const double em = face->units_per_EM;
    // A line without area is still seen: readers draw a hair line.
    const double width = std::max(double(box.xMax - box.xMin), 1.0) / em;
    const double height = std::max(double(box.yMax - box.yMin), 1.0) / em;
    return QRectF(double(box.xMin) / em, double(box.yMin) / em, width, height);
}

std::optional<unsigned> GlyphShapes::glyphOfName(const std::string &name) const
{
    const FT_UInt glyph = FT_Get_Name_Index(m_library->face, name.c_str());
    if (glyph == 0 && name != ".notdef")
        return {};
    return glyph;
}

std::optional<unsigned> GlyphShapes::glyphOfCid(unsigned cid) const
{
    if (m_countsByCid || !m_isCidKeyed)
        return cid;
    if (m_cids.empty()) {
        m_cids.assign(65536, -1);
        for (FT_Long glyph = m_library->face->num_glyphs - 1; glyph >= 0; --glyph) {
            FT_UInt found = 0;
            if (FT_Get_CID_From_Glyph_Index(m_library->face, static_cast<FT_UInt>(glyph), &found) == 0 && found < m_cids.size())
                m_cids[found] = static_cast<int>(glyph);
        }
    }
    if (cid >= m_cids.size() || m_cids[cid] < 0)
        return {};
    return static_cast<unsigned>(m_cids[cid]);
}

} // namespace dw
