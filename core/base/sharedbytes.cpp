#include "core/base/sharedbytes.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace dw {

using namespace Qt::StringLiterals;

SharedBytes::~SharedBytes()
{
    clear();
}

SharedBytes::SharedBytes(SharedBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_file(std::exchange(other.m_file, -1))
{
}

SharedBytes &SharedBytes::operator=(SharedBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_file = std::exchange(other.m_file, -1);
    }
    return *this;
}

void SharedBytes::clear()
{
    if (m_data) {
        explicit_bzero(m_data, std::size_t(m_size));
        munmap(m_data, std::size_t(m_size));
    }
    if (m_file >= 0)
        ::close(m_file);
    m_data = nullptr;
    m_size = 0;
    m_file = -1;
}

Result<SharedBytes> SharedBytes::create(qint64 size)
{
    SharedBytes bytes;
    bytes.m_file = memfd_create("dealward", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    // Of a fixed size from the start: who is shown it cannot cut it short under our feet.
    if (size <= 0 || bytes.m_file < 0 || ftruncate(bytes.m_file, size) != 0 || fcntl(bytes.m_file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0)
        return fail(ErrorCode::LimitExceeded, u"memory.full"_s, {}, u"memfd: %1"_s.arg(errno));
    void *memory = mmap(nullptr, std::size_t(size), PROT_READ | PROT_WRITE, MAP_SHARED, bytes.m_file, 0);
    if (memory == MAP_FAILED)
        return fail(ErrorCode::LimitExceeded, u"memory.full"_s, {}, u"mmap: %1"_s.arg(errno));
    madvise(memory, std::size_t(size), MADV_DONTDUMP);
    bytes.m_data = static_cast<std::uint8_t *>(memory);
    bytes.m_size = size;
    return bytes;
}

Result<SharedBytes> SharedBytes::copyOf(QByteArrayView from)
{
    DW_ASSIGN(SharedBytes bytes, create(from.size()));
    std::memcpy(bytes.m_data, from.data(), std::size_t(from.size()));
    DW_TRY(bytes.seal());
    return bytes;
}

Result<> SharedBytes::seal()
{
    if (fcntl(m_file, F_ADD_SEALS, F_SEAL_FUTURE_WRITE | F_SEAL_SEAL) != 0)
        return fail(ErrorCode::Io, u"memory.full"_s, {}, u"seal: %1"_s.arg(errno));
    madvise(m_data, std::size_t(m_size), MADV_DONTNEED); // of a shared mapping this drops the pages from here, not their content
    return {};
}

} // namespace dw
