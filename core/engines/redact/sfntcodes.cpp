#include "core/engines/redact/sfntcodes.h"

#include "core/engines/redact/fontblank.h"
#include "core/engines/redact/fontbytes.h"

#include <algorithm>

namespace dw {

namespace {

constexpr unsigned standardNames = 258;
constexpr std::size_t postHead = 32;
constexpr unsigned variations = 14;

void readSegments(const FontBytes &bytes, std::map<unsigned, unsigned> &glyphs)
{
    const unsigned segments = bytes.word(6) / 2;
    const std::size_t ends = 14;
    const std::size_t starts = ends + 2 * std::size_t(segments) + 2;
    const std::size_t deltas = starts + 2 * std::size_t(segments);
    const std::size_t offsets = deltas + 2 * std::size_t(segments);
    for (unsigned i = 0; i < segments; ++i) {
        const unsigned last = bytes.word(ends + 2 * i);
        const unsigned first = bytes.word(starts + 2 * i);
        const unsigned delta = bytes.word(deltas + 2 * i);
        const unsigned offset = bytes.word(offsets + 2 * i);
        for (unsigned code = first; code <= last && code != 0xffff; ++code) {
            unsigned glyph = code;
            if (offset != 0 && offset != 0xffff) {
                const std::size_t at = offsets + 2 * i + offset + 2 * std::size_t(code - first);
                if (at + 2 > bytes.size())
                    continue; // beyond the table: no glyph, as readers see it
                glyph = bytes.word(at);
                if (glyph == 0)
                    continue;
            }
            glyphs.emplace(code, (glyph + delta) & 0xffff);
        }
    }
}

/// Codes that follow each other and lead to glyphs that do.
struct Segment {
    unsigned first = 0;
    unsigned last = 0;
    unsigned glyph = 0;
};

std::vector<Segment> segmentsOf(const std::map<unsigned, unsigned> &glyphs)
{
    std::vector<Segment> segments;
    for (const auto &[code, glyph] : glyphs) {
        if (!segments.empty() && segments.back().last + 1 == code && segments.back().glyph + code - segments.back().first == glyph)
            segments.back().last = code;
        else
            segments.push_back({code, code, glyph});
    }
    return segments;
}

std::string writeSegments(const std::map<unsigned, unsigned> &glyphs, unsigned language)
{
    std::vector<Segment> segments = segmentsOf(glyphs);
    segments.push_back({0xffff, 0xffff, 0});
    const unsigned count = unsigned(segments.size());
    unsigned power = 1;
    unsigned log = 0;
    for (; power * 2 <= count; power *= 2)
        ++log;
    if (16 + count * 8 > 0xffff)
        throw FontDoubt();
    std::string result;
    for (const unsigned value : {4U, 16 + count * 8, language, count * 2, power * 2, log, (count - power) * 2})
        FontBytes::append(result, value, 2);
    for (const Segment &segment : segments)
        FontBytes::append(result, segment.last, 2);
    FontBytes::append(result, 0, 2);
    for (const Segment &segment : segments)
        FontBytes::append(result, segment.first, 2);
    for (const Segment &segment : segments)
        FontBytes::append(result, segment.first == 0xffff ? 1 : segment.glyph - segment.first, 2);
    result.append(std::size_t(count) * 2, '\0');
    return result;
}

} // namespace

SfntCodes::SfntCodes(std::string_view cmap, std::string_view post)
    : m_post(post)
{
    if (!cmap.empty()) {
        const FontBytes bytes(cmap);
        const unsigned count = bytes.word(2);
        for (unsigned i = 0; i < count; ++i) {
            const std::size_t record = 4 + 8 * std::size_t(i);
            const std::size_t at = bytes.full(record + 4);
            if (at >= cmap.size())
                throw FontDoubt();
            Table table = readTable(cmap.substr(at));
            table.platform = bytes.word(record);
            table.encoding = bytes.word(record + 2);
            if (table.format != variations)
                m_tables.push_back(std::move(table));
        }
    }
    readPost();
}

SfntCodes::Table SfntCodes::readTable(std::string_view source)
{
    const FontBytes bytes(source);
    Table table;
    table.format = bytes.word(0);
    table.language = table.format < 8 ? bytes.word(4) : 0;
    if (table.format == 0) {
        for (unsigned code = 0; code < 256; ++code)
            table.glyphs[code] = bytes.byte(6 + code);
    } else if (table.format == 4) {
        readSegments(bytes, table.glyphs);
    } else if (table.format == 6) {
        for (unsigned i = 0; i < bytes.word(8); ++i)
            table.glyphs[bytes.word(6) + i] = bytes.word(10 + 2 * std::size_t(i));
    } else if (table.format == 12) {
        for (unsigned i = 0; i < bytes.full(12); ++i) {
            const std::size_t group = 16 + 12 * std::size_t(i);
            const unsigned first = bytes.full(group);
            const unsigned last = bytes.full(group + 4);
            if (last > 0x10ffff || last < first || table.glyphs.size() > 0x20000)
                throw FontDoubt();
            for (unsigned code = first; code <= last; ++code)
                table.glyphs.emplace(code, bytes.full(group + 8) + code - first);
        }
    } else if (table.format != variations) {
        throw FontDoubt();
    }
    return table;
}

std::string SfntCodes::writeTable(const Table &table)
{
    std::string result;
    if (table.format == 0) {
        for (const unsigned value : {0U, 262U, table.language})
            FontBytes::append(result, value, 2);
        std::string glyphs(256, '\0');
        for (const auto &[code, glyph] : table.glyphs)
            glyphs[code] = static_cast<char>(glyph);
        return result + glyphs;
    }
    if (table.format == 4)
        return writeSegments(table.glyphs, table.language);
    if (table.format == 6) {
        const unsigned first = table.glyphs.empty() ? 0 : table.glyphs.begin()->first;
        const unsigned count = table.glyphs.empty() ? 0 : table.glyphs.rbegin()->first - first + 1;
        for (const unsigned value : {6U, 10 + 2 * count, table.language, first, count})
            FontBytes::append(result, value, 2);
        for (unsigned code = first; code < first + count; ++code) {
            const auto found = table.glyphs.find(code);
            FontBytes::append(result, found == table.glyphs.end() ? 0 : found->second, 2);
        }
        return result;
    }
    const std::vector<Segment> segments = segmentsOf(table.glyphs);
    FontBytes::append(result, 12, 2);
    FontBytes::append(result, 0, 2);
    for (const unsigned value : {unsigned(16 + 12 * segments.size()), 0U, unsigned(segments.size())})
        FontBytes::append(result, value, 4);
    for (const Segment &segment : segments) {
        for (const unsigned value : {segment.first, segment.last, segment.glyph})
            FontBytes::append(result, value, 4);
    }
    return result;
}

void SfntCodes::readPost()
{
    if (m_post.empty())
        return;
    const FontBytes bytes(m_post);
    const unsigned version = bytes.full(0);
    if (version == 0x00010000 || version == 0x00030000) {
        m_post.resize(std::min(m_post.size(), postHead));
        return;
    }
    if (version != 0x00020000)
        throw FontDoubt();
    const unsigned count = bytes.word(postHead);
    std::vector<std::string> strings;
    for (std::size_t at = postHead + 2 + 2 * std::size_t(count); at < m_post.size();) {
        const unsigned length = bytes.byte(at);
        if (at + 1 + length > m_post.size())
            break;
        strings.emplace_back(bytes.part(at + 1, length));
        at += 1 + length;
    }
    for (unsigned i = 0; i < count; ++i) {
        const unsigned number = bytes.word(postHead + 2 + 2 * std::size_t(i));
        m_standard.push_back(std::min(number, standardNames));
        m_names.push_back(number >= standardNames && number - standardNames < strings.size() ? strings[number - standardNames] : std::string());
    }
}

std::set<unsigned> SfntCodes::reached(const GlyphsKept &kept) const
{
    std::set<unsigned> result;
    for (const Table &table : m_tables) {
        const auto add = [&](unsigned code) {
            if (const auto found = table.glyphs.find(code); found != table.glyphs.end())
                result.insert(found->second);
        };
        for (const unsigned code : kept.codes) {
            for (const unsigned page : {0U, 0xf000U, 0xf100U, 0xf200U})
                add(code + page);
        }
        for (const char32_t character : kept.characters)
            add(character);
    }
    for (unsigned glyph = 0; glyph < m_names.size(); ++glyph) {
        if (!m_names[glyph].empty() && kept.names.contains(m_names[glyph]))
            result.insert(glyph);
    }
    return result;
}

void SfntCodes::keep(const std::set<unsigned> &glyphs)
{
    for (Table &table : m_tables)
        std::erase_if(table.glyphs, [&](const auto &entry) { return entry.second == 0 || !glyphs.contains(entry.second); });
    for (unsigned glyph = 0; glyph < m_names.size(); ++glyph) {
        if (!glyphs.contains(glyph)) {
            m_names[glyph].clear();
            m_standard[glyph] = 0; // .notdef
        }
    }
}

std::string SfntCodes::cmap() const
{
    if (m_tables.empty())
        return {};
    std::string head;
    std::string body;
    FontBytes::append(head, 0, 2);
    FontBytes::append(head, unsigned(m_tables.size()), 2);
    for (const Table &table : m_tables) {
        FontBytes::append(head, table.platform, 2);
        FontBytes::append(head, table.encoding, 2);
        FontBytes::append(head, unsigned(4 + 8 * m_tables.size() + body.size()), 4);
        body += writeTable(table);
        body.resize((body.size() + 3) / 4 * 4);
    }
    return head + body;
}

std::string SfntCodes::post() const
{
    if (m_names.empty())
        return m_post;
    std::string result = m_post.substr(0, postHead);
    std::string strings;
    unsigned number = standardNames;
    FontBytes::append(result, unsigned(m_names.size()), 2);
    for (unsigned glyph = 0; glyph < m_names.size(); ++glyph) {
        if (m_standard[glyph] < standardNames || m_names[glyph].empty()) {
            FontBytes::append(result, m_standard[glyph] < standardNames ? m_standard[glyph] : 0, 2);
            continue;
        }
        FontBytes::append(result, number++, 2);
        FontBytes::append(strings, unsigned(m_names[glyph].size()), 1);
        strings += m_names[glyph];
    }
    return result + strings;
}

} // namespace dw
