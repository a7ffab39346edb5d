#pragma once

#include <memory>
#include <string>

class Annot;
class Gfx;
class OutputDev;
class PDFDoc;
class Page;

namespace dw {

/// Draws pages of one document on one device. Poppler reads a page's fonts anew for every page, which is half of the work on a
/// page of text; pages that have their fonts in common, as those of one print-out do, share them here. Only where nothing
/// else can run from one page into the next: no forms, no layers, no soft masks, no annotations.
class PageRun
{
public:
    using IsShown = bool (*)(Annot *annotation, void *);

    /// Both must outlive it.
    PageRun(PDFDoc &document, OutputDev &device);
    ~PageRun();

    /// The page `number` (from 1) at 72 dpi, turned as it is displayed, cropped; annotations that are shown included.
    void draw(int number, IsShown isShown);

private:
    PDFDoc &m_document;
    OutputDev &m_device;
    std::unique_ptr<Gfx> m_gfx; ///< Holds the fonts of m_key.
    std::string m_key;
};

} // namespace dw
