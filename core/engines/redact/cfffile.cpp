#include "core/engines/redact/cfffile.h"

#include <algorithm>

namespace dw {

namespace {

// Operators of dictionaries that hold places in the file.
constexpr unsigned charsetAt = 15;
constexpr unsigned encodingAt = 16;
constexpr unsigned charStringsAt = 17;
constexpr unsigned privateAt = 18;
constexpr unsigned subrsAt = 19;
constexpr unsigned charstringType = 1206;
constexpr unsigned registry = 1230;
constexpr unsigned fontArrayAt = 1236;
constexpr unsigned fontSelectAt = 1237;

constexpr std::size_t longNumber = 5;

/// A number in the form that always has the same length.
std::string coded(std::size_t value)
{
    std::string result(1, char(29));
    FontBytes::append(result, unsigned(value), 4);
    return result;
}

} // namespace

CffFile::CffFile(std::string_view program)
    : m_program(program)
    , m_bytes(program)
{
    if (m_bytes.byte(0) != 1)
        throw FontDoubt();
    const Index names = readIndex(m_bytes.byte(2));
    const Index tops = readIndex(names.end);
    if (names.items.size() != 1 || tops.items.size() != 1)
        throw FontDoubt();
    m_topStart = tops.start;
    m_topEnd = tops.end;
    stringIndex = readIndex(tops.end);
    globalSubrs = readIndex(stringIndex.end);
    top = readDict(tops.items.front());
    if (const Operator *type = find(top, charstringType); type && (type->values.empty() || type->values.back() != 2))
        throw FontDoubt();
    charStrings = readIndex(offset(top, charStringsAt));
    isCidKeyed = find(top, registry) != nullptr;
    if (charStrings.items.empty())
        throw FontDoubt();
    if (isCidKeyed) {
        m_fontIndex = readIndex(offset(top, fontArrayAt));
        for (const std::string_view font : m_fontIndex.items) {
            fonts.push_back(readDict(font));
            readPrivate(fonts.back());
        }
        readSelect();
    } else {
        readPrivate(top);
        readEncoding();
    }
    readCharset();
}

const CffFile::Operator *CffFile::find(const Dict &dict, unsigned name)
{
    const auto it = std::find_if(dict.begin(), dict.end(), [&](const Operator &entry) { return entry.name == name; });
    return it == dict.end() ? nullptr : &*it;
}

std::size_t CffFile::offset(const Dict &dict, unsigned name)
{
    const Operator *const entry = find(dict, name);
    if (!entry)
        return 0;
    if (entry->values.empty() || entry->values.back() < 0)
        throw FontDoubt();
    return std::size_t(entry->values.back());
}

CffFile::Index CffFile::readIndex(std::size_t at) const
{
    Index index;
    index.start = at;
    const unsigned count = m_bytes.word(at);
    if (count == 0) {
        index.end = at + 2;
        return index;
    }
    const unsigned size = m_bytes.byte(at + 2);
    if (size < 1 || size > 4)
        throw FontDoubt();
    const std::size_t base = at + 3 + std::size_t(count + 1) * size - 1;
    std::size_t from = m_bytes.number(at + 3, size);
    for (unsigned i = 1; i <= count; ++i) {
        const std::size_t to = m_bytes.number(at + 3 + std::size_t(i) * size, size);
        if (to < from || from < 1)
            throw FontDoubt();
        index.items.push_back(m_bytes.part(base + from, to - from));
        from = to;
    }
    index.end = base + from;
    return index;
}

CffFile::Dict CffFile::readDict(std::string_view bytes) const
{
    Dict dict;
    const FontBytes source(bytes);
    std::vector<int> values;
    std::size_t from = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const unsigned first = source.byte(at);
        if (first <= 21) {
            const std::size_t length = first == 12 ? 2 : 1;
            const unsigned name = first == 12 ? 1200 + source.byte(at + 1) : first;
            dict.push_back({name, bytes.substr(from, at - from), values});
            values.clear();
            from = at += length;
        } else if (first == 28) {
            values.push_back(static_cast<qint16>(source.word(at + 1)));
            at += 3;
        } else if (first == 29) {
            values.push_back(static_cast<int>(source.full(at + 1)));
            at += 5;
        } else if (first == 30) {
            ++at;
            while ((source.byte(at) & 0xf) != 0xf)
                ++at;
            ++at;
            values.push_back(0);
        } else if (first >= 32 && first <= 246) {
            values.push_back(int(first) - 139);
            at += 1;
        } else if (first >= 247 && first <= 254) {
            const int low = int(source.byte(at + 1));
            values.push_back(first <= 250 ? (int(first) - 247) * 256 + low + 108 : -(int(first) - 251) * 256 - low - 108);
            at += 2;
        } else {
            throw FontDoubt();
        }
    }
    if (from != bytes.size())
        throw FontDoubt();
    return dict;
}

