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
    struct Word {
        QString text;
        int index = 0;
    };

    QHash<quint32, QList<Word>> m_words; ///< By their first two units; of words of one unit the second is 0.
    QBitArray m_starts; ///< First units.
};

} // namespace dw
