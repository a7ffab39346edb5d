#pragma once

#include <QBitArray>
#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace dw {

/// Looks for many words at once in bytes, in every encoding a PDF may hold them in: UTF-8, Latin-1, UTF-16BE and LE,
/// GBK, Big5, Shift_JIS, EUC-KR. Forms shorter than four bytes are left out: they are found by chance.
class WordScanner
{
public:
    static constexpr qsizetype shortest = 4;

    explicit WordScanner(const QStringList &words);

    /// Indices of the words found in `bytes` as they are.
    QSet<int> scan(QByteArrayView bytes) const;

    /// The same in what the strings of a content stream or object say: literal strings with their escapes, hex strings,
    /// and strings that a TJ array cuts into pieces.
    QSet<int> scanStrings(QByteArrayView content) const;

    /// Every string of a content stream decoded; those with only numbers between them are joined, others end in a line feed.
    static QByteArray decodedStrings(QByteArrayView content);

private:
    QHash<QByteArray, QList<int>> m_forms; ///< Thousands of numbers begin alike: they are looked up whole.
    QHash<quint32, QList<qsizetype>> m_lengths; ///< Of the forms with these first four bytes.
    QBitArray m_starts; ///< Of the first two bytes: most positions are dismissed here.
};

} // namespace dw
