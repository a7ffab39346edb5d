#include "core/engines/find/scanner.h"

#include <algorithm>

namespace dw {

namespace {

bool endsSentence(const MappedText &text, qsizetype at)
{
    if (text.is(at, Stop))
        return true;
    // "No. 5" and "3.5" go on.
    return text.at(at) == U'.' && text.at(at + 1) == U' ' && text.is(at - 1, Letter) && text.is(at - 2, Letter) && text.is(at - 3, Letter);
}

bool isLatin(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

/// Words of Latin letters are not found inside others; short ones must end where they end.
bool isWhole(const std::u32string &text, std::size_t at, std::u32string_view word)
{
    if (isLatin(word.front()) && at > 0 && isLatin(text[at - 1]))
        return false;
    const std::size_t end = at + word.size();
    return word.size() > 3 || !isLatin(word.back()) || end >= text.size() || !isLatin(text[end]);
}

/// Which characters may be the first of a list's words: most places are passed over with one look.
class Filter
{
public:
    void add(char32_t c) { m_bits[(c >> 6) & 7] |= quint64(1) << (c & 63); }
    bool has(char32_t c) const { return (m_bits[(c >> 6) & 7] >> (c & 63) & 1) != 0; }

private:
    quint64 m_bits[8] = {};
};

} // namespace

FoundSpan Scanner::span(const MappedText &text, qsizetype from, qsizetype to, const QString &type, double score,
    QStringView reason, const QString &evidence)
{
    return {text.sourceStart(from), text.sourceEnd(to - 1), type, score, QString::fromRawData(reason.data(), reason.size()), evidence, {}};
}

Scanner::Cue Scanner::cueBefore(const MappedText &text, qsizetype at, qsizetype window, const Cues &words)
{
    const std::u32string &folded = text.folded();
    const qsizetype first = std::max<qsizetype>(0, at - window);
    const char32_t *all = folded.data();
    const quint16 *kinds = text.allKinds().data();
    for (qsizetype end = std::min(at, text.size()); end > first; --end) {
        const char32_t last = all[end - 1];
        if ((kinds[end - 1] & Stop) != 0 || (last == U'.' && endsSentence(text, end - 1)))
            break;
        if (!words.mayEndWith(last))
            continue;
        Cue best;
        for (const std::u32string_view word : words) {
            const qsizetype start = end - qsizetype(word.size());
            // Words of Latin letters take more room: it is enough that they end in the window.
            const qsizetype least = isLatin(word.front()) ? 0 : first;
            if (word.back() == last && word.size() > best.word.size() && start >= least
                && folded.compare(std::size_t(start), word.size(), word) == 0 && isWhole(folded, std::size_t(start), word))
                best = {at - end, word};
        }
        if (best)
            return best;
    }
    return {};
}

Scanner::Cue Scanner::cueAfter(const MappedText &text, qsizetype from, qsizetype window, std::initializer_list<std::u32string_view> words)
{
    const std::u32string &folded = text.folded();
    Filter firsts;
    for (const std::u32string_view word : words)
        firsts.add(word.front());
    const qsizetype limit = std::min(text.size(), from + window);
    qsizetype end = from;
    while (end < limit && !endsSentence(text, end))
        ++end;
    // A word may end with the sign that ends the sentence: 生。
    end = std::min(limit, end + 1);
    for (qsizetype start = from; start < end; ++start) {
        const char32_t c = folded[std::size_t(start)];
        if (!firsts.has(c))
            continue;
        Cue best;
        for (const std::u32string_view word : words) {
            if (word.front() == c && word.size() > best.word.size() && start + qsizetype(word.size()) <= end
                && folded.compare(std::size_t(start), word.size(), word) == 0 && isWhole(folded, std::size_t(start), word))
                best = {start - from, word};
        }
        if (best)
            return best;
    }
    return {};
}

} // namespace dw
