#include "core/engines/find/netscanner.h"

#include "core/engines/find/charset.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool isHex(char32_t c)
{
    return isAsciiDigit(c) || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
}

bool isUrl(char32_t c)
{
    constexpr std::u32string_view signs = U"-._~:/?#[]@!$&'*+,;=%";
    return isAsciiAlnum(c) || (c != U'\0' && signs.find(c) != std::u32string_view::npos);
}

} // namespace

void NetScanner::scanUrls(const MappedText &text, std::u32string_view sign, QList<FoundSpan> &found)
{
    const std::u32string &characters = text.folded();
    const auto next = [&](qsizetype from) {
        for (qsizetype at = nextOf(characters, sign.front(), from);; at = nextOf(characters, sign.front(), at + 1)) {
            if (at >= text.size() || text.startsWith(at, sign))
                return std::size_t(at);
        }
    };
    for (std::size_t at = next(0); at < characters.size(); at = next(qsizetype(at))) {
        auto from = qsizetype(at);
        if (sign.front() == U':') {
            while (from > 0 && qsizetype(at) - from < 8 && text.is(from - 1, Letter))
                --from;
        }
        qsizetype end = qsizetype(at + sign.size());
        while (end < text.size() && isUrl(text.at(end)))
            ++end;
        while (end > from && !text.is(end - 1, Alnum) && text.at(end - 1) != U'/')
            --end;
        const qsizetype least = qsizetype(at + sign.size()) + 3;
        const bool isInside = text.is(from - 1, Alnum) || text.at(from - 1) == U'/' || text.at(from - 1) == U'@';
        if (end >= least && !isInside && (sign.front() != U':' || from < qsizetype(at)))
            found.append(span(text, from, end, u"URL"_s, 0.8));
        at = std::size_t(std::max(end, qsizetype(at) + 1));
    }
}

qsizetype NetScanner::four(const MappedText &text, qsizetype from, QList<FoundSpan> &found)
{
    qsizetype at = from;
    int parts[4] = {};
    for (int part = 0; part < 4; ++part) {
        qsizetype digits = 0;
        while (digits < 4 && isAsciiDigit(text.at(at)))
            parts[part] = parts[part] * 10 + int(text.at(at++) - U'0'), ++digits;
        if (digits == 0 || digits > 3 || parts[part] > 255 || (part < 3 && text.at(at) != U'.'))
            return -1;
        at += part < 3 ? 1 : 0;
    }
    const char32_t before = text.at(from - 1), after = text.at(at);
    const bool isMore = before == U'.' || before == U'-' || before == U'_' || before == U'v' || before == U'V' || isAsciiAlnum(after)
        || ((after == U'.' || after == U'-') && text.is(at + 1, Alnum));
    if (isMore || cueBefore(text, from, 8, {U"版本", U"版", U"version", U"ver", U"build", U"release", U"第", U"section", U"clause", U"article", U"schedule", U"条款"}))
        return -1;
    const Cue cue = cueBefore(text, from, nearby, {U"ip", U"ip地址", U"服务器", U"网关", U"主机", U"内网", U"外网", U"地址", U"host", U"server", U"gateway", U"address", U"login", U"dns"});
    const bool looksSo = parts[0] == 10 || parts[0] == 127 || parts[0] == 172 || parts[0] == 192 || parts[0] > 30 || parts[1] > 30 || parts[2] > 30;
    const char32_t next = text.at(at);
    if (!cue && (!looksSo || next == U'条' || next == U'款' || next == U'节' || next == U'%'))
        return -1;
    found.append(span(text, from, at, u"IP"_s, cue ? 0.95 : 0.8, cue ? found::cue : found::shape, cue.text()));
    return at;
}

qsizetype NetScanner::six(const MappedText &text, qsizetype from, QList<FoundSpan> &found)
{
    qsizetype at = from;
    int groups = 0, gaps = 0;
    bool isGood = true;
    while (groups <= 8 && at - from < 45) {
        qsizetype digits = 0;
        while (digits < 5 && isHex(text.at(at)))
            ++at, ++digits;
        isGood = isGood && digits <= 4;
        groups += digits > 0 ? 1 : 0;
        if (text.at(at) != U':')
            break;
        if (text.at(at + 1) == U':') {
            ++gaps;
            at += 2;
        } else if (isHex(text.at(at + 1))) {
            ++at;
        } else {
            break;
        }
    }
    if (!isGood || text.is(at, Alnum) || text.at(from - 1) == U':' || gaps > 1 || (gaps == 0 ? groups != 8 : groups < 2 || groups > 7))
        return -1;
    found.append(span(text, from, at, u"IP"_s, 0.9));
    return at;
}

void NetScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    scanUrls(text, U"://", found);
    scanUrls(text, U"www.", found);
    qsizetype done = 0;
    for (const MappedText::Run &run : text.runs()) {
        if (qsizetype(run.from) < done || run.size() > 4)
            continue;
        qsizetype end = -1;
        if (text.at(run.to) == U'.' && run.digits == run.to - run.from && run.size() <= 3)
            end = four(text, run.from, found);
        else if (text.at(run.to) == U':' && isHex(text.at(run.from)) && (text.at(run.to + 1) == U':' || isHex(text.at(run.to + 1))))
            end = six(text, run.from, found);
        done = std::max(done, end);
    }
}

} // namespace dw
