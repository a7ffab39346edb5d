#include "core/engines/redact/knownnames.h"

#include <map>
#include <set>

namespace dw::knownnames {

namespace {

using Names = std::set<std::string>;

/// ISO 32000-2, table 116, with the older forms that readers still have.
const Names encodings {"/StandardEncoding", "/MacRomanEncoding", "/WinAnsiEncoding", "/MacExpertEncoding", "/PDFDocEncoding", "/SymbolEncoding",
    "/Identity-H", "/Identity-V", "/GB-EUC-H", "/GB-EUC-V", "/GB-H", "/GB-V", "/GBpc-EUC-H", "/GBpc-EUC-V", "/GBK-EUC-H", "/GBK-EUC-V", "/GBKp-EUC-H",
    "/GBKp-EUC-V", "/GBK2K-H", "/GBK2K-V", "/GBT-H", "/GBT-V", "/GBT-EUC-H", "/GBT-EUC-V", "/GBTpc-EUC-H", "/GBTpc-EUC-V", "/UniGB-UCS2-H",
    "/UniGB-UCS2-V", "/UniGB-UTF8-H", "/UniGB-UTF8-V", "/UniGB-UTF16-H", "/UniGB-UTF16-V", "/UniGB-UTF32-H", "/UniGB-UTF32-V", "/B5pc-H", "/B5pc-V",
    "/B5-H", "/B5-V", "/HKscs-B5-H", "/HKscs-B5-V", "/HKdla-B5-H", "/HKdla-B5-V", "/HKdlb-B5-H", "/HKdlb-B5-V", "/HKgccs-B5-H", "/HKgccs-B5-V",
    "/HKm314-B5-H", "/HKm314-B5-V", "/HKm471-B5-H", "/HKm471-B5-V", "/ETen-B5-H", "/ETen-B5-V", "/ETenms-B5-H", "/ETenms-B5-V", "/ETHK-B5-H",
    "/ETHK-B5-V", "/CNS-EUC-H", "/CNS-EUC-V", "/CNS1-H", "/CNS1-V", "/CNS2-H", "/CNS2-V", "/UniCNS-UCS2-H", "/UniCNS-UCS2-V", "/UniCNS-UTF8-H",
    "/UniCNS-UTF8-V", "/UniCNS-UTF16-H", "/UniCNS-UTF16-V", "/UniCNS-UTF32-H", "/UniCNS-UTF32-V", "/83pv-RKSJ-H", "/83pv-RKSJ-V", "/90ms-RKSJ-H",
    "/90ms-RKSJ-V", "/90msp-RKSJ-H", "/90msp-RKSJ-V", "/90pv-RKSJ-H", "/90pv-RKSJ-V", "/78-RKSJ-H", "/78-RKSJ-V", "/78-H", "/78-V", "/78-EUC-H",
    "/78-EUC-V", "/78ms-RKSJ-H", "/78ms-RKSJ-V", "/Add-RKSJ-H", "/Add-RKSJ-V", "/Add-H", "/Add-V", "/EUC-H", "/EUC-V", "/Ext-RKSJ-H", "/Ext-RKSJ-V",
    "/Ext-H", "/Ext-V", "/H", "/V", "/NWP-H", "/NWP-V", "/RKSJ-H", "/RKSJ-V", "/Hankaku", "/Hiragana", "/Katakana", "/Roman", "/WP-Symbol",
    "/UniJIS-UCS2-H", "/UniJIS-UCS2-V", "/UniJIS-UCS2-HW-H", "/UniJIS-UCS2-HW-V", "/UniJIS-UTF8-H", "/UniJIS-UTF8-V", "/UniJIS-UTF16-H",
    "/UniJIS-UTF16-V", "/UniJIS-UTF32-H", "/UniJIS-UTF32-V", "/UniJIS2004-UTF8-H", "/UniJIS2004-UTF8-V", "/UniJIS2004-UTF16-H", "/UniJIS2004-UTF16-V",
    "/UniJIS2004-UTF32-H", "/UniJIS2004-UTF32-V", "/UniJISX0213-UTF32-H", "/UniJISX0213-UTF32-V", "/UniJISX02132004-UTF32-H",
    "/UniJISX02132004-UTF32-V", "/UniJISPro-UCS2-V", "/UniJISPro-UCS2-HW-V", "/UniJISPro-UTF8-V", "/KSC-EUC-H", "/KSC-EUC-V", "/KSC-H", "/KSC-V",
    "/KSC-Johab-H", "/KSC-Johab-V", "/KSCms-UHC-H", "/KSCms-UHC-V", "/KSCms-UHC-HW-H", "/KSCms-UHC-HW-V", "/KSCpc-EUC-H", "/KSCpc-EUC-V",
    "/UniKS-UCS2-H", "/UniKS-UCS2-V", "/UniKS-UTF8-H", "/UniKS-UTF8-V", "/UniKS-UTF16-H", "/UniKS-UTF16-V", "/UniKS-UTF32-H", "/UniKS-UTF32-V"};

const std::map<std::string, Names> &table()
{
    static const std::map<std::string, Names> names {
        {"/Type", {"/XObject", "/Font", "/FontDescriptor", "/Pattern", "/Group", "/Mask", "/ExtGState", "/Encoding", "/CMap"}},
        {"/Subtype", {"/Form", "/Image", "/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3", "/CIDFontType0", "/CIDFontType2", "/CIDFontType0C",
                         "/Type1C", "/OpenType"}},
        {"/BM", {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn", "/HardLight",
                    "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity"}},
        {"/RI", {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"}},
        {"/Intent", {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"}},
        {"/S", {"/Transparency", "/Alpha", "/Luminosity"}}, {"/Encoding", encodings}, {"/BaseEncoding", encodings}, {"/UseCMap", encodings},
        {"/FontStretch", {"/UltraCondensed", "/ExtraCondensed", "/Condensed", "/SemiCondensed", "/Normal", "/SemiExpanded", "/Expanded",
                             "/ExtraExpanded", "/UltraExpanded"}},
        {"/ColorSpace", {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", "/CalGray", "/CalRGB", "/CalCMYK"}}, {"/SMask", {"/None"}},
        {"/TR", {"/Identity", "/Default"}}, {"/CIDToGIDMap", {"/Identity"}}, {"/ToUnicode", {"/Identity-H", "/Identity-V"}}};
    return names;
}

} // namespace

bool allows(const std::string &key, QPDFObjectHandle name)
{
    const auto known = table().find(key);
    return known != table().end() && name.isName() && known->second.contains(name.getName());
}

bool isCollection(const std::string &ordering)
{
    static const Names known {"Identity", "GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR", "UCS", "Adobe-Identity-UCS"};
    return known.contains(ordering);
}

} // namespace dw::knownnames
