#include "core/engines/redact/objectcopier.h"

#include "core/engines/redact/contentcleaner.h"
#include "core/engines/redact/imagecolors.h"
#include "core/engines/redact/imagecutter.h"
#include "core/engines/redact/knownnames.h"
#include "core/engines/redact/samplepacker.h"
#include "core/engines/redact/streamstrip.h"
#include "core/engines/redact/unprovable.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int deepest = 40;

[[noreturn]] void unprovable(const QString &reason)
{
    throw Unprovable {reason};
}

std::string deflated(const QByteArray &data)
{
    constexpr qsizetype header = 4; // Qt's own
    constexpr char nothing[] {'\x78', '\x9c', 3, 0, 0, 0, 0, 1};
    return data.isEmpty() ? std::string(nothing, sizeof nothing) : qCompress(data).mid(header).toStdString();
}

} // namespace

/// How deep the copying is and through which objects, also when it is left by an exception.
class ObjectCopier::Nesting
{
public:
    Nesting(ObjectCopier &copier, QPDFObjGen id)
        : m_copier(copier)
        , m_id(id)
    {
        if (m_copier.m_open.size() > deepest || m_copier.m_depth > deepest)
            unprovable(u"nested_too_deep"_s);
        if (id.isIndirect() && !m_copier.m_open.insert(id).second)
            unprovable(u"cycle"_s);
        ++m_copier.m_depth;
    }

    ~Nesting()
    {
        --m_copier.m_depth;
        m_copier.m_open.erase(m_id);
    }

    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;

private:
    ObjectCopier &m_copier;
    QPDFObjGen m_id;
};

ObjectCopier::ObjectCopier(QPDF &from, QPDF &to)
    : m_from(from)
    , m_to(to)
    , m_layers(from)
{
}

QPDFObjectHandle ObjectCopier::once(QPDFObjectHandle source, QPDFObjectHandle context, Copy copy)
{
    // A form without resources draws with those of the page that uses it: its copy is not for every page.
    const bool borrows = source.isStream() && !source.getDict().hasKey("/Resources")
        && source.getDict().getKey("/Subtype").isNameAndEquals("/Form");
    const QPDFObjGen id = source.getObjGen();
    if (const auto known = m_done.find(id); source.isIndirect() && known != m_done.end())
        return known->second;
    const Nesting nesting(*this, source.isIndirect() ? id : QPDFObjGen());
    QPDFObjectHandle result = (this->*copy)(source, context);
    if (!source.isIndirect())
        return result;
    if (!result.isIndirect() && !result.isName() && !result.isNull())
        result = m_to.makeIndirectObject(result);
    if (!borrows)
        m_done.emplace(id, result);
    return result;
}

QPDFObjectHandle ObjectCopier::plain(QPDFObjectHandle source, const std::string &key, int depth)
{
    if (depth > deepest)
        unprovable(u"nested_too_deep"_s);
    if (source.isBool())
        return QPDFObjectHandle::newBool(source.getBoolValue());
    if (source.isInteger())
        return QPDFObjectHandle::newInteger(source.getIntValue());
    if (source.isReal())
        return QPDFObjectHandle::newReal(source.getRealValue());
    if (source.isName() && knownnames::allows(key, source))
        return QPDFObjectHandle::newName(source.getName());
    if (!source.isArray())
        return QPDFObjectHandle::newNull();
    std::vector<QPDFObjectHandle> items;
    for (QPDFObjectHandle &item : source.getArrayAsVector()) {
        if (QPDFObjectHandle value = plain(item, key, depth + 1); !value.isNull())
            items.push_back(value);
    }
    return QPDFObjectHandle::newArray(items);
}

void ObjectCopier::copyPlain(QPDFObjectHandle source, QPDFObjectHandle target, const std::vector<std::string> &keys)
{
    for (const std::string &key : keys) {
        if (!source.hasKey(key))
            continue;
        QPDFObjectHandle value = plain(source.getKey(key), key);
        if (!value.isNull())
            target.replaceKey(key, value);
    }
}

