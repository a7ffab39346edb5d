#pragma once

#include "core/engines/find/charset.h"
#include "core/engines/find/scanner.h"
#include "core/engines/find/wordset.h"

namespace dw {

struct NameWords;

/// Chinese names of persons that no surname gives away: behind a sure cue up to a boundary (代理人么振国, 丙方：斯琴高娃),
/// of parts that minority names are made of (达瓦次仁), foreign ones before a title
/// (史密斯先生), nicknames (老王), and what stands in a row with names that the scanners before it found.
class CuedPersonScanner final : public Scanner
{
public:
    CuedPersonScanner();
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

    const CharSet &signs() const { return m_signs; } ///< Characters at which it has to look.

private:
    bool judgeAfterCue(const MappedText &text, qsizetype after, QList<FoundSpan> &found) const;
    bool judgeParts(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const;
    void judgeForeign(const MappedText &text, qsizetype title, QList<FoundSpan> &found) const;
    void judgeNickname(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const;
    void judgeBeside(const MappedText &text, const QList<FoundSpan> &found, QList<FoundSpan> &more) const;
    void judgeBracket(const MappedText &text, qsizetype begin, qsizetype end, QList<FoundSpan> &more) const;
    bool mayBeName(const MappedText &text, qsizetype from, qsizetype to, bool isInList = false) const;
    bool mayFollowCue(const MappedText &text, qsizetype at) const;
    bool endsThere(const MappedText &text, qsizetype to) const;
    bool beginsThere(const MappedText &text, qsizetype from) const;
    bool isForeignPart(const MappedText &text, qsizetype k) const;

    const NameWords &m_words;
    WordSet m_parts; ///< 扎西, 古丽 ...
    CharSet m_cueEnds, m_partStarts, m_signs;
};

} // namespace dw
