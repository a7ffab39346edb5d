#include "core/engines/find/scanner.h"

namespace dw {

namespace {

bool endsSentence(const MappedText &text, qsizetype at)
{
    const char32_t c = text.at(at);
    if (c == U'\n' || c == U'。' || c == U';' || c == U'!' || c == U'?')
        return true;
    return c == U'.' && text.at(at + 1) == U' ' && !isAsciiDigit(text.at(at - 1)) && text.at(at - 1) != U'o';
}

} // namespace

FoundSpan Scanner::span(const MappedText &text, qsizetype from, qsizetype to, const QString &type, double score)
{
    return {text.sourceStart(from), text.sourceEnd(to - 1), type, score};
}

qsizetype Scanner::cueBefore(const MappedText &text, qsizetype at, qsizetype window, Cues words)
{
    qsizetype first = at;
    while (first > 0 && at - first < window && !endsSentence(text, first - 1))
        --first;
    std::u32string left = text.text().substr(std::size_t(first), std::size_t(at - first));
    for (char32_t &c : left)
        c = c >= U'A' && c <= U'Z' ? c + 32 : c;
    qsizetype nearest = -1;
    for (const std::u32string_view word : words) {
        const auto found = left.rfind(word);
        if (found == std::u32string::npos)
            continue;
        const auto distance = qsizetype(left.size() - found - word.size());
        nearest = nearest < 0 ? distance : std::min(nearest, distance);
    }
    return nearest;
}

} // namespace dw
