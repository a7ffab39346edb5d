#pragma once

#include "core/engines/find/latinwords.h"
#include "core/engines/find/scanner.h"

namespace dw {

/// Names in Latin letters: persons (by titles, known names, cues), companies (leftwards from Ltd, LLC, GmbH ... or
/// from Capital, Holdings ...), addresses (around a number and a street).
class LatinNameScanner final : public Scanner
{
public:
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;
    void learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const override;

private:
    static qsizetype judgePerson(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static qsizetype judgeTitled(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static qsizetype judgeLowerPerson(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static qsizetype judgeSingle(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static void takeHanSurname(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static qsizetype judgeListed(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static qsizetype judgeReversed(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static bool isBeforeAddress(const LatinWords &words, qsizetype i);
    static qsizetype judgeDisplayName(const LatinWords &words, qsizetype last, QList<FoundSpan> &found);
    static void judgePartners(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static void judgePrefixed(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static void judgeLowerCompany(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static void judgeKnown(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static void judgeCompany(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static void judgeUnit(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
    static void judgeAddress(const LatinWords &words, qsizetype i, QList<FoundSpan> &found);
};

} // namespace dw
