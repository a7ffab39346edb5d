#include "core/engines/redact/imagereader.h"

#include "core/engines/parse/imagedecoder.h"
#include "core/engines/redact/imagecolors.h"
#include "core/engines/redact/unprovable.h"

#include <qpdf/Pipeline.hh>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr qint64 slack = 16 * 1024 * 1024; ///< Bytes behind the last row that are let pass before a stream is a bomb.
constexpr int largestSide = 1 << 24;
constexpr qint64 mostPixels = qint64(1) << 30;

[[noreturn]] void tooLarge()
{
    throw Unprovable {u"image_too_large"_s};
}

/// Keeps the first bytes; gives up on a stream that goes on and on.
class FirstBytes final : public Pipeline
{
public:
    explicit FirstBytes(qint64 wanted)
        : Pipeline("first bytes", nullptr)
        , m_wanted(wanted)
    {
    }

    void write(unsigned char const *data, std::size_t length) override
    {
        m_seen += qint64(length);
        if (m_seen > m_wanted + slack)
            tooLarge();
        const qint64 kept = std::min(qint64(length), m_wanted - qint64(bytes.size()));
        bytes.append(reinterpret_cast<const char *>(data), qsizetype(kept));
    }

    void finish() override { }

    QByteArray bytes;

private:
    qint64 m_wanted;
    qint64 m_seen = 0;
};

std::string fullName(const std::string &filter)
{
    if (filter == "/DCT")
        return "/DCTDecode";
    return filter == "/CCF" ? "/CCITTFaxDecode" : filter;
}

bool isCoding(const std::string &filter)
{
    return filter == "/DCTDecode" || filter == "/JPXDecode" || filter == "/JBIG2Decode" || filter == "/CCITTFaxDecode";
}

QPDFObjectHandle firstOf(QPDFObjectHandle dictionary, const char *key, const char *shortKey)
{
    return dictionary.hasKey(key) ? dictionary.getKey(key) : dictionary.getKey(shortKey);
}

struct Stage {
    std::string filter;
    QPDFObjectHandle parameters; ///< A dictionary or null.
};

/// Filters with their parameters, without /Crypt: qpdf has decrypted already.
std::vector<Stage> stagesOf(QPDFObjectHandle dictionary)
{
    std::vector<QPDFObjectHandle> names;
    std::vector<QPDFObjectHandle> parameters;
    QPDFObjectHandle filter = firstOf(dictionary, "/Filter", "/F");
    QPDFObjectHandle given = firstOf(dictionary, "/DecodeParms", "/DP");
    if (filter.isName())
        names.push_back(filter);
    else if (filter.isArray())
        names = filter.getArrayAsVector();
    if (given.isDictionary())
        parameters.push_back(given);
    else if (given.isArray())
        parameters = given.getArrayAsVector();
    std::vector<Stage> result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = names[i].isName() ? fullName(names[i].getName()) : std::string("/");
        if (name != "/Crypt")
            result.push_back({name, i < parameters.size() ? parameters[i] : QPDFObjectHandle::newNull()});
    }
    return result;
}

qint64 integer(QPDFObjectHandle value, qint64 otherwise)
{
    if (value.isReal())
        return qint64(std::clamp(value.getNumericValue(), -2e9, 2e9));
    return value.isInteger() ? qint64(value.getIntValue()) : otherwise;
}

/// A predictor keeps two rows, however few bytes there are.
void checkPredictor(QPDFObjectHandle parameters, qint64 mostBytes)
{
    if (!parameters.isDictionary() || integer(parameters.getKey("/Predictor"), 1) <= 1)
        return;
    const qint64 columns = integer(parameters.getKey("/Columns"), 1);
    const qint64 colors = integer(parameters.getKey("/Colors"), 1);
    const qint64 bits = integer(parameters.getKey("/BitsPerComponent"), 8);
    if (columns > (1 << 28) || colors > 256 || bits > 32 || columns * colors * bits / 8 > mostBytes / 4)
        tooLarge();
}

