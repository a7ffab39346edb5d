#include "core/engines/redact/tounicode.h"

#include <map>
#include <vector>

namespace dw::tounicode {

namespace {

/// The tokens of a CMap: "<hex>" without white space, "[", "]" and words; strings and comments are left out.
class Tokens
{
public:
    explicit Tokens(const std::string &text)
        : m_text(text)
    {
    }

    std::string next()
    {
        static const std::string space(" \t\r\n\f\0", 6);
        static const std::string ends(" \t\r\n\f\0<>[](){}/%", 16);
        for (;;) {
            m_at = m_text.find_first_not_of(space, m_at);
            if (m_at == std::string::npos)
                return {};
            if (m_text[m_at] != '%')
                break;
            m_at = m_text.find_first_of("\r\n", m_at);
        }
        const std::size_t start = m_at++;
        const char first = m_text[start];
        if (first == '<' && m_at < m_text.size() && m_text[m_at] != '<') {
            std::string hex;
            for (; m_at < m_text.size() && m_text[m_at] != '>'; ++m_at) {
                if (space.find(m_text[m_at]) == std::string::npos)
                    hex += m_text[m_at];
            }
            ++m_at;
            return '<' + hex + '>';
        }
        if (std::string("<>[](){}").find(first) != std::string::npos)
            return std::string(1, first);
        m_at = std::min(m_text.find_first_of(ends, m_at), m_text.size());
        return m_text.substr(start, m_at - start);
    }

private:
    const std::string &m_text;
    std::size_t m_at = 0;
};

struct NotUnderstood { };

bool isHex(const std::string &token)
{
    return token.size() >= 2 && token[0] == '<';
}

quint32 codeOf(const std::string &token)
{
    if (!isHex(token) || token.size() > 10 || token.find_first_not_of("0123456789abcdefABCDEF", 1) != token.size() - 1)
        throw NotUnderstood();
    return quint32(std::stoul('0' + token.substr(1, token.size() - 2), nullptr, 16));
}

/// `<hex>` with its last two bytes (or all) greater by `more`.
std::string advanced(const std::string &hex, quint32 more)
{
    const std::string digits = hex.substr(1, hex.size() - 2);
    if (more == 0)
        return hex;
    const std::size_t tail = std::min<std::size_t>(digits.size(), 4);
    static const char *const letters = "0123456789ABCDEF";
    quint32 value = quint32(std::stoul('0' + digits.substr(digits.size() - tail), nullptr, 16)) + more;
    std::string result(tail, '0');
    for (std::size_t i = tail; i-- > 0; value >>= 4)
        result[i] = letters[value & 15];
    return '<' + digits.substr(0, digits.size() - tail) + result + '>';
}

struct Line {
    std::string code;
    std::string text;
};

class Reader
{
public:
    Reader(const std::string &cmap, const std::set<quint32> &codes)
        : m_tokens(cmap)
        , m_codes(codes)
    {
        for (std::string token = m_tokens.next(); !token.empty(); token = m_tokens.next()) {
            if (token == "usecmap")
                throw NotUnderstood();
            if (token == "begincodespacerange")
                spaces();
            else if (token == "beginbfchar")
                characters();
            else if (token == "beginbfrange")
                ranges();
        }
    }

    std::vector<std::pair<std::string, std::string>> codeSpaces;
    std::map<quint32, Line> lines;

private:
    void spaces()
    {
        for (std::string low = m_tokens.next(); isHex(low); low = m_tokens.next()) {
            const std::string high = m_tokens.next();
            (void)codeOf(low);
            (void)codeOf(high);
            codeSpaces.emplace_back(low, high);
        }
    }

    void characters()
    {
        for (std::string code = m_tokens.next(); isHex(code); code = m_tokens.next())
            add(codeOf(code), code, m_tokens.next());
    }

    void ranges()
    {
        for (std::string low = m_tokens.next(); isHex(low); low = m_tokens.next()) {
            const quint32 first = codeOf(low);
            const quint32 last = codeOf(m_tokens.next());
            std::string text = m_tokens.next();
            const bool list = text == "[";
            std::vector<std::string> texts;
            for (text = list ? m_tokens.next() : text; list && text != "]"; text = m_tokens.next()) {
                if (!isHex(text))
                    throw NotUnderstood();
                texts.push_back(text);
            }
            for (auto it = m_codes.lower_bound(first); it != m_codes.end() && *it <= last; ++it) {
                const quint32 step = *it - first;
                if (!list)
                    add(*it, advanced(low, step), isHex(text) ? advanced(text, step) : text);
                else if (step < texts.size())
                    add(*it, advanced(low, step), texts[step]);
            }
        }
    }

    void add(quint32 code, const std::string &coded, const std::string &text)
    {
        if (!isHex(text) || text.find_first_not_of("0123456789abcdefABCDEF", 1) != text.size() - 1)
            throw NotUnderstood();
        if (m_codes.contains(code))
            lines[code] = {coded, text};
    }

    Tokens m_tokens;
    const std::set<quint32> &m_codes;
};

const std::string tail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

std::string head(const std::string &more, const std::string &ordering)
{
    return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (" + ordering
        + ") /Supplement 0 >> def\n/CMapName /Adobe-Identity-" + ordering + " def\n" + more;
}

std::string codeSpaces(const Reader &reader)
{
    if (reader.codeSpaces.empty())
        return {};
    std::string result = std::to_string(reader.codeSpaces.size()) + " begincodespacerange\n";
    for (const auto &[low, high] : reader.codeSpaces)
        result += low + ' ' + high + '\n';
    return result + "endcodespacerange\n";
}

std::string sections(const std::string &kind, const std::vector<std::string> &lines)
{
    constexpr std::size_t mostLines = 100; // of one section
    std::string result;
    for (std::size_t i = 0; i < lines.size(); i += mostLines) {
        const std::size_t end = std::min(i + mostLines, lines.size());
        result += std::to_string(end - i) + " begin" + kind + '\n';
        for (std::size_t j = i; j < end; ++j)
            result += lines[j] + '\n';
        result += "end" + kind + '\n';
    }
    return result;
}

} // namespace

std::optional<std::string> only(const std::string &cmap, const std::set<quint32> &codes)
{
    try {
        const Reader reader(cmap, codes);
        std::vector<std::string> lines;
        for (const auto &[code, line] : reader.lines)
            lines.push_back(line.code + ' ' + line.text);
        return head("/CMapType 2 def\n", "UCS") + codeSpaces(reader) + sections("bfchar", lines) + tail;
    } catch (const NotUnderstood &) {
        return {};
    }
}

std::optional<std::string> cidsOnly(const std::string &cmap, const std::map<quint32, Cid> &cids, bool vertical)
{
    try {
        const std::set<quint32> none;
        const Reader reader(cmap, none);
        std::vector<std::string> lines;
        for (const auto &[code, cid] : cids) {
            static const char *const letters = "0123456789abcdef";
            std::string hex;
            for (int i = cid.length * 2; i-- > 0;)
                hex += letters[code >> (4 * i) & 15];
            lines.push_back('<' + hex + "> " + std::to_string(cid.cid));
        }
        return head("/CMapType 1 def\n/WMode " + std::to_string(vertical ? 1 : 0) + " def\n", "Identity") + codeSpaces(reader)
            + sections("cidchar", lines) + tail;
    } catch (const NotUnderstood &) {
        return {};
    }
}

} // namespace dw::tounicode
