// The part of ObjectCopier that copies fonts and colour spaces.
#include "core/engines/redact/objectcopier.h"

#include "core/engines/redact/contentcleaner.h"
#include "core/engines/redact/streamstrip.h"
#include "core/engines/redact/unprovable.h"

using namespace Qt::StringLiterals;

namespace dw {

QPDFObjectHandle ObjectCopier::font(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    if (!source.isDictionary())
        throw Unprovable {u"resource_missing"_s};
    return once(source, pageResources, &ObjectCopier::copyFont);
}

QPDFObjectHandle ObjectCopier::copyOf(QPDFObjectHandle source) const
{
    const auto known = m_done.find(source.getObjGen());
    return source.isIndirect() && known != m_done.end() ? known->second : QPDFObjectHandle::newNull();
}

QPDFObjectHandle ObjectCopier::numbered(QPDFObjectHandle font)
{
    if (font.isIndirect())
        return font;
    m_numberedFonts.push_back(m_to.makeIndirectObject(font));
    return m_numberedFonts.back();
}

QPDFObjectHandle ObjectCopier::copyFont(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/FontBBox", "/FontMatrix", "/DW",
                                  "/W", "/DW2", "/W2"});
    if (source.hasKey("/Encoding"))
        target.replaceKey("/Encoding", encoding(source.getKey("/Encoding")));
    if (source.getKey("/ToUnicode").isStream())
        target.replaceKey("/ToUnicode", once(source.getKey("/ToUnicode"), source, &ObjectCopier::copyCMap));
    else if (source.getKey("/ToUnicode").isName())
        target.replaceKey("/ToUnicode", plain(source.getKey("/ToUnicode")));
    if (source.getKey("/FontDescriptor").isDictionary())
        target.replaceKey("/FontDescriptor", once(source.getKey("/FontDescriptor"), source, &ObjectCopier::copyDescriptor));
    if (source.getKey("/CIDSystemInfo").isDictionary())
        target.replaceKey("/CIDSystemInfo", systemInfo(source.getKey("/CIDSystemInfo")));
    QPDFObjectHandle map = source.getKey("/CIDToGIDMap");
    if (map.isStream())
        target.replaceKey("/CIDToGIDMap", once(map, source, &ObjectCopier::copyData));
    else if (map.isName())
        target.replaceKey("/CIDToGIDMap", plain(map));
    QPDFObjectHandle descendants = source.getKey("/DescendantFonts");
    if (descendants.isArray() && descendants.getArrayNItems() > 0)
        target.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({font(descendants.getArrayItem(0), pageResources)}));
    if (source.getKey("/CharProcs").isDictionary())
        glyphProcedures(source, pageResources, target);
    return target;
}

/// A Type 3 font: every glyph is a content stream, all of them share the font's resources. Each gets a dictionary
/// of its own while it is cleaned; they are merged under names that cannot meet.
QPDFObjectHandle ObjectCopier::glyphProcedures(QPDFObjectHandle source, QPDFObjectHandle pageResources, QPDFObjectHandle target)
{
    QPDFObjectHandle procedures = QPDFObjectHandle::newDictionary();
    ContentCleaner cleaner(*this, source.getKey("/Resources"), pageResources);
    QPDFObjectHandle glyphs = source.getKey("/CharProcs");
    for (const std::string &name : glyphs.getKeys()) {
        QPDFObjectHandle glyph = glyphs.getKey(name);
        if (glyph.isStream())
            procedures.replaceKey(name, m_to.newStream(cleaner.clean(ContentProgram::ofStream(glyph))));
    }
    target.replaceKey("/CharProcs", procedures);
    target.replaceKey("/Resources", cleaner.resources());
    return target;
}

QPDFObjectHandle ObjectCopier::encoding(QPDFObjectHandle source)
{
    if (source.isStream())
        return once(source, source, &ObjectCopier::copyCMap);
    if (!source.isDictionary())
        return plain(source);
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/BaseEncoding", "/Differences"});
    return target;
}

QPDFObjectHandle ObjectCopier::systemInfo(QPDFObjectHandle source)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Supplement"});
    for (const char *key : {"/Registry", "/Ordering"}) {
        if (source.getKey(key).isString())
            target.replaceKey(key, QPDFObjectHandle::newString(source.getKey(key).getStringValue().substr(0, 40)));
    }
    return target;
}

QPDFObjectHandle ObjectCopier::copyCMap(QPDFObjectHandle source, QPDFObjectHandle)
{
    QPDFObjectHandle target = m_to.newStream(streamstrip::comments(decoded(source)));
    QPDFObjectHandle dictionary = source.getDict();
    copyPlain(dictionary, target.getDict(), {"/Type", "/CMapName", "/WMode"});
    if (dictionary.getKey("/CIDSystemInfo").isDictionary())
        target.getDict().replaceKey("/CIDSystemInfo", systemInfo(dictionary.getKey("/CIDSystemInfo")));
    if (dictionary.hasKey("/UseCMap"))
        target.getDict().replaceKey("/UseCMap", encoding(dictionary.getKey("/UseCMap")));
    return target;
}

