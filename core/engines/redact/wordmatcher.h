#pragma once

#include <QBitArray>
#include <QHash>
#include <QList>
#include <QString>

namespace dw {

/// Looks for many words at once in text, in one pass.
class WordMatcher
{
public:
    struct Hit {
        qsizetype at = 0;
        int word = 0; ///< Index into the words given.
    };

    explicit WordMatcher(const QStringList &words);

    /// Every place of every word, by place.
    QList<Hit> find(QStringView text) const;

private:
    static quint64 keyOf(QStringView text);

    QHash<QString, QList<int>> m_words; ///< Thousands of numbers begin alike: they are looked up whole.
    QHash<quint64, QList<qsizetype>> m_lengths; ///< Of the words with these first units (up to four).
    QBitArray m_starts; ///< First units.
    QBitArray m_keySizes; ///< Which of one to four units there are keys of.
};

} // namespace dw