std::string ObjectCopier::decoded(QPDFObjectHandle stream)
{
    if (stream.getDict().hasKey("/F"))
        unprovable(u"external_stream"_s);
    const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
}

void ObjectCopier::requireShown(QPDFObjectHandle object)
{
    if (object.hasKey("/OC") && m_layers.isShown(object.getKey("/OC")) != std::optional<bool>(true))
        unprovable(u"layer_off"_s);
}

QPDFObjectHandle ObjectCopier::xobject(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    return once(source, pageResources, &ObjectCopier::copyXObject);
}

QPDFObjectHandle ObjectCopier::copyXObject(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    if (!source.isStream())
        unprovable(u"resource_missing"_s);
    QPDFObjectHandle dictionary = source.getDict();
    requireShown(dictionary);
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Image"))
        return copyImage(source);
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Form") && !dictionary.hasKey("/Ref"))
        return copyForm(source, pageResources);
    unprovable(u"xobject_kind"_s); // PostScript, reference and unknown ones
}

QPDFObjectHandle ObjectCopier::copyForm(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    QPDFObjectHandle dictionary = source.getDict();
    ContentCleaner cleaner(*this, dictionary.getKey("/Resources"), pageResources);
    QPDFObjectHandle target = m_to.newStream(cleaner.clean(ContentProgram::ofStream(source)));
    QPDFObjectHandle fresh = target.getDict();
    copyPlain(dictionary, fresh, {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix"});
    fresh.replaceKey("/Resources", cleaner.resources());
    if (dictionary.getKey("/Group").isDictionary())
        fresh.replaceKey("/Group", group(dictionary.getKey("/Group")));
    return target;
}

QPDFObjectHandle ObjectCopier::group(QPDFObjectHandle source)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/S", "/I", "/K"});
    if (source.hasKey("/CS"))
        target.replaceKey("/CS", colorSpace(source.getKey("/CS")));
    return target;
}

QPDFObjectHandle ObjectCopier::copyImage(QPDFObjectHandle source)
{
    QPDFObjectHandle dictionary = source.getDict();
    QPDFObjectHandle target = m_to.newStream(std::string());
    QPDFObjectHandle fresh = target.getDict();
    copyPlain(dictionary, fresh, {"/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/Decode", "/Interpolate",
                                     "/ImageMask", "/Intent", "/SMaskInData", "/Matte"});
    if (dictionary.hasKey("/ColorSpace"))
        fresh.replaceKey("/ColorSpace", colorSpace(dictionary.getKey("/ColorSpace")));
    for (const char *mask : {"/SMask", "/Mask"}) {
        QPDFObjectHandle value = dictionary.getKey(mask);
        if (value.isStream())
            fresh.replaceKey(mask, once(value, value, &ObjectCopier::copyXObject));
        else if (value.isArray())
            fresh.replaceKey(mask, plain(value, mask)); // colour key
    }
    copyImageData(source, target);
    return target;
}

/// Keeps the coding, drops what rides along with it.
void ObjectCopier::copyImageData(QPDFObjectHandle source, QPDFObjectHandle target)
{
    QPDFObjectHandle dictionary = source.getDict();
    if (dictionary.hasKey("/F"))
        unprovable(u"external_stream"_s);
    QPDFObjectHandle none = QPDFObjectHandle::newNull();
    ImageReader reader(m_to, ImageCutter::mostBytes);
    const std::string last = ImageReader::coding(source);
    QPDFObjectHandle parameters = last.empty() ? none : ImageReader::codingParameters(source);
    // Shared symbols are shapes of letters, also of those that only a cut image or a page made a picture showed.
    const bool sharesShapes = parameters.isDictionary() && parameters.hasKey("/JBIG2Globals");
    if (last.empty() || sharesShapes) {
        copySamples(source, target, reader);
        return;
    }
    const std::string data = reader.codedData(source).toStdString();
    std::optional<std::string> stripped;
    if (last == "/DCTDecode")
        stripped = streamstrip::jpeg(data);
    else if (last == "/JPXDecode")
        stripped = streamstrip::jpeg2000(data);
    else if (last == "/JBIG2Decode")
        stripped = streamstrip::jbig2(data);
    else if (ImageReader::isGroup4(parameters))
        stripped = streamstrip::group4(data);
    if (!stripped && last == "/CCITTFaxDecode") {
        copySamples(source, target, reader);
        return;
    }
    if (!stripped)
        unprovable(u"image_damaged"_s);
    QPDFObjectHandle copy = QPDFObjectHandle::newDictionary();
    if (parameters.isDictionary()) {
        copyPlain(parameters, copy, {"/K", "/EndOfLine", "/EncodedByteAlign", "/Columns", "/Rows", "/EndOfBlock", "/BlackIs1",
                                        "/DamagedRowsBeforeError", "/ColorTransform"});
    }
    target.replaceStreamData(*stripped, QPDFObjectHandle::newName(last), copy.getKeys().empty() ? none : copy);
}

/// Only the rows: what lies behind them in the data stays behind.
void ObjectCopier::copySamples(QPDFObjectHandle source, QPDFObjectHandle target, ImageReader &reader)
{
    const std::optional<ReadImage> read = reader.read(source);
    const bool coded = !ImageReader::coding(source).empty();
    if (coded && (!read || !read->complete))
        unprovable(u"image_damaged"_s);
    if (!read || !read->complete) { // every reader makes something else of it, also of one that is shorter than it says
        const std::optional<QByteArray> left = reader.readable(source);
        if (!left)
            unprovable(u"image_damaged"_s);
        // Too short a stream is shown by another rule when it is compressed.
        QPDFObjectHandle none = QPDFObjectHandle::newNull();
        if (source.getDict().hasKey("/Filter") && source.getRawStreamData()->getSize() > 0)
            target.replaceStreamData(deflated(*left), QPDFObjectHandle::newName("/FlateDecode"), none);
        else
            target.replaceStreamData(left->toStdString(), none, none);
        return;
    }
    samplepacker::store(read->samples, target, samplepacker::Effort::Small, imagecolors::isPalette(read->colorSpace));
    QPDFObjectHandle dictionary = target.getDict();
    if (!coded)
        return;
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(read->samples.bits()));
    if (!dictionary.hasKey("/ColorSpace") && !dictionary.hasKey("/ImageMask"))
        dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName("/DeviceGray"));
}

