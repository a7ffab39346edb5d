#include "core/engines/parse/filereader.h"

#include "core/engines/office/filekind.h"
#include "core/engines/office/packagereader.h"
#include "core/engines/office/plaintextreader.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <numeric>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// Letters of a text are some 25 to 40 pixels high then, as the recogniser was taught; more only takes longer.
constexpr double leastDpi = 250;
constexpr double mostDpi = 300;
constexpr int smallestPicture = 24; ///< Pixels: an icon says nothing.
constexpr int longestSide = 12'000;

constexpr qsizetype mostPictures = 12; ///< Of a page of text; a page of more small ones is drawn from them.

/// Pictures of a page of text that may show text themselves: no logos, no lines.
QList<QRectF> notablePictures(const PdfPageContent &content)
{
    constexpr double leastHeight = 36; // half an inch
    constexpr double leastArea = 10'000; // points: as a business card
    QList<QRectF> notable;
    for (const QRectF &box : content.pictures) {
        if (box.height() >= leastHeight && box.width() >= leastHeight && box.width() * box.height() >= leastArea && !notable.contains(box))
            notable.append(box);
    }
    return notable;
}

void translate(PdfPageText &words, QPointF by)
{
    for (PdfWord &word : words.words) {
        word.rect.translate(by);
        for (QRectF &rect : word.charRects)
            rect.translate(by);
    }
}

/// Characters of a page that say something.
qsizetype readable(const PdfPageText &words)
{
    qsizetype count = 0;
    for (const PdfWord &word : words.words) {
        for (const QChar c : word.text)
            count += c != QChar::ReplacementCharacter && !c.isSpace() && c.category() != QChar::Other_PrivateUse ? 1 : 0;
    }
    return count;
}

/// Whether what a page shows is a picture of text: a scan, perhaps with a stamp of the data room over it.
bool isPicturePage(const PdfPageContent &content)
{
    constexpr qsizetype nothing = 16;
    constexpr qsizetype stampOnly = 300;
    const qsizetype characters = readable(content.text);
    if (characters < nothing)
        return content.isDrawn;
    return characters < stampOnly && content.pictureCover > 0.5;
}

} // namespace

Result<std::unique_ptr<TextReader>> openFile(const QByteArray &bytes, const QString &name, const FileReading &reading)
{
    if (reading.depth > FileReading::deepest)
        return fail(ErrorCode::LimitExceeded, u"find.too_deep"_s, {name});
    DW_ASSIGN(const FileKind kind, fileKind(bytes, name));
    switch (kind) {
    case FileKind::Pdf:
        return PdfTextReader::open(bytes, name, reading);
    case FileKind::Picture:
        return PictureReader::open(bytes, name, reading);
    case FileKind::Table:
        return TableTextReader::open(bytes, name);
    case FileKind::Text:
        return PlainTextReader::open(bytes, name);
    case FileKind::Package:
        break;
    }
    return PackageReader::open(bytes, name, [reading](const QByteArray &inner, const QString &innerName) {
        FileReading deeper = reading;
        ++deeper.depth;
        return openFile(inner, innerName, deeper);
    });
}

PdfTextReader::PdfTextReader(std::unique_ptr<PopplerDocument> document, QString name, const FileReading &reading)
    : m_document(std::move(document))
    , m_name(std::move(name))
    , m_reading(reading)
{
}

Result<std::unique_ptr<TextReader>> PdfTextReader::open(const QByteArray &pdf, const QString &name, const FileReading &reading)
{
    DW_ASSIGN(auto document, PopplerDocument::open(pdf));
    return std::unique_ptr<TextReader>(new PdfTextReader(std::move(document), name, reading));
}

void PdfTextReader::skipTo(int step)
{
    m_page = step;
    m_isPictureNext = false;
}

FileText PdfTextReader::pageText(const PdfPageText &words, bool isRecognised) const
{
    FileText text;
    text.kind = u"page"_s;
    text.page = m_page + 1;
    text.pageInfo = m_document->pageInfo(m_page);
    text.words = words;
    text.isRecognised = isRecognised;
    return text;
}

FileTexts PdfTextReader::next()
{
    FileTexts result;
    if (m_isPictureNext) {
        recognise(result);
        skipTo(m_page + 1);
        return result;
    }
    m_content = m_document->content(m_page);
    if (!m_content.text.words.isEmpty() || !m_content.isDrawn)
        result.texts.append(pageText(m_content.text, false));
    const bool isPicture = isPicturePage(m_content);
    const bool hasPictures = isPicture || !notablePictures(m_content).isEmpty();
    if (hasPictures && m_reading.recogniser) {
        m_isPictureNext = true;
        return result;
    }
    if (hasPictures) {
        const QString reason = isPicture ? u"find.page_without_text"_s : u"find.page_pictures_unread"_s;
        result.unread.append({ErrorCode::Unsupported, reason, {m_name, QString::number(m_page + 1)}, {}});
    }
    skipTo(m_page + 1);
    return result;
}