std::optional<QSize> sizeOf(QPDFObjectHandle dictionary)
{
    const qint64 width = integer(dictionary.getKey("/Width"), 0);
    const qint64 height = integer(dictionary.getKey("/Height"), 0);
    if (width <= 0 || height <= 0)
        return std::nullopt;
    if (width > largestSide || height > largestSide || width * height > mostPixels)
        tooLarge();
    return QSize(int(width), int(height));
}

bool isStencil(QPDFObjectHandle dictionary)
{
    QPDFObjectHandle value = dictionary.getKey("/ImageMask");
    return value.isBool() && value.getBoolValue();
}

QMap<QByteArray, int> numbersOf(QPDFObjectHandle parameters)
{
    QMap<QByteArray, int> result;
    if (!parameters.isDictionary())
        return result;
    for (const char *key : {"K", "EndOfLine", "EncodedByteAlign", "Columns", "Rows", "EndOfBlock", "BlackIs1",
             "DamagedRowsBeforeError", "ColorTransform"}) {
        QPDFObjectHandle value = parameters.getKey(std::string("/") + key);
        if (value.isBool())
            result.insert(key, value.getBoolValue());
        else if (value.isNumber())
            result.insert(key, int(std::clamp<qint64>(integer(value, 0), -0x7fffffff, 0x7fffffff)));
    }
    return result;
}

CodedImage::Coding codingOf(const std::string &filter)
{
    if (filter == "/DCTDecode")
        return CodedImage::Coding::Dct;
    if (filter == "/JPXDecode")
        return CodedImage::Coding::Jpx;
    return filter == "/JBIG2Decode" ? CodedImage::Coding::Jbig2 : CodedImage::Coding::Ccitt;
}

} // namespace

ImageReader::ImageReader(QPDF &pdf, qint64 mostBytes)
    : m_pdf(pdf)
    , m_mostBytes(mostBytes)
{
}

std::optional<ReadImage> ImageReader::read(QPDFObjectHandle image)
{
    QPDFObjectHandle dictionary = image.getDict();
    QPDFObjectHandle external = dictionary.getKey("/F");
    if (!external.isNull() && !external.isName() && !external.isArray()) // a name or an array is a short /Filter
        throw Unprovable {u"external_stream"_s};
    const std::vector<Stage> stages = stagesOf(dictionary);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        checkPredictor(stages[i].parameters, m_mostBytes);
        if (isCoding(stages[i].filter) && i + 1 < stages.size())
            return std::nullopt;
    }
    try {
        const std::string last = coding(image);
        return last.empty() ? readPlain(image) : readCoded(image, last);
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) {
        return std::nullopt; // qpdf's: what it holds cannot be read
    }
}

std::optional<ReadImage> ImageReader::readPlain(QPDFObjectHandle image)
{
    QPDFObjectHandle dictionary = image.getDict();
    ReadImage result;
    result.colorSpace = isStencil(dictionary) ? QPDFObjectHandle::newNull() : dictionary.getKey("/ColorSpace");
    result.decode = dictionary.getKey("/Decode");
    const std::optional<QSize> size = sizeOf(dictionary);
    const int components = isStencil(dictionary) ? 1 : imagecolors::components(result.colorSpace);
    const qint64 bits = isStencil(dictionary) ? 1 : integer(dictionary.getKey("/BitsPerComponent"), 0);
    if (!size || components == 0 || (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16))
        return std::nullopt;
    const qint64 length = ImageSamples::byteCount(*size, components, int(bits));
    if (length > m_mostBytes)
        tooLarge();
    const QByteArray bytes = piped(image, length);
    if (bytes.isEmpty())
        return std::nullopt;
    result.complete = bytes.size() >= length;
    result.samples = ImageSamples(*size, components, int(bits), bytes);
    return result;
}

/// What the filters give, up to `expected` bytes; nothing when qpdf knows one of them not.
QByteArray ImageReader::piped(QPDFObjectHandle stream, qint64 expected)
{
    FirstBytes sink(expected);
    bool filtered = false;
    stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_specialized, true, true);
    return filtered ? sink.bytes : QByteArray();
}

