#include "core/engines/find/emailscanner.h"

#include "core/engines/find/charset.h"

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
    for (;;) {
        qsizetype label = end;
        while (label > from && text.at(label - 1) != U'.')
            --label;
        if (label <= from + 1)
            return -1;
        const bool isLetters = isAsciiLetter(text.at(label)) && isAsciiLetter(text.at(label + 1));
        if (end - label >= 2 && isLetters && isAsciiAlnum(text.at(from)))
            return end;
        // "a@b.com.5": what follows the address is no part of it.
        end = label - 1;
    }
}

/// After the @ a line may end.
qsizetype domainStart(const MappedText &text, qsizetype from)
{
    qsizetype at = from;
    while (at - from < 3 && text.is(at, Blank | Break))
        ++at;
    const bool isBroken = at > from && (text.is(from, Break) || text.is(at - 1, Break));
    return isBroken ? at : from;
}

} // namespace

void EmailScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const std::u32string &characters = text.text();
    qsizetype done = 0;
    for (qsizetype at = nextOf(characters, U'@', 0), next = at; at < text.size(); at = nextOf(characters, U'@', next)) {
        next = at + 1;
        qsizetype start = at;
        while (start > done && at - start < longestLocal && isLocal(text.at(start - 1)))
            --start;
        while (start < at && !isAsciiAlnum(text.at(start)) && text.at(start) != U'_')
            ++start;
        const qsizetype end = start < at ? domainEnd(text, domainStart(text, at + 1)) : -1;
        if (end < 0)
            continue;
        found.append(span(text, start, end, u"EMAIL"_s, 0.99));
        done = end;
        next = end;
    }
}

} // namespace dw
