#include "core/engines/parse/imagedecoder.h"

#include "core/engines/parse/imageheaders.h"
#include "core/engines/parse/jpxdecoder.h"

#include <poppler/Object.h>
#include <poppler/Dict.h>
#include <poppler/Error.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace dw::imagedecoder {

namespace {

constexpr int mostScans = 1'000; ///< Of a progressive JPEG; each one costs as much as the whole image.
constexpr int mostColumns = 1 << 20;

using Outcome = tl::expected<DecodedImage, Failure>;

void silencePoppler()
{
    static std::once_flag once;
    std::call_once(once, [] { setErrorCallback([](ErrorCategory, Goffset, const char *) {}); });
}

bool isBoolean(const QByteArray &key)
{
    return key == "EndOfLine" || key == "EncodedByteAlign" || key == "EndOfBlock" || key == "BlackIs1";
}

Object emptyDictionary()
{
    return Object(new Dict(static_cast<XRef *>(nullptr)));
}

Object memoryStream(const QByteArray &bytes)
{
    return Object(static_cast<Stream *>(new MemStream(bytes.constData(), 0, bytes.size(), emptyDictionary())));
}

/// Up to `length` bytes of what one filter makes of the image's data.
QByteArray filtered(const CodedImage &image, const char *filter, qsizetype length)
{
    silencePoppler();
    Object parameters = emptyDictionary();
    for (auto it = image.parameters.cbegin(); it != image.parameters.cend(); ++it)
        parameters.dictSet(it.key().constData(), isBoolean(it.key()) ? Object(it.value() != 0) : Object(it.value()));
    if (!image.globals.isEmpty())
        parameters.dictSet("JBIG2Globals", memoryStream(image.globals));
    Object dictionary = emptyDictionary();
    dictionary.dictSet("Filter", Object(objName, filter));
    dictionary.dictSet("DecodeParms", std::move(parameters));

    auto *const source = new MemStream(image.data.constData(), 0, image.data.size(), emptyDictionary());
    const Object owner(source->addFilters(dictionary.getDict())); // frees the chain
    Stream *const stream = owner.getStream();
    stream->reset();
    QByteArray bytes(length, Qt::Uninitialized);
    qsizetype position = 0;
    while (position < length) {
        const int wanted = int(std::min<qsizetype>(length - position, 1 << 20));
        const int got = stream->doGetChars(wanted, reinterpret_cast<unsigned char *>(bytes.data() + position));
        if (got <= 0)
            break;
        position += got;
    }
    stream->close();
    bytes.truncate(position);
    return bytes;
}

/// One-bit rows of `from` columns cut or filled up to `size`; `blank`: a byte of paper.
QByteArray fitted(const QByteArray &bytes, int from, QSize size, uchar blank)
{
    const qsizetype sourceRow = (qsizetype(from) + 7) / 8;
    const qsizetype targetRow = (qsizetype(size.width()) + 7) / 8;
    if (sourceRow == targetRow && from >= size.width()) {
        QByteArray same = bytes.left(targetRow * size.height());
        return same.append(targetRow * size.height() - same.size(), char(blank));
    }
    QByteArray result(targetRow * size.height(), char(blank));
    const qsizetype rows = std::min<qsizetype>(size.height(), bytes.size() / std::max<qsizetype>(sourceRow, 1));
    for (qsizetype y = 0; y < rows; ++y) {
        std::copy_n(bytes.constData() + y * sourceRow, std::min(sourceRow, targetRow), result.data() + y * targetRow);
        if (from < size.width() && from % 8 != 0) {
            const uchar paper = uchar(0xff >> (from % 8));
            char &last = result[y * targetRow + from / 8];
            last = char((uchar(last) & ~paper) | (blank & paper));
        }
    }
    return result;
}

qint64 bilevelBytes(QSize size)
{
    return (qint64(size.width()) + 7) / 8 * size.height();
}

Outcome decodeDct(const CodedImage &image)
{
    const std::optional<imageheaders::Jpeg> header = imageheaders::jpeg(image.data);
    if (!header || header->scans > mostScans)
        return tl::unexpected(Failure::Damaged);
    const qint64 length = qint64(header->size.width()) * header->size.height() * header->components;
    if (length > image.budget)
        return tl::unexpected(Failure::TooLarge);
    DecodedImage result;
    result.size = header->size;
    result.components = header->components;
    result.samples = filtered(image, "DCTDecode", length);
    if (result.samples.size() < qsizetype(header->size.width()) * header->components)
        return tl::unexpected(Failure::Damaged);
    result.samples.append(length - result.samples.size(), '\xff'); // cut short: as Poppler shows it
    result.block = QSize(8, 8);
    result.chromaBlock = header->chromaSubsampled ? header->sampling * 8 : result.block;
    return result;
}

Outcome decodeJbig2(const CodedImage &image)
{
    const std::optional<imageheaders::Jbig2> header = imageheaders::jbig2(image.globals, image.data);
    if (!header)
        return tl::unexpected(Failure::Damaged);
    const QSize page(header->page.width(), header->page.height() > 0 ? header->page.height() : image.size.height());
    if (bilevelBytes(page) > image.budget || bilevelBytes(image.size) > image.budget || header->largestRegion / 8 > image.budget)
        return tl::unexpected(Failure::TooLarge);
    DecodedImage result;
    result.size = image.size;
    result.bits = 1;
    const QByteArray bytes = filtered(image, "JBIG2Decode", qsizetype(bilevelBytes(page)));
    if (bytes.isEmpty())
        return tl::unexpected(Failure::Damaged);
    result.samples = fitted(bytes, page.width(), image.size, 0xff);
    return result;
}

Outcome decodeCcitt(const CodedImage &image)
{
    const int columns = image.parameters.value("Columns", 1728);
    if (columns <= 0)
        return tl::unexpected(Failure::Damaged);
    if (columns > mostColumns || bilevelBytes(image.size) > image.budget)
        return tl::unexpected(Failure::TooLarge);
    const QSize coded(columns, image.size.height());
    if (bilevelBytes(coded) > image.budget)
        return tl::unexpected(Failure::TooLarge);
    DecodedImage result;
    result.size = image.size;
    result.bits = 1;
    const QByteArray bytes = filtered(image, "CCITTFaxDecode", qsizetype(bilevelBytes(coded)));
    if (bytes.isEmpty())
        return tl::unexpected(Failure::Damaged);
    result.samples = fitted(bytes, columns, image.size, image.parameters.value("BlackIs1", 0) != 0 ? 0 : 0xff);
    return result;
}

} // namespace

Outcome decode(const CodedImage &image)
{
    switch (image.coding) {
    case CodedImage::Coding::Dct:
        return decodeDct(image);
    case CodedImage::Coding::Jpx:
        return decodeJpx(image);
    case CodedImage::Coding::Jbig2:
        return decodeJbig2(image);
    case CodedImage::Coding::Ccitt:
        return decodeCcitt(image);
    }
    return tl::unexpected(Failure::Damaged);
}

} // namespace dw::imagedecoder