std::optional<QByteArray> ImageReader::readable(QPDFObjectHandle image)
{
    bool filtered = false;
    image.pipeStreamData(nullptr, &filtered, 0, qpdf_dl_specialized, true, true);
    if (!filtered)
        return std::nullopt;
    FirstBytes sink(m_mostBytes);
    image.pipeStreamData(&sink, &filtered, 0, qpdf_dl_specialized, true, true);
    return sink.bytes;
}

std::string ImageReader::coding(QPDFObjectHandle image)
{
    const std::vector<Stage> stages = stagesOf(image.getDict());
    return !stages.empty() && isCoding(stages.back().filter) ? stages.back().filter : std::string();
}

QPDFObjectHandle ImageReader::codingParameters(QPDFObjectHandle image)
{
    return stagesOf(image.getDict()).back().parameters;
}

bool ImageReader::isGroup4(QPDFObjectHandle parameters)
{
    if (!parameters.isDictionary())
        return false;
    QPDFObjectHandle kind = parameters.getKey("/K");
    QPDFObjectHandle aligned = parameters.getKey("/EncodedByteAlign");
    return kind.isNumber() && kind.getNumericValue() < 0 && !(aligned.isBool() && aligned.getBoolValue());
}

QByteArray ImageReader::codedData(QPDFObjectHandle image)
{
    const std::shared_ptr<Buffer> raw = image.getRawStreamData();
    const std::vector<Stage> stages = stagesOf(image.getDict());
    if (stages.size() == 1)
        return QByteArray(reinterpret_cast<const char *>(raw->getBuffer()), qsizetype(raw->getSize()));
    QPDF scratch; // a new stream in m_pdf would stay in it
    scratch.emptyPDF();
    QPDFObjectHandle filters = QPDFObjectHandle::newArray();
    QPDFObjectHandle parameters = QPDFObjectHandle::newArray();
    for (std::size_t i = 0; i + 1 < stages.size(); ++i) {
        filters.appendItem(QPDFObjectHandle::newName(stages[i].filter));
        QPDFObjectHandle copy = QPDFObjectHandle::newNull();
        if (QPDFObjectHandle given = stages[i].parameters; given.isDictionary()) {
            copy = QPDFObjectHandle::newDictionary();
            for (const std::string &key : given.getKeys()) {
                if (given.getKey(key).isInteger())
                    copy.replaceKey(key, QPDFObjectHandle::newInteger(given.getKey(key).getIntValue()));
            }
        }
        parameters.appendItem(copy);
    }
    QPDFObjectHandle stream = scratch.newStream(raw);
    stream.replaceStreamData(raw, filters, parameters);
    return piped(stream, m_mostBytes);
}

std::optional<ReadImage> ImageReader::readCoded(QPDFObjectHandle image, const std::string &coding)
{
    QPDFObjectHandle dictionary = image.getDict();
    ReadImage result;
    const bool stencil = isStencil(dictionary);
    result.colorSpace = stencil ? QPDFObjectHandle::newNull() : dictionary.getKey("/ColorSpace");
    result.decode = dictionary.getKey("/Decode");
    CodedImage coded;
    coded.coding = codingOf(coding);
    const bool bilevel = coded.coding == CodedImage::Coding::Jbig2 || coded.coding == CodedImage::Coding::Ccitt;
    const std::optional<QSize> size = sizeOf(dictionary);
    if (bilevel && !size)
        return std::nullopt;
    coded.size = size.value_or(QSize());
    coded.palette = imagecolors::isPalette(result.colorSpace);
    coded.budget = m_mostBytes;
    QPDFObjectHandle parameters = codingParameters(image);
    coded.parameters = numbersOf(parameters);
    if (parameters.isDictionary() && parameters.getKey("/JBIG2Globals").isStream())
        coded.globals = piped(parameters.getKey("/JBIG2Globals"), m_mostBytes);
    coded.data = codedData(image);
    const auto decoded = imagedecoder::decode(coded);
    if (!decoded && decoded.error() == imagedecoder::Failure::TooLarge)
        tooLarge();
    if (!decoded || decoded->size.width() > largestSide || decoded->size.height() > largestSide)
        return std::nullopt;
    result.block = decoded->block;
    result.chromaBlock = decoded->chromaBlock;
    result.rescaled = decoded->rescaled;
    result.samples = ImageSamples(decoded->size, decoded->components, decoded->bits, decoded->samples);
    if (stencil)
        return decoded->components == 1 && decoded->bits == 1 ? std::optional(result) : std::nullopt;
    if (bilevel && result.colorSpace.isNull())
        result.colorSpace = QPDFObjectHandle::newName("/DeviceGray");
    const bool adopted = coded.coding == CodedImage::Coding::Jpx ? adoptJpx(dictionary, *decoded, result)
        : coded.coding == CodedImage::Coding::Dct                ? adoptDct(*decoded, result)
                                                                 : imagecolors::components(result.colorSpace) == 1;
    return adopted ? std::optional(result) : std::nullopt;
}

