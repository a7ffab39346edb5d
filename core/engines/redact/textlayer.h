#pragma once

#include "core/domain/pdfpage.h"

#include <qpdf/QPDF.hh>

#include <QHash>

namespace dw {

/// Invisible, searchable text over pictures of pages. One font of its own, without outlines, for a whole file: it
/// needs nothing of the original and can write any character. Words stand at rounded places with even letters, so
/// the layer does not repeat the fine positions of the original (they would tell what was removed between them).
class TextLayer
{
public:
    static constexpr double quantum = 1; ///< Points on the displayed page.

    explicit TextLayer(QPDF &pdf);

    /// The content stream that writes `words` on a page of these boxes, with the font under the name /T.
    std::string content(const QList<PdfWord> &words, const PdfPageInfo &info);

    QPDFObjectHandle font() const { return m_font; }

    /// Writes the font; once, after the last page.
    void finish();

private:
    std::string encoded(const QString &text);
    std::string toUnicode() const;

    QPDF &m_pdf;
    QPDFObjectHandle m_font;
    QHash<char32_t, int> m_codes; ///< Character to CID, in the order of first use.
    QList<char32_t> m_characters;
};

} // namespace dw
