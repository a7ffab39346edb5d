#pragma once

#include "core/engines/find/wordset.h"

namespace dw {

/// The words that names of companies are made of, and those that stand around them.
struct OrganisationWords {
    static const OrganisationWords &instance();

    enum Cut : quint8 { Doubtful = 1, Sure = 2 }; ///< Values of `cues`.
    enum Brand : quint8 { None = 0, Possible = 1, Strong = 2 };

    WordSet forms; ///< 有限公司, 律师事务所 ...
    WordSet branches; ///< 分公司, 支行 ...
    WordSet trades; ///< 科技, 生物医药 ...
    WordSet shortTrades; ///< Those that make a short name.
    WordSet cues; ///< What ends before a name begins.
    WordSet whole; ///< Words in which a cue's character cuts nothing.
    WordSet generic; ///< 目标 in 目标公司.
    WordSet genericAliases; ///< 甲方, 标的公司 ...
    WordSet banks; ///< Known to everybody.
    WordSet regional; ///< With a bare region a name: 能源 in 湖北能源.
    WordSet ordinary; ///< Ordinary words of brand characters.

    Brand brand(char32_t c) const { return c >= 0x4E00 && c < 0x4E00 + m_brands.size() ? Brand(m_brands[c - 0x4E00]) : None; }

private:
    OrganisationWords();

    std::vector<quint8> m_brands;
};

} // namespace dw
