#pragma once

#include "core/base/result.h"
#include "core/domain/pdfpage.h"

#include <QImage>

#include <memory>

namespace tesseract {
class TessBaseAPI;
}

namespace dw {

/// Reads the text of a picture: Chinese (simplified) and English, with the places of the characters. Takes seconds a page.
/// The models are loaded when the first picture comes. One thread at a time.
class TextRecogniser
{
public:
    /// `models` is a directory with chi_sim.traineddata and eng.traineddata; empty = where Debian puts them.
    explicit TextRecogniser(QString models = {});
    ~TextRecogniser();

    static QString defaultModels(); ///< Empty when there are none.

    /// Words in reading order; rectangles in points with `dpi` pixels an inch, origin top-left, widened until they cover
    /// the ink. None for a picture without ink. A page that lies on its side or on its head is turned before it is read;
    /// the rectangles are those of the picture as it came. Fails with NotFound "ocr.no_models", Corrupt "ocr.failed".
    Result<PdfPageText> read(const QImage &picture, double dpi);

private:
    /// What one look at a picture gave. Places as in that picture.
    struct Reading {
        PdfPageText page;
        double confidence = 0; ///< Mean of the words, 0 to 100.
        qsizetype symbols = 0;
        double weight() const { return confidence * double(symbols); }
    };

    Result<> prepare();
    Result<Reading> readUpright(const QImage &grey, double dpi);
    QList<int> likelyTurns(const QImage &grey, double dpi);

    const QString m_models;
    std::unique_ptr<tesseract::TessBaseAPI> m_api;
    std::unique_ptr<tesseract::TessBaseAPI> m_turns; ///< Tells which way a page lies; null without its model.
    bool m_hasLookedForTurns = false;
};

} // namespace dw
