#include "core/engines/redact/inlineimage.h"

#include "core/engines/redact/imagecolors.h"
#include "core/engines/redact/imagesamples.h"

#include <map>

namespace dw::inlineimage {

namespace {

using Names = std::map<std::string, std::string>;

/// ISO 32000-2, tables 91 to 93.
const Names &keyNames()
{
    static const Names names {{"/BPC", "/BitsPerComponent"}, {"/CS", "/ColorSpace"}, {"/D", "/Decode"}, {"/DP", "/DecodeParms"},
        {"/F", "/Filter"}, {"/H", "/Height"}, {"/IM", "/ImageMask"}, {"/I", "/Interpolate"}, {"/W", "/Width"}};
    return names;
}

const Names &filterNames()
{
    static const Names names {{"/AHx", "/ASCIIHexDecode"}, {"/A85", "/ASCII85Decode"}, {"/LZW", "/LZWDecode"}, {"/Fl", "/FlateDecode"},
        {"/RL", "/RunLengthDecode"}, {"/CCF", "/CCITTFaxDecode"}, {"/DCT", "/DCTDecode"}};
    return names;
}

const Names &spaceNames()
{
    static const Names names {{"/G", "/DeviceGray"}, {"/RGB", "/DeviceRGB"}, {"/CMYK", "/DeviceCMYK"}, {"/I", "/Indexed"}};
    return names;
}

std::string full(const Names &names, const std::string &name)
{
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
}

QPDFObjectHandle filters(QPDFObjectHandle value)
{
    if (value.isName())
        return QPDFObjectHandle::newName(full(filterNames(), value.getName()));
    if (!value.isArray())
        return value;
    QPDFObjectHandle result = QPDFObjectHandle::newArray();
    for (QPDFObjectHandle &item : value.getArrayAsVector())
        result.appendItem(filters(item.isName() ? item : QPDFObjectHandle::newNull()));
    return result;
}

QPDFObjectHandle space(QPDFObjectHandle value, QPDFObjectHandle resources)
{
    if (value.isName()) {
        const std::string name = full(spaceNames(), value.getName());
        QPDFObjectHandle spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : QPDFObjectHandle::newNull();
        const bool device = imagecolors::components(QPDFObjectHandle::newName(name)) > 0;
        if (!device && spaces.isDictionary() && spaces.hasKey(name))
            return spaces.getKey(name);
        return QPDFObjectHandle::newName(name);
    }
    if (!value.isArray() || value.getArrayNItems() != 4)
        return value;
    QPDFObjectHandle result = QPDFObjectHandle::newArray();
    QPDFObjectHandle family = value.getArrayItem(0);
    const bool named = value.getArrayItem(1).isName();
    result.appendItem(family.isName() ? QPDFObjectHandle::newName(full(spaceNames(), family.getName())) : family);
    result.appendItem(named ? space(value.getArrayItem(1), resources) : value.getArrayItem(1));
    result.appendItem(value.getArrayItem(2));
    result.appendItem(value.getArrayItem(3));
    return result;
}

/// What the bytes should be when no filter says so: white space before EI belongs to none of them.
qint64 plainLength(QPDFObjectHandle dictionary)
{
    const auto integer = [&](const char *key) {
        QPDFObjectHandle value = dictionary.getKey(key);
        return value.isInteger() ? int(std::min<long long>(value.getIntValue(), 1 << 24)) : 0;
    };
    QPDFObjectHandle mask = dictionary.getKey("/ImageMask");
    const bool stencil = mask.isBool() && mask.getBoolValue();
    const int components = stencil ? 1 : imagecolors::components(dictionary.getKey("/ColorSpace"));
    return ImageSamples::byteCount(QSize(integer("/Width"), integer("/Height")), components, stencil ? 1 : integer("/BitsPerComponent"));
}

} // namespace

QPDFObjectHandle toXObject(QPDF &pdf, const Operation &image, QPDFObjectHandle resources)
{
    QPDFObjectHandle result = pdf.newStream(std::string());
    QPDFObjectHandle dictionary = result.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    QPDFObjectHandle filter = QPDFObjectHandle::newNull();
    QPDFObjectHandle parameters = QPDFObjectHandle::newNull();
    for (std::size_t i = 0; i + 1 < image.operands.size(); i += 2) {
        QPDFObjectHandle name = image.operands[i];
        QPDFObjectHandle value = image.operands[i + 1];
        if (!name.isName())
            continue;
        const std::string key = full(keyNames(), name.getName());
        if (key == "/Filter")
            filter = filters(value);
        else if (key == "/DecodeParms")
            parameters = value;
        else if (key == "/ColorSpace")
            dictionary.replaceKey(key, space(value, resources));
        else if (key == "/Width" || key == "/Height" || key == "/BitsPerComponent" || key == "/Decode" || key == "/ImageMask"
            || key == "/Interpolate" || key == "/Intent")
            dictionary.replaceKey(key, value);
    }
    std::string data = image.inlineImage;
    const bool plain = filter.isNull() || (filter.isArray() && filter.getArrayNItems() == 0);
    if (const qint64 length = plainLength(dictionary); plain && length > 0 && length < qint64(data.size()))
        data.resize(std::size_t(length));
    result.replaceStreamData(data, filter, parameters);
    return result;
}

} // namespace dw::inlineimage
