#include "core/engines/parse/textrecogniser.h"

#include "core/engines/parse/symbolplacer.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#pragma GCC diagnostic pop

#include <QFileInfo>
#include <QTransform>

#include <algorithm>
#include <utility>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// A recognised word in pixels of the picture.
struct PixelWord {
    QRect box;
    QList<std::pair<QString, QRect>> symbols;
    bool isLineEnd = false;
};

QRect boxOf(const tesseract::PageIterator &at, tesseract::PageIteratorLevel level)
{
    int left = 0, top = 0, right = 0, bottom = 0;
    if (!at.BoundingBox(level, &left, &top, &right, &bottom))
        return {};
    return {left, top, right - left, bottom - top};
}

QList<PixelWord> wordsOf(tesseract::ResultIterator &at)
{
    QList<PixelWord> words;
    do {
        const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_SYMBOL));
        const QString symbol = QString::fromUtf8(text.get());
        if (symbol.trimmed().isEmpty())
            continue;
        if (at.IsAtBeginningOf(tesseract::RIL_WORD) || words.isEmpty())
            words.append({boxOf(at, tesseract::RIL_WORD), {}, false});
        words.last().symbols.append({symbol, boxOf(at, tesseract::RIL_SYMBOL)});
        words.last().isLineEnd = at.IsAtFinalElement(tesseract::RIL_TEXTLINE, tesseract::RIL_WORD);
    } while (at.Next(tesseract::RIL_SYMBOL));
    return words;
}

/// The recogniser's boxes may end within a stroke.
QRect untilPaper(const QRect &box, const InkMap &ink)
{
    const QRect wide = ink.widened(box, box.height());
    return QRect(QPoint(wide.left(), box.top()), QPoint(wide.right(), box.bottom()));
}

/// Where the characters of a line begin and end, a little more than their ink; where the ink does not show it, all of the word.
QList<SymbolExtent> extentsOf(const QList<PixelWord> &line, const QRect &box, const InkMap &ink)
{
    QList<GuessedSymbol> symbols;
    for (const PixelWord &word : line) {
        for (qsizetype i = 0; i < word.symbols.size(); ++i)
            symbols.append({word.symbols.at(i).first, word.symbols.at(i).second, i == 0});
    }
    const QList<SymbolExtent> fitted = placeSymbols(symbols, box, ink);
    QList<SymbolExtent> extents = fitted;
    if (fitted.isEmpty()) {
        for (const PixelWord &word : line) {
            const int doubt = box.height(); // a word's box is as far off as its characters' are
            extents.append(QList<SymbolExtent>(word.symbols.size(), {word.box.left() - doubt, word.box.left() + word.box.width() + doubt}));
        }
        return extents;
    }
    // Over what is between two characters, but no farther than a stroke's blur.
    const int margin = std::max(2, box.height() / 10);
    for (qsizetype i = 0; i < extents.size(); ++i) {
        const int before = i > 0 ? fitted.at(i).start - fitted.at(i - 1).end : margin;
        const int after = i + 1 < extents.size() ? fitted.at(i + 1).start - fitted.at(i).end : margin;
        extents[i].start -= std::clamp(before, 1, margin);
        extents[i].end += std::clamp(after, 1, margin);
    }
    return extents;
}

/// The words of one line. Boxes go as high and deep as the line's ink.
void placeLine(const QList<PixelWord> &line, const InkMap &ink, double pointsPerPixel, PdfPageText &page)
{
    QRect box;
    for (const PixelWord &word : line)
        box |= word.box;
    box = untilPaper(box, ink);
    const QList<SymbolExtent> extents = extentsOf(line, box, ink);
    const QRect high = ink.widened(box, std::max(2, box.height() / 4));
    const auto rectOf = [&](int left, int right) {
        return QRectF(left * pointsPerPixel, high.top() * pointsPerPixel, std::max(1, right - left) * pointsPerPixel, high.height() * pointsPerPixel);
    };
    qsizetype at = 0;
    for (const PixelWord &word : line) {
        PdfWord result;
        for (const auto &[text, guess] : word.symbols) {
            const QRectF rect = rectOf(extents.at(at).start, extents.at(at).end);
            ++at;
            for (qsizetype unit = 0; unit < text.size(); ++unit)
                result.charRects.append(rect);
            result.text += text;
            result.rect |= rect;
        }
        page.words.append(result);
    }
}

bool isHanCharacter(QChar c)
{
    return c.unicode() >= 0x3400 && c.unicode() <= 0x9FFF;
}

PdfPageText pageOf(const QList<PixelWord> &words, const InkMap &ink, double pointsPerPixel)
{
    PdfPageText page;
    QList<PixelWord> line;
    for (const PixelWord &word : words) {
        line.append(word);
        if (word.isLineEnd || &word == &words.last())
            placeLine(std::exchange(line, {}), ink, pointsPerPixel, page);
    }
    for (qsizetype i = 0; i < page.words.size(); ++i) {
        PdfWord &word = page.words[i];
        word.lineEnd = words.at(i).isLineEnd || i + 1 == words.size();
        if (word.lineEnd)
            continue;
        // The recogniser cuts Chinese lines into words; no space stands there.
        const PdfWord &next = page.words.at(i + 1);
        const bool isChinese = isHanCharacter(word.text.back()) || isHanCharacter(next.text.front());
        const double gap = next.rect.left() - word.rect.right();
        word.spaceAfter = !isChinese || gap > 0.7 * word.rect.height();
    }
    return page;
}

