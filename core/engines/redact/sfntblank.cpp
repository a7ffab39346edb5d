// Blanks glyphs in TrueType programs and in OpenType programs with CFF outlines.
#include "core/engines/redact/fontblank.h"
#include "core/engines/redact/fontbytes.h"
#include "core/engines/redact/sfntcodes.h"

#include <map>

namespace dw::fontblank {

namespace {

/// What readers of PDF use. Kerning, substitution, device widths and the like would tell what was there.
const std::set<std::string> tablesKept {"head", "hhea", "maxp", "loca", "glyf", "hmtx", "cvt ", "fpgm", "prep", "cmap", "post", "OS/2",
    "name", "vhea", "vmtx", "gasp", "CFF "};

class Sfnt
{
public:
    explicit Sfnt(const std::string &program)
        : m_version(program.substr(0, 4))
    {
        const FontBytes bytes(program);
        const unsigned version = bytes.full(0);
        if (version != 0x00010000 && m_version != "true" && m_version != "OTTO")
            throw FontDoubt();
        const unsigned count = bytes.word(4);
        for (unsigned i = 0; i < count; ++i) {
            const std::size_t record = 12 + 16 * std::size_t(i);
            const std::string tag(bytes.part(record, 4));
            if (tablesKept.contains(tag))
                m_tables[tag] = std::string(bytes.part(bytes.full(record + 8), bytes.full(record + 12)));
        }
        m_count = has("maxp") ? FontBytes(m_tables["maxp"]).word(4) : 0;
    }

    bool has(const std::string &tag) const { return m_tables.contains(tag) && !m_tables.at(tag).empty(); }

    Blanked run(const GlyphsKept &kept)
    {
        const bool outlines = has("glyf") && has("loca") && has("head") && m_count > 0;
        if (!outlines && !has("CFF "))
            throw FontDoubt();
        SfntCodes codes(m_tables["cmap"], m_tables["post"]);
        GlyphsKept more = kept;
        if (kept.simple)
            more.glyphs.merge(codes.reached(kept));
        more.glyphs.insert(0);
        Blanked result;
        if (has("CFF ")) {
            const auto numbers = has("head") ? CffNumbers::Glyphs : CffNumbers::Cids;
            const std::optional<Blanked> blanked = cff(m_tables["CFF "], more, numbers);
            if (!blanked)
                throw FontDoubt();
            result = *blanked;
            m_tables["CFF "] = blanked->program;
            if (kept.composite && numbers == CffNumbers::Cids)
                more.glyphs.clear(); // codes and widths are by glyph, what is kept is by CID
        } else {
            result.all = int(m_count);
            result.glyphs = blankOutlines(more.glyphs);
        }
        codes.keep(more.glyphs);
        set("cmap", codes.cmap());
        set("post", codes.post());
        if (!more.glyphs.empty()) {
            blankWidths("hhea", "hmtx", more.glyphs);
            blankWidths("vhea", "vmtx", more.glyphs);
        }
        result.program = write();
        return result;
    }

private:
    void set(const std::string &tag, std::string bytes)
    {
        if (bytes.empty())
            m_tables.erase(tag);
        else
            m_tables[tag] = std::move(bytes);
    }

    bool longOffsets() { return FontBytes(m_tables["head"]).word(50) != 0; }

    std::string_view outline(unsigned glyph)
    {
        const FontBytes loca(m_tables["loca"]);
        const bool full = longOffsets();
        const std::size_t from = full ? loca.full(4 * std::size_t(glyph)) : 2 * std::size_t(loca.word(2 * std::size_t(glyph)));
        const std::size_t to = full ? loca.full(4 * std::size_t(glyph) + 4) : 2 * std::size_t(loca.word(2 * std::size_t(glyph) + 2));
        const std::string &glyf = m_tables["glyf"];
        if (to < from || from > glyf.size())
            throw FontDoubt();
        return std::string_view(glyf).substr(from, to - from);
    }

