#pragma once

#include <QByteArray>

#include <array>
#include <optional>

namespace dw {

enum class FrameType : quint8 {
    Ready = 'S', ///< Worker to parent, once: the sandbox report.
    Request = 'Q', ///< Parent to worker: {"kind", "params"}.
    Progress = 'P', ///< Worker to parent: {"done", "total"} or {"stage"}.
    Result = 'R', ///< Worker to parent: the answer's map.
    Error = 'E', ///< Worker to parent: {"code", "reason", "args", "detail"}.
};

/// What goes before every CBOR payload on the wire: magic, type, length (little endian).
struct FrameHeader {
    static constexpr qsizetype size = 16;

    FrameType type = FrameType::Error;
    quint64 length = 0;

    std::array<char, size> encode() const;
    static std::optional<FrameHeader> decode(const char *bytes); ///< `size` bytes; nothing if it is no header.
};

} // namespace dw
