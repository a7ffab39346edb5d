#include "core/engines/redact/brokenwords.h"

#include "core/base/normaltext.h"

#include <QString>

namespace dw {

namespace {

QString comparable(const QString &text)
{
    QString result;
    for (const QChar c : compatibilityForm(text)) {
        if (!c.isSpace())
            result += c;
    }
    return result;
}

/// One of two glyphs that follow each other stands in another line or column.
bool isBroken(const QRectF &one, const QRectF &two)
{
    const double reach = std::max({one.width(), one.height(), two.width(), two.height()});
    return !one.adjusted(-reach, -reach, reach, reach).contains(two.center());
}

} // namespace

QList<QRectF> BrokenWords::find(const std::vector<KeptGlyph> &kept, const QString &word)
{
    const QString wanted = comparable(word);
    if (wanted.size() < 2)
        return {};
    QString text;
    std::vector<std::size_t> places; // one for each character
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const QString piece = comparable(kept[i].text);
        text += piece;
        places.insert(places.end(), std::size_t(piece.size()), i);
    }
    QList<QRectF> result;
    for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const std::size_t first = places[std::size_t(at)];
        const std::size_t last = places[std::size_t(at + wanted.size() - 1)];
        bool broken = false;
        for (std::size_t i = first + 1; i <= last; ++i)
            broken = broken || isBroken(kept[i - 1].bounds, kept[i].bounds);
        if (!broken)
            return {};
        for (std::size_t i = first; i <= last; ++i)
            result.append(kept[i].bounds);
    }
    return result;
}

} // namespace dw
