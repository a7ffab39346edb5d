// The part of ObjectCopier that copies fonts and colour spaces.
#include "core/engines/redact/objectcopier.h"

#include "core/engines/redact/contentcleaner.h"
#include "core/engines/redact/imagecolors.h"
#include "core/engines/redact/knownnames.h"
#include "core/engines/redact/streamstrip.h"
#include "core/engines/redact/unprovable.h"

#include <algorithm>

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
    copyPlain(source, target, {"/Type", "/Subtype", "/FirstChar", "/LastChar", "/Widths", "/FontBBox", "/FontMatrix", "/DW",
                                  "/W", "/DW2", "/W2"});
    if (source.getKey("/BaseFont").isName()) // which stands for a font that is not embedded
        target.replaceKey("/BaseFont", QPDFObjectHandle::newName(source.getKey("/BaseFont").getName()));
    if (source.hasKey("/Encoding"))
        target.replaceKey("/Encoding", encoding(source.getKey("/Encoding"), source.hasKey("/DescendantFonts")));
    if (source.getKey("/ToUnicode").isStream())
        target.replaceKey("/ToUnicode", once(source.getKey("/ToUnicode"), source, &ObjectCopier::copyCMap));
    else if (source.getKey("/ToUnicode").isName())
        target.replaceKey("/ToUnicode", plain(source.getKey("/ToUnicode"), "/ToUnicode"));
    if (source.getKey("/FontDescriptor").isDictionary())
        target.replaceKey("/FontDescriptor", once(source.getKey("/FontDescriptor"), source, &ObjectCopier::copyDescriptor));
    if (source.getKey("/CIDSystemInfo").isDictionary())
        target.replaceKey("/CIDSystemInfo", systemInfo(source.getKey("/CIDSystemInfo")));
    QPDFObjectHandle map = source.getKey("/CIDToGIDMap");
    if (map.isStream())
        target.replaceKey("/CIDToGIDMap", once(map, source, &ObjectCopier::copyGlyphMap));
    else if (map.isName())
        target.replaceKey("/CIDToGIDMap", plain(map, "/CIDToGIDMap"));
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

QPDFObjectHandle ObjectCopier::encoding(QPDFObjectHandle source, bool composite)
{
    if (source.isStream())
        return once(source, source, &ObjectCopier::copyCMap);
    if (!source.isDictionary()) {
        QPDFObjectHandle name = plain(source, "/Encoding");
        if (composite && name.isNull()) // readers know none of that name, or one that we do not know
            throw Unprovable {u"font_unknown"_s};
        return name;
    }
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/BaseEncoding"});
    if (source.getKey("/Differences").isArray())
        target.replaceKey("/Differences", differences(source.getKey("/Differences")));
    return target;
}

QPDFObjectHandle ObjectCopier::differences(QPDFObjectHandle source)
{
    std::vector<QPDFObjectHandle> items;
    for (QPDFObjectHandle &item : source.getArrayAsVector()) {
        if (item.isInteger())
            items.push_back(QPDFObjectHandle::newInteger(item.getIntValue()));
        else if (item.isName())
            items.push_back(QPDFObjectHandle::newName(item.getName()));
    }
    return QPDFObjectHandle::newArray(items);
}

/// An ordering that no reader has a table for says nothing that /Identity does not.
QPDFObjectHandle ObjectCopier::systemInfo(QPDFObjectHandle source)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Supplement"});
    QPDFObjectHandle ordering = source.getKey("/Ordering");
    const bool known = ordering.isString() && knownnames::isCollection(ordering.getStringValue());
    target.replaceKey("/Registry", QPDFObjectHandle::newString("Adobe"));
    target.replaceKey("/Ordering", QPDFObjectHandle::newString(known ? ordering.getStringValue() : "Identity"));
    return target;
}

