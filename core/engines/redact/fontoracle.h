#pragma once

#include "core/engines/redact/readerdrift.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <qpdf/QPDF.hh>

#include <memory>
#include <string_view>
#include <vector>

namespace dw {

/// One shown character code. Lengths are text space for a font size of 1, y up.
struct Glyph {
    int first = 0; ///< Byte of the string where the code starts.
    int length = 0; ///< Bytes of the code.
    quint32 code = 0; ///< As in the string, big-endian.
    QString text; ///< May be empty.
    double advance = 0; ///< To the right (w0); in vertical fonts w1y, negative downwards. Without Tc, Tw and TJ.
    ReaderDrift drift; ///< Of `advance`; none in vertical fonts.
    QPointF origin; ///< Vertical writing: the position vector v; else (0, 0).
    QRectF ink; ///< From the corner (left, top) with the smaller x and y, around the point where the glyph is set; vertical: moved by -v already. Null: no ink.
    bool inkKnown = true; ///< False: `ink` is a generous estimate.
};

/// What a font makes of strings. Does not change once it is there.
class FontFace
{
public:
    virtual ~FontFace() = default;

    virtual bool isVertical() const = 0;
    virtual bool isType3() const = 0;
    virtual double ascent() const = 0; ///< For a size of 1, in (0, 2].
    virtual double descent() const = 0; ///< For a size of 1, in [-2, 0].

    /// Throws Unprovable("text_undecodable") when the last code is cut off or a width is nobody's knowledge.
    virtual std::vector<Glyph> decode(std::string_view bytes) const = 0;
};

/// The fonts of a file as Poppler reads them: codes, widths and meaning from its decoder, ink from the font programs.
/// Poppler shows its fonts only to who draws a page, so fonts are put into a small file of their own and that is drawn.
class FontOracle
{
public:
    FontOracle();
    ~FontOracle();

    /// Gets all of these that are not known yet at once, which costs one file instead of one for each. Never throws
    /// for a font that does not come.
    void prepare(const std::vector<QPDFObjectHandle> &fonts);

    /// Valid as long as the oracle. Throws Unprovable("font_unknown") when no reader could say what the font shows:
    /// an unknown CMap, no font dictionary.
    const FontFace &face(QPDFObjectHandle font);

private:
    class Face;
    struct Work;

    std::unique_ptr<Work> d;
};

} // namespace dw
