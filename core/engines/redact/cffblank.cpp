// Blanks glyphs in CFF programs.
#include "core/engines/redact/cfffile.h"
#include "core/engines/redact/charstringwalk.h"
#include "core/engines/redact/fontblank.h"

#include <algorithm>

namespace dw::fontblank {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view blankGlyph = "\x0e"sv; // endchar
constexpr std::string_view blankSubroutine = "\x0b"sv; // return
constexpr unsigned standardStrings = 391;

/// Operators whose numbers are strings.
const std::set<unsigned> stringOperators {0, 1, 2, 3, 4, 1200, 1221, 1222, 1230, 1238};

class Blanker
{
public:
    Blanker(CffFile &file, const GlyphsKept &kept, CffNumbers numbers)
        : m_file(file)
        , m_kept(kept)
        , m_numbers(numbers)
    {
    }

    int run()
    {
        choose();
        walk();
        int blanked = 0;
        for (unsigned glyph = 0; glyph < m_file.glyphCount(); ++glyph) {
            if (m_glyphs.contains(glyph))
                continue;
            std::string_view &program = m_file.charStrings.items[glyph];
            blanked += program.size() > 3 ? 1 : 0; // a width and endchar is no outline
            program = blankGlyph;
        }
        subroutines();
        names();
        return blanked;
    }

private:
    void choose()
    {
        m_glyphs.insert(0);
        if (!m_file.isCidKeyed || m_numbers == CffNumbers::Glyphs)
            m_glyphs.insert(m_kept.glyphs.begin(), m_kept.glyphs.end());
        if (m_file.isCidKeyed) {
            if (m_kept.simple || m_file.charset.empty())
                throw FontDoubt();
            for (unsigned glyph = 0; glyph < m_file.glyphCount(); ++glyph) {
                if (m_kept.cids.contains(m_file.charset[glyph]))
                    m_glyphs.insert(glyph);
            }
        }
        for (const auto &[code, glyph] : m_file.codes) {
            if (m_kept.codes.contains(code))
                m_glyphs.insert(glyph);
        }
        for (const auto &[code, string] : m_file.supplement) {
            if (m_kept.codes.contains(code))
                addString(string);
        }
    }

    void addString(unsigned string)
    {
        for (unsigned glyph = 0; glyph < m_file.charset.size(); ++glyph) {
            if (m_file.charset[glyph] == string)
                m_glyphs.insert(glyph);
        }
        // The predefined character set that matters here counts glyphs as strings are counted.
        if (m_file.charset.empty())
            m_glyphs.insert(string);
    }

    void walk()
    {
        for (const CffFile::Private &part : m_file.privates)
            m_walks.emplace_back(CharstringWalk::Kind::Type2, part.subrs.items, m_file.globalSubrs.items);
        std::set<unsigned> done;
        while (done != m_glyphs) {
            const std::set<unsigned> now = m_glyphs;
            for (const unsigned glyph : now) {
                if (!done.insert(glyph).second || glyph >= m_file.glyphCount())
                    continue;
                CharstringWalk &walk = m_walks[m_file.fontOfGlyph.empty() ? 0 : m_file.fontOfGlyph[glyph]];
                walk.walk(m_file.charStrings.items[glyph]);
                for (const unsigned code : walk.accents)
                    addString(CharstringWalk::standardString(code));
                walk.accents.clear();
            }
        }
    }

    void subroutines()
    {
        std::set<unsigned> global;
        std::map<std::size_t, std::set<unsigned>> local; // two fonts may share their subroutines
        for (std::size_t i = 0; i < m_walks.size(); ++i) {
            global.insert(m_walks[i].globalUsed.begin(), m_walks[i].globalUsed.end());
            local[m_file.privates[i].subrsAt].insert(m_walks[i].localUsed.begin(), m_walks[i].localUsed.end());
        }
        blank(m_file.globalSubrs, global);
        for (CffFile::Private &part : m_file.privates)
            blank(part.subrs, local[part.subrsAt]);
    }

    static void blank(CffFile::Index &index, const std::set<unsigned> &used)
    {
        for (unsigned i = 0; i < index.items.size(); ++i) {
            if (!used.contains(i))
                index.items[i] = blankSubroutine;
        }
    }

    /// Names, CIDs and codes of what is gone, and the strings that only they used.
    void names()
    {
        std::set<unsigned> used;
        std::set<unsigned> gone;
        for (unsigned glyph = 0; glyph < m_file.charset.size(); ++glyph) {
            if (m_glyphs.contains(glyph)) {
                used.insert(m_file.charset[glyph]);
            } else {
                gone.insert(m_file.charset[glyph]);
                m_file.charset[glyph] = 0;
            }
        }
        std::erase_if(m_file.codes, [&](const auto &entry) { return !m_glyphs.contains(entry.second); });
        std::erase_if(m_file.supplement, [&](const auto &entry) { return gone.contains(entry.second) && !used.contains(entry.second); });
        if (m_file.isCidKeyed)
            return;
        for (const CffFile::Operator &entry : m_file.top) {
            if (!stringOperators.contains(entry.name))
                continue;
            for (const int value : entry.values)
                used.insert(unsigned(value));
        }
        for (const unsigned string : gone) {
            if (string >= standardStrings && !used.contains(string) && string - standardStrings < m_file.stringIndex.items.size())
                m_file.stringIndex.items[string - standardStrings] = {};
        }
    }

    CffFile &m_file;
    const GlyphsKept &m_kept;
    CffNumbers m_numbers;
    std::set<unsigned> m_glyphs;
    std::vector<CharstringWalk> m_walks;
};

} // namespace

std::optional<Blanked> cff(const std::string &program, const GlyphsKept &kept, CffNumbers numbers)
{
    try {
        CffFile file(program);
        Blanked result;
        result.all = int(file.glyphCount());
        result.glyphs = Blanker(file, kept, numbers).run();
        result.program = file.write();
        return result;
    } catch (const FontDoubt &) {
        return {};
    }
}

} // namespace dw::fontblank
