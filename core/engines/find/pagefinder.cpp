#include "core/engines/find/pagefinder.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype windowLength = 48; ///< Code points on either side of a joint: longer than any number or name.

bool isUpright(const PdfWord &word)
{
    return word.rotation == 0 && word.rect.height() > 0;
}

char32_t lastOf(const QString &text)
{
    const auto points = text.toUcs4();
    return points.isEmpty() ? U'\0' : char32_t(points.last());
}

char32_t firstOf(const QString &text)
{
    const auto points = text.toUcs4();
    return points.isEmpty() ? U'\0' : char32_t(points.first());
}

/// Whether a span that only appears when lines are joined is to be believed: two short things one above the other make
/// a new one easily.
bool mayCross(const FoundSpan &span)
{
    static const QSet<QString> never {u"PERSON"_s, u"AMOUNT"_s, u"POSTCODE"_s, u"BIRTH_DATE"_s, u"PLATE"_s, u"IP"_s, u"QQ"_s, u"WECHAT"_s};
    return !isPossibleOnly(span) && (!never.contains(span.type) || span.reason == found::dictionary);
}

} // namespace

PageSearch::PageSearch(const PdfPageText &page)
    : m_page(page)
    , m_plain(page.plain())
{
    qsizetype plain = 0;
    m_starts.reserve(std::size_t(page.words.size()));
    for (const PdfWord &word : page.words) {
        m_starts.push_back(plain);
        plain += std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return !c.isLowSurrogate(); });
        plain += word.lineEnd || word.spaceAfter ? 1 : 0;
    }
}

PageSearch::Place PageSearch::placeInPlain(qsizetype offset) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const qsizetype word = after - m_starts.begin() - 1;
    if (word < 0)
        return {};
    const QString &text = m_page.words[word].text;
    qsizetype before = offset - m_starts[std::size_t(word)];
    for (qsizetype unit = 0; unit < text.size(); ++unit) {
        if (!text[unit].isLowSurrogate() && before-- == 0)
            return {word, unit, offset};
    }
    return {-1, 0, offset}; // the space behind it
}

std::vector<PageSearch::Segment> PageSearch::segments() const
{
    std::vector<Segment> result;
    bool isOpen = false;
    for (qsizetype w = 0; w < m_page.words.size(); ++w) {
        const PdfWord &word = m_page.words[w];
        if (!isUpright(word)) {
            isOpen = false;
            continue;
        }
        const QRectF before = isOpen ? m_page.words[result.back().last].rect : QRectF();
        const bool isSameLine = isOpen && std::abs(before.center().y() - word.rect.center().y()) < 0.4 * word.rect.height();
        const double gap = word.rect.left() - before.right();
        if (isSameLine && gap > -word.rect.height() && gap < 0.9 * word.rect.height()) {
            result.back().last = w;
            result.back().rect |= word.rect;
        } else {
            result.push_back({w, w, word.rect, -1, 0});
        }
        isOpen = true;
    }
    return result;
}

/// Each segment's nearest one below that begins at the same place and is as high. Linear but for crowded bands.
void PageSearch::link(std::vector<Segment> &segments)
{
    std::vector<std::size_t> order(segments.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return segments[a].rect.top() < segments[b].rect.top(); });
    constexpr std::size_t mostLooks = 400;
    for (std::size_t i = 0; i < order.size(); ++i) {
        Segment &from = segments[order[i]];
        const double height = from.rect.height();
        const double reach = from.rect.bottom() + 1.1 * height;
        for (std::size_t j = i + 1; j < order.size() && j < i + mostLooks; ++j) {
            const Segment &to = segments[order[j]];
            if (to.rect.top() > reach)
                break;
            const bool isBelow = to.rect.top() > from.rect.center().y();
            const bool isAligned = std::abs(to.rect.left() - from.rect.left()) < 0.8 * height || std::abs(to.rect.center().x() - from.rect.center().x()) < 0.4 * height;
            // The first line of a paragraph may be indented.
            const bool isIndented = from.rect.left() - to.rect.left() > 0 && from.rect.left() - to.rect.left() < 4.5 * height && to.rect.right() > from.rect.left();
            const bool isAlike = to.rect.height() < 1.4 * height && to.rect.height() > 0.7 * height;
            if (isBelow && (isAligned || isIndented) && isAlike) {
                from.next = qsizetype(order[j]);
                break;
            }
        }
    }
    for (Segment &segment : segments)
        segment.right = segment.rect.right();
    // A column's right edge: of a chain the farthest, carried down and back up.
    for (const std::size_t i : order) {
        if (segments[i].next >= 0)
            segments[std::size_t(segments[i].next)].right = std::max(segments[std::size_t(segments[i].next)].right, segments[i].right);
    }
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        if (segments[*it].next >= 0)
            segments[*it].right = std::max(segments[*it].right, segments[std::size_t(segments[*it].next)].right);
    }
}

