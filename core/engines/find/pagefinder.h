#pragma once

#include "core/domain/pdfpage.h"
#include "core/engines/find/finder.h"

namespace dw {

/// Client information on a page: where in the page's plain text, and where on the paper.
struct PageSpan {
    FoundSpan span; ///< In PdfPageText::plain(); of one that runs over several cells the first and the last character.
    QString text; ///< As it stands there, without the line breaks within.
    QList<QRectF> rects; ///< Displayed page: points, origin top-left; one for each word or line it lies on.
};

/// Searches one page: its text in reading order, and once more the places where a line or a table's cell was too narrow and
/// broke a number, an address of mail or a name in two.
class PageSearch
{
public:
    /// What the page says by itself.
    struct Found {
        QList<FoundSpan> whole; ///< In its plain text.
        QList<PageSpan> broken; ///< Over the end of a line or a cell's.
    };

    /// `page` must outlive the search.
    explicit PageSearch(const PdfPageText &page);

    /// The first look, as Finder::findFirst().
    Found findFirst(const Finder &finder, DocumentNotes &notes);

    /// And what other pages have told, as Finder::findAgain(); `noted` may be null. In reading order.
    QList<PageSpan> findAgain(const Finder &finder, const Found &found, const NameDictionary *noted) const;

private:
    /// A character of a text: of which word, and which of its UTF-16 units; word -1 is none.
    struct Place {
        qsizetype word = -1;
        qsizetype unit = 0;
        qsizetype plain = 0; ///< Its offset in the page's plain text.
    };
    /// Words that stand side by side on a line, without wide gaps between them.
    struct Segment {
        qsizetype first = 0;
        qsizetype last = 0;
        QRectF rect;
        qsizetype next = -1; ///< The one below it in the same column.
        double right = 0; ///< Of the whole column.
    };

    std::vector<Segment> segments() const;
    static void link(std::vector<Segment> &segments);
    void joinBrokenLines();
    bool isBroken(const Segment &from, const Segment &to) const;
    QString separator(const Segment &from, const Segment &to) const;
    void appendWords(QString &text, qsizetype first, qsizetype last, qsizetype most, bool isTail);
    Place placeInPlain(qsizetype offset) const;
    /// `placeAt` says where a character of the text stands that the span is of.
    template <typename PlaceAt>
    PageSpan pageSpan(const FoundSpan &span, const PlaceAt &placeAt) const;
    QList<PageSpan> crossing(const Finder &finder, const QList<FoundSpan> &known) const;

    const PdfPageText &m_page;
    const QString m_plain;
    std::vector<qsizetype> m_starts; ///< Of each word: where it begins in the plain text.
    QString m_joined; ///< Ends and beginnings of lines, joined; one pair a line.
    QList<Place> m_joinedPlaces;
    QList<std::pair<qsizetype, qsizetype>> m_joints; ///< Code points of m_joined: where a pair begins, where its second half does.
};

QList<PageSpan> findOnPage(const Finder &finder, const PdfPageText &page);

} // namespace dw