/// The coded data say how many components there are; a colour space that contradicts gives way, as in readers.
bool ImageReader::adoptDct(const DecodedImage &decoded, ReadImage &result)
{
    if (imagecolors::components(result.colorSpace) == decoded.components)
        return true;
    if (decoded.components != 1 && decoded.components != 3 && decoded.components != 4)
        return false;
    result.colorSpace = QPDFObjectHandle::newName(decoded.components == 1 ? "/DeviceGray"
            : decoded.components == 3                                     ? "/DeviceRGB"
                                                                          : "/DeviceCMYK");
    result.decode = QPDFObjectHandle::newNull();
    return true;
}

bool ImageReader::adoptJpx(QPDFObjectHandle dictionary, const DecodedImage &decoded, ReadImage &result)
{
    result.decode = QPDFObjectHandle::newNull(); // ISO 32000-2, table 87: ignored
    if (result.colorSpace.isNull())
        result.colorSpace = colorsOf(decoded);
    const int count = imagecolors::components(result.colorSpace);
    if (count == 0 || count > decoded.components)
        return false;
    const qint64 maskInData = integer(dictionary.getKey("/SMaskInData"), 0);
    const bool unnamedAlpha = decoded.alpha.isEmpty() && decoded.components == count + 1;
    if (maskInData == 2 || (maskInData == 1 && decoded.premultiplied))
        throw Unprovable {u"image_premultiplied"_s};
    if (maskInData == 1 && !decoded.alpha.isEmpty())
        result.alpha = ImageSamples(decoded.size, 1, decoded.alphaBits, decoded.alpha);
    else if (maskInData == 1 && unnamedAlpha)
        result.alpha = result.samples.component(count, 1);
    if (count < decoded.components)
        result.samples = result.samples.component(0, count);
    return true;
}

QPDFObjectHandle ImageReader::colorsOf(const DecodedImage &decoded)
{
    const int count = decoded.components == 2 ? 1 : decoded.components; // grey and something beside it
    if (decoded.colors == DecodedImage::Colors::Profile && (count == 1 || count == 3 || count == 4)) {
        QPDFObjectHandle profile = m_pdf.newStream(decoded.profile.toStdString());
        profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(count));
        return QPDFObjectHandle::newArray({QPDFObjectHandle::newName("/ICCBased"), profile});
    }
    switch (decoded.colors) {
    case DecodedImage::Colors::Rgb:
        return QPDFObjectHandle::newName("/DeviceRGB");
    case DecodedImage::Colors::Cmyk:
        return QPDFObjectHandle::newName("/DeviceCMYK");
    case DecodedImage::Colors::Gray:
        return QPDFObjectHandle::newName("/DeviceGray");
    default:
        return count == 1 ? QPDFObjectHandle::newName("/DeviceGray") : QPDFObjectHandle::newNull();
    }
}

} // namespace dw
