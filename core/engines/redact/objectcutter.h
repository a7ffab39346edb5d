#pragma once

#include "core/engines/redact/contentprogram.h"
#include "core/engines/redact/cutcontext.h"
#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/resourceset.h"

namespace dw {

/// Images and forms that one content stream paints. An object of which something goes is cloned for this use
/// (copy-on-write): the same form or image shows everything where no area touches it.
class ObjectCutter
{
public:
    ObjectCutter(CutContext &context, ResourceSet &resources, QPDFObjectHandle pageResources);

    void paint(const Operation &operation, const GraphicsState &state, std::string &out, bool hidden);
    void paintInline(const Operation &operation, const GraphicsState &state, std::string &out, bool hidden);

    /// A form (also of a soft mask) as it has to be under `ctm`; the same object when nothing of it goes.
    QPDFObjectHandle cutForm(QPDFObjectHandle form, const GraphicsState &state, bool hidden);

    /// A content stream (form, pattern cell) with all of its keys but other content and resources.
    static QPDFObjectHandle clone(QPDF &pdf, QPDFObjectHandle stream, const std::string &content, QPDFObjectHandle resources);

private:
    bool isHidden(QPDFObjectHandle dictionary) const;
    std::optional<QPDFObjectHandle> cutImage(QPDFObjectHandle image, const QTransform &ctm, bool hidden);

    CutContext &m_context;
    ResourceSet &m_resources;
    QPDFObjectHandle m_page;
};

} // namespace dw
