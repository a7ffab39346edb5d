#include "core/engines/redact/wordmatcher.h"

#include <algorithm>

namespace dw {

namespace {

constexpr qsizetype unitsOfKey = 4;

} // namespace

quint64 WordMatcher::keyOf(QStringView text)
{
    quint64 key = 0;
    for (qsizetype i = 0; i < std::min(text.size(), unitsOfKey); ++i)
        key |= quint64(text.at(i).unicode()) << (16 * i);
    return key;
}

WordMatcher::WordMatcher(const QStringList &words)
    : m_starts(65536)
    , m_keySizes(unitsOfKey + 1)
{
    for (int i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word.isEmpty())
            continue;
        m_starts.setBit(word.at(0).unicode());
        m_keySizes.setBit(std::min(word.size(), unitsOfKey));
        m_words[word].append(i);
        QList<qsizetype> &lengths = m_lengths[keyOf(word)];
        if (!lengths.contains(word.size()))
            lengths.append(word.size());
    }
}

QList<WordMatcher::Hit> WordMatcher::find(QStringView text) const
{
    QList<Hit> hits;
    QString piece;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!m_starts.testBit(text.at(i).unicode()))
            continue;
        const qsizetype left = text.size() - i;
        for (qsizetype units = 1; units <= std::min(left, unitsOfKey); ++units) {
            if (!m_keySizes.testBit(units))
                continue;
            const auto lengths = m_lengths.constFind(keyOf(text.mid(i, units)));
            if (lengths == m_lengths.constEnd())
                continue;
            for (const qsizetype length : *lengths) {
                if (std::min(length, unitsOfKey) != units || length > left)
                    continue; // U+0000 fills a shorter key
                piece.setRawData(text.data() + i, length);
                const auto words = m_words.constFind(piece);
                for (qsizetype k = 0; words != m_words.constEnd() && k < words->size(); ++k)
                    hits.append({i, words->at(k)});
            }
        }
    }
    return hits;
}

} // namespace dw