void CffFile::readPrivate(const Dict &dict)
{
    Private part;
    if (const Operator *entry = find(dict, privateAt)) {
        if (entry->values.size() != 2 || entry->values[0] < 0 || entry->values[1] < 0)
            throw FontDoubt();
        part.start = std::size_t(entry->values[1]);
        part.end = part.start + std::size_t(entry->values[0]);
        part.dict = readDict(m_bytes.part(part.start, part.end - part.start));
        if (const std::size_t at = offset(part.dict, subrsAt); at != 0) {
            part.subrsAt = part.start + at;
            part.subrs = readIndex(part.subrsAt);
        }
    }
    privates.push_back(part);
}

void CffFile::readCharset()
{
    const std::size_t at = offset(top, charsetAt);
    if (at <= 2)
        return; // predefined: the names are those of a standard, whatever the font is for
    charset.push_back(0);
    const unsigned format = m_bytes.byte(at);
    std::size_t next = at + 1;
    if (format > 2)
        throw FontDoubt();
    while (charset.size() < glyphCount()) {
        const unsigned first = m_bytes.word(next);
        const unsigned more = format == 0 ? 0 : m_bytes.number(next + 2, format);
        for (unsigned i = 0; i <= more && charset.size() < glyphCount(); ++i)
            charset.push_back(first + i);
        next += 2 + format;
    }
    m_charsetEnd = next;
}

void CffFile::readSelect()
{
    const std::size_t at = offset(top, fontSelectAt);
    if (at == 0)
        throw FontDoubt();
    if (m_bytes.byte(at) == 0) {
        for (unsigned i = 0; i < glyphCount(); ++i)
            fontOfGlyph.push_back(m_bytes.byte(at + 1 + i));
        m_selectEnd = at + 1 + glyphCount();
    } else if (m_bytes.byte(at) == 3) {
        const unsigned ranges = m_bytes.word(at + 1);
        for (unsigned i = 0; i < ranges; ++i) {
            const std::size_t range = at + 3 + std::size_t(i) * 3;
            const unsigned end = m_bytes.word(range + 3);
            if (m_bytes.word(range) != fontOfGlyph.size() || end > glyphCount())
                throw FontDoubt();
            fontOfGlyph.resize(end, m_bytes.byte(range + 2));
        }
        m_selectEnd = at + 5 + std::size_t(ranges) * 3;
    }
    const bool sound = fontOfGlyph.size() == glyphCount()
        && std::all_of(fontOfGlyph.begin(), fontOfGlyph.end(), [&](unsigned font) { return font < privates.size(); });
    if (!sound)
        throw FontDoubt();
}

void CffFile::readEncoding()
{
    const std::size_t at = offset(top, encodingAt);
    if (at <= 1)
        return; // standard or expert
    const unsigned format = m_bytes.byte(at);
    const unsigned count = m_bytes.byte(at + 1);
    std::size_t next = at + 2;
    unsigned glyph = 1;
    for (unsigned i = 0; i < count; ++i) {
        const unsigned first = m_bytes.byte(next);
        const unsigned more = (format & 0x7f) == 0 ? 0 : m_bytes.byte(next + 1);
        for (unsigned j = 0; j <= more; ++j)
            codes[(first + j) & 0xff] = glyph++;
        next += (format & 0x7f) == 0 ? 1 : 2;
    }
    if ((format & 0x7f) > 1)
        throw FontDoubt();
    if ((format & 0x80) != 0) {
        const unsigned extra = m_bytes.byte(next++);
        for (unsigned i = 0; i < extra; ++i, next += 3)
            supplement.emplace_back(m_bytes.byte(next), m_bytes.word(next + 1));
    }
    m_encodingEnd = next;
}

std::string CffFile::makeIndex(const std::vector<std::string_view> &items)
{
    std::string result;
    FontBytes::append(result, unsigned(items.size()), 2);
    if (items.empty())
        return result;
    std::size_t total = 1;
    for (const std::string_view item : items)
        total += item.size();
    const unsigned size = total < 0x100 ? 1 : total < 0x10000 ? 2 : total < 0x1000000 ? 3 : 4;
    FontBytes::append(result, size, 1);
    std::size_t at = 1;
    FontBytes::append(result, unsigned(at), size);
    for (const std::string_view item : items)
        FontBytes::append(result, unsigned(at += item.size()), size);
    for (const std::string_view item : items)
        result += item;
    return result;
}