QPDFObjectHandle ObjectCopier::copyDescriptor(QPDFObjectHandle source, QPDFObjectHandle)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/Leading",
                                  "/CapHeight", "/XHeight", "/StemV", "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth", "/FontStretch",
                                  "/FontWeight"});
    // Readers choose the stand-in for a font that is not embedded by its family.
    constexpr std::size_t longestFamily = 64;
    if (QPDFObjectHandle family = source.getKey("/FontFamily"); family.isString() && family.getStringValue().size() <= longestFamily)
        target.replaceKey("/FontFamily", QPDFObjectHandle::newString(family.getStringValue()));
    for (const char *key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
        if (source.getKey(key).isStream())
            target.replaceKey(key, once(source.getKey(key), source, &ObjectCopier::copyFontFile));
    }
    return target;
}

QPDFObjectHandle ObjectCopier::copyFontFile(QPDFObjectHandle source, QPDFObjectHandle)
{
    QPDFObjectHandle target = m_to.newStream(decoded(source));
    copyPlain(source.getDict(), target.getDict(), {"/Length1", "/Length2", "/Length3", "/Subtype"});
    return target;
}

QPDFObjectHandle ObjectCopier::copyProfile(QPDFObjectHandle source, QPDFObjectHandle)
{
    QPDFObjectHandle target = m_to.newStream(decoded(source));
    copyPlain(source.getDict(), target.getDict(), {"/N", "/Range"});
    if (source.getDict().hasKey("/Alternate"))
        target.getDict().replaceKey("/Alternate", colorSpace(source.getDict().getKey("/Alternate")));
    return target;
}

/// The names of spot colours are free text: each gets a neutral one, the same everywhere in the file.
QPDFObjectHandle ObjectCopier::colorantName(QPDFObjectHandle name)
{
    static const std::set<std::string> standard {"/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black", "/Gray", "/Red", "/Green", "/Blue"};
    if (!name.isName())
        throw Unprovable {u"color_space"_s};
    if (standard.contains(name.getName()))
        return name;
    std::string &fresh = m_colorants[name.getName()];
    if (fresh.empty())
        fresh = "/Spot" + std::to_string(m_colorants.size());
    return QPDFObjectHandle::newName(fresh);
}

QPDFObjectHandle ObjectCopier::colorSpace(QPDFObjectHandle source, int depth)
{
    if (source.isName())
        return plain(source);
    if (depth > 8 || !source.isArray() || source.getArrayNItems() == 0 || !source.getArrayItem(0).isName())
        throw Unprovable {u"color_space"_s};
    std::vector<QPDFObjectHandle> items = source.getArrayAsVector();
    const std::string family = items[0].getName();
    QPDFObjectHandle head = QPDFObjectHandle::newName(family);
    if (items.size() == 1)
        return QPDFObjectHandle::newArray({head});
    if (family == "/ICCBased" && items[1].isStream())
        return QPDFObjectHandle::newArray({head, once(items[1], source, &ObjectCopier::copyProfile)});
    if ((family == "/CalGray" || family == "/CalRGB" || family == "/Lab") && items[1].isDictionary()) {
        QPDFObjectHandle parameters = QPDFObjectHandle::newDictionary();
        copyPlain(items[1], parameters, {"/WhitePoint", "/BlackPoint", "/Gamma", "/Matrix", "/Range"});
        return QPDFObjectHandle::newArray({head, parameters});
    }
    if (family == "/Pattern")
        return QPDFObjectHandle::newArray({head, colorSpace(items[1], depth + 1)});
    if (family == "/Indexed" && items.size() >= 4) {
        QPDFObjectHandle table = items[3].isStream() ? once(items[3], source, &ObjectCopier::copyData)
                                                     : QPDFObjectHandle::newString(items[3].isString() ? items[3].getStringValue() : std::string());
        return QPDFObjectHandle::newArray({head, colorSpace(items[1], depth + 1), plain(items[2]), table});
    }
    if (family == "/Separation" && items.size() >= 4)
        return QPDFObjectHandle::newArray({head, colorantName(items[1]), colorSpace(items[2], depth + 1), function(items[3])});
    if (family == "/DeviceN" && items.size() >= 4 && items[1].isArray()) {
        std::vector<QPDFObjectHandle> names;
        for (QPDFObjectHandle &name : items[1].getArrayAsVector())
            names.push_back(colorantName(name));
        return QPDFObjectHandle::newArray({head, QPDFObjectHandle::newArray(names), colorSpace(items[2], depth + 1), function(items[3])});
    }
    throw Unprovable {u"color_space"_s};
}

} // namespace dw
