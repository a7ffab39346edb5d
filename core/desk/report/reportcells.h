#pragma once

#include "core/desk/report/pageflow.h"
#include "core/desk/report/reportdata.h"
#include "core/desk/report/reportwords.h"

#include <QTimeZone>

namespace dw {

/// What stands in a table's cells and how wide its columns are.
class ReportCells
{
public:
    /// A cell ready to be placed: lines of text, or a chip of one or two lines.
    struct Cell {
        QStringList lines;
        QStringList chip;
        print::Tone tone;
        bool isNumber = false;
        bool isHash = false;

        double height() const;
    };

    ReportCells(const ReportFonts &fonts, const ReportWords &words, const ReportLanguage &language, const QTimeZone &zone)
        : m_fonts(fonts)
        , m_words(words)
        , m_language(language)
        , m_zone(zone)
    {
    }

    QString dateTime(qint64 ms) const; ///< "2026-11-23 16:30"

    /// `isTight`: the two languages of a long chip stand one above the other.
    Cell cell(const ReportColumn &column, const QVariant &value, double width, bool isTight) const;

    /// Widths in points whose sum is at most `available`. No column is narrower than its longest word while there
    /// is room for that; what is left goes to those who would use it.
    QList<double> widths(const ReportTable &table, double available, bool isTight) const;

    static constexpr double step = 10; ///< Line height in cells.

private:
    struct Wish {
        double least = 0; ///< Longest word.
        bool isChip = false; ///< Cannot be broken.
        double natural = 0; ///< All on one line.
    };

    QStringList plain(const ReportColumn &column, const QVariant &value) const;
    QStringList checkLines(const ReportColumn &column, const QString &value) const;
    QStringList chipOf(const ReportColumn &column, const QVariant &value, print::Tone *tone) const;
    QStringList chipLines(const QStringList &parts, bool isTight) const;
    QStringList fitted(const QStringList &parts, double width) const;
    double longestWord(const GlyphText &font, const QString &text) const;
    Wish wishOf(const ReportTable &table, const ReportColumn &column, bool isTight) const;

    const ReportFonts &m_fonts;
    const ReportWords &m_words;
    const ReportLanguage &m_language;
    QTimeZone m_zone;
};

} // namespace dw
