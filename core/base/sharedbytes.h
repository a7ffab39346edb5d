#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <cstdint>

namespace dw {

/// Bytes in an anonymous file of memory that another process may be shown without a copy: nothing on a disk, no name,
/// left out of core dumps, wiped on destruction. Filled once, then sealed: from then on nobody maps it for writing anew.
/// Move-only.
class SharedBytes
{
public:
    SharedBytes() = default;
    ~SharedBytes();

    SharedBytes(SharedBytes &&other) noexcept;
    SharedBytes &operator=(SharedBytes &&other) noexcept;
    SharedBytes(const SharedBytes &) = delete;
    SharedBytes &operator=(const SharedBytes &) = delete;

    /// `size` zero bytes, at least one. LimitExceeded "memory.full" when the system has none.
    static Result<SharedBytes> create(qint64 size);
    static Result<SharedBytes> copyOf(QByteArrayView bytes); ///< Sealed.

    std::uint8_t *data() { return m_data; } ///< For filling, and for looking at what the other side wrote.
    const std::uint8_t *data() const { return m_data; }
    QByteArrayView view() const { return {m_data, m_size}; }
    qint64 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    int descriptor() const { return m_file; } ///< Stays this object's; -1 when empty.

    /// No writing through new mappings. Also gives back what this process has mapped: the bytes then
    /// count once, where they are read.
    Result<> seal();

private:
    void clear();

    std::uint8_t *m_data = nullptr;
    qint64 m_size = 0;
    int m_file = -1;
};

} // namespace dw
