#include "core/engines/parse/popplerdocument.h"

#include "core/engines/parse/drawingdevice.h"
#include "core/engines/parse/gapmeter.h"
#include "core/engines/parse/pagerun.h"
#include "core/engines/parse/picturedevice.h"
#include "core/engines/parse/picturenotes.h"
#include "core/engines/parse/plaintextdevice.h"
#include "core/engines/parse/popplersetup.h"

#include <poppler/Annot.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxState.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/TextOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// Only what belongs to the page's content as a reader prints it.
bool isShown(Annot *annotation, void *)
{
    switch (annotation->getType()) {
    case Annot::typePopup:
    case Annot::typeLink:
    case Annot::typeFileAttachment:
    case Annot::typeSound:
    case Annot::typeMovie:
    case Annot::typeScreen:
    case Annot::typeRichMedia:
    case Annot::type3D:
    case Annot::typeUnknown: // among them /Redact
        return false;
    case Annot::typeText: // without an appearance of its own its icon is the reader's, not the page's
        if (!annotation->getAppearStreams())
            return false;
        [[fallthrough]];
    default:
        return (annotation->getFlags() & (Annot::flagHidden | Annot::flagNoView | Annot::flagInvisible)) == 0;
    }
}

QRectF toRect(const PDFRectangle &box)
{
    return QRectF(QPointF(box.x1, box.y1), QPointF(box.x2, box.y2)).normalized();
}

/// Counts characters by what keeps them from being seen.
class HiddenTextDevice final : public OutputDev
{
public:
    explicit HiddenTextDevice(const QRectF &cropBox)
        : m_crop(cropBox)
    {
    }

    bool upsideDown() override { return false; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool needNonText() override { return false; }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode,
        int, const Unicode *, int) override
    {
        // With 72 dpi, no crop and rotation 0 the device space is user space moved to the media box's corner.
        double deviceX = 0;
        double deviceY = 0;
        state->transform(x - originX + dx / 2, y - originY + dy / 2, &deviceX, &deviceY);
        ++found.total;
        const double margin = 1;
        if (!m_crop.adjusted(-margin, -margin, margin, margin).contains(deviceX, deviceY))
            ++found.outsideCropBox;
        if (state->getRender() == 3)
            ++found.invisible;
        if (state->getTransformedFontSize() < 0.5)
            ++found.tiny;
    }

    HiddenText found;

private:
    QRectF m_crop;
};

/// Poppler places vertical writing as if a character's origin were at its foot and its left side; it is in the middle of
/// its head. What to add to such a word's places.
QPointF verticalShift(const TextWord &word)
{
    if (word.getLength() == 0 || word.getFontInfo(0)->getWMode() == 0)
        return {};
    const double em = word.getFontSize();
    switch (word.getRotation()) {
    case 0:
        return {em, em / 2};
    case 1:
        return {-em / 2, em};
    case 2:
        return {-em, -em / 2};
    default:
        return {em / 2, -em};
    }
}

/// One word of Poppler's list; its places are still those of a page at 72 dpi.
PdfWord readWord(const TextWord &word)
{
    PdfWord result;
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    word.getBBox(&x0, &y0, &x1, &y1);
    const QPointF shift = verticalShift(word);
    result.rect = QRectF(QPointF(x0, y0), QPointF(x1, y1)).normalized().translated(shift);
    result.rotation = word.getRotation() * 90;
    result.spaceAfter = word.hasSpaceAfter();
    result.text.reserve(word.getLength());
    result.charRects.reserve(word.getLength());
    for (int i = 0; i < word.getLength(); ++i) {
        const char32_t code = *word.getChar(i);
        const bool usable = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        word.getCharBBox(i, &x0, &y0, &x1, &y1);
        const QRectF rect = QRectF(QPointF(x0, y0), QPointF(x1, y1)).normalized().translated(shift);
        for (const char16_t unit : QChar::fromUcs4(usable ? code : char32_t(QChar::ReplacementCharacter))) {
            result.text += QChar(unit);
            result.charRects.append(rect);
        }
    }
    return result;
}