/// The pictures on a page of text, one by one; the text beside them has been read.
Result<PdfPageText> PdfTextReader::recognisedPictures() const
{
    QList<QRectF> boxes = notablePictures(m_content);
    if (boxes.size() > mostPictures) {
        const QRectF first = boxes.first();
        boxes = {std::accumulate(boxes.begin(), boxes.end(), first, [](const QRectF &a, const QRectF &b) { return a | b; })};
    }
    const double dpi = m_document->effectiveDpi(m_page, mostDpi);
    DW_ASSIGN(const QImage page, m_document->render(m_page, dpi));
    PdfPageText all;
    for (const QRectF &box : boxes) {
        const QRect pixels = QRectF(box.topLeft() * dpi / 72, box.size() * dpi / 72).toAlignedRect().intersected(page.rect());
        DW_ASSIGN(PdfPageText words, m_reading.recogniser->read(page.copy(pixels), dpi));
        translate(words, QPointF(pixels.topLeft()) * 72 / dpi);
        all.words += words.words;
    }
    return all;
}

/// The scan itself where the page is nothing else and it is neither coarse nor huge; otherwise the page drawn.
Result<PdfPageText> PdfTextReader::recognised() const
{
    const PdfWholePicture whole = m_document->wholePicture(m_page);
    if (!whole.grey.isNull()) {
        const double across = 72.0 * whole.grey.width() / whole.box.width();
        const double down = 72.0 * whole.grey.height() / whole.box.height();
        if (across > 180 && across < 1.4 * mostDpi && std::abs(across - down) < 0.02 * across) {
            DW_ASSIGN(PdfPageText words, m_reading.recogniser->read(whole.grey, across));
            translate(words, whole.box.topLeft());
            return words;
        }
    }
    const double wanted = m_content.pictureDpi > 0 ? std::clamp(m_content.pictureDpi, leastDpi, mostDpi) : mostDpi;
    const double dpi = m_document->effectiveDpi(m_page, wanted);
    DW_ASSIGN(const QImage picture, m_document->render(m_page, dpi));
    return m_reading.recogniser->read(picture, dpi);
}

void PdfTextReader::recognise(FileTexts &result)
{
    const bool isPicture = isPicturePage(m_content);
    const Result<PdfPageText> words = isPicture ? recognised() : recognisedPictures();
    if (words) {
        result.texts.append(pageText(*words, true));
        return;
    }
    const QString reason = isPicture ? u"find.page_without_text"_s : u"find.page_pictures_unread"_s;
    result.unread.append({words.error().code, reason, {m_name, QString::number(m_page + 1)}, words.error().reason});
}

Result<std::unique_ptr<TextReader>> PictureReader::open(const QByteArray &bytes, const QString &name, const FileReading &reading)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader decoder(&buffer);
    decoder.setAutoTransform(true);
    const QSize size = decoder.size();
    if (size.width() > longestSide || size.height() > longestSide)
        return fail(ErrorCode::LimitExceeded, u"find.kind_unread"_s, {name});
    auto reader = std::make_unique<PictureReader>();
    reader->m_picture = decoder.read();
    if (reader->m_picture.isNull())
        return fail(ErrorCode::Unsupported, u"find.kind_unread"_s, {name});
    reader->m_name = name;
    reader->m_reading = reading;
    reader->m_isDone = reader->m_picture.width() < smallestPicture || reader->m_picture.height() < smallestPicture;
    return reader;
}

FileTexts PictureReader::next()
{
    m_isDone = true;
    FileTexts result;
    // Its own resolution is seldom true; letters on a page are about this large.
    const double dpi = std::clamp(double(std::min(m_picture.width(), m_picture.height())) / 8.27, 70.0, 600.0);
    const Result<PdfPageText> words
        = m_reading.recogniser ? m_reading.recogniser->read(m_picture, dpi) : fail(ErrorCode::Unsupported, u"find.page_without_text"_s);
    if (!words) {
        result.unread.append({words.error().code, u"find.picture_unread"_s, {m_name}, words.error().reason});
        return result;
    }
    FileText text;
    text.kind = u"picture"_s;
    text.text = words->plain();
    text.isRecognised = true;
    result.texts.append(text);
    return result;
}

} // namespace dw
