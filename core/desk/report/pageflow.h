#pragma once

#include "core/engines/seal/glyphtext.h"
#include "core/engines/seal/pdfa3.h"

#include <QColor>
#include <QRectF>

#include <functional>

class QPainter;
class QPdfWriter;

namespace dw {

/// Colours of the print: the window's tokens, flat, without transparency (PDF/A-1 drawing).
namespace print {
inline const QColor ink(0x1f, 0x25, 0x33);
inline const QColor quiet(0x5b, 0x64, 0x76);
inline const QColor line(0xd5, 0xda, 0xe3);
inline const QColor band(0xf3, 0xf5, 0xf9);
inline const QColor accent(0x43, 0x38, 0xca);
inline const QColor accentBand(0xee, 0xf0, 0xff);

struct Tone {
    QColor ink;
    QColor fill;
};
Tone tone(const QString &id); ///< neutral, good, warn, bad, info, violet
Tone levelTone(int level); ///< 1 grey, 2 blue, 3 amber, 4 violet
} // namespace print

/// The type scale in points.
struct ReportFonts {
    GlyphText tiny {6};
    GlyphText small {7};
    GlyphText smallBold {7, true};
    GlyphText table {7.4};
    GlyphText tableHead {6.8, true};
    GlyphText text {9};
    GlyphText second {8.2}; ///< The second language of a sentence.
    GlyphText textBold {9, true};
    GlyphText part {11, true};
    GlyphText section {15, true};
    GlyphText title {30, true};
    GlyphText figure {24, true};
};

/// Pages of A4 filled from top to bottom, in points with the origin at the top left. With no painter it only
/// measures: the first of two passes, which learns the number of pages.
class PageFlow
{
public:
    static constexpr double width = 595.276;
    static constexpr double height = 841.89;
    static constexpr double margin = 56.693; ///< 20 mm.
    static constexpr double textWidth = width - 2 * margin;

    /// `onPage(page)` draws head and foot of a page that was just begun.
    PageFlow(QPainter *painter, QPdfWriter *writer, const ReportFonts &fonts, std::function<void(int)> onPage);

    QPainter *painter() const { return m_painter; } ///< Null in the measuring pass.
    const ReportFonts &fonts() const { return m_fonts; }
    int page() const { return m_page; } ///< 0 = first.
    double y() const { return m_y; }
    double bottom() const { return height - margin - 8; }
    void moveTo(double y) { m_y = y; }
    void space(double points) { m_y += points; }
    void newPage();
    bool need(double points); ///< Begins a page when less is left; true when it did.

    void draw(const GlyphText &font, const QColor &colour, double x, double baseline, const QString &text);
    void drawRight(const GlyphText &font, const QColor &colour, double right, double baseline, const QString &text);
    void fill(const QRectF &rect, const QColor &colour, double radius = 0);
    void rule(double x1, double y, double x2, const QColor &colour = print::line, double thickness = 0.6);
    void upright(double x, double y1, double y2); ///< A thin line between the cells of a grid.
    double chip(double x, double top, const QString &text, const print::Tone &tone); ///< Returns its width.
    void chip(double x, double top, const QStringList &lines, const print::Tone &tone);
    static double chipHeight(qsizetype lines) { return 10.5 + double(lines - 1) * 8.6; }
    static constexpr double chipPadding = 9; ///< Left and right of its text together.
    double chipWidth(const QString &text) const;

    /// A paragraph that may run over pages; `left` and `width` in points.
    void paragraph(const QString &text, const GlyphText &font, const QColor &colour, double left = margin,
        double width = textWidth, double leading = 1.45);
    void bookmark(const QString &title, int depth);
    const QList<Bookmark> &bookmarks() const { return m_bookmarks; }

    /// What is drawn while one lives belongs to an element of the structure: "H1", "P", "Table" ...
    class Tag
    {
    public:
        Tag(PageFlow &flow, const char *type, const QString &alternative = {});
        ~Tag();
        Tag(const Tag &) = delete;
        Tag &operator=(const Tag &) = delete;

    private:
        PageFlow &m_flow;
        const bool m_isOpen; ///< Not within an artifact.
    };
    /// What is drawn while one lives is no part of the content: running heads, repeated table heads.
    class Artifact
    {
    public:
        explicit Artifact(PageFlow &flow);
        ~Artifact();
        Artifact(const Artifact &) = delete;
        Artifact &operator=(const Artifact &) = delete;

    private:
        PageFlow &m_flow;
    };
    const PdfTags &tags() const { return m_tags; } ///< Empty after the measuring pass.

private:
    QPainter *m_painter;
    QPdfWriter *m_writer;
    const ReportFonts &m_fonts;
    std::function<void(int)> m_onPage;
    int m_page = 0;
    double m_y = margin;
    QList<Bookmark> m_bookmarks;
    PdfTags m_tags;
    int m_artifacts = 0;
};

} // namespace dw
