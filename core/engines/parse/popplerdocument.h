#pragma once

#include "core/base/result.h"
#include "core/domain/pdfpage.h"
#include "core/engines/parse/annotationlooks.h"
#include "core/engines/parse/pagedrawing.h"

#include <QImage>

#include <memory>

class PDFDoc;
class SplashOutputDev;

namespace dw {

class ShownTextDevice;
struct GapFit;
struct PictureNotes;

/// What a page carries that a reader does not see. Counts are of characters.
struct HiddenText {
    int outsideCropBox = 0;
    int invisible = 0; ///< Text render mode 3: usually the text layer of a scan.
    int tiny = 0; ///< Smaller than half a point.
    int total = 0;
};

/// A page's text, and how much of it is pictures.
struct PdfPageContent {
    PdfPageText text;
    double pictureCover = 0; ///< Of the page's area, 0 to 1; overlapping pictures count twice.
    QList<QRectF> pictures; ///< Displayed page: points, origin top-left.
    double pictureDpi = 0; ///< The finest resolution of a picture of some size; 0 without one.
    bool isDrawn = false; ///< There is anything at all on it.
};

/// A page's only picture as it is in the file, and where it lies.
struct PdfWholePicture {
    QImage grey; ///< Format_Grayscale8; null when the page is anything but one upright picture and letters.
    QRectF box; ///< Displayed page: points, origin top-left.
};

/// A PDF as Poppler sees it: text with places, pictures. Reads a document that an open password protects not at
/// all; nothing is fetched from outside. One thread at a time.
class PopplerDocument
{
public:
    /// Fails with "pdf.password_needed", "pdf.damaged" or "pdf.too_many_pages".
    static Result<std::unique_ptr<PopplerDocument>> open(const QByteArray &pdf);
    ~PopplerDocument();

    static constexpr int largestPageCount = 20'000;
    static constexpr double mostPixels = 64e6; ///< A larger picture is drawn at a lower resolution.

    int pageCount() const { return m_pageCount; }
    PdfPageInfo pageInfo(int page) const;

    /// What a span of glyphs is said to mean (/ActualText): right for searching, but not what the page shows.
    enum class ActualText { Used, Ignored };

    /// Words in reading order, form values and notes included as they are shown.
    PdfPageText text(int page, ActualText actual = ActualText::Ignored) const;

    /// The same with what else the page shows, in one reading; ActualText is used.
    PdfPageContent content(int page) const;

    PdfWholePicture wholePicture(int page) const;

    /// The page as shown, RGB888 on white; `dpi` is lowered when the picture would exceed mostPixels.
    /// Annotations that are not page content (notes' pop-ups, unapplied redactions, links) are left out.
    Result<QImage> render(int page, double dpi) const;
    double effectiveDpi(int page, double dpi) const;

    /// The same without the black rectangles that are these boxes (displayed page): what lies under them.
    Result<QImage> renderUncovered(int page, double dpi, const QList<QRectF> &boxes) const;

    /// What the page draws, one by one, nothing left out because it cannot be seen; layers that are off are.
    PageDrawing drawing(int page) const;

    /// How many of the names would fit where text in these areas is removed; see GapMeter.
    QList<GapFit> gapFits(int page, const QList<QRectF> &areas, const QStringList &names) const;

    /// How the annotations of a page look here, made up or their own; not those that are no page content.
    QList<AnnotationLook> looks(int page) const;

    /// Text that is there and cannot be seen. Layers that are off are not counted.
    HiddenText hiddenText(int page) const;

private:
    explicit PopplerDocument(QByteArray pdf);

    PdfPageText wordsOf(ShownTextDevice &device, int page, const PdfPageInfo &info) const;
    PdfPageText contentText(int page, const PdfPageInfo &info, PictureNotes &pictures) const;
    Result<QImage> draw(SplashOutputDev &device, int page, double dpi) const;

    struct PlainPages;

    QByteArray m_pdf;
    std::unique_ptr<PDFDoc> m_doc;
    int m_pageCount = 0;
    std::unique_ptr<PlainPages> m_plain; ///< Goes before m_doc does.
    mutable int m_doubts = 0; ///< How many pages in a row contentText() had to read twice.
};

} // namespace dw
