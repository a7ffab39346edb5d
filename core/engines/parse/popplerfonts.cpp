#include "core/engines/parse/popplerfonts.h"

#include "core/engines/parse/glyphshapes.h"
#include "core/engines/parse/popplersetup.h"

#include <poppler/GfxFont.h>
#include <poppler/PDFDoc.h>
#include <poppler/XRef.h>
#include <poppler/fofi/FoFiTrueType.h>

#include <cmath>
#include <cstdlib>

namespace dw {

namespace {

QString textOf(const Unicode *codes, int length)
{
    QString text;
    for (int i = 0; i < length; ++i) {
        const char32_t code = codes[i];
        if (code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
            text += QString::fromUcs4(&code, 1);
    }
    return text;
}

} // namespace

struct PopplerFont::Work {
    std::unique_ptr<GfxFont> font;
    std::vector<unsigned char> program; ///< Moved into `shapes` when first measured.
    qsizetype programSize = 0;
    std::vector<int> glyphs; ///< Code or CID to glyph of a TrueType program; empty: the same number.
    bool glyphsKnown = true;
    bool opened = false;
    std::unique_ptr<GlyphShapes> shapes;

    const Gfx8BitFont &simple() const { return static_cast<const Gfx8BitFont &>(*font); }
    void mapGlyphs();
    std::optional<unsigned> glyphOf(quint32 cid) const;
};

/// The same ways from codes to glyphs that Poppler goes when it draws.
void PopplerFont::Work::mapGlyphs()
{
    if (font->isCIDFont()) {
        const auto &composite = static_cast<const GfxCIDFont &>(*font);
        if (const int *map = composite.getCIDToGID())
            glyphs.assign(map, map + composite.getCIDToGIDLen());
        return;
    }
    if (font->getType() != fontTrueType && font->getType() != fontTrueTypeOT)
        return;
    const std::unique_ptr<FoFiTrueType> file = FoFiTrueType::make(program.data(), int(program.size()));
    int *const map = file ? static_cast<Gfx8BitFont &>(*font).getCodeToGIDMap(file.get()) : nullptr;
    glyphsKnown = map != nullptr;
    if (map)
        glyphs.assign(map, map + 256);
    std::free(map); // Poppler allocates it with malloc
}

std::optional<unsigned> PopplerFont::Work::glyphOf(quint32 cid) const
{
    if (!glyphsKnown)
        return {};
    if (!glyphs.empty())
        return cid < glyphs.size() && glyphs[cid] >= 0 ? std::optional<unsigned>(glyphs[cid]) : std::nullopt;
    if (font->isCIDFont())
        return shapes->glyphOfCid(cid);
    const char *const name = cid < 256 ? simple().getCharName(int(cid)) : nullptr;
    if (!name)
        return {};
    if (const auto glyph = shapes->glyphOfName(name))
        return glyph;
    const char *const other = GfxFont::getAlternateName(name);
    return other ? shapes->glyphOfName(other) : std::nullopt;
}

PopplerFont::PopplerFont()
    : d(std::make_unique<Work>())
{
}

PopplerFont::~PopplerFont() = default;

bool PopplerFont::isComposite() const
{
    return d->font->isCIDFont();
}

bool PopplerFont::isVertical() const
{
    return d->font->getWMode() != 0;
}

bool PopplerFont::isType3() const
{
    return d->font->getType() == fontType3;
}

double PopplerFont::ascent() const
{
    return d->font->getAscent();
}

double PopplerFont::descent() const
{
    return d->font->getDescent();
}

qsizetype PopplerFont::bytesHeld() const
{
    constexpr qsizetype simple = 16 << 10;
    constexpr qsizetype composite = 512 << 10;
    return d->programSize + (isComposite() ? composite : simple);
}

PopplerCode PopplerFont::next(const char *bytes) const
{
    constexpr int longestCode = 4;
    CharCode code = 0;
    const Unicode *text = nullptr;
    int textLength = 0;
    double dx = 0;
    double dy = 0;
    double originX = 0;
    double originY = 0;
    PopplerCode result;
    result.length = d->font->getNextChar(bytes, longestCode, &code, &text, &textLength, &dx, &dy, &originX, &originY);
    result.cid = code;
    if (text)
        result.text = textOf(text, textLength);
    result.advance = QPointF(dx, dy);
    result.origin = QPointF(originX, originY);
    return result;
}

std::string PopplerFont::glyphName(unsigned code) const
{
    const char *const name = isComposite() || code > 255 ? nullptr : d->simple().getCharName(int(code));
    return name ? name : std::string();
}

std::optional<unsigned> PopplerFont::glyph(quint32 cid) const
{
    if (!d->opened) {
        d->opened = true;
        if (!d->program.empty())
            d->shapes = GlyphShapes::open(std::move(d->program));
    }
    return d->shapes ? d->glyphOf(cid) : std::nullopt;
}

std::optional<QRectF> PopplerFont::ink(quint32 cid) const
{
    const std::optional<unsigned> number = glyph(cid);
    return number ? d->shapes->box(*number) : std::nullopt;
}

std::vector<std::unique_ptr<PopplerFont>> PopplerFonts::load(const QByteArray &pdf)
{
    initialisePoppler();
    std::vector<std::unique_ptr<PopplerFont>> result;
    auto stream = std::make_unique<MemStream>(pdf.constData(), 0, pdf.size(), Object(objNull));
    PDFDoc document(stream.release()); // takes the stream
    if (!document.isOk())
        return result;
    XRef *const xref = document.getXRef();
    const Object fonts = xref->getCatalog().dictLookup("Fonts");
    for (int i = 0; fonts.isArray() && i < fonts.arrayGetLength(); ++i) {
        result.push_back(nullptr);
        const Object &reference = fonts.arrayGetNF(i);
        Object dictionary = fonts.arrayGet(i);
        if (!reference.isRef() || !dictionary.isDict())
            continue;
        std::unique_ptr<GfxFont> font = GfxFont::makeFont(xref, "F", reference.getRef(), dictionary.getDict());
        if (!font || !font->isOk())
            continue;
        std::unique_ptr<PopplerFont> made(new PopplerFont);
        made->d->font = std::move(font);
        Ref program {};
        if (made->d->font->getEmbeddedFontID(&program))
            made->d->program = made->d->font->readEmbFontFile(xref).value_or(std::vector<unsigned char>());
        made->d->programSize = qsizetype(made->d->program.size());
        made->d->mapGlyphs();
        result.back() = std::move(made);
    }
    return result;
}

} // namespace dw
