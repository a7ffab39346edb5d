#include "core/engines/redact/charstringwalk.h"

#include "core/engines/redact/fontbytes.h"

#include <algorithm>
#include <array>

namespace dw {

namespace {

constexpr long mostSteps = 50'000'000;
constexpr int deepest = 12;
constexpr std::size_t fullStack = 600;

/// The glyphs of StandardEncoding in the order of the codes: also the order of the first standard strings of CFF.
constexpr std::array<const char *, 150> names {".notdef", "space", "exclam", "quotedbl", "numbersign", "dollar", "percent", "ampersand",
    "quoteright", "parenleft", "parenright", "asterisk", "plus", "comma", "hyphen", "period", "slash", "zero", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "colon", "semicolon", "less", "equal", "greater", "question", "at", "A", "B", "C", "D", "E",
    "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "bracketleft", "backslash",
    "bracketright", "asciicircum", "underscore", "quoteleft", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
    "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "braceleft", "bar", "braceright", "asciitilde", "exclamdown", "cent",
    "sterling", "fraction", "yen", "florin", "section", "currency", "quotesingle", "quotedblleft", "guillemotleft", "guilsinglleft",
    "guilsinglright", "fi", "fl", "endash", "dagger", "daggerdbl", "periodcentered", "paragraph", "bullet", "quotesinglbase",
    "quotedblbase", "quotedblright", "guillemotright", "ellipsis", "perthousand", "questiondown", "grave", "acute", "circumflex", "tilde",
    "macron", "breve", "dotaccent", "dieresis", "ring", "cedilla", "hungarumlaut", "ogonek", "caron", "emdash", "AE", "ordfeminine",
    "Lslash", "Oslash", "OE", "ordmasculine", "ae", "dotlessi", "lslash", "oslash", "oe", "germandbls"};
static_assert(std::string_view(names.back()) == "germandbls");

struct Run {
    unsigned first;
    unsigned last;
    unsigned string;
};

constexpr std::array<Run, 14> runs {{{32, 126, 1}, {161, 175, 96}, {177, 180, 111}, {182, 189, 115}, {191, 191, 123}, {193, 200, 124},
    {202, 203, 132}, {205, 208, 134}, {225, 225, 138}, {227, 227, 139}, {232, 235, 140}, {241, 241, 144}, {245, 245, 145}, {248, 251, 146}}};

} // namespace

unsigned CharstringWalk::standardString(unsigned code)
{
    for (const Run &run : runs) {
        if (code >= run.first && code <= run.last)
            return run.string + code - run.first;
    }
    return 0;
}

const char *CharstringWalk::standardName(unsigned code)
{
    const unsigned string = standardString(code);
    return string == 0 ? nullptr : names[string];
}

CharstringWalk::CharstringWalk(Kind kind, std::vector<std::string_view> local, std::vector<std::string_view> global)
    : m_kind(kind)
    , m_local(std::move(local))
    , m_global(std::move(global))
{
}

void CharstringWalk::walk(std::string_view glyph)
{
    State state;
    run(glyph, state, 0);
}

void CharstringWalk::run(std::string_view code, State &state, int depth)
{
    if (depth > deepest)
        throw FontDoubt();
    for (std::size_t at = 0; at < code.size() && !state.ended;) {
        if (++m_steps > mostSteps || state.stack.size() > fullStack)
            throw FontDoubt();
        if (pushNumber(code, at, state))
            continue;
        const unsigned name = static_cast<unsigned char>(code[at++]);
        if (name == 11) // return
            return;
        operation(code, at, name, state, depth);
    }
}

bool CharstringWalk::pushNumber(std::string_view code, std::size_t &at, State &state) const
{
    const FontBytes bytes(code);
    const unsigned first = bytes.byte(at);
    if (first == 28 && m_kind == Kind::Type2) {
        state.stack.push_back(static_cast<qint16>(bytes.word(at + 1)));
        at += 3;
    } else if (first < 32) {
        return false;
    } else if (first <= 246) {
        state.stack.push_back(int(first) - 139);
        at += 1;
    } else if (first <= 250) {
        state.stack.push_back((int(first) - 247) * 256 + int(bytes.byte(at + 1)) + 108);
        at += 2;
    } else if (first <= 254) {
        state.stack.push_back(-(int(first) - 251) * 256 - int(bytes.byte(at + 1)) - 108);
        at += 2;
    } else {
        const int value = static_cast<int>(bytes.full(at + 1));
        state.stack.push_back(m_kind == Kind::Type2 ? value / 65536 : value);
        at += 5;
    }
    return true;
}

void CharstringWalk::operation(std::string_view code, std::size_t &at, unsigned name, State &state, int depth)
{
    if (name == 10)
        return call(state, false, depth);
    if (name == 14)
        return end(state);
    if (name == 12) {
        const unsigned second = FontBytes(code).byte(at++);
        return m_kind == Kind::Type1 ? escape1(second, state) : escape2(second, state);
    }
    if (m_kind == Kind::Type2) {
        if (name == 29)
            return call(state, true, depth);
        const bool mask = name == 19 || name == 20;
        if (mask || name == 1 || name == 3 || name == 18 || name == 23)
            state.hints += unsigned(state.stack.size() / 2);
        if (mask)
            at += (state.hints + 7) / 8;
    }
    state.stack.clear();
}

void CharstringWalk::call(State &state, bool global, int depth)
{
    if (state.stack.empty())
        throw FontDoubt();
    const std::vector<std::string_view> &subroutines = global ? m_global : m_local;
    int number = state.stack.back();
    state.stack.pop_back();
    if (m_kind == Kind::Type2)
        number += subroutines.size() < 1240 ? 107 : subroutines.size() < 33900 ? 1131 : 32768;
    if (number < 0 || std::size_t(number) >= subroutines.size())
        throw FontDoubt();
    (global ? globalUsed : localUsed).insert(unsigned(number));
    run(subroutines[std::size_t(number)], state, depth + 1);
}

/// An accented letter may be made of two others: four numbers are left then.
void CharstringWalk::end(State &state)
{
    const std::size_t size = state.stack.size();
    if (m_kind == Kind::Type2 && size >= 4) {
        accents.insert(unsigned(state.stack[size - 2]));
        accents.insert(unsigned(state.stack[size - 1]));
    }
    state.ended = true;
}

void CharstringWalk::escape1(unsigned name, State &state)
{
    std::vector<int> &stack = state.stack;
    if (name == 6 && stack.size() >= 5) { // seac
        accents.insert(unsigned(stack[stack.size() - 2]));
        accents.insert(unsigned(stack[stack.size() - 1]));
        state.ended = true;
    } else if (name == 16 && stack.size() >= 2) { // callothersubr: what it takes, pop gives back
        const int count = stack[stack.size() - 2];
        stack.resize(stack.size() - 2);
        if (count < 0 || std::size_t(count) > stack.size())
            throw FontDoubt();
        for (int i = 0; i < count; ++i) {
            state.given.push_back(stack.back());
            stack.pop_back();
        }
    } else if (name == 17) { // pop
        stack.push_back(state.given.empty() ? 3 : state.given.back());
        if (!state.given.empty())
            state.given.pop_back();
    } else if (name == 12 && stack.size() >= 2) { // div
        const int divisor = stack.back();
        stack.pop_back();
        stack.back() = divisor == 0 ? 0 : stack.back() / divisor;
    } else {
        stack.clear();
    }
}

void CharstringWalk::escape2(unsigned name, State &state)
{
    if (name == 0 || (name >= 34 && name <= 37)) { // an old hint, and flexes
        state.stack.clear();
        return;
    }
    // Arithmetic. Fonts in documents have none; what a call would reach is not known any more.
    throw FontDoubt();
}

} // namespace dw
