#pragma once

#include "core/domain/markset.h"
#include "core/domain/pdfpage.h"

#include <QList>
#include <QString>

#include <optional>

namespace dw {

enum class WordMatch {
    Whole, ///< Not inside a longer run of letters and digits. Chinese has no such bounds: there it is Substring.
    Substring,
};

struct WordQuery {
    QString text;
    WordMatch match = WordMatch::Whole;
    std::optional<int> page {}; ///< Zero-based; not set: all pages.
    MarkScope scope = MarkScope::Place; ///< Everywhere: the redaction fails if the word is left anywhere in the file.
};

/// One occurrence: the text as the page has it, and one rectangle for each line it runs over.
struct WordHit {
    int page = 0;
    QString text;
    QList<QRectF> rects; ///< Displayed page: points, origin top-left.
};

/// A page's words as text to search in: NFKC, without case, without the spaces that an extractor puts between Han
/// characters, and with the way back from every character to its place on the page.
class SearchText
{
public:
    explicit SearchText(const PdfPageText &page);

    const QString &text() const { return m_text; }
    const PdfPageText &page() const { return m_page; }
    QList<WordHit> find(const QString &needle, WordMatch match) const; ///< `needle` is normalised here.
    WordHit hit(qsizetype from, qsizetype length) const; ///< A stretch of text() as a hit.
    bool isWhole(qsizetype from, qsizetype length) const; ///< Not cut out of a longer run of letters or digits.

    static QString normalised(const QString &text);
    static bool isWhole(QStringView text, qsizetype from, qsizetype length); ///< The same of a normalised text.

private:
    struct Origin {
        int word = 0;
        int character = 0; ///< Index in the word's text; -1: the space after it.
    };

    void append(const QString &text, Origin origin);

    PdfPageText m_page;
    QString m_text;
    QList<Origin> m_origins;
};

} // namespace dw