/// The line ends where no more would have fitted.
bool PageSearch::isBroken(const Segment &from, const Segment &to) const
{
    const PdfWord &next = m_page.words[to.first];
    const double fits = from.right - from.rect.right();
    const double character = next.text.isEmpty() ? 0 : next.rect.width() / double(next.text.size());
    const bool isHanAfter = isHan(firstOf(next.text));
    return fits < (isHanAfter ? 1.6 * character : next.rect.width() + 0.5 * character);
}

/// What belongs between the halves: nothing within a number or an address of mail, a space between words.
QString PageSearch::separator(const Segment &from, const Segment &to) const
{
    const QString &before = m_page.words[from.last].text;
    const QString &after = m_page.words[to.first].text;
    const char32_t last = lastOf(before);
    const char32_t first = firstOf(after);
    const auto hasMark = [](const QString &word) {
        return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || c == u'@' || c == u'_'; });
    };
    const bool isGroup = before.size() <= 4 && from.last > from.first && isAsciiDigit(last) && isAsciiDigit(first)
        && isAsciiDigit(lastOf(m_page.words[from.last - 1].text));
    if (isGroup)
        return u" "_s;
    if (isAsciiLetter(last) && isAsciiLetter(first) && !hasMark(before) && !hasMark(after))
        return u" "_s;
    return {};
}

void PageSearch::appendWords(QString &text, qsizetype first, qsizetype last, qsizetype most, bool isTail)
{
    // The tail is counted from its end, so find where it begins.
    qsizetype count = 0;
    qsizetype from = isTail ? last : first;
    for (; isTail ? from >= first : from <= last; from += isTail ? -1 : 1) {
        count += m_page.words[from].text.size() + 1;
        if (count >= most)
            break;
    }
    const qsizetype begin = isTail ? std::max(from, first) : first;
    const qsizetype end = isTail ? last : std::min(from, last);
    for (qsizetype w = begin; w <= end; ++w) {
        const QString &word = m_page.words[w].text;
        qsizetype unit = isTail && w == begin && word.size() > most ? word.size() - most : 0;
        const qsizetype stop = !isTail && word.size() > most ? most : word.size();
        for (; unit < stop; ++unit) {
            text += word[unit];
            if (!word[unit].isLowSurrogate())
                m_joinedPlaces.append(Place {w, unit, 0});
        }
        if (w < end && m_page.words[w].spaceAfter) {
            text += u' ';
            m_joinedPlaces.append(Place {});
        }
    }
}

void PageSearch::joinBrokenLines()
{
    std::vector<Segment> all = segments();
    link(all);
    for (const Segment &from : all) {
        if (from.next < 0)
            continue;
        const Segment &to = all[std::size_t(from.next)];
        if (!isBroken(from, to))
            continue;
        const qsizetype start = m_joinedPlaces.size();
        appendWords(m_joined, from.first, from.last, windowLength, true);
        const QString between = separator(from, to);
        m_joined += between;
        for (qsizetype i = 0; i < between.size(); ++i)
            m_joinedPlaces.append(Place {});
        m_joints.append({start, m_joinedPlaces.size()});
        appendWords(m_joined, to.first, to.last, windowLength, false);
        m_joined += u"\n\n"_s;
        m_joinedPlaces.append(Place {});
        m_joinedPlaces.append(Place {});
    }
    if (m_joined.isEmpty())
        return;
    // Where the same characters are in the plain text.
    for (Place &place : m_joinedPlaces) {
        if (place.word < 0)
            continue;
        const QStringView before = QStringView(m_page.words[place.word].text).first(place.unit);
        const auto pairs = std::count_if(before.begin(), before.end(), [](QChar c) { return c.isLowSurrogate(); });
        place.plain = m_starts[std::size_t(place.word)] + place.unit - pairs;
    }
}

