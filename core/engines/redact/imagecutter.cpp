#include "core/engines/redact/imagecutter.h"

#include "core/engines/redact/imagecolors.h"
#include "core/engines/redact/inlineimage.h"
#include "core/engines/redact/samplefiller.h"
#include "core/engines/redact/samplepacker.h"
#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QPDFObjectHandle name(const char *value)
{
    return QPDFObjectHandle::newName(value);
}

QPDFObjectHandle newImage(QPDF &pdf, const ImageSamples &samples)
{
    QPDFObjectHandle stream = pdf.newStream(std::string());
    samplepacker::store(samples, stream, samplepacker::Effort::Quick); // the file's writer takes the time
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", name("/XObject"));
    dictionary.replaceKey("/Subtype", name("/Image"));
    dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(samples.size().width()));
    dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(samples.size().height()));
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(samples.bits()));
    return stream;
}

bool isStencil(QPDFObjectHandle dictionary)
{
    return dictionary.getKey("/ImageMask").isBool() && dictionary.getKey("/ImageMask").getBoolValue();
}

void checkNumbers(const QList<QPolygonF> &areas)
{
    for (const QPolygonF &area : areas) {
        for (const QPointF &point : area) {
            if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
                throw Unprovable {u"matrix"_s};
        }
    }
}

bool reachesImage(const QList<QPolygonF> &areas)
{
    return std::any_of(areas.begin(), areas.end(), [](const QPolygonF &area) {
        const QRectF box = area.boundingRect();
        return box.right() > 0 && box.left() < 1 && box.bottom() > 0 && box.top() < 1;
    });
}

QPDFObjectHandle colorKey(QPDFObjectHandle dictionary)
{
    QPDFObjectHandle mask = dictionary.getKey("/Mask");
    return mask.isArray() ? mask : QPDFObjectHandle::newNull();
}

} // namespace

ImageCutter::ImageCutter(QPDF &pdf)
    : m_pdf(pdf)
{
}

ImageCutter::Result ImageCutter::cut(QPDFObjectHandle image, const QList<QPolygonF> &areas)
{
    checkNumbers(areas);
    if (!reachesImage(areas))
        return {image, false, {}};
    QPDFObjectHandle dictionary = image.getDict();
    std::optional<ReadImage> read = ImageReader(m_pdf, mostBytes).read(image);
    if (!read)
        return whole(image, u"image_damaged"_s);
    QPDFObjectHandle key = colorKey(dictionary);
    if (!key.isNull() && read->rescaled)
        throw Unprovable {u"image_color_key"_s};
    const QSize size = read->samples.size();
    imagecolors::Black black;
    if (isStencil(dictionary)) {
        black = {imagecolors::maskPixel(1, 1, read->decode), read->colorSpace};
    } else {
        black = imagecolors::black(read->colorSpace, read->samples.bits(), read->decode, key);
        read->colorSpace = black.colorSpace;
    }
    if (!samplefiller::fill(*read, areas, black.pixel))
        return {image, false, {}};
    QPDFObjectHandle result = write(*read, image);
    if (!isStencil(dictionary)) {
        if (!key.isNull() && key.getArrayNItems() == 2 * read->samples.components())
            result.getDict().replaceKey("/Mask", key);
        if (!cutMasks(image, areas, size, read->alpha, result))
            return whole(image, u"image_mask_damaged"_s);
    }
    return {result, false, {}};
}

bool ImageCutter::cutMasks(QPDFObjectHandle source, const QList<QPolygonF> &areas, QSize size,
    const std::optional<ImageSamples> &alpha, QPDFObjectHandle target)
{
    QPDFObjectHandle dictionary = source.getDict();
    std::map<std::string, QPDFObjectHandle> masks;
    if (QPDFObjectHandle soft = dictionary.getKey("/SMask"); soft.isStream()) {
        ReadMask read = readMask(soft);
        // Its colours are mixed with the mask pixel by pixel: both must be cut on one grid.
        if (soft.getDict().hasKey("/Matte") && read && read->samples.size() != size)
            throw Unprovable {u"image_matte"_s};
        masks.emplace("/SMask", cutMask(read, soft, areas, 1));
    } else if (alpha) {
        ReadImage read;
        read.samples = *alpha;
        read.colorSpace = name("/DeviceGray");
        read.decode = QPDFObjectHandle::newNull();
        masks.emplace("/SMask", cutMask(read, m_pdf.newStream(std::string()), areas, 1));
    }
    if (QPDFObjectHandle stencil = dictionary.getKey("/Mask"); stencil.isStream())
        masks.emplace("/Mask", cutMask(readMask(stencil), stencil, areas, 0));
    for (auto &[key, mask] : masks) {
        if (mask.isNull())
            return false;
        target.getDict().replaceKey(key, mask);
    }
    return true;
}

ImageCutter::ReadMask ImageCutter::readMask(QPDFObjectHandle mask)
{
    ReadMask read = ImageReader(m_pdf, mostBytes).read(mask);
    return read && read->samples.components() == 1 ? std::move(read) : std::nullopt;
}

/// `opaque`: the value that shows the image. Null when the mask could not be read.
QPDFObjectHandle ImageCutter::cutMask(ReadMask read, QPDFObjectHandle source, const QList<QPolygonF> &areas, int opaque)
{
    if (!read)
        return QPDFObjectHandle::newNull();
    samplefiller::fill(*read, areas, imagecolors::maskPixel(opaque, read->samples.bits(), read->decode));
    return write(*read, source);
}

/// Nothing of it can be told apart, so nothing of it stays: not the part outside either.
ImageCutter::Result ImageCutter::whole(QPDFObjectHandle source, const QString &note)
{
    ReadImage read;
    const bool stencil = isStencil(source.getDict());
    read.samples = stencil ? ImageSamples(QSize(1, 1), 1, 1, QByteArray("\xff")) : ImageSamples(QSize(1, 1), 1, 8, QByteArray(1, '\0'));
    read.colorSpace = stencil ? QPDFObjectHandle::newNull() : name("/DeviceGray");
    read.decode = QPDFObjectHandle::newNull();
    QPDFObjectHandle result = write(read, source);
    result.getDict().removeKey("/Matte");
    return {result, true, note};
}

QPDFObjectHandle ImageCutter::fromInline(const Operation &inlineImage, QPDFObjectHandle resources)
{
    return inlineimage::toXObject(m_pdf, inlineImage, resources);
}

/// What ObjectCopier's allow-list has, for an image of these samples.
QPDFObjectHandle ImageCutter::write(ReadImage &image, QPDFObjectHandle source)
{
    QPDFObjectHandle result = newImage(m_pdf, image.samples);
    QPDFObjectHandle dictionary = result.getDict();
    if (!image.colorSpace.isNull())
        dictionary.replaceKey("/ColorSpace", image.colorSpace);
    if (!image.decode.isNull())
        dictionary.replaceKey("/Decode", image.decode);
    for (const char *key : {"/ImageMask", "/Interpolate", "/Intent", "/Matte", "/OC"}) {
        if (source.getDict().hasKey(key))
            dictionary.replaceKey(key, source.getDict().getKey(key));
    }
    return result;
}

} // namespace dw
