#pragma once

#include "core/engines/find/charset.h"
#include "core/engines/find/scanner.h"

namespace dw {

struct NameWords;

/// Chinese names of persons: a surname, one or two characters of a given name, and what stands around them. Every
/// sign has its points; enough of them make a name. Also minority and foreign names with a middle dot, and bare
/// surnames before a title (霍经理), which are found without the title.
class PersonScanner final : public Scanner
{
public:
    PersonScanner();
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;
    void learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const override;

    static CharSet beginnings(); ///< Characters at which it has to look.

private:
    struct Sign {
        int points = 0;
        qsizetype cue = 0; ///< Characters of the cue word; 0 if none.
        bool isCut = false; ///< A mark or an end stands there.
    };
    struct Candidate {
        qsizetype to = 0;
        bool isOpen = false; ///< Nothing tells that it ends there.
        bool isWeak = false; ///< What tells so may belong to the name.
        int points = 0;
        QString evidence;
    };

    Candidate bestAt(const MappedText &text, qsizetype at, qsizetype surname) const;
    qsizetype judge(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const;
    bool judgeTitle(const MappedText &text, qsizetype at, qsizetype surname, Sign left, QList<FoundSpan> &found) const;
    bool isPart(const MappedText &text, qsizetype k) const;
    qsizetype judgeNeighbours(const MappedText &text, qsizetype from, qsizetype to, QList<FoundSpan> &found) const;
    qsizetype judgeDotted(const MappedText &text, qsizetype dot, QList<FoundSpan> &found) const;
    Sign leftSign(const MappedText &text, qsizetype at) const;
    Sign rightSign(const MappedText &text, qsizetype to) const;
    int mostLeftOf(const MappedText &text, qsizetype at) const;
    int mostRightOf(const MappedText &text, qsizetype to) const;
    int surnamePoints(const MappedText &text, qsizetype at, qsizetype size) const;
    int givenPoints(char32_t c) const;
    int lastPoints(const MappedText &text, qsizetype last, const Sign &right) const;
    int breakPoints(const MappedText &text, qsizetype at, qsizetype to, const Sign &left, const Sign &right) const;
    int wordPoints(const MappedText &text, qsizetype at, qsizetype to, qsizetype surname) const;

    const NameWords &m_words;
};

} // namespace dw
