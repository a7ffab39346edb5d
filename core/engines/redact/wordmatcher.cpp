#include "core/engines/redact/wordmatcher.h"

namespace dw {

namespace {

quint32 key(char16_t first, char16_t second)
{
    return quint32(first) << 16 | second;
}

} // namespace

WordMatcher::WordMatcher(const QStringList &words)
    : m_starts(65536)
{
    for (int i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word.isEmpty())
            continue;
        m_starts.setBit(word.at(0).unicode());
        m_words[key(word.at(0).unicode(), word.size() > 1 ? word.at(1).unicode() : u'\0')].append({word, i});
    }
}

QList<WordMatcher::Hit> WordMatcher::find(QStringView text) const
{
    QList<Hit> hits;
    const auto collect = [&](qsizetype at, quint32 start) {
        const auto words = m_words.constFind(start);
        if (words == m_words.constEnd())
            return;
        for (const Word &word : *words) {
            if (text.mid(at).startsWith(word.text))
                hits.append({at, word.index});
        }
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t first = text.at(i).unicode();
        if (!m_starts.testBit(first))
            continue;
        collect(i, key(first, 0));
        if (i + 1 < text.size() && text.at(i + 1).unicode() != 0)
            collect(i, key(first, text.at(i + 1).unicode()));
    }
    return hits;
}

} // namespace dw