QPDFObjectHandle ObjectCopier::copyData(QPDFObjectHandle source, QPDFObjectHandle)
{
    return m_to.newStream(decoded(source));
}

QPDFObjectHandle ObjectCopier::graphicsState(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    if (!source.isDictionary())
        unprovable(u"resource_missing"_s);
    return once(source, pageResources, &ObjectCopier::copyGraphicsState);
}

QPDFObjectHandle ObjectCopier::copyGraphicsState(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/FL", "/SM", "/SA", "/BM",
                                  "/CA", "/ca", "/AIS", "/TK"});
    QPDFObjectHandle fontAndSize = source.getKey("/Font");
    if (fontAndSize.isArray() && fontAndSize.getArrayNItems() == 2)
        target.replaceKey("/Font", QPDFObjectHandle::newArray({font(fontAndSize.getArrayItem(0), pageResources), plain(fontAndSize.getArrayItem(1), "/Font")}));
    QPDFObjectHandle mask = source.getKey("/SMask");
    if (mask.isName())
        target.replaceKey("/SMask", plain(mask, "/SMask"));
    else if (mask.isDictionary())
        target.replaceKey("/SMask", softMask(mask, pageResources));
    return target;
}

QPDFObjectHandle ObjectCopier::softMask(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/S", "/BC"});
    target.replaceKey("/G", xobject(source.getKey("/G"), pageResources));
    QPDFObjectHandle transfer = source.getKey("/TR");
    if (transfer.isName())
        target.replaceKey("/TR", plain(transfer, "/TR"));
    else if (!transfer.isNull())
        target.replaceKey("/TR", function(transfer));
    return target;
}

