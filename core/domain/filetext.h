#pragma once

#include "core/base/error.h"
#include "core/domain/pdfpage.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace dw {

/// One text out of a file, and where it stands there: a page, a paragraph, a row of a table, a property.
struct FileText {
    /// The part of an office file, "word/footnotes.xml"; of a file inside it, "word/embeddings/a.docx!/word/document.xml".
    /// Empty where a file has no parts.
    QString part;

    /// What it is, a stable id: text, page, body, header, footer, footnote, endnote, comment, deleted (the text before
    /// tracked changes), textbox, field, link, property, alt_text, author, setting, custom_xml, chart, diagram, slide,
    /// note, glossary, cell, hidden_cell, shared_string, name, formula, header_footer, pivot, external, file_name.
    QString kind;

    /// Where in its part: "p12" (12th paragraph), "t2r3" (row 3 of the second table), "Sheet!7" (row), "B7", "dc:creator".
    QString at;

    QString text;

    /// Of a row: its cells; `text` is empty then. A cell that is not there is empty.
    QStringList cells;

    int page = 0; ///< From 1; 0 where there are no pages.
    PdfPageInfo pageInfo; ///< Of a page.
    PdfPageText words; ///< Of a page; `text` is empty then.

    qsizetype offset = 0; ///< Of a piece of a long text: the code points before it.
    bool isRecognised = false; ///< Read off a picture: letters may be mistaken.
    bool isNewTable = false; ///< The first row of a table: what follows has these headings.

    /// Only findings that touch the code points [focusStart, focusEnd) of `text` are new here; -1 = all are.
    qsizetype focusStart = 0;
    qsizetype focusEnd = -1;
};

/// Some texts of a file in order, and what of it could not be read: nothing is known about those places.
struct FileTexts {
    QList<FileText> texts;
    QList<Error> unread;
};

} // namespace dw
