#pragma once

#include "core/domain/markset.h"

namespace dw {

/// An area of the displayed page (points, origin top-left) that becomes black.
struct BlackBox {
    QRectF area;
    QString label; ///< Printed in it if it fits.
};

/// Works out what a page's marks remove: the black areas by level, and the characters that go.
class BoxPlanner
{
public:
    static constexpr double inkMargin = 0.5; ///< Points; ink may reach over a glyph's advance box.
    static constexpr double quantumEms = 2; ///< Level B: widths are multiples of this ...
    static constexpr double leastEms = 4; ///< ... and at least this (Bland et al., PoPETs 2023-0069).

    BoxPlanner(const PdfPageInfo &info, const PdfPageText &text);

    /// `level` is used for marks without one of their own.
    void add(const RedactionMark &mark, RedactionLevel level);

    /// Adds a box over each place where `word` is shown (scope everywhere); returns how many there are.
    int addOccurrences(const QString &word, const RedactionMark &mark, RedactionLevel level);

    const QList<BlackBox> &boxes() const { return m_boxes; }

    /// The words that stay: those without a character under a box, and the untouched ends of others.
    QList<PdfWord> survivors() const;

    /// Where a word is shown, spaces and line ends ignored; indices into the page's words and characters.
    static QList<QList<QPair<int, int>>> occurrences(const PdfPageText &text, const QString &word);

private:
    void addArea(const QRectF &area, const QString &label, RedactionLevel level);
    void dropNear(const QString &word, const QRectF &area);
    QRectF quantised(const QRectF &area) const;
    QRectF wholeLine(const QRectF &area) const;
    QList<const PdfWord *> lineOf(const QRectF &area) const;
    bool isRemoved(int word, int character) const;

    PdfPageInfo m_info;
    PdfPageText m_text;
    QList<BlackBox> m_boxes;
    QList<QList<bool>> m_dropped; ///< Characters that go although no box covers them whole.
};

} // namespace dw
