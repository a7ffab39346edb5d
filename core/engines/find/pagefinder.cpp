#include "core/engines/find/pagefinder.h"

namespace dw {

namespace {

/// A character of the page's plain text: of which word, and which of its UTF-16 units.
struct Place {
    qsizetype word = -1; ///< -1 for the spaces between words.
    qsizetype unit = 0;
};

QList<Place> placesOf(const PdfPageText &page)
{
    QList<Place> places;
    for (qsizetype w = 0; w < page.words.size(); ++w) {
        const PdfWord &word = page.words[w];
        for (qsizetype unit = 0; unit < word.text.size(); ++unit) {
            if (!word.text[unit].isLowSurrogate())
                places.append(Place {w, unit});
        }
        if (word.lineEnd || word.spaceAfter)
            places.append(Place {});
    }
    return places;
}

QList<QRectF> rectsOf(const PdfPageText &page, const QList<Place> &places, const FoundSpan &span)
{
    QList<QRectF> rects;
    qsizetype last = -1;
    for (qsizetype i = span.start; i < span.end && i < places.size(); ++i) {
        const Place place = places[i];
        if (place.word < 0)
            continue;
        const PdfWord &word = page.words[place.word];
        const QRectF rect = place.unit < word.charRects.size() ? word.charRects[place.unit] : word.rect;
        if (place.word == last && !rects.isEmpty())
            rects.last() = rects.last().united(rect);
        else
            rects.append(rect);
        last = place.word;
    }
    return rects;
}

} // namespace

QList<PageSpan> findOnPage(const Finder &finder, const PdfPageText &page)
{
    const MappedText text(page.plain());
    const QList<Place> places = placesOf(page);
    QList<PageSpan> result;
    for (const FoundSpan &span : finder.find(text))
        result.append({span, text.sourceText(span.start, span.end), rectsOf(page, places, span)});
    return result;
}

} // namespace dw
