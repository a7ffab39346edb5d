#pragma once

#include "core/engines/redact/fontuse.h"
#include "core/engines/redact/layerstates.h"

#include <qpdf/QPDF.hh>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dw {

class ImageReader;

/// Copies what a page draws with into another file, key by allowed key: everything that is not named here stays
/// behind. Streams that hold content (forms, patterns, glyphs, soft masks) are cleaned on the way. Each object is
/// copied once. Throws Unprovable for what it cannot vouch for.
class ObjectCopier
{
public:
    ObjectCopier(QPDF &from, QPDF &to);

    QPDFObjectHandle font(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle xobject(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle graphicsState(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle colorSpace(QPDFObjectHandle source, int depth = 0);
    QPDFObjectHandle pattern(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle shading(QPDFObjectHandle source);

    QPDF &source() { return m_from; }
    const LayerStates &layers() const { return m_layers; }

    void keepSpans(const std::string &tag) { m_spanTag = tag; }
    const std::string &spanTag() const { return m_spanTag; } ///< Empty: no marked content is kept.

    /// What the fonts of the new file show so far.
    FontUse &fontUse() { return m_fontUse; }

    /// What has become of an indirect object; null when it was not copied.
    QPDFObjectHandle copyOf(QPDFObjectHandle source) const;

    /// A font without a number of its own gets one in the new file.
    QPDFObjectHandle numbered(QPDFObjectHandle font);
    const std::vector<QPDFObjectHandle> &numberedFonts() const { return m_numberedFonts; }

    /// Numbers, names that `key` may have (knownnames) and arrays of them; everything else becomes null.
    QPDFObjectHandle plain(QPDFObjectHandle source, const std::string &key, int depth = 0);

private:
    class Nesting;
    using Copy = QPDFObjectHandle (ObjectCopier::*)(QPDFObjectHandle, QPDFObjectHandle);

    QPDFObjectHandle once(QPDFObjectHandle source, QPDFObjectHandle context, Copy copy);
    QPDFObjectHandle copyFont(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle copyXObject(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle copyForm(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle copyImage(QPDFObjectHandle source);
    QPDFObjectHandle copyPattern(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle copyGraphicsState(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle copyDescriptor(QPDFObjectHandle source, QPDFObjectHandle font);
    QPDFObjectHandle copyFontFile(QPDFObjectHandle source, QPDFObjectHandle);
    QPDFObjectHandle copyCMap(QPDFObjectHandle source, QPDFObjectHandle);
    QPDFObjectHandle copyGlyphMap(QPDFObjectHandle source, QPDFObjectHandle);
    QPDFObjectHandle copyProfile(QPDFObjectHandle source, QPDFObjectHandle);
    QPDFObjectHandle copyData(QPDFObjectHandle source, QPDFObjectHandle);
    QPDFObjectHandle copyShading(QPDFObjectHandle source, QPDFObjectHandle);
    QPDFObjectHandle copyFunction(QPDFObjectHandle source, QPDFObjectHandle);

    QPDFObjectHandle function(QPDFObjectHandle source);
    QPDFObjectHandle softMask(QPDFObjectHandle source, QPDFObjectHandle pageResources);
    QPDFObjectHandle group(QPDFObjectHandle source);
    QPDFObjectHandle encoding(QPDFObjectHandle source, bool composite);
    QPDFObjectHandle differences(QPDFObjectHandle source);
    QPDFObjectHandle palette(const std::vector<QPDFObjectHandle> &indexed);
    QPDFObjectHandle systemInfo(QPDFObjectHandle source);
    QPDFObjectHandle glyphProcedures(QPDFObjectHandle source, QPDFObjectHandle pageResources, QPDFObjectHandle target);
    void copyImageData(QPDFObjectHandle source, QPDFObjectHandle target);
    void copySamples(QPDFObjectHandle source, QPDFObjectHandle target, ImageReader &reader);
    void copyPlain(QPDFObjectHandle source, QPDFObjectHandle target, const std::vector<std::string> &keys);
    void requireShown(QPDFObjectHandle object);
    QPDFObjectHandle colorantName(QPDFObjectHandle name);
    std::string decoded(QPDFObjectHandle stream);

    QPDF &m_from;
    QPDF &m_to;
    LayerStates m_layers;
    std::string m_spanTag;
    FontUse m_fontUse;
    std::vector<QPDFObjectHandle> m_numberedFonts;
    std::map<QPDFObjGen, QPDFObjectHandle> m_done;
    std::set<QPDFObjGen> m_open; ///< Being copied now: finding one again is a cycle.
    std::map<std::string, std::string> m_colorants;
    std::map<std::string, QPDFObjectHandle> m_palettes; ///< By their bytes.
    int m_depth = 0;
};

} // namespace dw
