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
    /// the ink. None for a picture without ink. Fails with NotFound "ocr.no_models", Corrupt "ocr.failed".
    Result<PdfPageText> read(const QImage &picture, double dpi);

private:
    Result<> prepare();

    const QString m_models;
    std::unique_ptr<tesseract::TessBaseAPI> m_api;
};

} // namespace dw