void scale(QRectF &rect, double factor)
{
    rect = QRectF(rect.topLeft() * factor, rect.size() * factor);
}

bool isFinite(const QRectF &rect)
{
    return std::isfinite(rect.left()) && std::isfinite(rect.top()) && std::isfinite(rect.width())
        && std::isfinite(rect.height());
}

/// From Poppler's units to those of the displayed page; words that are nowhere go.
void place(PdfPageText &text, const PdfPageInfo &info)
{
    for (PdfWord &word : text.words) {
        if (info.userUnit != 1.0) {
            scale(word.rect, info.userUnit);
            for (QRectF &rect : word.charRects)
                scale(rect, info.userUnit);
        }
        word.userRect = info.toUser(word.rect);
    }
    text.words.removeIf([](const PdfWord &word) { return !isFinite(word.rect); });
}

} // namespace

/// Takes the glyphs for what they are.
class ShownTextDevice : public TextOutputDev
{
public:
    explicit ShownTextDevice(PopplerDocument::ActualText actual)
        : TextOutputDev(nullptr, false, 0, false, false)
        , m_actual(actual)
    {
    }

    void beginActualText(GfxState *state, const GooString *meaning) override
    {
        if (m_actual == PopplerDocument::ActualText::Used)
            TextOutputDev::beginActualText(state, meaning);
    }

    void endActualText(GfxState *state) override
    {
        if (m_actual == PopplerDocument::ActualText::Used)
            TextOutputDev::endActualText(state);
    }

private:
    PopplerDocument::ActualText m_actual;
};

/// Notes beside the glyphs where pictures are and whether anything is drawn.
class ContentDevice final : public ShownTextDevice
{
public:
    ContentDevice()
        : ShownTextDevice(PopplerDocument::ActualText::Used)
    {
    }

    PictureNotes pictures;

    bool needNonText() override { return true; }
    void stroke(GfxState *) override { pictures.isDrawn = true; }
    void fill(GfxState *) override { pictures.isDrawn = true; }
    void eoFill(GfxState *) override { pictures.isDrawn = true; }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int bytes,
        const Unicode *unicode, int length) override
    {
        pictures.isDrawn = true;
        ShownTextDevice::drawChar(state, x, y, dx, dy, originX, originY, code, bytes, unicode, length);
    }

    void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline) override
    {
        pictures.add(state->getCTM(), width);
        OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, isInline); // reads past an inline one
    }

    void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate,
        const int *mask, bool isInline) override
    {
        pictures.add(state->getCTM(), width);
        OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask, isInline);
    }

    void drawMaskedImage(GfxState *state, Object *, Stream *, int width, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool) override
    {
        pictures.add(state->getCTM(), width);
    }

    void drawSoftMaskedImage(
        GfxState *state, Object *, Stream *, int width, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool) override
    {
        pictures.add(state->getCTM(), width);
    }
};

/// What reads pages by the short way, one after the other.
struct PopplerDocument::PlainPages {
    explicit PlainPages(PDFDoc &document)
        : run(document, device)
    {
    }

    PlainTextDevice device;
    PageRun run;
};

PopplerDocument::PopplerDocument(QByteArray pdf)
    : m_pdf(std::move(pdf))
{
}

PopplerDocument::~PopplerDocument() = default;

Result<std::unique_ptr<PopplerDocument>> PopplerDocument::open(const QByteArray &pdf)
{
    initialisePoppler();
    std::unique_ptr<PopplerDocument> result(new PopplerDocument(pdf));
    // MemStream takes no ownership of the bytes; PDFDoc owns the stream.
    auto stream = std::make_unique<MemStream>(result->m_pdf.constData(), 0, result->m_pdf.size(), Object(objNull));
    result->m_doc = std::make_unique<PDFDoc>(stream.release());
    if (!result->m_doc->isOk()) {
        if (result->m_doc->getErrorCode() == errEncrypted)
            return fail(ErrorCode::Unsupported, u"pdf.password_needed"_s);
        return fail(ErrorCode::Corrupt, u"pdf.damaged"_s, {}, u"poppler %1"_s.arg(result->m_doc->getErrorCode()));
    }
    result->m_pageCount = result->m_doc->getNumPages();
    if (result->m_pageCount <= 0)
        return fail(ErrorCode::Corrupt, u"pdf.damaged"_s, {}, u"no pages"_s);
    if (result->m_pageCount > largestPageCount)
        return fail(ErrorCode::LimitExceeded, u"pdf.too_many_pages"_s, {QString::number(result->m_pageCount)});
    result->m_plain = std::make_unique<PlainPages>(*result->m_doc);
    return result;
}