/// From places in a picture that was turned clockwise by `turn` to those in the picture of `size` points before.
void turnBack(PdfPageText &page, int turn, QSizeF size)
{
    if (turn == 0)
        return;
    const auto back = [&](const QRectF &rect) -> QRectF {
        switch (turn) {
        case 90: // its left edge had been the bottom
            return {rect.top(), size.height() - rect.right(), rect.height(), rect.width()};
        case 180:
            return {size.width() - rect.right(), size.height() - rect.bottom(), rect.width(), rect.height()};
        default: // 270: its left edge had been the top
            return {size.width() - rect.bottom(), rect.left(), rect.height(), rect.width()};
        }
    };
    for (PdfWord &word : page.words) {
        word.rect = back(word.rect);
        for (QRectF &rect : word.charRects)
            rect = back(rect);
    }
}

} // namespace

TextRecogniser::TextRecogniser(QString models)
    : m_models(models.isEmpty() ? defaultModels() : std::move(models))
{
}

TextRecogniser::~TextRecogniser() = default;

QString TextRecogniser::defaultModels()
{
    for (const QString &directory : {u"/usr/share/tesseract-ocr/5/tessdata"_s, u"/usr/share/tesseract-ocr/4.00/tessdata"_s, u"/usr/share/tessdata"_s}) {
        if (QFileInfo::exists(directory + "/eng.traineddata"_L1) && QFileInfo::exists(directory + "/chi_sim.traineddata"_L1))
            return directory;
    }
    return {};
}

Result<> TextRecogniser::prepare()
{
    if (m_api)
        return {};
    if (m_models.isEmpty())
        return fail(ErrorCode::NotFound, u"ocr.no_models"_s);
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    if (api->Init(m_models.toUtf8().constData(), "chi_sim+eng", tesseract::OEM_LSTM_ONLY) != 0)
        return fail(ErrorCode::NotFound, u"ocr.no_models"_s);
    api->SetPageSegMode(tesseract::PSM_AUTO);
    api->SetVariable("debug_file", "/dev/null");
    m_api = std::move(api);
    return {};
}

Result<TextRecogniser::Reading> TextRecogniser::readUpright(const QImage &grey, double dpi)
{
    const InkMap ink(grey);
    m_api->SetImage(grey.constBits(), grey.width(), grey.height(), 1, int(grey.bytesPerLine()));
    m_api->SetSourceResolution(int(dpi));
    if (m_api->Recognize(nullptr) != 0)
        return fail(ErrorCode::Corrupt, u"ocr.failed"_s);
    Reading reading;
    const std::unique_ptr<tesseract::ResultIterator> at(m_api->GetIterator());
    if (at) {
        const QList<PixelWord> words = wordsOf(*at);
        for (const PixelWord &word : words)
            reading.symbols += word.symbols.size();
        reading.page = pageOf(words, ink, 72 / dpi);
        reading.confidence = m_api->MeanTextConf();
    }
    m_api->Clear();
    return reading;
}

/// By how many degrees, clockwise, the picture may have to be turned, the likeliest first.
QList<int> TextRecogniser::likelyTurns(const QImage &grey, double dpi)
{
    if (!std::exchange(m_hasLookedForTurns, true) && QFileInfo::exists(m_models + "/osd.traineddata"_L1)) {
        auto api = std::make_unique<tesseract::TessBaseAPI>();
        if (api->Init(m_models.toUtf8().constData(), "osd", tesseract::OEM_TESSERACT_ONLY) == 0) {
            api->SetPageSegMode(tesseract::PSM_OSD_ONLY);
            api->SetVariable("debug_file", "/dev/null");
            m_turns = std::move(api);
        }
    }
    const QList<int> all {180, 90, 270};
    if (!m_turns)
        return all;
    m_turns->SetImage(grey.constBits(), grey.width(), grey.height(), 1, int(grey.bytesPerLine()));
    m_turns->SetSourceResolution(int(dpi));
    int lies = 0;
    float sureness = 0, scriptSureness = 0;
    const char *script = nullptr;
    const bool isKnown = m_turns->DetectOrientationScript(&lies, &sureness, &script, &scriptSureness);
    m_turns->Clear();
    constexpr float sure = 2;
    if (!isKnown || sureness < sure)
        return all;
    return lies == 0 ? QList<int>() : QList<int> {360 - lies};
}

Result<PdfPageText> TextRecogniser::read(const QImage &picture, double dpi)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull())
        return fail(ErrorCode::Corrupt, u"ocr.failed"_s);
    if (InkMap(grey).isBlank())
        return PdfPageText();
    DW_TRY(prepare());
    DW_ASSIGN(Reading best, readUpright(grey, dpi));
    // A page that is read well lies right; only doubt costs a second look.
    constexpr double readWell = 75;
    if (best.confidence >= readWell && best.symbols > 0)
        return best.page;
    int turned = 0;
    const QList<int> turns = likelyTurns(grey, dpi);
    for (const int turn : turns) {
        DW_ASSIGN(Reading other, readUpright(grey.transformed(QTransform().rotate(turn)).convertToFormat(QImage::Format_Grayscale8), dpi));
        // Turned text is read as scrawl: a little of it, with little confidence.
        constexpr double clearly = 10;
        if (other.confidence > best.confidence + clearly && other.symbols * 4 > best.symbols) {
            best = std::move(other);
            turned = turn;
        }
    }
    turnBack(best.page, turned, QSizeF(grey.size()) * (72 / dpi));
    return best.page;
}

} // namespace dw
