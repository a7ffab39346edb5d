// Blanks glyphs in Type 1 programs (Adobe Type 1 Font Format, 1990).
#include "core/engines/redact/charstringwalk.h"
#include "core/engines/redact/fontblank.h"
#include "core/engines/redact/fontbytes.h"

#include <algorithm>
#include <vector>

namespace dw::fontblank {

namespace {

constexpr quint16 fileKey = 55665;
constexpr quint16 glyphKey = 4330;

std::string decrypted(std::string_view bytes, quint16 key)
{
    std::string result;
    result.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto cipher = static_cast<unsigned char>(byte);
        result += static_cast<char>(cipher ^ (key >> 8));
        key = static_cast<quint16>((cipher + key) * 52845U + 22719U);
    }
    return result;
}

std::string encrypted(std::string_view bytes, quint16 key)
{
    std::string result;
    result.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto cipher = static_cast<unsigned char>(static_cast<unsigned char>(byte) ^ (key >> 8));
        result += static_cast<char>(cipher);
        key = static_cast<quint16>((cipher + key) * 52845U + 22719U);
    }
    return result;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0' || c == '\f';
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// One binary string of the private part with all the text that belongs to it.
struct Entry {
    std::string name; ///< Of a glyph; of a subroutine its number.
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t data = 0;
    std::size_t length = 0;
};

class Type1
{
public:
    explicit Type1(const std::string &program)
    {
        const std::size_t mark = program.find("eexec");
        if (mark == std::string::npos || static_cast<unsigned char>(program[0]) == 0x80)
            throw FontDoubt();
        std::size_t at = mark + 5;
        while (at < program.size() && isSpace(program[at]))
            ++at;
        m_clear = program.substr(0, at);
        std::string body = program.substr(at);
        if (body.size() < 8)
            throw FontDoubt();
        if (std::all_of(body.begin(), body.begin() + 4, isHex))
            body = fromHex(body);
        m_private = decrypted(body, fileKey);
        m_end = m_private.find("closefile");
        if (m_end == std::string::npos)
            throw FontDoubt();
        m_end += 9;
        m_trailer = program.find("cleartomark") != std::string::npos;
        readKeyLength();
    }

    Blanked run(const GlyphsKept &kept)
    {
        if (!kept.simple || kept.composite)
            throw FontDoubt();
        readSubroutines();
        readGlyphs();
        std::set<std::string> names = kept.names;
        names.insert(".notdef");
        for (const Line &line : encodingLines()) {
            if (kept.codes.contains(line.code))
                names.insert(line.name);
        }
        const std::set<unsigned> used = walk(names);
        Blanked result;
        result.all = int(m_glyphs.size());
        result.program = assemble(names, used, result.glyphs);
        result.clear = m_clearOut.size();
        result.encrypted = m_encryptedSize;
        return result;
    }

private:
    static std::string fromHex(const std::string &text)
    {
        std::string digits;
        std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isHex);
        std::string result;
        for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
            result += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
        return result;
    }

    void readKeyLength()
    {
        const std::size_t at = m_private.find("/lenIV");
        if (at != std::string::npos)
            m_keyLength = std::atoi(m_private.c_str() + at + 6);
        if (m_keyLength < -1 || m_keyLength > 64)
            throw FontDoubt();
    }

    std::string token(std::size_t &at) const
    {
        while (at < m_end && isSpace(m_private[at]))
            ++at;
        const std::size_t start = at;
        if (at < m_end)
            ++at;
        while (at < m_end && !isSpace(m_private[at]) && m_private[at] != '/' && m_private[at] != '{' && m_private[at] != '}')
            ++at;
        return m_private.substr(start, at - start);
    }