    /// The glyphs that the kept ones are made of.
    void addComponents(std::set<unsigned> &glyphs)
    {
        std::set<unsigned> done;
        while (done != glyphs) {
            const std::set<unsigned> now = glyphs;
            for (const unsigned glyph : now) {
                if (!done.insert(glyph).second || glyph >= m_count)
                    continue;
                const std::string_view data = outline(glyph);
                if (data.empty() || FontBytes(data).word(0) < 0x8000)
                    continue;
                const FontBytes bytes(data);
                unsigned flags = 0x20;
                for (std::size_t at = 10; (flags & 0x20) != 0;) {
                    flags = bytes.word(at);
                    glyphs.insert(bytes.word(at + 2));
                    at += 4 + ((flags & 1) != 0 ? 4U : 2U) + ((flags & 8) != 0 ? 2U : (flags & 0x40) != 0 ? 4U : (flags & 0x80) != 0 ? 8U : 0U);
                }
            }
        }
    }

    int blankOutlines(std::set<unsigned> &glyphs)
    {
        addComponents(glyphs);
        int blanked = 0;
        const bool full = longOffsets();
        std::string glyf;
        std::string loca;
        const auto place = [&] { FontBytes::append(loca, unsigned(full ? glyf.size() : glyf.size() / 2), full ? 4 : 2); };
        for (unsigned glyph = 0; glyph < m_count; ++glyph) {
            place();
            const std::string_view data = outline(glyph);
            if (glyphs.contains(glyph))
                glyf += data;
            else
                blanked += data.empty() ? 0 : 1;
            glyf.resize((glyf.size() + 3) / 4 * 4);
        }
        place();
        if (!full && glyf.size() / 2 > 0xffff)
            throw FontDoubt();
        if (glyf.empty())
            glyf.assign(4, '\0'); // a table of no bytes is a broken font to some
        m_tables["glyf"] = glyf;
        m_tables["loca"] = loca;
        return blanked;
    }

    void blankWidths(const std::string &head, const std::string &table, const std::set<unsigned> &glyphs)
    {
        if (!has(head) || !has(table))
            return;
        const unsigned full = FontBytes(m_tables[head]).word(34);
        std::string &bytes = m_tables[table];
        const unsigned last = full == 0 ? 0 : full - 1;
        const bool lastShared = glyphs.lower_bound(last) != glyphs.end();
        for (unsigned glyph = 0; std::size_t(glyph) * 2 < bytes.size(); ++glyph) {
            if (glyphs.contains(glyph))
                continue;
            const std::size_t at = glyph < full ? 4 * std::size_t(glyph) : 4 * std::size_t(full) + 2 * std::size_t(glyph - full);
            const std::size_t length = glyph < full ? 4 : 2;
            if (at + length > bytes.size() || (glyph == last && lastShared))
                continue;
            bytes.replace(at, length, length, '\0');
        }
    }

    static unsigned sum(std::string_view bytes)
    {
        unsigned result = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            result += unsigned(static_cast<unsigned char>(bytes[i])) << (8 * (3 - i % 4));
        return result;
    }

    std::string write()
    {
        if (has("head"))
            m_tables["head"].replace(8, 4, 4, '\0');
        std::erase_if(m_tables, [](const auto &table) { return table.second.empty(); });
        const unsigned count = unsigned(m_tables.size());
        unsigned power = 1;
        unsigned log = 0;
        for (; power * 2 <= count; power *= 2)
            ++log;
        std::string result = m_version;
        for (const unsigned value : {count, power * 16, log, (count - power) * 16})
            FontBytes::append(result, value, 2);
        std::string body;
        std::size_t headAt = 0;
        for (const auto &[tag, bytes] : m_tables) {
            const std::size_t at = 12 + 16 * std::size_t(count) + body.size();
            if (tag == "head")
                headAt = at;
            result += tag;
            FontBytes::append(result, sum(bytes), 4);
            FontBytes::append(result, unsigned(at), 4);
            FontBytes::append(result, unsigned(bytes.size()), 4);
            body += bytes;
            body.resize((body.size() + 3) / 4 * 4);
        }
        result += body;
        if (headAt != 0) {
            std::string adjustment;
            FontBytes::append(adjustment, 0xb1b0afbaU - sum(result), 4);
            result.replace(headAt + 8, 4, adjustment);
        }
        return result;
    }

    std::string m_version;
    std::map<std::string, std::string> m_tables;
    unsigned m_count = 0;
};

} // namespace

std::optional<Blanked> sfnt(const std::string &program, const GlyphsKept &kept)
{
    try {
        return Sfnt(program).run(kept);
    } catch (const FontDoubt &) {
        return {};
    }
}

} // namespace dw::fontblank
