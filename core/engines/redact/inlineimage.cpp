#include "core/engines/redact/inlineimage.h"

#include "core/engines/redact/imagecolors.h"
#include "core/engines/redact/imagecutter.h"
#include "core/engines/redact/imagereader.h"
#include "core/engines/redact/streamstrip.h"
#include "core/engines/redact/unprovable.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

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

/// An inline image in the words of image XObjects.
struct Parts {
    QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
    QPDFObjectHandle filter = QPDFObjectHandle::newNull();
    QPDFObjectHandle parameters = QPDFObjectHandle::newNull();

    bool isPlain() const { return QPDFObjectHandle(filter).isNull() || (QPDFObjectHandle(filter).isArray() && QPDFObjectHandle(filter).getArrayNItems() == 0); }
};

Parts partsOf(const Operation &image, QPDFObjectHandle resources)
{
    Parts result;
    for (std::size_t i = 0; i + 1 < image.operands.size(); i += 2) {
        QPDFObjectHandle name = image.operands[i];
        QPDFObjectHandle value = image.operands[i + 1];
        if (!name.isName())
            continue;
        const std::string key = full(keyNames(), name.getName());
        if (key == "/Filter")
            result.filter = filters(value);
        else if (key == "/DecodeParms")
            result.parameters = value;
        else if (key == "/ColorSpace")
            result.dictionary.replaceKey(key, space(value, resources));
        else if (key == "/Width" || key == "/Height" || key == "/BitsPerComponent" || key == "/Decode" || key == "/ImageMask"
            || key == "/Interpolate" || key == "/Intent")
            result.dictionary.replaceKey(key, value);
    }
    return result;
}

std::string dataOf(const Parts &parts, const Operation &image)
{
    const qint64 length = plainLength(parts.dictionary);
    const bool longer = parts.isPlain() && length > 0 && length < qint64(image.inlineImage.size());
    return longer ? image.inlineImage.substr(0, std::size_t(length)) : image.inlineImage;
}

/// The value of an entry if it is of the kind that its key takes; else null.
QPDFObjectHandle value(const std::string &key, QPDFObjectHandle given)
{
    const auto allOf = [](QPDFObjectHandle array, auto test) {
        std::vector<QPDFObjectHandle> items = array.getArrayAsVector();
        return std::all_of(items.begin(), items.end(), test);
    };
    bool fits = false;
    if (key == "/Width" || key == "/Height" || key == "/BitsPerComponent")
        fits = given.isNumber();
    else if (key == "/ImageMask" || key == "/Interpolate")
        fits = given.isBool();
    else if (key == "/Decode")
        fits = given.isArray() && allOf(given, [](QPDFObjectHandle item) { return item.isNumber(); });
    else if (key == "/ColorSpace")
        fits = given.isName() || (given.isArray() && allOf(given, [](QPDFObjectHandle item) { return item.isName() || item.isInteger() || item.isString(); }));
    return fits ? given : QPDFObjectHandle::newNull();
}

/// Of an indexed space within the image: as many colours as the index can reach.
QPDFObjectHandle shortPalette(QPDFObjectHandle space)
{
    if (!space.isArray() || space.getArrayNItems() != 4 || !space.getArrayItem(2).isInteger() || !space.getArrayItem(3).isString())
        return space;
    QPDFObjectHandle base = space.getArrayItem(1);
    const int components = base.isName() ? imagecolors::components(QPDFObjectHandle::newName(full(spaceNames(), base.getName()))) : 0;
    const std::string colours = space.getArrayItem(3).getStringValue();
    const std::size_t most = components > 0 ? std::size_t(std::clamp<long long>(space.getArrayItem(2).getIntValue(), 0, 255) + 1) * std::size_t(components) : colours.size();
    std::vector<QPDFObjectHandle> items = space.getArrayAsVector();
    items[3] = QPDFObjectHandle::newString(colours.substr(0, most));
    return QPDFObjectHandle::newArray(items);
}

