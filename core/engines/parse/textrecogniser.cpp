#include "core/engines/parse/textrecogniser.h"

#include "core/engines/parse/inkmap.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#pragma GCC diagnostic pop

#include <QFileInfo>

#include <algorithm>

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

/// The boxes of characters are guesses of the network: they part where there is no ink, and each goes as high and deep as its
/// word, so that together they cover it.
PdfWord placed(const PixelWord &word, const InkMap &ink, double pointsPerPixel)
{
    QRect box = word.box;
    for (const auto &[text, symbol] : word.symbols)
        box |= symbol;
    box = ink.widened(box, std::max(2, word.box.height() / 3));
    const int reach = std::max(2, box.width() / std::max(1, int(word.symbols.size())) / 2);
    const auto rectOf = [&](int left, int right) {
        return QRectF(left * pointsPerPixel, box.top() * pointsPerPixel, (right - left) * pointsPerPixel, box.height() * pointsPerPixel);
    };
    PdfWord result;
    result.rect = rectOf(box.left(), box.left() + box.width());
    int left = box.left();
    for (qsizetype i = 0; i < word.symbols.size(); ++i) {
        const auto &[text, symbol] = word.symbols.at(i);
        int right = box.left() + box.width();
        if (i + 1 < word.symbols.size()) {
            const int middle = (symbol.left() + symbol.width() + word.symbols.at(i + 1).second.left()) / 2;
            right = std::clamp(ink.gapNear(middle, reach, box), left + 1, std::max(left + 1, box.left() + box.width() - 1));
        }
        for (qsizetype unit = 0; unit < text.size(); ++unit)
            result.charRects.append(rectOf(left, right));
        result.text += text;
        left = right;
    }
    return result;
}

bool isHanCharacter(QChar c)
{
    return c.unicode() >= 0x3400 && c.unicode() <= 0x9FFF;
}

PdfPageText pageOf(const QList<PixelWord> &words, const InkMap &ink, double pointsPerPixel)
{
    PdfPageText page;
    for (qsizetype i = 0; i < words.size(); ++i) {
        PdfWord word = placed(words.at(i), ink, pointsPerPixel);
        word.lineEnd = words.at(i).isLineEnd || i + 1 == words.size();
        // The recogniser cuts Chinese lines into words; no space stands there.
        const QString next = i + 1 < words.size() ? words.at(i + 1).symbols.value(0).first : QString();
        const bool isChinese = !word.text.isEmpty() && !next.isEmpty() && (isHanCharacter(word.text.back()) || isHanCharacter(next.front()));
        const double gap = i + 1 < words.size() ? (words.at(i + 1).box.left() - words.at(i).box.right()) : 0;
        word.spaceAfter = !word.lineEnd && (!isChinese || gap > 0.7 * words.at(i).box.height());
        page.words.append(word);
    }
    return page;
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

Result<PdfPageText> TextRecogniser::read(const QImage &picture, double dpi)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull())
        return fail(ErrorCode::Corrupt, u"ocr.failed"_s);
    const InkMap ink(grey);
    if (ink.isBlank())
        return PdfPageText();
    DW_TRY(prepare());
    m_api->SetImage(grey.constBits(), grey.width(), grey.height(), 1, int(grey.bytesPerLine()));
    m_api->SetSourceResolution(int(dpi));
    if (m_api->Recognize(nullptr) != 0)
        return fail(ErrorCode::Corrupt, u"ocr.failed"_s);
    PdfPageText page;
    const std::unique_ptr<tesseract::ResultIterator> at(m_api->GetIterator());
    if (at)
        page = pageOf(wordsOf(*at), ink, 72 / dpi);
    m_api->Clear();
    return page;
}

} // namespace dw
