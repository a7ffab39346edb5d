#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <span>

namespace dw {

/// Bytes that must not linger: kept in memory of their own that is locked against swapping where the system
/// allows, left out of core dumps, and wiped on destruction. Move-only, never printed.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); ///< `size` zero bytes.
    static SecretBytes copyOf(QByteArrayView bytes); ///< The caller wipes its own copy.
    ~SecretBytes();

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    SecretBytes clone() const;

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    std::uint8_t *data() { return m_data; }
    const std::uint8_t *data() const { return m_data; }
    std::span<const std::uint8_t> span() const { return {m_data, m_size}; }
    QByteArrayView view() const { return {m_data, static_cast<qsizetype>(m_size)}; }

    void resize(std::size_t size); ///< Keeps the common prefix; wipes what is given up.
    void append(QByteArrayView bytes);
    void clear();

    /// Compares without a data-dependent branch.
    bool equals(const SecretBytes &other) const;

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace dw
