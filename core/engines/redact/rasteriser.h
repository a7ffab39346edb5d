#pragma once

#include "core/base/result.h"
#include "core/engines/redact/boxplanner.h"
#include "core/engines/redact/textlayer.h"

#include <QImage>

namespace dw {

class PopplerDocument;

/// Turns a page into a picture with the black boxes burned in, and the words that stay as an invisible layer.
/// The safest way to redact: nothing of the original page's objects is in the new file.
class Rasteriser
{
public:
    static constexpr double dpi = 200;

    Rasteriser(const PopplerDocument &document, QPDF &target);

    /// A new page for the target, not yet added. `hiddenWords` counts words that the picture does not show and that
    /// were left out of the layer (white on white, clipped away).
    Result<QPDFObjectHandle> page(int index, const PdfPageInfo &info, const BoxPlanner &plan, int &hiddenWords);

    void finish() { m_layer.finish(); } ///< Once, after the last page.

private:
    const PopplerDocument &m_document;
    QPDF &m_target;
    TextLayer m_layer;
};

} // namespace dw
