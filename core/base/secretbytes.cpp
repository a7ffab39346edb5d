#include "core/base/secretbytes.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace dw {

namespace {

std::size_t roundToPages(std::size_t size)
{
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

// Whole pages of their own: munlock of one secret must not unlock a neighbour's page.
std::uint8_t *allocate(std::size_t capacity)
{
    void *memory = mmap(nullptr, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    mlock(memory, capacity); // best effort: RLIMIT_MEMLOCK may be small
    madvise(memory, capacity, MADV_DONTDUMP);
    return static_cast<std::uint8_t *>(memory);
}

} // namespace

SecretBytes::SecretBytes(std::size_t size)
{
    resize(size);
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes result;
    result.append(bytes);
    return result;
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes SecretBytes::clone() const
{
    return copyOf(view());
}

void SecretBytes::resize(std::size_t size)
{
    if (size > m_capacity) {
        const std::size_t capacity = roundToPages(size);
        std::uint8_t *fresh = allocate(capacity);
        const std::size_t kept = m_size;
        if (kept > 0)
            std::memcpy(fresh, m_data, kept);
        clear();
        m_data = fresh;
        m_capacity = capacity;
        m_size = kept;
    }
    if (size < m_size)
        explicit_bzero(m_data + size, m_size - size);
    m_size = size;
}

void SecretBytes::append(QByteArrayView bytes)
{
    const std::size_t old = m_size;
    resize(old + static_cast<std::size_t>(bytes.size()));
    if (!bytes.isEmpty())
        std::memcpy(m_data + old, bytes.data(), static_cast<std::size_t>(bytes.size()));
}

void SecretBytes::clear()
{
    if (m_data) {
        explicit_bzero(m_data, m_capacity);
        munlock(m_data, m_capacity);
        munmap(m_data, m_capacity);
    }
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

bool SecretBytes::equals(const SecretBytes &other) const
{
    if (m_size != other.m_size)
        return false;
    std::uint8_t difference = 0;
    for (std::size_t i = 0; i < m_size; ++i)
        difference = static_cast<std::uint8_t>(difference | (m_data[i] ^ other.m_data[i]));
    return difference == 0;
}

} // namespace dw