/// A dictionary whose places are all coded in the same length, wherever the parts go.
std::string CffFile::writeDict(const Dict &dict, const Private *owned, const Moved &moved) const
{
    std::string result;
    for (const Operator &entry : dict) {
        const bool place = entry.name == charStringsAt || entry.name == fontArrayAt || entry.name == fontSelectAt
            || (entry.name == charsetAt && m_charsetEnd != 0) || (entry.name == encodingAt && m_encodingEnd != 0);
        if (entry.name == privateAt && owned)
            result += coded(owned->start == owned->end ? 0 : writePrivate(*owned, moved).size()) + coded(moved(owned->start));
        else if (place)
            result += coded(moved(std::size_t(entry.values.back())));
        else
            result += entry.operands;
        if (entry.name >= 1200)
            result += char(12);
        result += static_cast<char>(entry.name % 1200);
    }
    return result;
}

std::string CffFile::writePrivate(const Private &part, const Moved &moved) const
{
    std::string result;
    for (const Operator &entry : part.dict) {
        if (entry.name == subrsAt && part.subrsAt != 0)
            result += coded(moved(part.subrsAt) - moved(part.start));
        else
            result += entry.operands;
        if (entry.name >= 1200)
            result += char(12);
        result += static_cast<char>(entry.name % 1200);
    }
    return result;
}

std::string CffFile::writeCharset() const
{
    std::string result(1, '\0');
    for (std::size_t i = 1; i < charset.size(); ++i)
        FontBytes::append(result, charset[i], 2);
    return result;
}

std::string CffFile::writeEncoding() const
{
    // One code for each glyph up to the last that has one; those without share a code that nobody shows.
    std::vector<unsigned> codeOf(glyphCount(), 256);
    unsigned last = 0;
    for (const auto &[code, glyph] : codes) {
        if (glyph < codeOf.size()) {
            codeOf[glyph] = code;
            last = std::max(last, glyph);
        }
    }
    unsigned unused = 0;
    while (unused < 255 && codes.contains(unused))
        ++unused;
    if (last > 255)
        throw FontDoubt();
    std::string result(1, static_cast<char>(supplement.empty() ? 0 : 0x80));
    FontBytes::append(result, last, 1);
    for (unsigned glyph = 1; glyph <= last; ++glyph)
        FontBytes::append(result, codeOf[glyph] == 256 ? unused : codeOf[glyph], 1);
    if (!supplement.empty()) {
        FontBytes::append(result, unsigned(supplement.size()), 1);
        for (const auto &[code, string] : supplement) {
            FontBytes::append(result, code, 1);
            FontBytes::append(result, string, 2);
        }
    }
    return result;
}

CffFile::Parts CffFile::parts(const Moved &moved) const
{
    Parts result;
    const auto add = [&](std::size_t start, std::size_t end, std::string bytes) { result.try_emplace(start, end, std::move(bytes)); };
    add(0, m_topStart, std::string(m_program.substr(0, m_topStart)));
    const std::string topDict = writeDict(top, isCidKeyed ? nullptr : &privates.front(), moved);
    add(m_topStart, m_topEnd, makeIndex({topDict}));
    add(stringIndex.start, stringIndex.end, makeIndex(stringIndex.items));
    add(globalSubrs.start, globalSubrs.end, makeIndex(globalSubrs.items));
    add(charStrings.start, charStrings.end, makeIndex(charStrings.items));
    if (m_charsetEnd != 0)
        add(offset(top, charsetAt), m_charsetEnd, writeCharset());
    if (m_encodingEnd != 0)
        add(offset(top, encodingAt), m_encodingEnd, writeEncoding());
    if (m_selectEnd != 0) {
        const std::size_t start = offset(top, fontSelectAt);
        add(start, m_selectEnd, std::string(m_program.substr(start, m_selectEnd - start)));
    }
    std::vector<std::string> dicts;
    for (std::size_t i = 0; i < privates.size(); ++i) {
        const Private &part = privates[i];
        if (part.end > part.start)
            add(part.start, part.end, writePrivate(part, moved));
        if (part.subrsAt != 0)
            add(part.subrs.start, part.subrs.end, makeIndex(part.subrs.items));
        if (isCidKeyed)
            dicts.push_back(writeDict(fonts[i], &part, moved));
    }
    if (isCidKeyed)
        add(m_fontIndex.start, m_fontIndex.end, makeIndex({dicts.begin(), dicts.end()}));
    return result;
}

std::string CffFile::write() const
{
    // How long the parts become does not depend on where they go, so the first round tells the places.
    const Parts before = parts([](std::size_t) { return std::size_t(0); });
    std::map<std::size_t, std::size_t> places;
    std::size_t at = 0;
    std::size_t end = 0;
    for (const auto &[start, part] : before) {
        if (start < end)
            throw FontDoubt(); // parts that overlap
        end = part.first;
        places[start] = at;
        at += part.second.size();
    }
    std::string result;
    const Moved moved = [&](std::size_t start) {
        const auto place = places.find(start);
        return place == places.end() ? std::size_t(0) : place->second;
    };
    for (const auto &[start, part] : parts(moved))
        result += part.second;
    return result;
}

} // namespace dw