PdfPageInfo PopplerDocument::pageInfo(int page) const
{
    PdfPageInfo info;
    info.mediaBox = info.cropBox = QRectF(0, 0, 612, 792);
    Page *const source = m_doc->getPage(page + 1);
    if (!source)
        return info;
    if (const QRectF media = toRect(*source->getMediaBox()); isFinite(media) && !media.isEmpty())
        info.mediaBox = info.cropBox = media;
    if (const QRectF crop = toRect(*source->getCropBox()).intersected(info.mediaBox); isFinite(crop) && !crop.isEmpty())
        info.cropBox = crop;
    info.rotation = ((source->getRotate() % 360) + 360) % 360 / 90 * 90;
    Object dictionary = m_doc->getXRef()->fetch(source->getRef());
    if (dictionary.isDict()) {
        const Object unit = dictionary.dictLookup("UserUnit");
        if (unit.isNum() && unit.getNum() >= 0.01 && unit.getNum() <= 10'000)
            info.userUnit = unit.getNum();
    }
    return info;
}

PdfPageText PopplerDocument::wordsOf(ShownTextDevice &device, int page, const PdfPageInfo &info) const
{
    PdfPageText result;
    m_doc->displayPage(&device, page + 1, 72, 72, 0, false, true, false, nullptr, nullptr, isShown, nullptr);
    const std::unique_ptr<TextWordList> list = device.makeWordList();
    result.words.reserve(list ? list->getLength() : 0);
    for (int i = 0; list && i < list->getLength(); ++i) {
        const TextWord *const source = list->get(i);
        result.words.append(readWord(*source));
        result.words.last().lineEnd = !source->nextWord();
    }
    place(result, info);
    return result;
}

PdfPageText PopplerDocument::text(int page, ActualText actual) const
{
    ShownTextDevice device(actual);
    return wordsOf(device, page, pageInfo(page));
}

/// By the short way where the page allows it. Where some pages in a row did not, only every eighth is tried.
PdfPageText PopplerDocument::contentText(int page, const PdfPageInfo &info, PictureNotes &pictures) const
{
    constexpr int mostDoubts = 3;
    constexpr int triedAgain = 8;
    if (m_doubts < mostDoubts || page % triedAgain == 0) {
        m_plain->device.begin(info.displaySize() / info.userUnit);
        m_plain->run.draw(page + 1, isShown);
        if (std::optional<QList<PdfWord>> words = m_plain->device.words.lines()) {
            m_doubts = 0;
            pictures = m_plain->device.pictures;
            PdfPageText result {std::move(*words)};
            place(result, info);
            return result;
        }
        ++m_doubts;
    }
    ContentDevice device;
    PdfPageText result = wordsOf(device, page, info);
    pictures = device.pictures;
    return result;
}

PdfPageContent PopplerDocument::content(int page) const
{
    PdfPageContent result;
    const PdfPageInfo info = pageInfo(page);
    PictureNotes pictures;
    result.text = contentText(page, info, pictures);
    result.isDrawn = pictures.isDrawn;
    const QRectF shown(QPointF(0, 0), info.displaySize());
    for (qsizetype i = 0; i < pictures.boxes.size(); ++i) {
        QRectF box = pictures.boxes.at(i);
        scale(box, info.userUnit);
        box = box.intersected(shown);
        if (!isFinite(box) || box.isEmpty())
            continue;
        const double cover = box.width() * box.height() / (shown.width() * shown.height());
        constexpr double notable = 0.05;
        result.pictures.append(box);
        result.pictureCover += cover;
        if (cover > notable)
            result.pictureDpi = std::max(result.pictureDpi, pictures.resolutions.at(i) / info.userUnit);
    }
    result.pictureCover = std::min(result.pictureCover, 1.0);
    return result;
}

PdfWholePicture PopplerDocument::wholePicture(int page) const
{
    if (pageInfo(page).userUnit != 1.0)
        return {};
    PictureDevice device;
    m_doc->displayPage(&device, page + 1, 72, 72, 0, false, true, false, nullptr, nullptr, isShown, nullptr);
    return {device.picture, device.box};
}

double PopplerDocument::effectiveDpi(int page, double dpi) const
{
    const QSizeF size = pageInfo(page).displaySize();
    const double pixels = size.width() * size.height() * dpi * dpi / (72 * 72);
    const double longest = std::max(size.width(), size.height()) * dpi / 72;
    double factor = 1;
    if (pixels > mostPixels)
        factor = std::sqrt(mostPixels / pixels);
    if (longest * factor > 30'000)
        factor = 30'000 / longest;
    return dpi * factor;
}

Result<QImage> PopplerDocument::draw(SplashOutputDev &device, int page, double dpi) const
{
    device.setFontAntialias(true);
    device.setVectorAntialias(true);
    device.setFreeTypeHinting(false, false);
    device.startDoc(m_doc.get());
    const double resolution = effectiveDpi(page, dpi) * pageInfo(page).userUnit; // Poppler knows no UserUnit
    m_doc->displayPageSlice(&device, page + 1, resolution, resolution, 0, false, true, false, -1, -1, -1, -1, nullptr,
        nullptr, isShown, nullptr);
    SplashBitmap *const bitmap = device.getBitmap();
    if (!bitmap || !bitmap->getDataPtr() || bitmap->getWidth() <= 0 || bitmap->getHeight() <= 0)
        return fail(ErrorCode::Corrupt, u"pdf.page_not_drawn"_s, {QString::number(page + 1)});
    const QImage view(bitmap->getDataPtr(), bitmap->getWidth(), bitmap->getHeight(), bitmap->getRowSize(),
        QImage::Format_RGB888);
    return view.copy();
}

Result<QImage> PopplerDocument::render(int page, double dpi) const
{
    SplashColor paper {0xff, 0xff, 0xff};
    SplashOutputDev device(splashModeRGB8, 4, false, paper);
    return draw(device, page, dpi);
}

Result<QImage> PopplerDocument::renderUncovered(int page, double dpi, const QList<QRectF> &boxes) const
{
    QList<QRectF> places = boxes;
    for (QRectF &box : places)
        scale(box, effectiveDpi(page, dpi) / 72);
    SplashColor paper {0xff, 0xff, 0xff};
    UncoveringDevice device(places, paper);
    return draw(device, page, dpi);
}

PageDrawing PopplerDocument::drawing(int page) const
{
    DrawingDevice device(pageInfo(page).userUnit);
    m_doc->displayPage(&device, page + 1, 72, 72, 0, false, true, false, nullptr, nullptr, isShown, nullptr);
    return std::move(device.drawing);
}

QList<GapFit> PopplerDocument::gapFits(int page, const QList<QRectF> &areas, const QStringList &names) const
{
    GapMeter meter(areas, pageInfo(page).userUnit);
    m_doc->displayPage(&meter, page + 1, 72, 72, 0, false, true, false, nullptr, nullptr, isShown, nullptr);
    return meter.fits(names);
}

QList<AnnotationLook> PopplerDocument::looks(int page) const
{
    drawing(page); // makes them
    Page *const source = m_doc->getPage(page + 1);
    return source ? annotationlooks::ofPage(*source) : QList<AnnotationLook>();
}

HiddenText PopplerDocument::hiddenText(int page) const
{
    const PdfPageInfo info = pageInfo(page);
    HiddenTextDevice device(info.cropBox.translated(-info.mediaBox.topLeft()));
    const int back = (360 - info.rotation) % 360;
    m_doc->displayPage(&device, page + 1, 72, 72, back, true, false, false, nullptr, nullptr, isShown, nullptr);
    return device.found;
}

} // namespace dw
