#pragma once

#include "core/engines/redact/contentprogram.h"

#include <optional>
#include <string_view>

namespace dw {

/// Reads well-formed content streams several times faster than a parser that repairs. Gives up at anything unusual
/// (inline images, names with #, malformed numbers and strings); then qpdf's parser reads the stream, so that
/// there is only one reading of what is broken. What both read, they read alike.
class ContentLexer
{
public:
    explicit ContentLexer(std::string_view bytes);

    /// False: not for this lexer; `operations` is then of no use.
    bool read(std::vector<Operation> &operations);

private:
    using Objects = std::vector<QPDFObjectHandle>;

    bool readObject(Objects &to, int depth);
    bool readArray(Objects &to, int depth);
    bool readDictionary(Objects &to);
    bool readLiteral(std::string &to);
    bool readHex(std::string &to);
    bool readNumber(Objects &to);
    bool readName(Objects &to);
    std::string_view readWord();
    void skipSpace();
    bool atEnd() const { return m_at >= m_bytes.size(); }
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_bytes.size() ? m_bytes[m_at + ahead] : '\0'; }

    /// Numbers and names come again and again; nobody changes them, so one object serves all.
    struct Known {
        std::string_view word;
        std::optional<QPDFObjectHandle> object;
    };

    static std::size_t slotOf(std::string_view word);

    std::vector<Known> m_known;
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

} // namespace dw
