#include "core/engines/find/emailscanner.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLocal = 64; // RFC 5321
constexpr qsizetype longestDomain = 255;

bool isLocal(char32_t c)
{
    return isAsciiAlnum(c) || c == U'.' || c == U'_' || c == U'%' || c == U'+' || c == U'-' || c == U'\'';
}

bool isDomain(char32_t c)
{
    return isAsciiAlnum(c) || c == U'.' || c == U'-';
}

/// Where the domain that begins at `from` ends: the last label is at least two letters. -1 if it is none.
qsizetype domainEnd(const MappedText &text, qsizetype from)
{
    qsizetype end = from;
    while (isDomain(text.at(end)) && end - from <= longestDomain)
        ++end;
    while (end > from && !isAsciiAlnum(text.at(end - 1)))
        --end;
    qsizetype label = end;
    while (label > from && text.at(label - 1) != U'.')
        --label;
    const bool isLetters = isAsciiLetter(text.at(label)) && isAsciiLetter(text.at(label + 1));
    return label > from + 1 && end - label >= 2 && isLetters && isAsciiAlnum(text.at(from)) ? end : -1;
}

} // namespace

void EmailScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    qsizetype done = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != U'@')
            continue;
        qsizetype start = at;
        while (start > done && at - start < longestLocal && isLocal(text.at(start - 1)))
            --start;
        while (start < at && !isAsciiAlnum(text.at(start)) && text.at(start) != U'_')
            ++start;
        const qsizetype end = start < at ? domainEnd(text, at + 1) : -1;
        if (end < 0)
            continue;
        found.append(span(text, start, end, u"EMAIL"_s, 0.99));
        done = end;
        at = end - 1;
    }
}

} // namespace dw
