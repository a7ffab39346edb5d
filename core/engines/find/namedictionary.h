#pragma once

#include "core/engines/find/scanner.h"

#include <unordered_map>

namespace dw {

/// One of the names that somebody has told us to look for.
struct DictionaryName {
    QString text;
    QString type; ///< "COMPANY", "PERSON" or a category of the user's own.
};

/// Finds the deal's own names: whatever their width, case, traditional or simplified characters, and with the
/// spaces that extractors invent. The longest name at each place wins. A Latin name is found as whole words only.
class NameDictionary final : public Scanner
{
public:
    explicit NameDictionary(const QList<DictionaryName> &names);

    bool isEmpty() const { return m_names.empty(); }
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

    /// `text` as names are compared.
    static std::u32string normalised(QStringView text);

private:
    struct Name {
        std::u32string text;
        QString type;
    };

    const Name *longestAt(const std::u32string &folded, std::size_t from) const;

    std::vector<Name> m_names; // sorted by text
    std::unordered_map<char32_t, std::pair<std::size_t, std::size_t>> m_byFirst; ///< Range in m_names.
};

} // namespace dw
