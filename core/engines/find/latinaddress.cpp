#include "core/engines/find/latinnamescanner.h"

#include <algorithm>

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

bool isStreetWordFirst(std::u32string_view word)
{
    constexpr std::u32string_view firsts[] {U"jl", U"jalan", U"rue", U"via", U"calle", U"avenida", U"rua", U"ulica", U"ul", U"piazza", U"piazzetta", U"corso", U"viale", U"strada", U"allee", U"chaussee", U"soi", U"quai", U"avenue", U"boulevard", U"place", U"chemin", U"impasse", U"cours"};
    return std::find(std::begin(firsts), std::end(firsts), word) != std::end(firsts);
}

/// Whether the word for a street at i stands before its name, and a number follows that.
bool isStreetFirst(const LatinWords &words, qsizetype i)
{
    bool isKnown = isStreetWordFirst(words.folded(i));
    for (qsizetype k = i + 1; isKnown && k < words.size() && k - i < 7; ++k) {
        if (!isAddressGap(words.text(), words[k - 1].to, words[k].from))
            return false;
        if (words[k].hasDigit)
            return k > i + 1;
        if (!words[k].isCapital && words[k].to - words[k].from > 3)
            return false;
    }
    return false;
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
    if (!hasNumber && isStreetFirst(words, i)) { // Jl. Jenderal Sudirman Kav. 52
        first = i;
        while (!words[last].hasDigit)
            ++last;
        hasNumber = true;
    } else if (!hasNumber) {
        if (!words.isJoined(i + 1) || !words[i + 1].hasDigit || !words.isJoined(i) || !words[i - 1].isCapital || words.is(i - 1, LatinWords::Stop))
            return;
        first = i - 1;
        last = i + 1;
    }
    if (!words[i].isCapital) {
        // 12 rue de la République: the street's name follows.
        if (!isStreetWordFirst(words.folded(i)) || !words.isJoined(i) || !words[i - 1].hasDigit)
            return;
        first = i - 1;
        while (words.isJoined(last + 1) && last - i < 6 && !words[last + 1].hasDigit && (words[last + 1].isCapital || words[last + 1].to - words[last + 1].from <= 3))
            ++last;
        if (last == i)
            return;
    }
    if ((first == i && last == i) || i - first > mostLeft || (words[i].isCapital && last == i && words[i].from - words[first].to <= 1 && words[first].hasDigit && i - first == 1))
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

/// Unit 2103, Tower A, Guanghua SOHO, Chaoyang District: no street, but a door, two more parts and a place.
void LatinNameScanner::judgeUnit(const LatinWords &words, qsizetype i, QList<FoundSpan> &found)
{
    if (!words[i].isCapital || !words.isJoined(i + 1) || !words[i + 1].hasDigit)
        return;
    qsizetype last = i + 1;
    int parts = 0;
    bool hasPlace = false;
    for (qsizetype next = last + 1; next < words.size() && next - i < mostRight;) {
        if (!isAddressGap(words.text(), words[next - 1].to, words[next].from) || words[next].before == Gap::Dot)
            break;
        const qsizetype part = lastOfPart(words, next);
        if (part < next)
            break;
        for (qsizetype k = next; k <= part; ++k)
            hasPlace = hasPlace || isPlaceWord(words, k);
        ++parts;
        last = part;
        next = part + 1;
    }
    if (parts >= 2 && hasPlace)
        found.append(span(words.text(), words[i].from, words[last].to, u"ADDRESS"_s, 0.75, found::name));
}

} // namespace dw
