#pragma once

#include <QHash>
#include <QImage>

namespace dw {

/// Pictures of pages within a budget of bytes: those not looked at for longest go first. Of each page the newest only.
class PictureCache
{
public:
    explicit PictureCache(qint64 budget = 32LL << 20)
        : m_budget(budget)
    {
    }

    void put(int page, const QImage &picture);
    const QImage *find(int page); ///< Counts as looking at it. Null when there is none; valid until the next put().
    QSize sizeOf(int page) const { return m_entries.value(page).picture.size(); } ///< Does not count.
    void clear();

    qint64 bytes() const { return m_bytes; }
    qint64 budget() const { return m_budget; }

private:
    struct Entry {
        QImage picture;
        quint64 used = 0;
    };

    void remove(int page);

    const qint64 m_budget;
    qint64 m_bytes = 0;
    quint64 m_clock = 0;
    QHash<int, Entry> m_entries;
};

} // namespace dw
