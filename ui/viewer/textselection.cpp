#include "ui/viewer/textselection.h"

#include <algorithm>
#include <cmath>

namespace dw {

using namespace Qt::StringLiterals;

void TextSelection::setWords(int page, std::shared_ptr<const SearchText> words)
{
    Page made {std::move(words), {}, ++m_clock};
    const QList<PdfWord> &list = made.words->page().words;
    for (int w = 0; w < int(list.size()); ++w) {
        const PdfWord &word = list.at(w);
        for (int c = 0; c < int(std::min(word.text.size(), word.charRects.size())); ++c)
            made.glyphs.append({word.charRects.at(c), w, c});
    }
    m_pages.insert(page, std::move(made));
    if (m_pages.size() <= mostPages)
        return;
    // The farthest go; those with a selection stay.
    const auto [low, high] = std::minmax(m_anchor, m_caret);
    int farthest = -1;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        const bool isSelected = !isEmpty() && it.key() >= low.page && it.key() <= high.page;
        if (!isSelected && (farthest < 0 || std::abs(it.key() - page) > std::abs(farthest - page)))
            farthest = it.key();
    }
    m_pages.remove(farthest);
}

void TextSelection::forgetWords()
{
    m_pages.clear();
    clear();
}

bool TextSelection::isOverText(int page, QPointF point) const
{
    const auto at = m_pages.constFind(page);
    if (at == m_pages.cend())
        return false;
    const QList<PdfWord> &words = at->words->page().words;
    return std::any_of(words.begin(), words.end(), [&](const PdfWord &word) { return word.rect.contains(point); });
}

TextSelection::Place TextSelection::nearest(int page, QPointF point) const
{
    const auto at = m_pages.constFind(page);
    Place best {page, 0};
    if (at == m_pages.cend())
        return best;
    double least = 1e18;
    for (int i = 0; i < int(at->glyphs.size()); ++i) {
        const QRectF &rect = at->glyphs.at(i).rect;
        const double dx = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
        const double dy = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
        const double distance = dx + 8 * dy; // rather along the line than into the next one
        if (distance >= least)
            continue;
        least = distance;
        const int turned = wordOf(*at, i).rotation;
        const QPointF past = point - rect.center();
        const double along = turned == 90 ? past.y() : turned == 180 ? -past.x() : turned == 270 ? -past.y() : past.x();
        best.index = along > 0 ? i + 1 : i;
    }
    return best;
}

const PdfWord &TextSelection::wordOf(const Page &page, int glyph) const
{
    return page.words->page().words.at(page.glyphs.at(glyph).word);
}

void TextSelection::start(Place place)
{
    m_anchor = m_caret = place;
}

void TextSelection::clear()
{
    m_anchor = m_caret = {};
}

void TextSelection::extend(Step step, bool backwards)
{
    const auto at = m_pages.constFind(m_caret.page);
    if (at == m_pages.cend())
        return;
    const int count = int(at->glyphs.size());
    const int way = backwards ? -1 : 1;
    int index = std::clamp(m_caret.index + way, 0, count);
    const auto isInside = [&](int i) { return i > 0 && i < count && at->glyphs.at(i).word == at->glyphs.at(i - 1).word; };
    while (step == Step::Word && isInside(index))
        index += way;
    m_caret.index = index;
}

void TextSelection::selectWord(Place place)
{
    const auto at = m_pages.constFind(place.page);
    if (at == m_pages.cend() || at->glyphs.isEmpty())
        return;
    const int middle = std::clamp(place.index, 0, int(at->glyphs.size()) - 1);
    int first = middle;
    int end = middle + 1;
    while (first > 0 && at->glyphs.at(first - 1).word == at->glyphs.at(middle).word)
        --first;
    while (end < at->glyphs.size() && at->glyphs.at(end).word == at->glyphs.at(middle).word)
        ++end;
    m_anchor = {place.page, first};
    m_caret = {place.page, end};
}

void TextSelection::selectPage(int page)
{
    m_anchor = {page, 0};
    m_caret = {page, int(m_pages.value(page).glyphs.size())};
}

void TextSelection::select(int page, const QList<QRectF> &rects)
{
    const auto at = m_pages.constFind(page);
    clear();
    if (at == m_pages.cend())
        return;
    int first = -1;
    int end = -1;
    for (int i = 0; i < int(at->glyphs.size()); ++i) {
        const QPointF middle = at->glyphs.at(i).rect.center();
        if (std::none_of(rects.begin(), rects.end(), [&](const QRectF &rect) { return rect.contains(middle); }))
            continue;
        first = first < 0 ? i : first;
        end = i + 1;
    }
    if (first < 0)
        return;
    m_anchor = {page, first};
    m_caret = {page, end};
}

std::pair<int, int> TextSelection::rangeOn(int page) const
{
    const auto at = m_pages.constFind(page);
    const auto [low, high] = std::minmax(m_anchor, m_caret);
    if (isEmpty() || at == m_pages.cend() || page < low.page || page > high.page)
        return {0, 0};
    const int count = int(at->glyphs.size());
    return {page == low.page ? std::min(low.index, count) : 0, page == high.page ? std::min(high.index, count) : count};
}

QList<int> TextSelection::pages() const
{
    QList<int> list;
    const auto [low, high] = std::minmax(m_anchor, m_caret);
    for (int page = low.page; !isEmpty() && page <= high.page; ++page) {
        if (const auto [first, end] = rangeOn(page); first < end)
            list.append(page);
    }
    return list;
}

QList<QRectF> TextSelection::rects(int page) const
{
    QList<QRectF> lines;
    const auto [first, end] = rangeOn(page);
    const auto at = m_pages.constFind(page);
    for (int i = first; i < end; ++i) {
        const PdfWord &word = wordOf(*at, i);
        const bool continues = i > first && !wordOf(*at, i - 1).lineEnd && wordOf(*at, i - 1).rotation == word.rotation;
        const bool isSameWord = i > first && at->glyphs.at(i).word == at->glyphs.at(i - 1).word;
        if (continues || isSameWord)
            lines.last() = lines.last().united(at->glyphs.at(i).rect);
        else
            lines.append(at->glyphs.at(i).rect);
    }
    return lines;
}

QString TextSelection::text(int page) const
{
    QString text;
    const auto [first, end] = rangeOn(page);
    const auto at = m_pages.constFind(page);
    for (int i = first; i < end; ++i) {
        const PdfWord &word = wordOf(*at, i);
        text += word.text.at(at->glyphs.at(i).character);
        const bool isLast = i + 1 >= end || at->glyphs.at(i + 1).word != at->glyphs.at(i).word;
        if (isLast && i + 1 < end && (word.lineEnd || word.spaceAfter))
            text += word.lineEnd ? u'\n' : u' ';
    }
    return text;
}

QString TextSelection::text() const
{
    QStringList parts;
    for (const int page : pages())
        parts.append(text(page));
    return parts.join(u'\n');
}

} // namespace dw
