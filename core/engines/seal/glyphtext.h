#pragma once

#include <QHash>
#include <QPointF>
#include <QRawFont>
#include <QString>

class QPainter;

namespace dw {

/// Text in Noto Sans CJK SC drawn glyph by glyph, one glyph a character. Shaping would exchange digits and "fi"
/// for glyphs that QPdfWriter cannot name in ToUnicode, and then nobody could search or verify the text.
/// Sizes in the painter's units (points, on a writer of 72 dpi). Needs a QGuiApplication. Not thread-safe.
class GlyphText
{
public:
    GlyphText(double size, bool isBold = false);

    /// False when the computer lacks the font and another one stands in, perhaps without ideographs.
    bool isGenuine() const { return m_font.familyName().startsWith(QLatin1String("Noto Sans CJK")); }
    double size() const { return m_size; }
    double ascent() const { return m_size * 0.88; } ///< Of the em box: the font's own is twice as tall.
    double width(QStringView text) const;

    /// Draws in the painter's pen colour; `baseline` is the left end of the base line.
    void draw(QPainter &painter, const QPointF &baseline, QStringView text) const;

    QString elided(const QString &text, double width) const;

    /// Breaks into lines: at spaces, between ideographs (not before closing punctuation), in a long word as a
    /// last resort; line feeds always break.
    QStringList wrapped(const QString &text, double width) const;

private:
    struct Glyph {
        quint32 index = 0;
        double advance = 0;
    };
    const Glyph &glyph(char32_t c) const;

    QRawFont m_font;
    double m_size;
    mutable QHash<char32_t, Glyph> m_glyphs;
};

} // namespace dw
