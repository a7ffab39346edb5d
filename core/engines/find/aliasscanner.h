#pragma once

#include "core/engines/find/scanner.h"
#include "core/engines/find/wordset.h"

namespace dw {

/// Short names that the text itself defines: 某某有限公司（以下简称“远达”）, Beta Holdings Limited (the "Beta Group").
/// Roles (甲方, the "Company") are none. What is found is then looked for in the whole document.
class AliasScanner final : public Scanner
{
public:
    AliasScanner();
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;
    void learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const override;

private:
    qsizetype judge(const MappedText &text, qsizetype open, qsizetype at, QList<FoundSpan> &found) const;
    bool isAfterCompany(const MappedText &text, qsizetype open) const;
    bool isGeneric(const MappedText &text, qsizetype from, qsizetype to) const;
    bool looksLikeCompany(const MappedText &text, qsizetype from, qsizetype to) const;

    WordSet m_latinForms, m_latinRoles;
};

} // namespace dw
