#pragma once

#include "core/domain/pdfpage.h"

#include <optional>
#include <string>
#include <vector>

namespace dw {

/// Makes words and lines of a page's glyphs as Poppler's TextPage does, at a tenth of the cost, where that is easily done: text
/// runs upright from left to right in lines that stand clearly below each other, parts of a line either clearly belong
/// together or stand clearly apart, as cells of an airy table do. On any doubt it says so, and TextPage has to be asked.
class PlainWords
{
public:
    /// Places are those of the displayed page at 72 dpi, origin top-left.
    explicit PlainWords(QSizeF page = {})
        : m_page(page)
    {
    }

    struct Font {
        int id = 0;
        double size = 0;
        double ascent = 0; ///< Of a font of size 1; descent is negative.
        double descent = 0;
    };
    void setFont(const Font &font) { m_font = font; }
    bool hasFont() const { return m_font.size > 0; }

    /// One glyph: where its baseline begins, how wide it is, what it means (UTF-32; several characters share the width).
    void add(QPointF at, double width, const unsigned *text, int length);

    void doubt() { m_isPlain = false; }
    bool isPlain() const { return m_isPlain; }

    /// The words in reading order, once all glyphs are in; nullopt on any doubt.
    std::optional<QList<PdfWord>> lines();

private:
    struct Word {
        std::size_t from = 0, to = 0; ///< In m_text.
        double left = 0, right = 0, base = 0;
        Font font; ///< Of the first character ...
        int lastFont = 0; ///< ... and of the last.
        bool isCellEnd = false, hasSpaceAfter = false;
    };

    bool mayAppend(QPointF at, double width);
    void endWord();
    void judgeRow(std::size_t from, std::size_t to);
    bool makeRows();
    PdfWord finished(const Word &word) const;

    QSizeF m_page;
    Font m_font;
    std::vector<Word> m_words; ///< In reading order once makeRows() has run.
    std::u32string m_text;
    std::vector<double> m_lefts; ///< Of each character; it ends where the next one of its word begins.
    Word m_word; ///< The one being made, while m_isOpen.
    bool m_isOpen = false;
    bool m_isPlain = true;
    int m_tiny = 0;
};

} // namespace dw