    static std::size_t number(const std::string &text)
    {
        if (text.empty() || text.size() > 7 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
            throw FontDoubt();
        return std::stoul(text);
    }

    std::size_t only(const char *word) const
    {
        const std::size_t at = m_private.find(word);
        if (at != std::string::npos && m_private.find(word, at + 1) < m_end)
            throw FontDoubt();
        return at;
    }

    /// "length RD bytes": the operator has any name, one space follows it.
    void readData(Entry &entry, std::size_t &at) const
    {
        entry.length = number(token(at));
        (void)token(at);
        entry.data = at + 1;
        if (entry.data + entry.length > m_end)
            throw FontDoubt();
        at = entry.data + entry.length;
    }

    void readSubroutines()
    {
        std::size_t at = only("/Subrs");
        if (at == std::string::npos)
            return;
        at += 6;
        const std::size_t count = number(token(at));
        if (token(at) != "array")
            throw FontDoubt();
        for (std::size_t next = at; token(next) == "dup" && m_subroutines.size() < count;) {
            Entry entry;
            entry.start = at;
            entry.name = std::to_string(number(token(next)));
            readData(entry, next);
            // "NP", or "noaccess put": up to the next "dup", or to what ends the array.
            std::size_t peek = next;
            for (std::string word = token(peek); word != "dup"; word = token(peek)) {
                if (word.empty())
                    throw FontDoubt();
                next = peek;
                if (word == "NP" || word == "|" || word == "put" || word == "readonly")
                    break;
            }
            entry.end = next;
            at = next;
            m_subroutines.push_back(entry);
        }
        m_subroutinesEnd = at;
        m_subroutinesAt = m_subroutines.empty() ? at : m_subroutines.front().start;
    }

    void readGlyphs()
    {
        std::size_t at = only("/CharStrings");
        if (at == std::string::npos || at < m_subroutinesEnd)
            throw FontDoubt();
        at += 12;
        m_countAt = at;
        (void)number(token(at));
        m_countEnd = at;
        for (std::string word = token(at); word != "begin"; word = token(at)) {
            if (word.empty())
                throw FontDoubt();
        }
        std::size_t next = at;
        for (std::string word = token(next); word != "end"; word = token(next)) {
            if (word.size() < 2 || word[0] != '/')
                throw FontDoubt();
            Entry entry;
            entry.start = at;
            entry.name = word.substr(1);
            readData(entry, next);
            for (std::size_t peek = next; next < m_end; next = peek) {
                word = token(peek);
                if (word.empty() || word[0] == '/' || word == "end")
                    break;
            }
            entry.end = at = next;
            m_glyphs.push_back(entry);
        }
        m_glyphsEnd = at;
        if (m_glyphs.empty())
            throw FontDoubt();
    }

    std::string program(const Entry &entry) const
    {
        const std::string bytes = m_private.substr(entry.data, entry.length);
        if (m_keyLength < 0)
            return bytes;
        const std::string plain = decrypted(bytes, glyphKey);
        return plain.size() < std::size_t(m_keyLength) ? std::string() : plain.substr(std::size_t(m_keyLength));
    }

    /// Adds the parts of accented letters to `names`. Answers the subroutines that are used.
    std::set<unsigned> walk(std::set<std::string> &names) const
    {
        std::vector<std::string> programs;
        for (const Entry &entry : m_subroutines) {
            const std::size_t index = std::stoul(entry.name);
            if (index > 0xffff)
                throw FontDoubt();
            programs.resize(std::max(programs.size(), index + 1));
            programs[index] = program(entry);
        }
        CharstringWalk walk(CharstringWalk::Kind::Type1, {programs.begin(), programs.end()}, {});
        std::set<std::string> done;
        for (bool grown = true; grown;) {
            grown = false;
            for (const Entry &entry : m_glyphs) {
                if (!names.contains(entry.name) || !done.insert(entry.name).second)
                    continue;
                walk.walk(program(entry));
                grown = true;
            }
            for (const unsigned code : walk.accents) {
                if (const char *name = CharstringWalk::standardName(code))
                    names.insert(name);
            }
        }
        std::set<unsigned> used = walk.localUsed;
        for (unsigned i = 0; i < 5; ++i)
            used.insert(i); // flexes and hints: the same in every font
        return used;
    }

    /// "dup 65 /A put" of the encoding, by code.
    struct Line {
        std::size_t start = 0;
        std::size_t end = 0;
        unsigned code = 0;
        std::string name;
    };

    std::vector<Line> encodingLines() const
    {
        std::vector<Line> lines;
        std::size_t at = m_clear.find("dup");
        for (; at != std::string::npos; at = m_clear.find("dup", at + 3)) {
            Line line;
            line.start = at;
            std::size_t next = at + 3;
            const auto skip = [&] {
                while (next < m_clear.size() && isSpace(m_clear[next]))
                    ++next;
            };
            skip();
            for (int digits = 0; next < m_clear.size() && m_clear[next] >= '0' && m_clear[next] <= '9' && digits < 3; ++digits)
                line.code = line.code * 10 + unsigned(m_clear[next++] - '0');
            skip();
            if (next >= m_clear.size() || m_clear[next] != '/')
                continue;
            for (++next; next < m_clear.size() && !isSpace(m_clear[next]); ++next)
                line.name += m_clear[next];
            skip();
            if (m_clear.compare(next, 3, "put") != 0)
                continue;
            next += 3;
            skip();
            line.end = next;
            lines.push_back(line);
        }
        return lines;
    }

    std::string emptySubroutine() const
    {
        if (m_keyLength < 0)
            return "\x0b";
        return encrypted(std::string(std::size_t(m_keyLength), '\0') + "\x0b", glyphKey);
    }

    std::string assemble(const std::set<std::string> &names, const std::set<unsigned> &used, int &blanked)
    {
        std::string text = m_private.substr(0, m_subroutinesAt);
        for (const Entry &entry : m_subroutines) {
            const std::string whole = m_private.substr(entry.start, entry.end - entry.start);
            if (used.contains(unsigned(std::stoul(entry.name)))) {
                text += whole;
                continue;
            }
            const std::string data = emptySubroutine();
            std::size_t at = entry.start;
            (void)token(at); // dup
            (void)token(at); // its number
            text += m_private.substr(entry.start, at - entry.start) + ' ' + std::to_string(data.size());
            (void)token(at);
            text += m_private.substr(at, entry.data - at) + data + m_private.substr(entry.data + entry.length, entry.end - entry.data - entry.length);
        }
        std::string glyphs;
        int left = 0;
        for (const Entry &entry : m_glyphs) {
            if (names.contains(entry.name)) {
                glyphs += m_private.substr(entry.start, entry.end - entry.start);
                ++left;
            }
        }
        blanked = int(m_glyphs.size()) - left;
        text += m_private.substr(m_subroutinesEnd, m_countAt - m_subroutinesEnd) + ' ' + std::to_string(left);
        text += m_private.substr(m_countEnd, m_glyphs.front().start - m_countEnd) + glyphs + m_private.substr(m_glyphsEnd, m_end - m_glyphsEnd) + '\n';
        m_clearOut = clearText(names);
        const std::string cipher = encrypted(text, fileKey);
        m_encryptedSize = cipher.size();
        std::string result = m_clearOut + cipher;
        if (m_trailer) {
            for (int i = 0; i < 8; ++i)
                result += std::string(64, '0') + '\n';
            result += "cleartomark\n";
        }
        return result;
    }

    /// Without the encoding's lines for glyphs that are gone.
    std::string clearText(const std::set<std::string> &names) const
    {
        std::string result;
        std::size_t from = 0;
        for (const Line &line : encodingLines()) {
            if (names.contains(line.name))
                continue;
            result += m_clear.substr(from, line.start - from);
            from = line.end;
        }
        return result + m_clear.substr(from);
    }

    std::string m_clear;
    std::string m_clearOut;
    std::size_t m_encryptedSize = 0;
    std::string m_private;
    std::size_t m_end = 0; ///< Of the private text, after "closefile".
    bool m_trailer = false;
    int m_keyLength = 4;
    std::vector<Entry> m_subroutines;
    std::vector<Entry> m_glyphs;
    std::size_t m_subroutinesAt = 0;
    std::size_t m_subroutinesEnd = 0;
    std::size_t m_countAt = 0;
    std::size_t m_countEnd = 0;
    std::size_t m_glyphsEnd = 0;
};

} // namespace

std::optional<Blanked> type1(const std::string &program, const GlyphsKept &kept)
{
    try {
        return Type1(program).run(kept);
    } catch (const FontDoubt &) {
        return {};
    }
}

} // namespace dw::fontblank
