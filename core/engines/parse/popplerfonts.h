#pragma once

#include <QByteArray>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace dw {

/// One code as Poppler's decoder reads it; lengths for a font size of 1.
struct PopplerCode {
    int length = 0; ///< Bytes it took.
    quint32 cid = 0; ///< Of composite fonts; the code itself in simple ones.
    QString text;
    QPointF advance;
    QPointF origin; ///< Vertical writing: the position vector.
};

/// A font of a PDF as Poppler reads it, with its program for the ink. Does not need the file any more.
class PopplerFont
{
public:
    ~PopplerFont();

    bool isComposite() const;
    bool isVertical() const;
    bool isType3() const;
    double ascent() const; ///< As it says.
    double descent() const;
    qsizetype bytesHeld() const; ///< Roughly, program included.

    /// Reads one code from `bytes`, of which there must be at least four (pad them).
    PopplerCode next(const char *bytes) const;

    std::string glyphName(unsigned code) const; ///< Simple fonts: without slash; empty when it has none.

    /// The number of a code's glyph in the program, as GlyphShapes counts; nullopt when it has none.
    std::optional<unsigned> glyph(quint32 cid) const;

    /// The ink of a code that next() gave: nullopt when there is no program or it does not have the glyph.
    std::optional<QRectF> ink(quint32 cid) const;

private:
    friend class PopplerFonts;
    struct Work;

    PopplerFont();

    std::unique_ptr<Work> d;
};

/// Opens fonts from a small PDF made for it: its catalog has an array /Fonts of references.
class PopplerFonts
{
public:
    /// One per entry; nullptr where Poppler makes no font of it (unknown CMap, no dictionary, unreadable).
    static std::vector<std::unique_ptr<PopplerFont>> load(const QByteArray &pdf);
};

} // namespace dw
