#pragma once

#include "core/desk/documents/wordsearch.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace dw {

/// Text of pages as it can be selected. Pages whose words did not come yet are left out.
class TextSelection
{
public:
    /// A place between characters: before character `index` of `page`.
    struct Place {
        int page = 0;
        int index = 0;

        auto operator<=>(const Place &) const = default;
    };

    enum class Step { Character, Word };

    void setWords(int page, std::shared_ptr<const SearchText> words);
    void forgetWords(); ///< Of all pages, with the selection.
    bool hasWords(int page) const { return m_pages.contains(page); }
    std::shared_ptr<const SearchText> words(int page) const { return m_pages.value(page).words; } ///< Null when they did not come.

    bool isOverText(int page, QPointF point) const;
    Place nearest(int page, QPointF point) const;

    void start(Place place);
    void extendTo(Place place) { m_caret = place; }
    void extend(Step step, bool backwards); ///< By keys; within the page.
    void selectWord(Place place);
    void selectPage(int page);
    void select(int page, const QList<QRectF> &rects); ///< The characters whose middle lies in one of these, e.g. a hit.
    void clear();

    bool isEmpty() const { return m_anchor == m_caret; }
    Place caret() const { return m_caret; }
    QList<int> pages() const; ///< Those with something selected.
    QList<QRectF> rects(int page) const; ///< One for each line. Displayed page.
    QString text(int page) const;
    QString text() const;

private:
    struct Glyph {
        QRectF rect;
        int word = 0;
        int character = 0;
    };
    struct Page {
        std::shared_ptr<const SearchText> words;
        QList<Glyph> glyphs;
        quint64 used = 0;
    };

    std::pair<int, int> rangeOn(int page) const; ///< First and end.
    const PdfWord &wordOf(const Page &page, int glyph) const;

    static constexpr qsizetype mostPages = 24;
    QHash<int, Page> m_pages;
    quint64 m_clock = 0;
    Place m_anchor;
    Place m_caret;
};

} // namespace dw