template <typename PlaceAt>
PageSpan PageSearch::pageSpan(const FoundSpan &span, const PlaceAt &placeAt) const
{
    PageSpan result {span, {}, {}};
    qsizetype last = -1;
    qsizetype start = -1;
    qsizetype end = -1;
    for (qsizetype i = span.start; i < span.end; ++i) {
        const Place place = placeAt(i);
        if (place.word < 0) {
            result.text += u' ';
            continue;
        }
        const PdfWord &word = m_page.words[place.word];
        const bool isPair = word.text[place.unit].isHighSurrogate() && place.unit + 1 < word.text.size();
        result.text += QStringView(word.text).sliced(place.unit, isPair ? 2 : 1);
        const QRectF rect = place.unit < word.charRects.size() ? word.charRects[place.unit] : word.rect;
        if (place.word == last && !result.rects.isEmpty())
            result.rects.last() = result.rects.last().united(rect);
        else
            result.rects.append(rect);
        last = place.word;
        start = start < 0 ? place.plain : start;
        end = place.plain + 1;
    }
    if (start >= 0 && end > start) {
        result.span.start = start;
        result.span.end = end;
    }
    return result;
}

/// What runs over the end of a line and is not known yet.
QList<PageSpan> PageSearch::crossing(const Finder &finder, const QList<FoundSpan> &known) const
{
    QList<PageSpan> result;
    if (m_joined.isEmpty())
        return result;
    DocumentNotes scratch; // halves of lines teach nothing
    const QList<FoundSpan> spans = finder.findFirst(MappedText(m_joined), scratch);
    for (const FoundSpan &span : spans) {
        const auto joint = std::upper_bound(m_joints.begin(), m_joints.end(), std::pair(span.start, std::numeric_limits<qsizetype>::max()));
        if (joint == m_joints.begin() || !mayCross(span))
            continue;
        const qsizetype middle = std::prev(joint)->second;
        if (span.start >= middle || span.end <= middle)
            continue;
        const PageSpan candidate = pageSpan(span, [this](qsizetype i) { return m_joinedPlaces.value(i); });
        // The same found whole in reading order, or a part of it that stands for itself.
        const auto isKnown = [&](const FoundSpan &other) {
            const qsizetype first = m_joinedPlaces[span.start].plain;
            const qsizetype final = m_joinedPlaces[span.end - 1].plain;
            const bool holdsBoth = other.start <= first && other.end > final;
            const bool isWholeHalf = other.type == span.type && ((other.start <= first && other.end > first) || (other.start <= final && other.end > final))
                && other.length() >= 7 && span.type != "COMPANY"_L1 && span.type != "ADDRESS"_L1;
            return holdsBoth || isWholeHalf;
        };
        if (std::none_of(known.begin(), known.end(), isKnown))
            result.append(candidate);
    }
    return result;
}

PageSearch::Found PageSearch::findFirst(const Finder &finder, DocumentNotes &notes)
{
    joinBrokenLines();
    Found found;
    found.whole = finder.findFirst(MappedText(m_plain), notes);
    found.broken = crossing(finder, found.whole);
    return found;
}

QList<PageSpan> PageSearch::findAgain(const Finder &finder, const Found &found, const NameDictionary *noted) const
{
    QList<FoundSpan> whole = found.whole;
    if (noted)
        whole = finder.findAgain(MappedText(m_plain), std::move(whole), *noted);
    QList<PageSpan> result;
    for (const FoundSpan &span : std::as_const(whole)) {
        PageSpan onPage = pageSpan(span, [this](qsizetype i) { return placeInPlain(i); });
        onPage.span = span;
        result.append(onPage);
    }
    result += found.broken;
    std::stable_sort(result.begin(), result.end(), [](const PageSpan &a, const PageSpan &b) { return a.span.start < b.span.start; });
    return result;
}

QList<PageSpan> findOnPage(const Finder &finder, const PdfPageText &page)
{
    PageSearch search(page);
    DocumentNotes notes;
    const PageSearch::Found found = search.findFirst(finder, notes);
    if (notes.isEmpty())
        return search.findAgain(finder, found, nullptr);
    const NameDictionary noted = Finder::noted(notes);
    return search.findAgain(finder, found, &noted);
}

} // namespace dw
