#include "core/engines/redact/brokenwords.h"

#include "core/base/normaltext.h"

#include <QHash>

namespace dw {

namespace {

/// One of two glyphs that follow each other stands in another line or column.
bool isBroken(const QRectF &one, const QRectF &two)
{
    const double reach = std::max({one.width(), one.height(), two.width(), two.height()});
    return !one.adjusted(-reach, -reach, reach, reach).contains(two.center());
}

} // namespace

BrokenWords::BrokenWords(const std::vector<KeptGlyph> &kept)
    : m_kept(kept)
{
    QHash<QString, QString> known; // a page has few different glyphs
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i].text.size() == 1 && kept[i].text.front() > u' ' && kept[i].text.front() < u'\x7f') {
            m_text += kept[i].text.front();
            m_places.push_back(i);
            continue;
        }
        auto piece = known.constFind(kept[i].text);
        if (piece == known.cend())
            piece = known.insert(kept[i].text, comparableForm(kept[i].text));
        m_text += *piece;
        m_places.insert(m_places.end(), std::size_t(piece->size()), i);
    }
}

QList<QRectF> BrokenWords::find(const QString &word) const
{
    const QString wanted = comparableForm(word);
    if (wanted.size() < 2)
        return {};
    QList<QRectF> result;
    for (qsizetype at = m_text.indexOf(wanted); at >= 0; at = m_text.indexOf(wanted, at + 1)) {
        const std::size_t first = m_places[std::size_t(at)];
        const std::size_t last = m_places[std::size_t(at + wanted.size() - 1)];
        bool broken = false;
        for (std::size_t i = first + 1; i <= last; ++i)
            broken = broken || isBroken(m_kept[i - 1].bounds, m_kept[i].bounds);
        if (!broken)
            return {};
        for (std::size_t i = first; i <= last; ++i)
            result.append(m_kept[i].bounds);
    }
    return result;
}

} // namespace dw