std::string deflated(const QByteArray &bytes)
{
    Pl_Buffer buffer("inline image");
    Pl_Flate flate("deflate", &buffer, Pl_Flate::a_deflate);
    flate.write(reinterpret_cast<unsigned char *>(const_cast<char *>(bytes.constData())), std::size_t(bytes.size()));
    flate.finish();
    const std::shared_ptr<Buffer> data = buffer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
}

bool looksEnded(const std::string &bytes)
{
    return bytes.find("EI") != std::string::npos;
}

/// The samples of a coded image, coded anew: nothing is left of what may have been behind them.
void recode(QPDF &pdf, const Operation &image, QPDFObjectHandle resources, Operation &to)
{
    const std::optional<ReadImage> read = ImageReader(pdf, ImageCutter::mostBytes).read(toXObject(pdf, image, resources));
    if (!read || !read->complete)
        throw Unprovable {u"image_damaged"_s};
    std::string data = deflated(read->samples.bytes());
    QPDFObjectHandle filter = QPDFObjectHandle::newName("/Fl");
    if (looksEnded(data)) {
        data = QByteArray::fromStdString(data).toHex().toStdString() + '>';
        filter = QPDFObjectHandle::newArray({QPDFObjectHandle::newName("/AHx"), filter});
    }
    to.operands.insert(to.operands.end(), {QPDFObjectHandle::newName("/F"), filter});
    to.inlineImage = data + '\n';
}

} // namespace

Operation cleaned(QPDF &pdf, const Operation &image, QPDFObjectHandle resources)
{
    static const std::set<std::string> known {"/BitsPerComponent", "/ColorSpace", "/Decode", "/Height", "/ImageMask", "/Interpolate", "/Width"};
    Operation result {image.name, {}, {}};
    for (std::size_t i = 0; i + 1 < image.operands.size(); i += 2) {
        QPDFObjectHandle name = image.operands[i];
        if (!name.isName())
            throw Unprovable {u"content_malformed"_s};
        const std::string key = full(keyNames(), name.getName());
        QPDFObjectHandle kept = known.contains(key) ? value(key, image.operands[i + 1]) : QPDFObjectHandle::newNull();
        if (!kept.isNull())
            result.operands.insert(result.operands.end(), {name, key == "/ColorSpace" ? shortPalette(kept) : kept});
    }
    Parts parts = partsOf(image, resources);
    if (parts.filter.unparse().find("/DCTDecode") != std::string::npos)
        throw Unprovable {u"inline_jpeg"_s};
    if (parts.isPlain()) {
        result.inlineImage = dataOf(parts, image) + '\n';
        return result;
    }
    const bool group4 = parts.filter.isNameAndEquals("/CCITTFaxDecode") && ImageReader::isGroup4(parts.parameters);
    const std::optional<std::string> stripped = group4 ? streamstrip::group4(image.inlineImage) : std::nullopt;
    if (!stripped || looksEnded(*stripped)) {
        recode(pdf, image, resources, result);
        return result;
    }
    QPDFObjectHandle numbers = QPDFObjectHandle::newDictionary();
    for (const char *key : {"/K", "/Columns", "/Rows", "/EndOfLine", "/EndOfBlock", "/BlackIs1"}) {
        if (QPDFObjectHandle number = parts.parameters.getKey(key); number.isNumber() || number.isBool())
            numbers.replaceKey(key, number);
    }
    result.operands.insert(result.operands.end(),
        {QPDFObjectHandle::newName("/F"), QPDFObjectHandle::newName("/CCF"), QPDFObjectHandle::newName("/DP"), numbers});
    result.inlineImage = *stripped + '\n';
    return result;
}

QPDFObjectHandle toXObject(QPDF &pdf, const Operation &image, QPDFObjectHandle resources)
{
    const Parts parts = partsOf(image, resources);
    QPDFObjectHandle result = pdf.newStream(std::string());
    for (const auto &[key, value] : QPDFObjectHandle(parts.dictionary).getDictAsMap())
        result.getDict().replaceKey(key, value);
    result.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    result.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    result.replaceStreamData(dataOf(parts, image), parts.filter, parts.parameters);
    return result;
}

} // namespace dw::inlineimage
