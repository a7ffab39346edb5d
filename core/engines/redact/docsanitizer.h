#pragma once

#include "core/domain/pdfpage.h"
#include "core/engines/redact/fontscrubber.h"
#include "core/engines/redact/annotationflattener.h"
#include "core/engines/redact/objectcopier.h"
#include "core/engines/redact/pagefonts.h"

namespace dw {

/// Copies pages that carry no mark into a new file by an allow-list: page boxes, rotation, cleaned contents and the
/// resources they use. Nothing of the document around them comes along: no metadata, names, outlines, tags, layers,
/// scripts, attachments, forms, labels or earlier revisions; of links only the frame.
class DocSanitizer
{
public:
    /// Draws the annotations that a reader shows into the pages of `from` and takes them away; then copies into `to`.
    /// `guide`: what AnnotationFlattener needs to know.
    DocSanitizer(QPDF &from, QPDF &to, AnnotationFlattener::Guide guide = {});

    /// A new page dictionary for `to`, not yet added. `touched`: where things were taken or moved (default user space); frames
    /// of links there go. Throws Unprovable.
    QPDFObjectHandle copyPage(QPDFObjectHandle page, const PdfPageInfo &info, const QList<QRectF> &touched = {});

    /// Marked content with this tag is kept, as /Span with its /ActualText.
    void keepSpans(const std::string &tag) { m_copier.keepSpans(tag); }

    /// To be called before anything is cut from a page of `from`, or it becomes a picture because of a mark: its fonts
    /// must not tell what went.
    void noteCut(QPDFObjectHandle page) { m_cutFonts.addPage(page); }

    /// After the last page: scrubs the fonts of the pages that noteCut() was told of.
    QList<FontScrubber::Outcome> scrubFonts();

    /// The boxes and rotation of a page, without contents.
    static QPDFObjectHandle emptyPage(const PdfPageInfo &info);

private:
    QPDF &m_to;
    ObjectCopier m_copier;
    PageFonts m_cutFonts;
};

} // namespace dw