QPDFObjectHandle ObjectCopier::copyCMap(QPDFObjectHandle source, QPDFObjectHandle)
{
    QPDFObjectHandle target = m_to.newStream(streamstrip::comments(decoded(source)));
    QPDFObjectHandle dictionary = source.getDict();
    copyPlain(dictionary, target.getDict(), {"/Type", "/WMode"});
    if (dictionary.hasKey("/CMapName")) {
        const bool known = knownnames::allows("/Encoding", dictionary.getKey("/CMapName"));
        target.getDict().replaceKey("/CMapName", known ? QPDFObjectHandle::newName(dictionary.getKey("/CMapName").getName()) : QPDFObjectHandle::newName("/Custom"));
    }
    if (dictionary.getKey("/CIDSystemInfo").isDictionary())
        target.getDict().replaceKey("/CIDSystemInfo", systemInfo(dictionary.getKey("/CIDSystemInfo")));
    if (dictionary.hasKey("/UseCMap"))
        target.getDict().replaceKey("/UseCMap", encoding(dictionary.getKey("/UseCMap"), true));
    return target;
}

QPDFObjectHandle ObjectCopier::copyDescriptor(QPDFObjectHandle source, QPDFObjectHandle font)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/Leading", "/CapHeight", "/XHeight", "/StemV",
                                  "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth", "/FontStretch", "/FontWeight"});
    // The name is the font's, or text of its own.
    const bool embedded = source.hasKey("/FontFile") || source.hasKey("/FontFile2") || source.hasKey("/FontFile3");
    QPDFObjectHandle name = embedded && font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont") : source.getKey("/FontName");
    if (name.isName())
        target.replaceKey("/FontName", QPDFObjectHandle::newName(name.getName()));
    // Readers choose the stand-in for a font that is not embedded by its family.
    constexpr std::size_t longestFamily = 64;
    if (QPDFObjectHandle family = source.getKey("/FontFamily"); !embedded && family.isString() && family.getStringValue().size() <= longestFamily)
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

/// Of each of 65,536 CIDs two bytes; what follows is nobody's.
QPDFObjectHandle ObjectCopier::copyGlyphMap(QPDFObjectHandle source, QPDFObjectHandle)
{
    constexpr std::size_t longest = 2 * 65536;
    return m_to.newStream(decoded(source).substr(0, longest));
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

/// As many colours as the index can reach; what follows them is nobody's.
QPDFObjectHandle ObjectCopier::palette(const std::vector<QPDFObjectHandle> &indexed)
{
    QPDFObjectHandle table = indexed[3];
    std::string colours = table.isStream() ? decoded(table) : table.isString() ? table.getStringValue() : std::string();
    QPDFObjectHandle last = indexed[2];
    const int components = imagecolors::components(indexed[1]);
    if (last.isInteger() && components > 0)
        colours.resize(std::min(colours.size(), std::size_t(std::clamp<long long>(last.getIntValue(), 0, 255) + 1) * std::size_t(components)));
    if (!table.isStream())
        return QPDFObjectHandle::newString(colours);
    QPDFObjectHandle &copy = m_palettes[colours];
    if (!copy.isStream())
        copy = m_to.newStream(colours);
    return copy;
}

QPDFObjectHandle ObjectCopier::colorSpace(QPDFObjectHandle source, int depth)
{
    if (source.isName() && knownnames::allows("/ColorSpace", source))
        return plain(source, "/ColorSpace");
    if (depth > 8 || !source.isArray() || source.getArrayNItems() == 0 || !source.getArrayItem(0).isName())
        throw Unprovable {u"color_space"_s};
    std::vector<QPDFObjectHandle> items = source.getArrayAsVector();
    const std::string family = items[0].getName();
    QPDFObjectHandle head = QPDFObjectHandle::newName(family);
    if (items.size() == 1 && knownnames::allows("/ColorSpace", head))
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
    if (family == "/Indexed" && items.size() >= 4)
        return QPDFObjectHandle::newArray({head, colorSpace(items[1], depth + 1), plain(items[2], "/Indexed"), palette(items)});
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
