#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dw {

/// Follows glyph programs (Type 2 of CFF, Type 1) to find which subroutines and which other glyphs they use.
/// Throws FontDoubt when a program is broken, or computes what it calls.
class CharstringWalk
{
public:
    enum class Kind { Type1, Type2 };

    CharstringWalk(Kind kind, std::vector<std::string_view> local, std::vector<std::string_view> global);

    void walk(std::string_view glyph);

    std::set<unsigned> localUsed;
    std::set<unsigned> globalUsed;
    std::set<unsigned> accents; ///< Codes of StandardEncoding whose glyphs are parts of those walked.

    /// Of StandardEncoding; nullptr when the code has none.
    static const char *standardName(unsigned code);

    /// Its number among the standard strings of CFF; 0 for none.
    static unsigned standardString(unsigned code);

private:
    struct State {
        std::vector<int> stack;
        std::vector<int> given; ///< Type 1: what other subroutines left for pop.
        unsigned hints = 0;
        bool ended = false;
    };

    void run(std::string_view code, State &state, int depth);
    bool pushNumber(std::string_view code, std::size_t &at, State &state) const;
    void operation(std::string_view code, std::size_t &at, unsigned name, State &state, int depth);
    void escape1(unsigned name, State &state);
    static void escape2(unsigned name, State &state);
    void call(State &state, bool global, int depth);
    void end(State &state);

    Kind m_kind;
    std::vector<std::string_view> m_local;
    std::vector<std::string_view> m_global;
    long m_steps = 0;
};

} // namespace dw
