#include "core/engines/redact/streamstrip.h"

#include <cstdint>
#include <string_view>

namespace dw::streamstrip {

namespace {

unsigned at(const std::string &bytes, std::size_t position)
{
    return static_cast<unsigned char>(bytes[position]);
}

std::uint64_t bigEndian(const std::string &bytes, std::size_t position)
{
    return std::uint64_t(at(bytes, position)) << 24 | at(bytes, position + 1) << 16 | at(bytes, position + 2) << 8 | at(bytes, position + 3);
}

/// The length field of a JPEG segment whose marker is at `position`, or 0 if it runs past the end.
std::size_t segmentLength(const std::string &bytes, std::size_t position)
{
    if (position + 4 > bytes.size())
        return 0;
    const std::size_t length = at(bytes, position + 2) << 8 | at(bytes, position + 3);
    return length < 2 || position + 2 + length > bytes.size() ? 0 : length;
}

bool isStandAlone(unsigned marker)
{
    return (marker >= 0xd0 && marker <= 0xd7) || marker == 0x01;
}

/// Where the coded data that starts at `position` ends: at the next real marker.
std::size_t endOfScan(const std::string &bytes, std::size_t position)
{
    for (; position + 1 < bytes.size(); ++position) {
        const unsigned next = at(bytes, position + 1);
        if (at(bytes, position) == 0xff && next != 0 && next != 0xff && !(next >= 0xd0 && next <= 0xd7))
            return position;
    }
    return bytes.size();
}

bool startsWith(const std::string &bytes, std::size_t position, std::string_view text)
{
    return bytes.compare(position, text.size(), text) == 0;
}

} // namespace

std::optional<std::string> jpeg(const std::string &bytes)
{
    if (bytes.size() < 4 || at(bytes, 0) != 0xff || at(bytes, 1) != 0xd8)
        return std::nullopt;
    std::string result = bytes.substr(0, 2);
    std::size_t position = 2;
    while (position + 2 <= bytes.size()) {
        if (at(bytes, position) != 0xff)
            return std::nullopt;
        const unsigned marker = at(bytes, position + 1);
        if (marker == 0xff) { // fill byte
            ++position;
            continue;
        }
        if (marker == 0xd9)
            return result + bytes.substr(position, 2);
        if (isStandAlone(marker)) {
            result += bytes.substr(position, 2);
            position += 2;
            continue;
        }
        const std::size_t length = segmentLength(bytes, position);
        if (length == 0)
            return std::nullopt;
        const bool application = marker >= 0xe0 && marker <= 0xef;
        const bool adobe = marker == 0xee && length == 14 && startsWith(bytes, position + 4, "Adobe");
        if (marker == 0xe0 && length >= 16 && startsWith(bytes, position + 4, std::string_view("JFIF\0", 5))) {
            result += std::string("\xff\xe0\x00\x10", 4) + bytes.substr(position + 4, 12) + std::string(2, '\0');
        } else if (adobe || (!application && marker != 0xfe)) {
            result += bytes.substr(position, 2 + length);
        }
        position += 2 + length;
        if (marker == 0xda) {
            const std::size_t end = endOfScan(bytes, position);
            result += bytes.substr(position, end - position);
            position = end;
        }
    }
    return result + "\xff\xd9"; // cut short, as many cameras' files are: readers accept it
}

std::optional<std::string> jpeg2000(const std::string &bytes)
{
    if (bytes.size() > 4 && at(bytes, 0) == 0xff && at(bytes, 1) == 0x4f)
        return bytes; // a bare code stream has no boxes
    std::string result;
    std::size_t position = 0;
    while (position + 8 <= bytes.size()) {
        std::uint64_t length = 0;
        for (std::size_t i = 0; i < 4; ++i)
            length = length << 8 | at(bytes, position + i);
        const std::string type = bytes.substr(position + 4, 4);
        if (length == 1 && position + 16 <= bytes.size()) {
            length = 0;
            for (std::size_t i = 8; i < 16; ++i)
                length = length << 8 | at(bytes, position + i);
        } else if (length == 0) {
            length = bytes.size() - position;
        }
        if (length < 8 || length > bytes.size() - position)
            return std::nullopt;
        if (type == "jP  " || type == "ftyp" || type == "jp2h" || type == "jp2c")
            result += bytes.substr(position, std::size_t(length));
        position += std::size_t(length);
    }
    if (result.find("jp2c") == std::string::npos)
        return std::nullopt;
    return result;
}

std::optional<std::string> jbig2(const std::string &bytes)
{
    constexpr unsigned endOfPage = 49;
    constexpr unsigned endOfFile = 51;
    constexpr unsigned extension = 62;
    std::string result;
    std::size_t position = 0;
    while (position + 11 <= bytes.size()) {
        const std::uint64_t number = bigEndian(bytes, position);
        const unsigned flags = at(bytes, position + 4);
        std::uint64_t head = 6;
        std::uint64_t referred = at(bytes, position + 5) >> 5;
        if (referred == 7) {
            referred = bigEndian(bytes, position + 5) & 0x1fffffff;
            head = 9 + (referred + 8) / 8;
        }
        head += referred * (number <= 256 ? 1 : number <= 65536 ? 2 : 4) + ((flags & 0x40) != 0 ? 4 : 1);
        if (head + 4 > bytes.size() - position)
            return result.empty() ? std::nullopt : std::optional(result);
        const std::uint64_t length = bigEndian(bytes, position + std::size_t(head));
        const std::uint64_t left = bytes.size() - position - std::size_t(head) - 4;
        const unsigned type = flags & 63;
        if (length > left) // of unknown length, or cut short: the last one
            return result + bytes.substr(position);
        const std::size_t whole = std::size_t(head + 4 + length);
        if (type != endOfPage && type != endOfFile && type != extension)
            result += bytes.substr(position, whole);
        position += whole;
        if (type == endOfFile)
            break;
    }
    return result.empty() ? std::nullopt : std::optional(result);
}

std::optional<std::string> group4(const std::string &bytes)
{
    constexpr unsigned endOfBlock = 0x001001; // two EOLs of twelve bits
    constexpr unsigned mask = 0xffffff;
    constexpr std::size_t length = 24;
    unsigned window = mask;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        window = (window << 1 | (at(bytes, bit / 8) >> (7 - bit % 8) & 1U)) & mask;
        if (window != endOfBlock || bit + 1 < length)
            continue;
        std::string result = bytes.substr(0, bit / 8 + 1);
        const unsigned unused = unsigned(7 - bit % 8);
        result.back() = char(at(result, result.size() - 1) >> unused << unused);
        return result;
    }
    return std::nullopt;
}

std::string comments(const std::string &text)
{
    std::string result;
    int depth = 0; // of parentheses: % inside a string is no comment
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (depth > 0 && c == '\\' && i + 1 < text.size()) {
            result += text.substr(i++, 2);
            continue;
        }
        if (c == '(')
            ++depth;
        if (c == ')' && depth > 0)
            --depth;
        if (c == '%' && depth == 0) {
            while (i < text.size() && text[i] != '\n' && text[i] != '\r')
                ++i;
            result += '\n';
            continue;
        }
        result += c;
    }
    return result;
}

} // namespace dw::streamstrip
