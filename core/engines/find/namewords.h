#pragma once

#include "core/engines/find/wordset.h"

namespace dw {

/// What Chinese names of persons are made of, and the words around them.
struct NameWords {
    static const NameWords &instance();

    /// What one character is in a name. All 0 for most characters.
    struct Role {
        quint8 surname = 0; ///< How frequent a surname, 1 to 9.
        quint8 isOrdinary = 0; ///< A surname that ordinary text is full of.
        quint8 given = 0; ///< How much it points to a given name, 1 to 3.
        quint8 isCommon = 0; ///< Ordinary text is full of it.
        quint8 isNever = 0; ///< Stands in no given name: 的, 已.
    };
    Role role(char32_t c) const { return c >= first && c < first + m_roles.size() ? m_roles[c - first] : Role {}; }
    bool isSurname(char32_t c) const { return c >= first && c < first + m_roles.size() && m_roles[c - first].surname != 0; }

    WordSet compounds; ///< 欧阳 ...
    WordSet left, right; ///< Cues directly before and after; the value is how sure (1 to 5).
    WordSet titles; ///< What may follow a bare surname.
    WordSet noSurname; ///< 员工, 竣工.
    WordSet notNames; ///< Words that begin with a surname and are none.
    WordSet enders; ///< Words that end with a surname.
    WordSet transliterated; ///< Characters of foreign names.

private:
    static constexpr char32_t first = 0x3400;

    NameWords();
    void markCommon(const class WordLists &lists);

    std::vector<Role> m_roles;
};

} // namespace dw
