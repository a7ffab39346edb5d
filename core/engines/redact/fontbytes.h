#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace dw {

/// Thrown inside the classes that take font programs apart: something is not as it should be, keep the font.
struct FontDoubt { };

/// Big-endian numbers of a font program, nothing read outside it.
class FontBytes
{
public:
    explicit FontBytes(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    std::size_t size() const { return m_bytes.size(); }

    std::string_view part(std::size_t at, std::size_t length) const
    {
        if (at > m_bytes.size() || length > m_bytes.size() - at)
            throw FontDoubt();
        return m_bytes.substr(at, length);
    }

    unsigned number(std::size_t at, unsigned length) const
    {
        unsigned value = 0;
        for (const char byte : part(at, length))
            value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    }

    unsigned byte(std::size_t at) const { return number(at, 1); }
    unsigned word(std::size_t at) const { return number(at, 2); }
    unsigned full(std::size_t at) const { return number(at, 4); }

    static void append(std::string &to, unsigned value, unsigned length)
    {
        for (unsigned i = length; i-- > 0;)
            to += static_cast<char>(value >> (8 * i) & 0xff);
    }

private:
    std::string_view m_bytes;
};

} // namespace dw
