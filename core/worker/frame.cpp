#include "core/worker/frame.h"

#include <QtEndian>

#include <cstring>

namespace dw {

static constexpr char magic[4] = {'D', 'W', 'K', '1'};

std::array<char, FrameHeader::size> FrameHeader::encode() const
{
    std::array<char, size> bytes {};
    std::memcpy(bytes.data(), magic, sizeof magic);
    bytes[4] = static_cast<char>(type);
    qToLittleEndian(length, bytes.data() + 8);
    return bytes;
}

std::optional<FrameHeader> FrameHeader::decode(const char *bytes)
{
    if (std::memcmp(bytes, magic, sizeof magic) != 0)
        return std::nullopt;
    const auto type = static_cast<FrameType>(bytes[4]);
    switch (type) {
    case FrameType::Ready:
    case FrameType::Request:
    case FrameType::Progress:
    case FrameType::Result:
    case FrameType::Error:
        return FrameHeader {type, qFromLittleEndian<quint64>(bytes + 8)};
    }
    return std::nullopt;
}

} // namespace dw
