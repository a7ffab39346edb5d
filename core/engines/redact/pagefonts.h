#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <set>
#include <vector>

namespace dw {

/// The fonts that a page may show text with: of its resources and of the forms, patterns, soft masks and Type 3 glyphs
/// in them. What several pages share is walked through once.
class PageFonts
{
public:
    /// Adds the fonts of a page's or form's resources.
    void add(QPDFObjectHandle resources);

    /// Adds those of a page, its resources inherited or not.
    void addPage(QPDFObjectHandle page);

    const std::vector<QPDFObjectHandle> &fonts() const { return m_fonts; }

private:
    void add(QPDFObjectHandle resources, int depth);
    void addFont(QPDFObjectHandle font, int depth);
    bool isNew(QPDFObjectHandle object);

    std::vector<QPDFObjectHandle> m_fonts;
    std::set<QPDFObjGen> m_seen;
};

} // namespace dw
