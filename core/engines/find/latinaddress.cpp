#include "core/engines/find/latinnamescanner.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

using Gap = LatinWords::Gap;
constexpr qsizetype mostLeft = 16, mostRight = 14;

/// What joins the parts of an address: commas, spaces, full stops after No, #, -, /.
bool isAddressGap(const MappedText &text, qsizetype from, qsizetype to)
{
    constexpr qsizetype widest = 4;
    if (to - from > widest)
        return false;
    for (qsizetype k = from; k < to; ++k) {
        const char32_t c = text.at(k);
        if (!text.is(k, Blank | Break) && c != U',' && c != U'.' && c != U'#' && c != U'-' && c != U'/' && c != U'\'' && c != U'’')
            return false;
    }
    return true;
}

bool isPlaceWord(const LatinWords &words, qsizetype k)
{
    return words.is(k, LatinWords::Place) || LatinLists::instance().admins.contains(words.folded(k));
}

/// The last word of the part that begins at k after a comma, if it belongs to an address; else k - 1.
qsizetype lastOfPart(const LatinWords &words, qsizetype k)
{
    qsizetype last = k, lastSure = k - 1;
    bool isKnown = false;
    for (qsizetype i = k; i < words.size() && i - k < 5; ++i) {
        if (i > k && (words[i].before == Gap::Comma || !isAddressGap(words.text(), words[i - 1].to, words[i].from) || words[i].before == Gap::Dot))
            break;
        if (!words[i].isCapital && !words[i].hasDigit)
            return isKnown ? lastSure : k - 1;
        isKnown = isKnown || words[i].hasDigit || isPlaceWord(words, i) || LatinLists::instance().parts.contains(words.folded(i));
        const std::u32string_view word = words.folded(i);
        isKnown = isKnown || word == U"hong" || word == U"kong" || word == U"new" || word == U"york" || word == U"kingdom" || word == U"states" || word == U"islands";
        last = i;
        lastSure = isKnown ? i : lastSure;
    }
    const char32_t after = words.text().at(words[last].to);
    const bool isClosed = last + 1 >= words.size() || after == U',' || after == U'.' || after == U';' || after == U')' || after == U'\n';
    // A town that we do not know stands between commas.
    return isKnown ? last : isClosed && after == U',' && last - k < 2 && !words.is(k, LatinWords::Stop | LatinWords::Given | LatinWords::Title) ? last : k - 1;
}

} // namespace

void LatinNameScanner::judgeAddress(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    const MappedText &text = words.text();
    const LatinLists &lists = LatinLists::instance();
    qsizetype first = i;
    bool hasNumber = false;
    qsizetype sinceNumber = 0;
    for (qsizetype k = i - 1; k >= 0 && i - k < mostLeft; --k) {
        if (!isAddressGap(text, words[k].to, words[k + 1].from))
            break;
        const std::u32string_view word = words.folded(k);
        const bool isPart = lists.parts.contains(word);
        if (words[k].hasDigit || isPart) {
            hasNumber = hasNumber || words[k].hasDigit;
            first = k;
            sinceNumber = 0;
            continue;
        }
        if (word == U"s" && text.at(words[k].from - 1) != U' ') // Queen's Road
            continue;
        const bool isName = words[k].isCapital && !words.is(k, LatinWords::Title);
        if (!isName || ++sinceNumber > 4)
            break;
    }
    // The number may follow: Hauptstrasse 12.
    qsizetype last = i;
    if (!hasNumber) {
        if (!words.isJoined(i + 1) || !words[i + 1].hasDigit || !words.isJoined(i) || !words[i - 1].isCapital || words.is(i - 1, LatinWords::Stop))
            return;
        first = i - 1;
        last = i + 1;
    }
    if (first == i || i - first > mostLeft || (words[i].from - words[first].to <= 1 && words[first].hasDigit && i - first == 1))
        return;
    if (!words[i].isCapital)
        return;
    for (qsizetype next = last + 1; next < words.size() && next - i < mostRight;) {
        if (words[next].before != Gap::Comma && words[next].before != Gap::Space && words[next].from - words[next - 1].to > 3)
            break;
        if (!isAddressGap(text, words[next - 1].to, words[next].from) || words[next].before == Gap::Dot)
            break;
        const qsizetype part = lastOfPart(words, next);
        if (part < next)
            break;
        last = part;
        next = part + 1;
    }
    qsizetype from = words[first].from;
    if (text.at(from - 1) == U'#')
        --from;
    found.append(span(text, from, words[last].to, u"ADDRESS"_s, 0.85, found::name));
}

} // namespace dw
