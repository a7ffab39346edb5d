#pragma once

#include "core/engines/redact/cutcontext.h"
#include "core/engines/redact/resourceset.h"

namespace dw {

/// Takes what lies in the areas out of single pages of a file, in place: text glyph by glyph, paths, images, forms,
/// soft masks. New objects are made beside the old ones, which the cut page no longer reaches; to be rid of them the
/// page is copied to a new file (DocSanitizer).
class PageCutter
{
public:
    /// `pdf` with its annotations flattened already; must outlive this. `spanTag`: as DocSanitizer was told.
    PageCutter(QPDF &pdf, std::string spanTag);

    struct CutPage {
        QPDFObjectHandle page; ///< A page dictionary that is not in the page tree.
        QList<QRectF> boxes; ///< Drawn black, default user space.
        QList<QRectF> moved; ///< Lines that were set anew (level B).
        QMap<int, CutCounts> counts; ///< By mark.
        int hiddenGlyphs = 0;
        QStringList notes;
    };

    /// Throws Unprovable when something cannot be proven, and what qpdf throws for broken content.
    /// `marks`: what the areas belong to, for labels and words.
    CutPage cut(QPDFObjectHandle page, const PdfPageInfo &info, const QList<CutArea> &areas, const QList<RedactionMark> &marks);

private:
    struct Pass;

    void run(Pass &pass);
    QList<CutArea> brokenWords(const Pass &pass) const;
    std::string drawBoxes(CutPage &result, const CutContext &context, const PdfPageInfo &info, const QList<RedactionMark> &marks, ResourceSet &resources);
    std::string drawLabel(const QRectF &box, const QString &label, const PdfPageInfo &info, ResourceSet &resources);

    CutTools m_tools;
};

} // namespace dw