QPDFObjectHandle ObjectCopier::pattern(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    return once(source, pageResources, &ObjectCopier::copyPattern);
}

QPDFObjectHandle ObjectCopier::copyPattern(QPDFObjectHandle source, QPDFObjectHandle pageResources)
{
    if (source.isStream()) {
        QPDFObjectHandle dictionary = source.getDict();
        ContentCleaner cleaner(*this, dictionary.getKey("/Resources"), pageResources);
        QPDFObjectHandle target = m_to.newStream(cleaner.clean(ContentProgram::ofStream(source)));
        copyPlain(dictionary, target.getDict(), {"/Type", "/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep", "/Matrix"});
        target.getDict().replaceKey("/Resources", cleaner.resources());
        return target;
    }
    if (!source.isDictionary())
        unprovable(u"resource_missing"_s);
    QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
    copyPlain(source, target, {"/Type", "/PatternType", "/Matrix"});
    target.replaceKey("/Shading", shading(source.getKey("/Shading")));
    if (source.getKey("/ExtGState").isDictionary())
        target.replaceKey("/ExtGState", graphicsState(source.getKey("/ExtGState"), pageResources));
    return target;
}

QPDFObjectHandle ObjectCopier::shading(QPDFObjectHandle source)
{
    return once(source, source, &ObjectCopier::copyShading);
}

QPDFObjectHandle ObjectCopier::copyShading(QPDFObjectHandle source, QPDFObjectHandle)
{
    QPDFObjectHandle target;
    QPDFObjectHandle from = source;
    QPDFObjectHandle to;
    if (source.isStream()) {
        target = m_to.newStream(decoded(source));
        from = source.getDict();
        to = target.getDict();
    } else if (source.isDictionary()) {
        target = to = QPDFObjectHandle::newDictionary();
    } else {
        unprovable(u"resource_missing"_s);
    }
    copyPlain(from, to, {"/ShadingType", "/Background", "/BBox", "/AntiAlias", "/Domain", "/Matrix", "/Coords", "/Extend",
                            "/BitsPerCoordinate", "/BitsPerComponent", "/BitsPerFlag", "/Decode", "/VerticesPerRow"});
    to.replaceKey("/ColorSpace", colorSpace(from.getKey("/ColorSpace")));
    if (from.hasKey("/Function"))
        to.replaceKey("/Function", function(from.getKey("/Function")));
    return target;
}

QPDFObjectHandle ObjectCopier::function(QPDFObjectHandle source)
{
    if (!source.isArray())
        return once(source, source, &ObjectCopier::copyFunction);
    std::vector<QPDFObjectHandle> items;
    for (QPDFObjectHandle &item : source.getArrayAsVector())
        items.push_back(once(item, item, &ObjectCopier::copyFunction));
    return QPDFObjectHandle::newArray(items);
}

QPDFObjectHandle ObjectCopier::copyFunction(QPDFObjectHandle source, QPDFObjectHandle)
{
    if (source.isName())
        return plain(source, "/TR");
    QPDFObjectHandle target;
    QPDFObjectHandle from = source;
    QPDFObjectHandle to;
    if (source.isStream()) {
        from = source.getDict();
        const std::string data = decoded(source);
        const bool calculator = from.getKey("/FunctionType").isInteger() && from.getKey("/FunctionType").getIntValue() == 4;
        target = m_to.newStream(calculator ? streamstrip::comments(data) : data);
        to = target.getDict();
    } else if (source.isDictionary()) {
        target = to = QPDFObjectHandle::newDictionary();
    } else {
        unprovable(u"function_missing"_s);
    }
    copyPlain(from, to, {"/FunctionType", "/Domain", "/Range", "/Size", "/BitsPerSample", "/Order", "/Encode", "/Decode", "/C0", "/C1",
                            "/N", "/Bounds"});
    if (from.hasKey("/Functions"))
        to.replaceKey("/Functions", function(from.getKey("/Functions")));
    return target;
}

} // namespace dw
