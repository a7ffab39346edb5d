#pragma once

#include "core/engines/find/charset.h"
#include "core/engines/find/scanner.h"

namespace dw {

struct CompanyName;
class CompanyNameParser;

/// Names of Chinese companies, partnerships, firms: from the legal form leftwards to a cue, a region or a mark;
/// with brackets, （有限合伙）, branches. Also short names that a trade tells (远达科技) and 株式会社. Generic ones
/// (目标公司, 有限责任公司 by itself) are none. What a full name is called for short is looked for everywhere else.
class CompanyScanner final : public Scanner
{
public:
    CompanyScanner();
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;
    void learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const override;

    static CharSet endings(); ///< Characters at which it has to look.

private:
    static std::vector<quint8> makeLasts();
    void judge(const MappedText &text, qsizetype end, QList<FoundSpan> &found) const;
    void judgeBrand(const MappedText &text, qsizetype at, QList<FoundSpan> &found) const;
    void judgeFund(const MappedText &text, qsizetype open, QList<FoundSpan> &found) const;
    bool judgeBranch(const MappedText &text, qsizetype end, QList<FoundSpan> &found) const;
    bool judgeJapanese(const MappedText &text, qsizetype form, qsizetype end, QList<FoundSpan> &found) const;
    static void addWithTrades(const MappedText &text, const CompanyName &name, DocumentNotes &notes);
    static void addShortNames(const MappedText &text, const CompanyName &name, DocumentNotes &notes);

    std::vector<quint8> m_lasts; ///< By character less 0x4E00: what a form or a short name may end with.
};

} // namespace dw
