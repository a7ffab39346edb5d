#include "ui/viewer/picturecache.h"

#include <algorithm>

namespace dw {

void PictureCache::put(int page, const QImage &picture)
{
    remove(page);
    m_bytes += picture.sizeInBytes();
    m_entries.insert(page, {picture, ++m_clock});
    // The newest stays whatever its size: it is what is looked at.
    while (m_bytes > m_budget && m_entries.size() > 1) {
        const auto oldest = std::min_element(m_entries.cbegin(), m_entries.cend(), [](const Entry &a, const Entry &b) { return a.used < b.used; });
        remove(oldest.key());
    }
}

const QImage *PictureCache::find(int page)
{
    const auto at = m_entries.find(page);
    if (at == m_entries.end())
        return nullptr;
    at->used = ++m_clock;
    return &at->picture;
}

void PictureCache::remove(int page)
{
    const auto at = m_entries.constFind(page);
    if (at == m_entries.cend())
        return;
    m_bytes -= at->picture.sizeInBytes();
    m_entries.erase(at);
}

void PictureCache::clear()
{
    m_entries.clear();
    m_bytes = 0;
}

} // namespace dw
